import type { Deployment } from '../../model/deployment';
import { isInZone, type RecordType, type ZoneScope } from '../dns/record';
import { recordValues } from '../dns/recordValues';
import type { Zone, ZoneEntry } from '../dns/zones';
import type { Call, DnsRecordsAction, Parameter, Plan } from '../plan';
import { PlanBuilder } from './builder';

/** A DNS server takes no longer text in one string, and its cmdlet makes no second one. */
const LONGEST_TEXT = 255;

const addressTypes: readonly RecordType[] = ['A', 'AAAA', 'CNAME'];

/**
 * The records of the zones for Windows DNS: each name and type is one step. What is there is never changed: what is missing is added, what differs is said.
 * @param timeToLive in seconds, for records that don't say their own.
 */
export function dnsPlan(deployment: Deployment, zones: readonly Zone[], timeToLive: number): Plan {
  const builder = new PlanBuilder(deployment);
  builder.add('prerequisites', ['Shell'], {
    title: 'The cmdlets of Windows DNS are there',
    why: 'The script needs them.',
    proof: 'Get-Command finds them.',
    action: {
      type: 'check',
      check: {
        kind: 'shell',
        shell: 'Windows PowerShell of a DNS server, or where the DNS Server Tools are installed',
        cmdlets: ['Get-DnsServerZone', 'Get-DnsServerResourceRecord', 'Add-DnsServerResourceRecord'],
        modules: ['DnsServer'],
      },
    },
    undo: { type: 'nothing' },
    source: ['DNSSRV'],
    causes: builder.root,
  });
  for (const zone of zones) for (const entries of groupsOf(zone)) addStep(builder, zone, entries, timeToLive);
  return { shell: 'dns', steps: builder.steps };
}

/** Records of one name and type belong together, wherever they are declared; what is only stated stands alone. */
function groupsOf(zone: Zone): (readonly [ZoneEntry, ...ZoneEntry[]])[] {
  const groups = new Map<string, [ZoneEntry, ...ZoneEntry[]]>();
  for (const [i, entry] of zone.entries.entries()) {
    if (!isInZone(entry.owner, zone.name)) continue;
    const key = `${entry.owner} ${entry.type}${entry.disabled === undefined ? '' : ` ${i}`}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()];
}

const seenBy: Readonly<Record<ZoneScope, string>> = { public: 'the Internet', internal: 'the internal network' };

function addStep(
  builder: PlanBuilder,
  zone: Zone,
  entries: readonly [ZoneEntry, ...ZoneEntry[]],
  timeToLive: number,
): void {
  const [{ owner, type, disabled }] = entries;
  const name = owner === zone.name ? '@' : owner.slice(0, -zone.name.length - 1);
  const records = entries.flatMap((entry) => entry.records);
  const planned = new Map(records.map((record) => [recordValues(type, record.data).text, record]));
  const texts = [...planned.keys()];
  const tooLong = type === 'TXT' && texts.some((text) => new TextEncoder().encode(text).length > LONGEST_TEXT);
  const otherwise =
    disabled ??
    (tooLong ? `the text has more than ${LONGEST_TEXT} bytes, which no cmdlet enters: enter it by hand` : '');
  const action: DnsRecordsAction = {
    type: 'dnsRecords',
    zones: zone.scope,
    zone: zone.name,
    target: `${owner} ${type}`,
    recordType: type,
    get: {
      cmdlet: 'Get-DnsServerResourceRecord',
      parameters: [{ name: 'ZoneName', value: zone.name }, { name: 'Name', value: name }, { name: 'Node' }],
    },
    getZone: { cmdlet: 'Get-DnsServerZone', parameters: [{ name: 'Name', value: zone.name }] },
    texts,
    ...(otherwise === ''
      ? {
          add: [...planned].map(([text, record]) => ({
            text,
            call: addCall(zone.name, name, type, record.data, record.timeToLive ?? timeToLive),
          })),
        }
      : { otherwise }),
    alike: addressTypes.includes(type) ? addressTypes : [type],
    ...rivalsOf(type, texts),
    declaredBy: zone.scope === 'public' ? 'publicDnsZone' : 'internalDnsZone',
  };
  const why = entries.flatMap((entry) => entry.why).filter((text, i, all) => all.indexOf(text) === i);
  builder.add('dns', [zone.scope === 'public' ? 'Public' : 'Internal', zone.name, name, type], {
    title: `${owner} ${type}`,
    why: why.join('; ') || `The zone ${zone.name} as seen by ${seenBy[zone.scope]} declares it.`,
    proof: `Resolve-DnsName -Name ${owner} -Type ${type} answers as planned, asked from ${seenBy[zone.scope]}.`,
    action,
    undo: { type: action.add ? 'restore' : 'nothing' },
    source: ['DNSSRV', 'DNSEDGE'],
    causes: entries.flatMap((entry) => entry.causes),
  });
}

/** Other records of the name and type which make ours wrong. Texts stand beside each other, but only one may say who sends mail. */
function rivalsOf(type: RecordType, texts: readonly string[]): { readonly rivals?: string } {
  if (type !== 'TXT') return { rivals: '*' };
  return texts.some((text) => text.startsWith('v=spf1')) ? { rivals: 'v=spf1*' } : {};
}

function addCall(zone: string, name: string, type: RecordType, data: string, timeToLive: number): Call {
  const { fields } = recordValues(type, data);
  const [first = '', second = '', third = '', fourth = ''] = fields;
  const place: Parameter[] = [
    { name: 'ZoneName', value: zone },
    { name: 'Name', value: name },
  ];
  const last: Parameter = { name: 'TimeToLive', value: timeSpan(timeToLive) };
  const make = (cmdlet: string, values: readonly Parameter[], ...kind: readonly Parameter[]): Call => ({
    cmdlet,
    parameters: [...kind, ...place, ...values, last],
  });
  switch (type) {
    case 'A':
      return make('Add-DnsServerResourceRecordA', [{ name: 'IPv4Address', value: first }]);
    case 'AAAA':
      return make('Add-DnsServerResourceRecordAAAA', [{ name: 'IPv6Address', value: first }]);
    case 'CNAME':
      return make('Add-DnsServerResourceRecordCName', [{ name: 'HostNameAlias', value: first }]);
    case 'MX':
      return make('Add-DnsServerResourceRecordMX', [
        { name: 'Preference', value: Number(first) },
        { name: 'MailExchange', value: second },
      ]);
    case 'TXT':
      return make('Add-DnsServerResourceRecord', [{ name: 'DescriptiveText', value: first }], { name: 'Txt' });
    case 'SRV':
      return make(
        'Add-DnsServerResourceRecord',
        [
          { name: 'DomainName', value: fourth },
          { name: 'Priority', value: Number(first) },
          { name: 'Weight', value: Number(second) },
          { name: 'Port', value: Number(third) },
        ],
        { name: 'Srv' },
      );
  }
}

/** Seconds as a text that .NET reads: `0.01:00:00`. */
function timeSpan(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${Math.floor(seconds / 86400)}.${two((seconds % 86400) / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}
