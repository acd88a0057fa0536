import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0003',
  severity: 'error',
  title: 'Property that is unknown here',
  basis: 'language',
  source: [],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `The block or row has no such property. Properties are called as the cmdlets' parameters, in camelCase: \`-ProxyFqdn\` is \`proxyFqdn\`. The reference page
of a kind lists its properties; completion offers them. What is written under an unknown word counts for nothing, and export would leave it out.`,
  bad: `publicProvider Messenger {
  proxyFqdn federation.messenger.example
  proxyPort 5061
  ^^^^^^^^^
}`,
  good: `publicProvider Messenger {
  proxyFqdn federation.messenger.example
}`,
  alsoBad: [
    `publicProvider Messenger {
  proxyFqdn federation.messenger.example
  enabeld false
  ^^^^^^^
}`,
  ],
};
