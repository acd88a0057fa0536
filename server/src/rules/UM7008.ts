import type { FactReader } from '../model/facts';
import { UnknownFact } from '../model/facts';
import type { Person } from '../model/person';
import { homePools } from './edges';
import { takesExchange2019 } from './exchangeVersions';
import { homeServer } from './homeServers';
import { destinationPlace, JourneyFindings, journeysOf, type Step, valuePlace } from './journeys';
import { writtenName } from './names';
import type { Fix, Place, Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM7008',
  severity: 'error',
  title: 'Mailbox moves to Exchange 2019 before the user',
  basis: 'documented',
  source: ['UMMIG'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const findings = new JourneyFindings();
        for (const journey of journeysOf(crowd, context).all) {
          for (const step of journey.steps) {
            try {
              const at = movesTo2019(context, step);
              const version = at && homeServer(context, step.after);
              if (at === undefined || version === undefined || isNew(version)) continue;
              const later = journey.steps.find(
                ({ index, after }) => index > step.index && isNew(homeServer(context, after)),
              );
              findings.add(journey, {
                at,
                message: (who) =>
                  `${step.wave.name} moves the mailbox of ${who} to Exchange 2019 while the home pool is older than Skype for Business Server 2019: there is no voice mail. Move the user first${later ? `, not in ${later.wave.name}` : ''}`,
                fixes: () => moveFirst(context, step, at),
              });
            } catch (error) {
              if (!(error instanceof UnknownFact)) throw error;
              context.notChecked(error, journey.count);
            }
          }
        }
        findings.report(context);
      },
    },
  ],
};

/** Within one wave the pool is changed before the mailbox: so it is enough that the move says to which of the newer ones. */
function moveFirst(context: RuleContext, { moves }: Step, at: Place): Fix[] {
  if (moves.some((move) => move.written.has('pool'))) return [];
  return homePools(context.deployment)
    .filter((pool) => isNew(context.read.text(pool, 'server') ?? context.deployment.server))
    .slice(0, 3)
    .map((pool, i) => ({
      title: `Move to pool ${pool.name} in the same wave`,
      edits: [{ ...at, start: at.end, text: ` pool ${writtenName(pool.name)}` }],
      ...(i === 0 && { preferred: true }),
    }));
}

/** Where a step takes a local mailbox to Exchange 2019. */
function movesTo2019({ deployment, read }: RuleContext, { moves, after }: Step): Place | undefined {
  if (read.text(after, 'mailbox') !== 'local') return undefined;
  const move = moves.find((each) => each.mailbox === 'local' || each.written.has('exchange'));
  if (move === undefined) return undefined;
  const exchange = deployment.find('exchange', exchangeName(read, after));
  if (exchange === undefined || read.text(exchange, 'version') !== '2019') return undefined;
  return move.written.has('exchange') ? valuePlace(move, 'exchange') : destinationPlace(move);
}

function exchangeName(read: FactReader, person: Person): string | undefined {
  return read.text(person, 'exchange');
}

function isNew(version: string | undefined): boolean {
  return version !== undefined && takesExchange2019(version);
}

export const page: RulePage = {
  explanation: `Exchange 2019 has no Unified Messaging; its mailboxes have Cloud Voicemail, which works from Skype for Business Server 2019 on. So a user moves to a pool of that
version first, and then the mailbox to Exchange 2019. The other way round voice mail is gone in between. Within one wave the pool is changed before the mailbox.`,
  bad: `deployment Contoso { server sfb2015  mode mixed  forest contoso.com }
exchange New { version 2019 }
wave Pilot { date 2019-06-03  move carol@contoso.com to local exchange New umDialPlan unset enableCloudVoiceMail true policy Cloud }
                                                                       ^^^`,
  good: `deployment Contoso { server sfb2015  mode mixed  forest contoso.com }
site Redmond {
  siteId 1
  pool pool02.contoso.com { role frontEnd  server sfb2019  edgePool edge01.contoso.com }
}
exchange New { version 2019 }
wave Pilot { date 2019-06-03  move carol@contoso.com to local exchange New umDialPlan unset enableCloudVoiceMail true policy Cloud pool pool02.contoso.com }`,
};
