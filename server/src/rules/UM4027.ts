import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { setPropertyEdit } from './fixes';
import { isHostedMode } from './modes';
import { isInternalDomain } from './names';
import type { Fix, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4027',
  severity: 'warning',
  title: 'Default SIP domain does not resolve on the Internet',
  basis: 'documented',
  source: ['B-PERF'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report } = context;
        const defaults = deployment.all('sipDomain').filter((domain) => read.flag(domain, 'isDefault') === true);
        const [domain] = defaults;
        // None or several: UM3007.
        if (domain === undefined || defaults.length > 1 || !isInternalDomain(domain.name)) return;
        if (!isHostedMode(context)) return;
        report({
          at: { path: domain.path, ...domain.head },
          message: `Calls from the telephone network to hosted UM carry the default SIP domain ${domain.name}, which the provider cannot resolve: they are refused, while internal calls work`,
          fixes: () => changeDefault(deployment, domain),
        });
      },
    },
  ],
};

function changeDefault(deployment: Deployment, was: Declaration): Fix[] {
  return deployment
    .all('sipDomain')
    .filter((domain) => domain !== was && !domain.nameFault && !isInternalDomain(domain.name))
    .map((domain, i) => ({
      title: `Make ${domain.name} the default SIP domain`,
      edits: [setPropertyEdit(was, 'isDefault', 'false'), setPropertyEdit(domain, 'isDefault', 'true')],
      ...(i === 0 && { preferred: true }),
    }));
}

export const page: RulePage = {
  explanation: `A caller from the telephone network has no SIP address, so Lync puts the *default* SIP domain into From and To. The hosted service looks that domain up:
\`_sipfederationtls._tcp.<domain>\` must lead to your Access Edge. For \`contoso.local\` it never does. The sign is unmistakable: internal calls reach hosted
voice mail, calls from the PSTN hear fast busy.

Make a public domain the default (\`Set-CsSipDomain -IsDefault $True\`; the other one loses the mark by itself) and restart RTCCAA and RTCCAS.`,
  bad: `sipDomain contoso.com
sipDomain contoso.local { isDefault true }
          ^^^^^^^^^^^^^`,
  good: `sipDomain contoso.com { isDefault true }
sipDomain contoso.local`,
};
