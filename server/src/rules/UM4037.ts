import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import { waveOrder } from '../model/waves';
import { setProperty } from './fixes';
import { tenantsOf, voicemailService } from './tenants';
import type { Rule, RuleContext, RulePage } from './types';

/** Exchange Online UM was switched off in the course of this month. [B-MSXFAQ] */
const RETIRED = '2020-02-29';

export const rule: Rule = {
  code: 'UM4037',
  severity: 'information',
  title: 'Exchange Online UM is retired',
  basis: 'documented',
  source: ['B-MSXFAQ', 'CVM'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['wave'],
      check(declaration, context) {
        const { deployment, read, report } = context;
        const date = read.text(declaration, 'date');
        if (date === undefined || date <= RETIRED) return;
        const wave = waveOrder(deployment).waves.find((each) => each.declaration === declaration);
        if (!wave?.moves.some((move) => move.mailbox === 'hosted')) return;
        const named = wave.moves.map((move) => move.written.get('policy')?.value);
        const tenant = targets(named, context).find(
          (each) => voicemailService(deployment, read, each) === 'exchangeUM' && read.text(each, 'cloud') !== 'china',
        );
        if (tenant === undefined) return;
        report({
          at: { path: declaration.path, ...declaration.valueSpan('date') },
          message: `Exchange Online UM is retired since February 2020: on ${date} Cloud Voicemail answers in ${tenant.name}, at the same FQDN`,
          related: [
            { at: { path: tenant.path, ...tenant.valueSpan('voicemailService') }, message: `Tenant ${tenant.name}` },
          ],
          fixes: () => [setProperty(tenant, 'voicemailService', 'cloudVoicemail')],
        });
      },
    },
  ],
};

/** The tenants that a wave's policies send to; of all policies where its moves name none. */
function targets(named: readonly unknown[], { deployment, read }: RuleContext): Declaration[] {
  const names = named.filter((name): name is string => typeof name === 'string');
  const policies = deployment
    .all('hostedVoicemailPolicy')
    .filter((policy) => names.length === 0 || names.some((name) => sameWord(name.replace(/^tag:/i, ''), policy.name)));
  return policies
    .filter((policy) => sameWord(read.text(policy, 'destination') ?? '', 'exap.um.outlook.com'))
    .flatMap((policy) => tenantsOf(deployment, read.list(policy, 'organization')))
    .filter((tenant) => tenant !== undefined);
}

export const page: RulePage = {
  explanation: `Microsoft announced on 8 February 2019 that Unified Messaging in Exchange Online ends, and since February 2020 Cloud Voicemail answers at
\`exap.um.outlook.com\`, with the same cmdlets on the side of Lync. Routing stays as it is. What the tenant had besides is gone: UM dial plans, auto attendants,
Outlook Voice Access. Say \`voicemailService cloudVoicemail\` in the tenant, so that what belongs to UM alone isn't asked for.`,
  bad: `wave Pilot { date 2020-06-01  move carol@contoso.com to hosted policy Cloud }
                  ^^^^^^^^^^`,
  good: `wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }`,
  alsoGood: [
    `tenant contoso.onmicrosoft.com { voicemailService cloudVoicemail }
wave Pilot { date 2020-06-01  move carol@contoso.com to hosted policy Cloud }`,
  ],
};
