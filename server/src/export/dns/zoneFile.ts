import type { Place } from '../../rules/types';
import { ExportFile, type ExportLine, plainText } from '../file';
import { LineWriter, oneLine, wrap } from '../lines';
import { fileNames } from '../paths';
import { type DnsRecord, dnsName, escapeName } from './record';
import type { Zone, ZoneEntry } from './zones';

export interface ZoneOptions {
  /** Seconds, for records that don't say their own. */
  readonly timeToLive: number;
  /** The name server that the SOA and NS records name, fully qualified. */
  readonly nameServer: string;
  /** The serial number. A name server wants a higher one with each change, which no export can know. */
  readonly serial: number;
  /** Comment lines at the top of each file. */
  readonly origin: readonly string[];
}

/** The files of all zones: of each one to load as it is, and one of its records alone, to add to a zone that exists. */
export function zoneFiles(zones: readonly Zone[], options: ZoneOptions, root: readonly Place[]): ExportFile[] {
  return (['public', 'internal'] as const).flatMap((scope) => {
    const seen = zones.filter((zone) => zone.scope === scope);
    // A zone whose name is none, in a forced export, gets a file's name all the same.
    const names = fileNames(
      seen.map((zone) => zone.name),
      LONGEST_NAME,
    );
    return seen.flatMap((zone, i) => filesOf(zone, `dns/${scope}/${names[i]}`, options, root));
  });
}

/** With its ending a file's name has to stay below what file systems take. */
const LONGEST_NAME = 240;

function filesOf(zone: Zone, path: string, options: ZoneOptions, root: readonly Place[]): ExportFile[] {
  return [
    ExportFile.of(`${path}.zone`, plainText, zoneLines(zone, options, root, true)),
    ExportFile.of(`${path}.records`, plainText, zoneLines(zone, options, root, false)),
  ];
}

function zoneLines(zone: Zone, options: ZoneOptions, root: readonly Place[], whole: boolean): ExportLine[] {
  const writer = new LineWriter(zone.causes.length > 0 ? zone.causes : root);
  for (const line of options.origin) writer.line(`; ${oneLine(line)}`, root);
  for (const line of introduction(zone, whole)) comment(writer, line);
  writer.line(`$ORIGIN ${dnsName(zone.name)}`);
  if (whole) {
    writer.line(`$TTL ${options.timeToLive}`);
    comment(writer, 'The name server and the serial number are placeholders: put in your own.');
    const contact = dnsName(`hostmaster.${zone.name}`);
    writer.line(
      `@ ${options.timeToLive} IN SOA ${dnsName(options.nameServer)} ${contact} ( ${options.serial} 3600 600 1209600 3600 )`,
    );
    writer.line(`@ ${options.timeToLive} IN NS ${dnsName(options.nameServer)}`);
  }
  const width = Math.min(32, Math.max(1, ...zone.entries.map((entry) => relativeName(entry.owner, zone.name).length)));
  for (const entry of zone.entries) printEntry(writer, zone, entry, options, width);
  return writer.lines;
}

function introduction(zone: Zone, whole: boolean): string[] {
  const seen = zone.scope === 'public' ? 'the Internet' : 'the internal network';
  const from = zone.declared ? 'as declared, with what is missing' : 'what the deployment needs';
  if (!whole) return [`Records of ${zone.name} as seen by ${seen}, ${from}: add them to the zone that exists.`];
  const lines = [
    `Zone ${zone.name} as seen by ${seen}, ${from}. It replaces a zone of this name: where one exists, add the records of ${zone.name}.records to it instead.`,
  ];
  if (zone.scope === 'internal')
    lines.push(
      `Loading it makes internal DNS authoritative for ${zone.name}: every other name of the domain that is used inside has to be in it too.`,
    );
  return lines;
}

function printEntry(writer: LineWriter, zone: Zone, entry: ZoneEntry, options: ZoneOptions, width: number): void {
  writer.because(entry.causes, () => {
    for (const why of entry.why) comment(writer, why);
    if (entry.disabled !== undefined) {
      comment(writer, `not written as a record: ${entry.disabled}`);
      if (entry.records.length === 0)
        writer.line(`; ${relativeName(entry.owner, zone.name).padEnd(width)} IN ${entry.type.padEnd(5)} ...`);
    }
    for (const record of entry.records) {
      const text = recordText(record, zone, options, width);
      writer.line(entry.disabled === undefined ? text : `; ${text}`);
    }
  });
}

function comment(writer: LineWriter, text: string): void {
  for (const line of wrap(text, 110)) writer.line(`; ${line}`);
}

/** Each record with its own time to live: included in another file, a `$TTL` would change what follows there. */
function recordText(record: DnsRecord, zone: Zone, options: ZoneOptions, width: number): string {
  const owner = relativeName(record.owner, zone.name).padEnd(width);
  return `${owner} ${record.timeToLive ?? options.timeToLive} IN ${record.type.padEnd(5)} ${record.data}`;
}

function relativeName(owner: string, zone: string): string {
  if (owner === zone) return '@';
  const inside = owner.endsWith(`.${zone}`);
  return inside ? escapeName(owner.slice(0, -zone.length - 1)) : dnsName(owner);
}
