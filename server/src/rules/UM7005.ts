import { addTo } from '../base/lists';
import { fold } from '../base/words';
import type { UserRow } from '../model/placement';
import { hashFolded } from '../syntax/rowScanner';
import { listPlace } from './certificates';
import { delegatingRows, shapesByHash } from './delegates';
import { type Journeys, journeysOf, mailboxWave } from './journeys';
import { moveTogether } from './moveFixes';
import type { Fix, Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM7005',
  severity: 'warning',
  title: 'People who work together move in different waves',
  basis: 'recommended',
  source: ['CONTACT'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const journeys = journeysOf(crowd, context);
        const waves = new Set(
          journeys.all.map((journey) => mailboxWave(journey)?.index).filter((index) => index !== undefined),
        );
        if (waves.size < 2) return;
        checkDelegates(context, journeys);
        checkGroups(context, journeys);
      },
    },
  ],
};

/** Waves are compared by placement; only where they differ, or a move names somebody, are the rows themselves looked at. */
function checkDelegates(context: RuleContext, journeys: Journeys): void {
  const { deployment, report } = context;
  const named = new Set([...journeys.named].map((address) => hashFolded(address, 0, address.length)));
  const rows = [...delegatingRows(deployment)];
  if (rows.length === 0) return;
  const byHash = shapesByHash(deployment, new Set(rows.flatMap(({ hashes }) => hashes)));
  for (const { own: address, hashes, shape, block, user } of rows) {
    const own = mailboxWave(journeys.ofPlacement(deployment.placement(block, shape)))?.index;
    // Who isn't moved at all is in no other wave.
    const differs = (hash: number): boolean => {
      if (named.has(hash)) return true;
      const other = byHash.get(hash);
      if (other === undefined || own === undefined) return false;
      const index = mailboxWave(journeys.ofPlacement(deployment.placement(other.block, other.shape)))?.index;
      return index !== undefined && index !== own;
    };
    if (!named.has(address) && !hashes.some(differs)) continue;
    const row = user();
    row.texts('delegates').forEach((delegate, index) => {
      const found = judge(context, journeys, row, delegate, index);
      if (found) report(found);
    });
  }
}

function judge(
  { deployment }: RuleContext,
  journeys: Journeys,
  user: UserRow,
  delegate: string,
  index: number,
): Parameters<RuleContext['report']>[0] | undefined {
  const isNamed = journeys.named.has(fold(user.address));
  const own = mailboxWave(isNamed ? journeys.of(user.address) : journeys.ofPlacement(user.placement));
  const other = mailboxWave(journeys.of(delegate));
  if (own === undefined || other === undefined || own.index === other.index) return undefined;
  const fixes = (): Fix[] => {
    const [later, earlier, address] = own.index > other.index ? [own, other, user.address] : [other, own, delegate];
    return later.mailboxMove && earlier.mailboxMove
      ? moveTogether(deployment, later.mailboxMove, earlier.mailboxMove, address)
      : [];
  };
  return {
    at: { path: user.path, ...user.valueSpan('delegates', index) },
    message: `${user.address} moves in ${own.wave.name}, delegate ${delegate} in ${other.wave.name}: between the two their voice mail is in different systems`,
    fixes,
  };
}

function checkGroups(context: RuleContext, journeys: Journeys): void {
  for (const group of context.deployment.all('rgsAgentGroup')) {
    const members = context.read.list(group, 'agentsByUri');
    const byWave = new Map<string, string[]>();
    for (const member of members) {
      const wave = mailboxWave(journeys.of(member))?.wave.name;
      if (wave !== undefined) addTo(byWave, wave, member);
    }
    if (byWave.size < 2) continue;
    const parts = [...byWave].map(([wave, names]) => `${names.join(', ')} in ${wave}`);
    context.report({
      at: listPlace(group, 'agentsByUri'),
      message: `The agents of response group ${group.name} move in different waves: ${parts.join('; ')}. A part of the group uses another voice mail than the rest`,
      fixes: () => gather(context, journeys, members),
    });
  }
}

/** Lets the one member who is late move in the first wave; with more of them it is no quick fix. */
function gather({ deployment }: RuleContext, journeys: Journeys, members: readonly string[]): Fix[] {
  const steps = members
    .map((member) => ({ member, step: mailboxWave(journeys.of(member)) }))
    .sort((a, b) => (a.step?.index ?? 0) - (b.step?.index ?? 0));
  const first = steps.find(({ step }) => step !== undefined)?.step?.mailboxMove;
  const late = steps.filter(({ step }) => step !== undefined && step.mailboxMove?.wave !== first?.wave);
  const [only] = late;
  const from = only?.step?.mailboxMove;
  return first && from && only && late.length === 1 ? moveTogether(deployment, from, first, fold(only.member)) : [];
}

export const page: RulePage = {
  explanation: `Somebody and the delegates who answer for him, or the agents of one response group, share habits: the number they dial for messages, the attendant, transfers.
When they move in different waves, half of them uses the old system and half the new one for a while, and the calls for help come from there. That they should move together
is our recommendation.`,
  bad: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  extensions 55121  delegates dan@contoso.com
                                                                    ^^^^^^^^^^^^^^^
  dan@contoso.com    line +14255550122  extensions 55122
}
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
wave Rest { date 2013-07-01  after Pilot  move dan@contoso.com to hosted policy Cloud }`,
  good: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  extensions 55121  delegates dan@contoso.com
  dan@contoso.com    line +14255550122  extensions 55122
}
wave Pilot { date 2013-06-03  move carol@contoso.com, dan@contoso.com to hosted policy Cloud }`,
  alsoBad: [
    `rgsAgentGroup HelpDesk { agentsByUri carol@contoso.com, dan@contoso.com }
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
wave Rest { date 2013-07-01  after Pilot  move every user with mailbox local to hosted policy Cloud }`,
  ],
};
