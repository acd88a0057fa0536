import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1029',
  severity: 'error',
  title: 'Value that is none of those allowed',
  basis: 'documented',
  source: ['PS-NEWHP', 'PS-UMDP', 'PS-UMSVC', 'PS-MEDIA', 'PS-UMGW'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `The parameter takes one of a few values, and this is none of them. They are written as in the cmdlets, in camelCase; case doesn't matter. What depends on
the value isn't checked until it is right, and the cmdlet would fail.`,
  bad: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel sourceVerification
                    ^^^^^^^^^^^^^^^^^^
}`,
  good: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond  ipAddressFamily both }
                                                                                       ^^^^
}`,
  ],
};
