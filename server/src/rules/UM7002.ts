import { sameWord } from '../base/words';
import { ifKnown, UnknownFact } from '../model/facts';
import { routeOfPerson } from '../routing/route';
import type { Failure } from '../routing/types';
import { grantable } from './completePolicy';
import type { Crowd } from './crowd';
import { destinationPlace, JourneyFindings, journeysOf, type Step } from './journeys';
import { findLeftBehind } from './leftBehind';
import { isHostedMode } from './modes';
import type { Fix, Place, Rule, RuleContext, RulePage } from './types';
import { attempt } from './witnesses';

export const rule: Rule = {
  code: 'UM7002',
  severity: 'error',
  title: 'Wave runs before what it needs exists',
  basis: 'recommended',
  source: ['PROC', 'EX-HYB'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const findings = new JourneyFindings();
        for (const journey of journeysOf(crowd, context).all) {
          for (const step of journey.steps)
            attempt(context, journey.count, () => {
              const move = step.mailboxMove;
              if (move === undefined || move.mailbox === 'none') return;
              const missing = missingFor(crowd, context, step);
              if (missing === undefined) return;
              findings.add(journey, {
                at: destinationPlace(move),
                message: (who) =>
                  `${step.wave.name} needs ${missing.what} before it runs: ${missing.why}. The voice mail of ${who} is lost with the move`,
                ...(missing.at && { related: [{ at: missing.at, message: 'Here' }] }),
                fixes: (): Fix[] =>
                  missing.code === 'UM4009' && !move.written.has('policy')
                    ? grantable(context.deployment, [journey.placement.domain]).map((name, i) => ({
                        title: `Grant policy ${name} in the move`,
                        edits: [{ ...endOf(destinationPlace(move)), text: ` policy ${name}` }],
                        ...(i === 0 && { preferred: true }),
                      }))
                    : [],
              });
            });
        }
        findLeftBehind(crowd, context, findings);
        findings.report(context);
      },
    },
  ],
};

function endOf(place: Place): Place {
  return { ...place, start: place.end };
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

interface Missing {
  readonly what: string;
  readonly why: string;
  readonly code?: string | undefined;
  readonly at?: Place | undefined;
}

const things: Readonly<Record<string, string>> = {
  UM4009: 'a policy with a Destination',
  UM2023: 'an Organization in the policy',
  UM2001: 'a hosting provider',
  UM2002: 'an enabled hosting provider',
  UM2003: 'a hosting provider in the shared address space',
  UM4001: 'an Edge pool',
  UM4002: 'federation allowed on the Access Edge',
  UM4003: 'DNS SRV routing on the Access Edge',
};

/** What the calls lack after the wave and is no fault yet before it: faults of the deployment as declared are reported where they stand. */
function missingFor(crowd: Crowd, context: RuleContext, { after }: Step): Missing | undefined {
  const route = routeOfPerson(context.deployment, after);
  for (const need of route.needs) context.notChecked(new UnknownFact(undefined, need, false), 0);
  const { failure } = route;
  const what = failure?.code === undefined ? undefined : things[failure.code];
  // The public records are asked for where federation is allowed (UM5001); without it the call is lost before.
  if (!failure || !what) return undefined;
  if (isReported(crowd, context, failure, route.policy?.name, route.destination)) return undefined;
  return { what, why: lowerFirst(failure.reason), code: failure.code, at: failure.cause };
}

function isReported(
  crowd: Crowd,
  context: RuleContext,
  { code }: Failure,
  policy: string | undefined,
  destination: string | null,
): boolean {
  const hosted = isHostedMode(context);
  const uses = crowd.policiesInUse;
  switch (code) {
    case 'UM4001':
    case 'UM4002':
    case 'UM4003':
      return hosted;
    case 'UM2002':
    case 'UM2003':
      return uses.some(({ effective }) => ifKnown(() => sameWord(effective.destination ?? '', destination ?? '')));
    default:
      if (code === 'UM2001' && hosted && context.deployment.all('hostingProvider').length === 0) return true;
      return uses.some(({ effective }) => sameWord(effective.name, policy ?? ''));
  }
}

export const page: RulePage = {
  explanation: `Before the first mailbox moves, everything that its calls need has to be there: the Edge with federation, the provider, the federation record in public DNS, and
a policy with a destination that applies to the moved users, granted or of their site or global. Exchange sets the flag with the move, so from that moment the calls are
routed by that policy; when it is missing, the caller hears fast busy.

A wave that retires an organization needs its users to have moved: at its end the gateways, hunt groups and dial plans are removed, and who still has EUM proxy
addresses there has no voice mail. A caller hears nothing of it: the call is dropped. Contacts of OcsUmUtil go with them; move those whose numbers are to be answered.

Faults that the deployment has before the wave are reported where they stand; this speaks where a fault first appears in a wave. The order is deduced from the documented
dependencies.`,
  bad: `wave Pilot { date 2013-06-03  move carol@contoso.com, dan@contoso.com to hosted }
                                                                         ^^^^^^`,
  good: `wave Pilot { date 2013-06-03  move carol@contoso.com, dan@contoso.com to hosted policy Cloud }`,
  alsoBad: [
    `wave Rest { date 2013-06-03  retire OnPrem  move carol@contoso.com to hosted policy Cloud }
                                    ^^^^^^`,
    `wave Pilot { date 2013-06-03  retire OnPrem  move carol@contoso.com to hosted policy Cloud }
                                     ^^^^^^
wave Rest { date 2013-07-01  move dan@contoso.com to hosted policy Cloud }`,
    `hostedVoicemailPolicy Later { description "destination follows" }
wave Pilot { date 2013-06-03  move carol@contoso.com, dan@contoso.com to hosted policy Later }
                                                                         ^^^^^^`,
  ],
  alsoGood: [
    `wave Rest { date 2013-06-03  retire OnPrem  move every user with mailbox local to hosted policy Cloud }`,
    `// Who has no voice mail any more is in nobody's way.
wave Rest { date 2013-06-03  retire OnPrem  move every user with mailbox local to none }`,
  ],
};
