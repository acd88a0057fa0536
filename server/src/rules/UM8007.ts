import { waveOrder } from '../model/waves';
import { valuePlace } from './journeys';
import { livePlace } from './livePlace';
import { writtenName } from './names';
import type { Fix, Place, Rule, RuleContext, RulePage } from './types';
import { setForUsers } from './userFixes';

const prefix = /^tag:/i;

export const rule: Rule = {
  code: 'UM8007',
  severity: 'warning',
  title: 'Policy named with tag:',
  basis: 'documented',
  source: ['PS-GRANTHVP'],
  checks: [
    {
      looksAt: 'placement',
      check(placement, { read, report }) {
        const policy = read.text(placement, 'policy');
        if (policy === undefined || !prefix.test(policy)) return;
        const name = policy.replace(prefix, '');
        report({
          at: { placement, property: 'policy' },
          message: message(name),
          fixes: (placements) => setForUsers(placements, { policy: writtenName(name) }, `Change to ${name}`),
        });
      },
    },
    {
      looksAt: 'declaration',
      kinds: ['exUmContact'],
      check(contact, context) {
        const policy = context.read.text(contact, 'policy');
        if (policy)
          judge(
            context,
            policy,
            livePlace(contact, () => contact.valueSpan('policy')),
          );
      },
    },
    {
      looksAt: 'declaration',
      kinds: ['hostedVoicemailPolicy'],
      check(policy, context) {
        judge(
          context,
          policy.node.name?.text ?? '',
          livePlace(policy, () => policy.head),
        );
      },
    },
    {
      looksAt: 'declaration',
      kinds: ['wave'],
      check(declaration, context) {
        const wave = waveOrder(context.deployment).waves.find((each) => each.declaration === declaration);
        for (const move of wave?.moves ?? []) {
          const value = move.written.get('policy')?.value;
          if (typeof value === 'string') judge(context, value, valuePlace(move, 'policy'));
        }
      },
    },
  ],
};

function message(name: string): string {
  return `Omit the prefix: Grant-CsHostedVoicemailPolicy takes ${name}, while Get- shows Tag:${name}`;
}

function judge({ report }: RuleContext, text: string, at: Place): void {
  if (!prefix.test(text)) return;
  const name = text.replace(prefix, '');
  const fix = (): Fix => ({ title: `Change to ${name}`, edits: [{ ...at, text: writtenName(name) }], preferred: true });
  report({ at, message: message(name), fixes: () => [fix()] });
}

export const page: RulePage = {
  explanation: `\`Get-CsHostedVoicemailPolicy\` shows a per-user policy as \`Tag:Cloud\`, but \`New-\` and \`Grant-\` want the bare name; the help of the cmdlet says to omit the prefix,
although one page of Microsoft uses it. It is read here, and export writes the bare name. A site's policy keeps its \`site:\`.`,
  bad: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy tag:Cloud
         ^^^^^^^^^
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102
}`,
  good: `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102
}`,
  alsoBad: [
    `hostedVoicemailPolicy Tag:Litware { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
                      ^^^^^^^^^^^
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy tag:Litware }
                                                                      ^^^^^^^^^^^`,
    `exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Tag:Cloud
         ^^^^^^^^^
}`,
  ],
};
