import { replace } from './fixes';
import { mainDomain } from './names';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1028',
  severity: 'error',
  title: 'OU that is no distinguished name',
  basis: 'documented',
  source: ['PS-NEWCON', 'CREATECONTACT'],
  checks: [
    {
      looksAt: 'text',
      fixes({ path, start, end }, deployment) {
        const written = deployment.textOf(path).slice(start, end).replaceAll('"', '');
        const forest = deployment.head?.fact('forest');
        const domain = typeof forest === 'string' ? forest : mainDomain(deployment);
        const units = written
          .split('/')
          .map((part) => part.replace(/^(?:ou|cn)=/i, '').trim())
          .filter((part) => part !== '' && part.toLowerCase() !== domain.toLowerCase())
          .reverse()
          .map((part) => `OU=${part.replace(/([,+"\\<>;=])/g, '\\$1')}`);
        if (units.length === 0) return [];
        const dn = [...units, ...domain.split('.').map((label) => `DC=${label}`)].join(',');
        return [replace(path, { start, end }, JSON.stringify(dn), `Change to "${dn}"`)];
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`New-CsExUmContact -OU\` takes the distinguished name of the container, \`OU=Voice,DC=contoso,DC=com\`. A page of the documentation also
shows a bare name, without saying where the cmdlet looks for it; until the contact is there nobody answers its number. Whoever runs the cmdlet needs rights in that OU (\`Grant-CsOUPermission\`).`,
  bad: `exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "HostedExUM Integration"
     ^^^^^^^^^^^^^^^^^^^^^^^^
  policy Cloud
}`,
  good: `exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=HostedExUM Integration,DC=contoso,DC=com"
  policy Cloud
}`,
};
