import type { Call } from '../../../server/src/export/plan';
import { cmdletOf } from '../../unit/vocabulary/cmdlets';
import { effects } from './effects';
import { CmdletError, change, create, identities, need, type Parameters, text } from './objects';
import type { DeployedSystem, Properties, Session } from './system';

/** Runs a cmdlet that changes something, with the side effects that the documents tell of. */
export function run(system: DeployedSystem, session: Session, call: Call): void {
  const parameters = checked(call);
  const [verb = '', noun = ''] = call.cmdlet.split('-');
  const identity = identityOf(parameters);
  const special = effects[call.cmdlet];
  if (special) {
    special(system, session, identity, parameters);
    return;
  }
  switch (verb) {
    case 'New':
      create(system, session, noun, identity, parameters);
      return;
    case 'Set':
      change(system, session, noun, identity, parameters);
      return;
    case 'Remove':
      need(system, session, noun, identity);
      system.remove(session, noun, identity);
      return;
    default:
      throw new Error(`Nobody said what ${call.cmdlet} does`);
  }
}

/** What a `Get-` cmdlet finds. */
export function look(system: DeployedSystem, session: Session, call: Call): Properties | undefined {
  const parameters = checked(call);
  const noun = call.cmdlet.slice('Get-'.length);
  if (noun === 'ExchangeCertificate')
    return system.get(session, noun, `${text(parameters, 'Server')} ${text(parameters, 'Thumbprint')}`);
  return system.get(session, noun, parameters.size === 0 ? 'global' : identityOf(parameters));
}

/** The parameters, when a parameter set of the cmdlet takes them. */
function checked({ cmdlet, parameters }: Call): Parameters {
  const found = cmdletOf(cmdlet);
  if (found === undefined) throw new CmdletError(`There is no ${cmdlet}`);
  const names = parameters.map(({ name }) => name);
  const fits = found.parameterSets.some(
    (set) =>
      set.mandatory.every((name) => names.includes(name)) &&
      names.every((name) => set.mandatory.includes(name) || set.optional.includes(name)),
  );
  if (!fits) throw new CmdletError(`${cmdlet} has no parameter set for ${names.join(', ')}`);
  return new Map(parameters.map(({ name, value }) => [name, value]));
}

function identityOf(parameters: Parameters): string {
  const name = identities.find((each) => parameters.has(each));
  return name === undefined ? 'global' : text(parameters, name);
}
