import { replace } from './fixes';
import { mainDomain } from './names';
import type { Fix, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1006',
  severity: 'error',
  title: 'No SIP address',
  basis: 'documented',
  source: ['PS-SETUSER', 'PS-NEWCON'],
  checks: [
    {
      looksAt: 'text',
      fixes({ path, start, end }, deployment): Fix[] {
        const written = deployment.textOf(path).slice(start, end).replaceAll('"', '');
        const bare = written.replace(/^sips?:/i, '');
        const domain = mainDomain(deployment);
        const parts = bare.split('@').filter((part) => part !== '');
        const address = parts.length === 1 ? `${parts[0]}@${domain}` : `${parts[0]}@${parts[parts.length - 1]}`;
        if (
          parts.length === 0 ||
          bare.startsWith('@') ||
          !/^[^\s@:;<>"(),/]+@[\p{L}\p{N}.-]*[\p{L}\p{N}]$/u.test(address)
        )
          return [];
        return [replace(path, { start, end }, address, `Change to ${address}`)];
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A SIP address is \`user@domain\`; in the cmdlets \`sip:user@domain\`, and export writes the prefix. Without a user part, without the domain, or with a second
\`@\` it names nobody: Enable-CsUser and New-CsExUmContact refuse it.`,
  bad: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  erin@home@contoso.com  line +14255550105
  ^^^^^^^^^^^^^^^^^^^^^
}`,
  good: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  sip:erin@contoso.com  line +14255550105
}`,
  alsoBad: [
    `exUmContact desk {
            ^^^^
  displayNumber +14255550181
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
    `exUmContact @contoso.com {
            ^^^^^^^^^^^^
  displayNumber +14255550181
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  ],
};
