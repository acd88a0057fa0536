import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactReader, UnknownFact } from '../model/facts';
import type { Person } from '../model/person';
import { chooseUm } from './chooseUm';
import { homePool, siteOf } from './effectivePolicy';
import { gatewaysOf } from './gateways';
import { causeOf, hostedRoute } from './hostedRoute';
import { localRoute, planOf } from './localRoute';
import { contactRoute, contactWithNumber } from './numbers';
import { Trace } from './trace';
import type { CallEvent, Route } from './types';

/** Why ExUM Routing is asked, by event. */
const triggers: Readonly<Record<CallEvent, readonly [because: string, source: string]>> = {
  noAnswer: [
    'The endpoints ring without an answer; the Front End asks ExUM Routing for the called user (diversion reason no-answer)',
    'ROUTE',
  ],
  busy: ['The user is busy; the Front End asks ExUM Routing for the called user (diversion reason user-busy)', 'ROUTE'],
  forwarded: ['The user forwards calls to voice mail; the Front End asks ExUM Routing for the called user', 'ROUTE'],
  doNotDisturb: ['The user is in do-not-disturb; the Front End asks ExUM Routing for the called user', 'ROUTE'],
  direct: ['The call goes to sip:user@domain;opaque=app:voicemail, without ringing', 'ANNOUNCE'],
  callVoicemail: ['The user calls voice mail from the client: he is caller and called at once', 'FEAT'],
  missedCall: [
    'The caller hangs up before voice mail answers: a missed-call notification is written to the mailbox',
    'EX-LYNC',
  ],
  mwi: [
    'A message arrives: Exchange sends a SIP NOTIFY (message-summary) to the Front End, against the way of a call; it tries for up to 5 minutes',
    'EX-MWI',
  ],
  playOnPhone: [
    'The user asks Exchange, through its web service, to play a message on a phone: the call goes against the way of others',
    'PS-UMMPSET',
  ],
  escape: [
    'A mobile phone answers faster than the escape timer allows: the call is pulled back from its own voice mail',
    'ESCAPE',
  ],
  wanOutage: ['The WAN of the branch is down: the call is rerouted over the PSTN', 'BRANCH'],
};

/** Where a call to a user goes, or a message about it. @throws UnknownFact when it hangs on a fact that isn't known. */
export function userRoute(
  deployment: Deployment,
  read: FactReader,
  person: Person,
  address: string,
  event: CallEvent,
): Route {
  const trace = new Trace();
  const [because, source] = triggers[event];
  trace.decide('event', because, source);
  if (event === 'wanOutage') {
    const rerouted = wanOutage(deployment, read, person, trace);
    if (rerouted) return rerouted;
  }
  if (event === 'escape') {
    const kept = mobileEscape(deployment, read, person, trace);
    if (kept) return kept;
  }
  const choice = chooseUm(read, person);
  trace.decisions.push(choice.decision);
  if (choice.um === 'none') return trace.nobody();
  if (choice.um === 'open') return trace.open();
  const stopped = allowance(deployment, read, person, event, choice.um, trace);
  if (stopped) return stopped;
  if (choice.um === 'hosted') return hostedRoute(deployment, read, person, address, trace, event);
  const route = localRoute(deployment, read, person, choice.umDialPlan ?? '', address, trace, event);
  return route.outcome === 'local' && event === 'playOnPhone'
    ? (outcall(deployment, read, person, trace) ?? route)
    : route;
}

/** A branch user's calls while the WAN is down: over the PSTN to the rerouting numbers. [BRANCH] [PS-REROUTE] */
function wanOutage(deployment: Deployment, read: FactReader, person: Person, trace: Trace): Route | undefined {
  const pool = homePool(deployment, read, person);
  if (!pool || read.text(pool, 'role') !== 'survivableBranch') {
    trace.decide(
      'reroute',
      'The user is not homed at a branch: an outage of its WAN changes nothing',
      'BRANCH',
      person.cause('pool'),
    );
    return undefined;
  }
  trace.homePool(read, pool, pool.name);
  const site = siteOf(pool);
  const scopes = [...(site ? [`site:${site.name}`] : []), 'global'];
  const configuration = scopes
    .map((scope) => deployment.named('voicemailReroutingConfiguration', scope)[0])
    .find((found) => found !== undefined);
  if (!configuration && deployment.isIncomplete('voicemailReroutingConfiguration'))
    throw new UnknownFact(undefined, 'voicemailReroutingConfiguration', false);
  const enabled = configuration !== undefined && read.flag(configuration, 'enabled') === true;
  const number = configuration && read.text(configuration, 'autoAttendantNumber');
  if (!enabled || number === undefined) {
    return trace.fail({
      at: 'reroute',
      reason: `No enabled voice mail rerouting configuration with an AutoAttendantNumber applies to ${site?.name ?? pool.name}`,
      caller: 'the call ends unanswered',
      symptom: 'voice mail is lost while the WAN is down; notifications wait until it is back',
      code: 'UM6019',
      cause: configuration ? causeOf(configuration) : causeOf(pool),
    });
  }
  trace.decide(
    'reroute',
    `The configuration of ${configuration.name} reroutes unanswered calls over the PSTN to ${number}`,
    'PS-REROUTE',
    causeOf(configuration),
  );
  trace.hop({ at: number, role: 'pstn', cause: causeOf(configuration, 'autoAttendantNumber') });
  const contact = contactWithNumber(deployment, read, number);
  if (contact) return contactRoute(deployment, read, contact, trace);
  if (deployment.isIncomplete('exUmContact')) throw new UnknownFact(undefined, 'exUmContact', false);
  return trace.fail({
    at: 'reroute',
    reason: `${number} is not the number of any contact`,
    caller: 'the number is not reached',
    symptom: 'New-CsVoicemailReroutingConfiguration refuses a number without a contact',
    code: 'UM2020',
    cause: causeOf(configuration, 'autoAttendantNumber'),
  });
}

/** Whether a call that a mobile phone's voice mail took is pulled back. [ESCAPE] */
function mobileEscape(deployment: Deployment, read: FactReader, person: Person, trace: Trace): Route | undefined {
  const policy = voicePolicy(deployment, read, person);
  const enabled = policy !== undefined && read.flag(policy, 'enableVoicemailEscapeTimer') === true;
  const cause = policy && causeOf(policy);
  if (enabled) {
    const timer = read.number(policy, 'pstnVoicemailEscapeTimer') ?? 1500;
    trace.decide(
      'escape',
      `Voice policy ${policy.name} escapes from answers within ${timer} ms: the user's own voice mail takes the call`,
      'ESCAPE',
      cause,
    );
    return undefined;
  }
  trace.decide(
    'escape',
    `Voice policy ${policy?.name ?? 'global'} has no escape timer: the mobile phone's own voice mail keeps the call`,
    'PS-VOICEPOL',
    cause,
  );
  return trace.nobody();
}

function voicePolicy(deployment: Deployment, read: FactReader, person: Person): Declaration | undefined {
  const own = read.text(person, 'voicePolicy');
  if (own !== undefined) {
    const found = deployment.resolve(['voicePolicy'], own);
    if (found.state === 'found') return found.target;
    throw new UnknownFact(person, 'voicePolicy', found.state !== 'undeclared' || !found.incomplete);
  }
  const site = siteOf(homePool(deployment, read, person));
  const found =
    (site && deployment.named('voicePolicy', `site:${site.name}`)[0]) ?? deployment.named('voicePolicy', 'global')[0];
  if (!found && deployment.isIncomplete('voicePolicy')) throw new UnknownFact(undefined, 'voicePolicy', false);
  return found;
}

const allowances: Partial<Readonly<Record<CallEvent, readonly [property: string, what: string]>>> = {
  missedCall: ['allowMissedCallNotifications', 'missed-call notifications'],
  mwi: ['allowMessageWaitingIndicator', 'message waiting indication'],
  playOnPhone: ['allowPlayOnPhone', 'Play on Phone'],
};

/** What the mailbox's UM policy, its gateway and its version keep from happening. */
function allowance(
  deployment: Deployment,
  read: FactReader,
  person: Person,
  event: CallEvent,
  um: 'hosted' | 'local',
  trace: Trace,
): Route | undefined {
  const asked = allowances[event];
  if (!asked || um === 'hosted') return undefined;
  const [property, what] = asked;
  const plan = planOf(deployment, read, person);
  const policy = deployment.find(
    'umMailboxPolicy',
    read.text(person, 'umMailboxPolicy') ?? `${plan?.name ?? ''} Default Policy`,
    plan?.organization,
  );
  if (policy && read.flag(policy, property) === false) {
    trace.decide(
      'umMailboxPolicy',
      `UM mailbox policy ${policy.name} does not allow ${what}`,
      'PS-UMMPSET',
      causeOf(policy, property),
    );
    return trace.nobody();
  }
  if (event !== 'mwi' || !plan) return undefined;
  const gateways = gatewaysOf(deployment, read, plan);
  const off = gateways.filter((gateway) => read.flag(gateway, 'messageWaitingIndicatorAllowed') === false);
  if (gateways.length === 0 || off.length < gateways.length) return undefined;
  trace.decide(
    'umIPGateway',
    `No UM IP gateway of ${plan.name} allows message waiting indication`,
    'PS-UMGW',
    off[0] && causeOf(off[0], 'messageWaitingIndicatorAllowed'),
  );
  return trace.nobody();
}

/** Play on Phone needs a gateway that may place out-calls; undeclared gateways are those that ExchUCUtil makes. [OP-UM] */
function outcall(deployment: Deployment, read: FactReader, person: Person, trace: Trace): Route | undefined {
  const plan = planOf(deployment, read, person);
  const gateways = plan ? gatewaysOf(deployment, read, plan) : [];
  const allowed = gateways.filter(
    (gateway) => read.flag(gateway, 'outcallsAllowed') !== false && read.text(gateway, 'status') !== 'disabled',
  );
  const [gateway] = allowed;
  if (gateway)
    trace.decide(
      'umIPGateway',
      `UM places the call through gateway ${gateway.name}, which allows out-calls`,
      'OP-UM',
      causeOf(gateway),
    );
  if (gateway || gateways.length === 0) return undefined;
  return trace.fail({
    at: 'umIPGateway',
    reason: `No UM IP gateway of ${plan?.name} may place out-calls`,
    caller: 'the phone does not ring',
    symptom: 'Play on Phone fails',
    code: 'UM6004',
    cause: gateways[0] && causeOf(gateways[0], 'outcallsAllowed'),
  });
}
