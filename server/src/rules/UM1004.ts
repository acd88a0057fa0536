import { isFqdn } from '../model/values';
import { replace } from './fixes';
import type { Fix, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1004',
  severity: 'error',
  title: 'Organization that is no FQDN',
  basis: 'documented',
  source: ['PS-NEWHVP', 'POL'],
  checks: [
    {
      looksAt: 'text',
      fixes({ path, start, end }, deployment): Fix[] {
        const text = deployment.textOf(path);
        const parts = text
          .slice(start, end)
          .replaceAll('"', '')
          .split(/[;,\s]+/)
          .map((part) => part.replace(/^[^@]*@/, ''))
          .filter((part) => isFqdn(part));
        const entry = { start, end };
        if (parts.length > 0) return [replace(path, entry, parts.join(', '), `Change to ${parts.join(', ')}`)];
        const behind = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
        const before = behind > 0 ? 0 : (/,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0);
        if (behind + before === 0) return [];
        return [replace(path, { start: start - before, end: end + behind }, '', 'Remove this entry')];
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`Organization\` lists the routing FQDNs of the tenants at the destination, by which the hosted service tells whose call it is. Each entry is an FQDN by
itself; here they are joined by commas outside quotes. With an entry that is none the service finds no tenant, and the call is refused after it has left the Edge.`,
  bad: `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization "contoso.onmicrosoft.com;"
               ^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  good: `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
  alsoBad: [
    `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com, ""
                                        ^^
}`,
    `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization um@contoso.onmicrosoft.com
               ^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
    `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso
               ^^^^^^^
}`,
  ],
};
