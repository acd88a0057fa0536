import type { DnsRecordsAction } from '../../../server/src/export/plan';
import type { Run } from './run';
import type { DeployedSystem, Session } from './system';

/** A zone of Windows DNS, as its server holds it: each record by its name, type and text. */
const zoneNoun = 'DnsServerZone';
const recordNoun = 'DnsServerResourceRecord';

export function putZone(system: DeployedSystem, session: Session, zone: string): void {
  system.put(session, zoneNoun, zone, {});
}

/** Fails where the record is there, as the cmdlet does. */
export function addRecord(system: DeployedSystem, session: Session, owner: readonly string[], text: string): void {
  const identity = [...owner, text].join(' ');
  if (system.get(session, recordNoun, identity)) throw new Error(`${identity} is there`);
  system.put(session, recordNoun, identity, { text });
}

export function removeRecord(system: DeployedSystem, session: Session, owner: readonly string[], text: string): void {
  system.remove(session, recordNoun, [...owner, text].join(' '));
}

/** The texts of the records of a type. */
function recordsOf(system: DeployedSystem, session: Session, owner: readonly string[]): string[] {
  const start = `${owner.join(' ').toLowerCase()} `;
  return system
    .all(session, recordNoun)
    .flatMap(([identity, { text }]) => (identity.startsWith(start) ? [String(text)] : []));
}

/** Zone, name and type of what a step is about. */
export function ownerOf(action: DnsRecordsAction, type: string = action.recordType): string[] {
  const name = action.get.parameters.find((parameter) => parameter.name === 'Name')?.value;
  return [action.zone, String(name), type];
}

/** As a step of `dns.ps1` and of its way back does. */
export function runRecords(id: string, action: DnsRecordsAction, { system, session, snapshot, at }: Run): string {
  if (!system.get(session, zoneNoun, action.zone)) return 'notMet';
  const owner = ownerOf(action);
  const found = recordsOf(system, session, owner);
  if (action.takesBack) {
    if (!snapshot.has(id)) return 'unchanged';
    const before = snapshot.found(id)?.texts ?? [];
    const added = found.filter(
      (text) => action.texts.includes(text) && !(Array.isArray(before) && before.includes(text)),
    );
    for (const text of added) removeRecord(system, session, owner, text);
    return added.length > 0 ? 'removed' : 'unchanged';
  }
  if (action.add === undefined) {
    const there = action.alike.some((type) => recordsOf(system, session, ownerOf(action, type)).length > 0);
    return there ? 'unchanged' : 'toDo';
  }
  if (inTheWay(system, session, action).length > 0) return 'differs';
  const missing = action.add.filter(({ text }) => !found.includes(text));
  for (const { text } of missing) {
    snapshot.save(id, { texts: found });
    at?.('saved');
    addRecord(system, session, owner, text);
    at?.('changed');
  }
  return missing.length > 0 ? 'created' : 'unchanged';
}

const types = ['A', 'AAAA', 'CNAME', 'MX', 'SRV', 'TXT'];

function inTheWay(system: DeployedSystem, session: Session, action: DnsRecordsAction): string[] {
  const { rivals = '', recordType } = action;
  const isRival = (text: string): boolean =>
    rivals.endsWith('*') ? text.toLowerCase().startsWith(rivals.slice(0, -1).toLowerCase()) : text === rivals;
  const rest = types.filter((type) => type !== recordType && (type === 'CNAME' || recordType === 'CNAME'));
  return [
    ...recordsOf(system, session, ownerOf(action)).filter((text) => !action.texts.includes(text) && isRival(text)),
    ...rest.flatMap((type) => recordsOf(system, session, ownerOf(action, type))),
  ];
}
