import { fold } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type Fact, type FactReader, isOpen, UnknownFact } from '../model/facts';
import { perDeployment } from '../model/perDeployment';
import type { InState } from '../model/person';
import { bareNumber } from '../model/values';
import { contactMoves, retiringIn, waveOrder } from '../model/waves';
import { causeOf, hostedRoute } from './hostedRoute';
import { localRoute, retiredIn } from './localRoute';
import type { Trace } from './trace';
import type { Route } from './types';

/** A contact in some state: as declared, or after waves that moved it. */
export interface ContactState extends InState {
  readonly declaration: Declaration;
}

class MovedContact implements ContactState {
  readonly id: string;

  constructor(
    readonly declaration: Declaration,
    private readonly changed: ReadonlyMap<string, Fact>,
    waves: number,
    readonly retiring: readonly Declaration[],
  ) {
    this.id = `${declaration.id}>${waves}`;
  }

  fact(property: string): Fact | undefined {
    return this.changed.has(property) ? this.changed.get(property) : this.declaration.fact(property);
  }
}

/** The contact after the first waves: a move of its mailbox changes its tool, other properties are new values. */
export function contactAfter(deployment: Deployment, declaration: Declaration, waves: number): ContactState {
  const changed = new Map<string, Fact>();
  for (const move of contactMoves(deployment, declaration, waves)) {
    for (const [name, { value }] of move.written) changed.set(name, value);
    if (move.mailbox) changed.set('tool', move.mailbox === 'local' ? 'ocsUmUtil' : 'newCsExUmContact');
    if (move.mailbox === 'none') changed.set('enabled', false);
  }
  const retiring = retiringIn(waveOrder(deployment).waves.slice(0, waves));
  return new MovedContact(declaration, changed, waves, retiring);
}

/** The contacts by number, of several the first; `open`: of one the number isn't known. */
const numbered = perDeployment((deployment) => {
  const byNumber = new Map<string, Declaration>();
  let open: Declaration | undefined;
  for (const contact of deployment.all('exUmContact')) {
    const number = contact.fact('displayNumber');
    const key = typeof number === 'string' ? numberKey(number) : undefined;
    if (key !== undefined && !byNumber.has(key)) byNumber.set(key, contact);
    if (isOpen(number)) open ??= contact;
  }
  return { byNumber, open };
});

function numberKey(number: string): string {
  return fold(bareNumber(number));
}

/** The contact that is declared with a number. */
export function contactNumbered(deployment: Deployment, number: string): Declaration | undefined {
  return numbered(deployment).byNumber.get(numberKey(number));
}

/** The contact whose number it is; extension and number count together. */
export function contactWithNumber(
  deployment: Deployment,
  read: FactReader,
  number: string,
  waves = 0,
): ContactState | undefined {
  const { byNumber, open } = numbered(deployment);
  const wanted = numberKey(number);
  const declaration = open
    ? deployment.all('exUmContact').find((each) => numberKey(read.text(each, 'displayNumber') ?? '') === wanted)
    : byNumber.get(wanted);
  return declaration && contactAfter(deployment, declaration, waves);
}

/** Who answers a contact's number. @throws UnknownFact when it hangs on a fact that isn't known. */
export function contactRoute(deployment: Deployment, read: FactReader, contact: ContactState, trace: Trace): Route {
  const { declaration } = contact;
  trace.contact = declaration.name;
  const number = read.text(declaration, 'displayNumber');
  const purpose = read.flag(contact, 'autoAttendant') === true ? 'an auto attendant' : 'subscriber access';
  trace.decide(
    'contact',
    `${number ?? declaration.name} is the number of contact ${declaration.name}, ${purpose}`,
    'CONTACT',
    causeOf(declaration, 'displayNumber'),
  );
  if (read.flag(contact, 'enterpriseVoice') === false) {
    trace.decide(
      'contact',
      'The contact is not enabled for Enterprise Voice, which disables it',
      'PS-SETCON',
      causeOf(declaration, 'enterpriseVoice'),
    );
    return trace.nobody();
  }
  if (read.flag(contact, 'enabled') === false) {
    trace.decide('contact', 'The contact is not enabled', 'PS-SETCON', causeOf(declaration, 'enabled'));
    return trace.nobody();
  }
  if (read.flag(contact, 'autoAttendant') !== true)
    trace.decide(
      'mailbox',
      'Outlook Voice Access knows the mailbox by the caller ID, or asks for extension and PIN',
      'FEAT',
    );
  const disabled = disabledAttendant(deployment, read, contact, number);
  trace.hop({ at: declaration.name, role: 'contact', cause: causeOf(declaration) });
  if (disabled) {
    return trace.fail({
      at: 'umAutoAttendant',
      reason: `Auto attendant ${disabled.name} is disabled, which it is until it is enabled`,
      caller: 'the call is not answered',
      symptom: 'Get-UMAutoAttendant shows Status Disabled',
      code: 'UM6021',
      cause: causeOf(disabled, 'status'),
    });
  }
  if (read.text(contact, 'tool') !== 'ocsUmUtil') {
    trace.decide(
      'tool',
      'The contact was made by New-CsExUmContact: its hosted voice mail policy is consulted',
      'CONTACT',
      causeOf(declaration, 'tool'),
    );
    return hostedRoute(deployment, read, contact, declaration.name, trace, null);
  }
  trace.decide(
    'tool',
    'The contact was made by OcsUmUtil: the UM dial plan stored with it answers',
    'OP-OCSUM',
    causeOf(declaration, 'tool'),
  );
  const plan = read.text(contact, 'umDialPlan');
  const found = deployment.find('umDialPlan', plan);
  const retiring = found && retiredIn(deployment, read, contact, found);
  if (retiring) {
    trace.decide(
      'wave',
      `${retiring.name} retires ${found.organization?.name}, and its contacts are removed: the number is nobody's`,
      'ARCH',
      causeOf(retiring, 'retire'),
      true,
    );
    return trace.nobody();
  }
  if (plan !== undefined) return localRoute(deployment, read, contact, plan, declaration.name, trace, null);
  throw new UnknownFact(contact, 'umDialPlan', true);
}

/** The declared attendant that would answer, when it is disabled. */
function disabledAttendant(
  deployment: Deployment,
  read: FactReader,
  contact: ContactState,
  number: string | undefined,
): Declaration | undefined {
  if (read.flag(contact, 'autoAttendant') !== true) return undefined;
  const named = deployment.find('umAutoAttendant', read.text(contact, 'umAutoAttendant'));
  const local = read.text(contact, 'tool') === 'ocsUmUtil';
  const attendant =
    named ??
    deployment
      .all('umAutoAttendant')
      .filter((candidate) => (candidate.organization?.kind.name === 'exchange') === local)
      .find((candidate) =>
        read
          .list(candidate, 'pilotIdentifierList')
          .some((pilot) => number !== undefined && fold(pilot) === fold(bareNumber(number))),
      );
  return attendant && read.text(attendant, 'status') !== 'enabled' ? attendant : undefined;
}
