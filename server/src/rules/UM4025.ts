import { fold } from '../base/words';
import { plainReader, type UnknownFact } from '../model/facts';
import { Survey } from '../model/survey';
import { waveOrder } from '../model/waves';
import { scopeOf } from '../routing/effectivePolicy';
import type { Crowd } from './crowd';
import { insertIntoBlock } from './fixes';
import { modeOf } from './modes';
import { writtenName } from './names';
import type { Fix, Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4025',
  severity: 'warning',
  title: 'Policy granted to nobody',
  basis: 'documented',
  source: ['POL'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { deployment, read, report, complete } = context;
        const policies = deployment.all('hostedVoicemailPolicy').filter((policy) => scopeOf(policy) === 'user');
        if (policies.length === 0) return;
        const granted = grants(crowd, context, new Set(policies.map(({ key }) => key)));
        const unused = policies.filter((policy) => policy.name !== '' && !granted.has(policy.key));
        if (unused.length === 0) return;
        complete('users', 'exUmContact');
        for (const policy of unused) {
          // Not needed there at all (UM4008).
          if (modeOf(context) === 'onPremises' && read.text(policy, 'destination') !== undefined) continue;
          report({
            at: { path: policy.path, ...policy.head },
            message: `Policy ${policy.name} has no effect until it is granted: no user and no contact has it`,
            fixes: () => grantTo(crowd, policy.name),
            tags: ['unnecessary'],
          });
        }
      },
    },
  ],
};

function comparable(name: string): string {
  return fold(name.replace(/^tag:/i, ''));
}

/** The policies that users are granted. */
const grantedTo = new Survey((placement) => {
  const name = plainReader.text(placement, 'policy');
  return name === undefined ? undefined : comparable(name);
});

/**
 * The names of policies that users, contacts and the moves of waves are granted, as they are compared.
 * @param asked of those of users no others are looked for: what is typed in a row is no matter until it is a policy.
 */
function grants(crowd: Crowd, { deployment, read }: RuleContext, asked: ReadonlySet<string>): ReadonlySet<unknown> {
  // One that isn't known may be any.
  const refuse = (fact: UnknownFact): never => {
    throw fact;
  };
  const granted = new Set(grantedTo.among(crowd.deployment, asked, refuse));
  const add = (name: unknown): void => {
    if (typeof name === 'string') granted.add(comparable(name));
  };
  for (const contact of deployment.all('exUmContact')) add(read.text(contact, 'policy'));
  for (const wave of waveOrder(deployment).waves) for (const move of wave.moves) add(move.written.get('policy')?.value);
  return granted;
}

/** Blocks of users that have no policy yet. */
function grantTo(crowd: Crowd, name: string): Fix[] {
  return crowd.deployment.blocks
    .filter(({ declaration }) => !declaration.written.has('policy') && declaration.node.body?.closed)
    .slice(0, 3)
    .map(({ declaration }) => ({
      title: `Grant it to the users of ${declaration.name}`,
      edits: [insertIntoBlock(declaration, `policy ${writtenName(name)}`)],
    }));
}

export const page: RulePage = {
  explanation: `A hosted voice mail policy with a name of its own (per-user scope) does nothing by itself: it has to be granted with \`Grant-CsHostedVoicemailPolicy\` to
users, groups or contact objects. One that nobody has is left over, or the grant was forgotten, and those who should have it take the policy of their site or the
global one.`,
  bad: `hostedVoicemailPolicy Litware { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
                      ^^^^^^^`,
  good: `hostedVoicemailPolicy Litware { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102  policy litware
}`,
  alsoGood: [
    `hostedVoicemailPolicy Litware { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Litware }`,
    `hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }`,
  ],
};
