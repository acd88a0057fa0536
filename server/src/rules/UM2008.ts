import { removeProperty } from './fixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2008',
  severity: 'warning',
  title: 'AutodiscoverUrl without Lync accounts',
  basis: 'documented',
  source: ['PS-NEWHP'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostingProvider'],
      check(provider, { read, report }) {
        if (read.text(provider, 'autodiscoverUrl') === undefined || read.flag(provider, 'hostsOCSUsers') === true)
          return;
        report({
          at: { path: provider.path, ...provider.valueSpan('autodiscoverUrl') },
          message: `AutodiscoverUrl has a meaning only for providers that host Lync accounts; ${provider.name} does not, so no client ever asks there`,
          fixes: () => {
            const fix = removeProperty(provider, 'autodiscoverUrl');
            return fix ? [{ ...fix, preferred: true }] : [];
          },
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Clients of accounts that a provider hosts find their server by \`AutodiscoverUrl\`. A provider of hosted UM has no such accounts: the address does nothing
there, and lets readers think that it does.`,
  bad: `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
  autodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  good: `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  autodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
}`,
};
