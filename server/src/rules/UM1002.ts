import { replace } from './fixes';
import type { Fix, Rule, RulePage } from './types';

const form = /^[a-zA-Z0-9\-_]+(\.[a-zA-Z0-9\-_]+){0,}$/;

export const rule: Rule = {
  code: 'UM1002',
  severity: 'error',
  title: 'Destination in a form that the cmdlet rejects',
  basis: 'documented',
  source: ['PS-SETHVP'],
  checks: [
    {
      looksAt: 'text',
      fixes({ path, start, end }, deployment): Fix[] {
        const written = deployment.textOf(path).slice(start, end).replaceAll('"', '');
        const bare = written
          .trim()
          .replace(/^(?:sips?:|[a-z][a-z0-9+.-]*:\/\/)/i, '')
          .replace(/^[^@/]*@/, '')
          .replace(/[:/;?].*$/, '')
          .replace(/^\.+|\.+$/g, '');
        return bare !== written && form.test(bare) ? [replace(path, { start, end }, bare, `Change to ${bare}`)] : [];
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`Set-CsHostedVoicemailPolicy -Destination\` takes a name of at most 255 characters that matches \`^[a-zA-Z0-9\\-_]+(\\.[a-zA-Z0-9\\-_]+){0,}$\`: an FQDN, without
\`sip:\` or \`https://\`, port or slash. With anything else the cmdlet fails, and the policy keeps its old destination.`,
  bad: `hostedVoicemailPolicy Cloud {
  destination "https://exap.um.outlook.com/"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  organization contoso.onmicrosoft.com
}`,
  good: `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
  alsoBad: [
    `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com:5061
              ^^^^^^^^^^^^^^^^^^^^^^^^
  organization contoso.onmicrosoft.com
}`,
    `hostedVoicemailPolicy Cloud {
  destination aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  organization contoso.onmicrosoft.com
}`,
  ],
};
