import type { Value } from '../../../server/src/export/plan';
import { kinds } from '../../../server/src/vocabulary';
import { cmdletValueOf, enumValueOf, parameterOf } from '../../../server/src/vocabulary/lookup';
import type { Property } from '../../../server/src/vocabulary/types';
import type { DeployedSystem, Properties, Session } from './system';

/** What a cmdlet says when it fails; the script ends. */
export class CmdletError extends Error {}

export type Parameters = ReadonlyMap<string, Value | undefined>;

/** Parameters that name the object. */
export const identities = ['Identity', 'SipAddress', 'Name', 'Server', 'Thumbprint'];

export function text(parameters: Parameters, name: string): string {
  return String(parameters.get(name) ?? '');
}

export function need(system: DeployedSystem, session: Session, noun: string, identity: string): Properties {
  const found = system.get(session, noun, identity);
  if (found === undefined) throw new CmdletError(`Cannot find ${noun} ${identity}`);
  return found;
}

export function create(
  system: DeployedSystem,
  session: Session,
  noun: string,
  identity: string,
  parameters: Parameters,
): Properties {
  if (system.get(session, noun, identity)) throw new CmdletError(`${noun} ${identity} already exists`);
  const properties = { ...defaultsOf(noun), ...given(parameters, {}) };
  system.put(session, noun, identity, properties);
  return properties;
}

export function change(
  system: DeployedSystem,
  session: Session,
  noun: string,
  identity: string,
  parameters: Parameters,
): Properties {
  const before = need(system, session, noun, identity);
  const properties = { ...before, ...given(parameters, before) };
  system.put(session, noun, identity, properties);
  return properties;
}

/** The values that parameters set; switches and what names the object left out. `add` adds to what is there. */
export function given(parameters: Parameters, before: Properties): Properties {
  const properties: Properties = {};
  for (const [name, value] of parameters) {
    if (identities.includes(name) || value === undefined) continue;
    if (value !== null && typeof value === 'object' && 'add' in value) {
      const there = Array.isArray(before[name]) ? (before[name] as readonly string[]) : [];
      properties[name] = [...there, ...value.add.filter((each) => !there.includes(each))];
    } else properties[name] = value;
  }
  return properties;
}

/** The defaults that the documents tell of: what `Get-` shows of an object that was made without a word about them. */
export function defaultsOf(noun: string): Properties {
  const kind = kinds.find(({ cmdlets }) => cmdlets.new === `New-${noun}` || cmdlets.set === `Set-${noun}`);
  const properties: Properties = {};
  for (const property of kind?.properties ?? []) {
    if (property.fact || property.default === undefined) continue;
    properties[parameterOf(property)] = defaultValue(property, property.default);
  }
  return properties;
}

function defaultValue(property: Property, word: string): Value {
  if (property.type.type === 'boolean') return word === 'true';
  if (property.type.type === 'number') return Number(word);
  const value = enumValueOf(property, word);
  return value ? cmdletValueOf(value) : word;
}
