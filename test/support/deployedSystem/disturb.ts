import type { Value } from '../../../server/src/export/plan';
import type { Random } from '../random';
import type { Runnable } from './project';
import { type DeployedSystem, type Session, textOf } from './system';

/** Objects that nothing else stands on: they may be missing. */
const leaves = new Set([
  'CsExUmContact',
  'CsUser',
  'CsAllowedDomain',
  'CsBlockedDomain',
  'CsVoicemailReroutingConfiguration',
  'UMAutoAttendant',
]);

/** A system that somebody has begun, or set otherwise: objects that the scripts make are missing, values that they set differ. */
export function disturb(system: DeployedSystem, scripts: readonly Runnable[], random: Random): DeployedSystem {
  for (const { plan, session, rows } of scripts) {
    for (const { action } of plan.steps) {
      if (action.type !== 'object') continue;
      const noun = action.get.cmdlet.slice('Get-'.length);
      const identity = String(
        action.get.parameters.find(({ name }) => /^(?:Identity|Server)$/.test(name))?.value ?? 'global',
      );
      const found = system.get(session, noun, identity);
      if (found === undefined) continue;
      if (leaves.has(noun) && action.create && random.chance(0.3)) {
        system.remove(session, noun, identity);
        continue;
      }
      for (const { property, value, immutable } of action.wanted)
        if (immutable === undefined && action.change && property in found && random.chance(0.4))
          setOther(system, session, noun, identity, property, value);
    }
    if (session === 'lync')
      disturbUsers(
        system,
        rows.map((row) => row.SipAddress ?? ''),
        random,
      );
  }
  return system;
}

function disturbUsers(system: DeployedSystem, addresses: readonly string[], random: Random): void {
  for (const address of addresses) {
    if (!system.get('lync', 'CsUser', address)) continue;
    if (random.chance(0.2)) system.remove('lync', 'CsUser', address);
    else
      for (const property of ['HostedVoiceMail', 'LineURI', 'HostedVoicemailPolicy', 'VoicePolicy'])
        if (random.chance(0.3)) setOther(system, 'lync', 'CsUser', address, property, null);
  }
}

function setOther(
  system: DeployedSystem,
  session: Session,
  noun: string,
  identity: string,
  property: string,
  value: Value,
): void {
  const found = system.get(session, noun, identity);
  const other = otherValue(property, value);
  if (found && other !== undefined && textOf(found[property]) !== textOf(other))
    system.put(session, noun, identity, { ...found, [property]: other });
}

/** Another value that the object can have; `undefined` where there is none. */
function otherValue(property: string, value: Value): Value | undefined {
  if (property === 'IsDefault' || property === 'SimpleName' || property === 'Address') return undefined;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (property === 'Status') return value === 'Enabled' ? 'Disabled' : 'Enabled';
  return Array.isArray(value) ? [] : null;
}
