import type { Place } from '../../rules/types';

export type RecordType = 'SRV' | 'A' | 'AAAA' | 'CNAME' | 'MX' | 'TXT';
export type ZoneScope = 'public' | 'internal';

/** A record of a zone. */
export interface DnsRecord {
  /** Fully qualified, without the dot at its end, in lower case. */
  readonly owner: string;
  readonly type: RecordType;
  /** As a zone file writes it. */
  readonly data: string;
  /** Seconds; the export's own where it isn't said. */
  readonly timeToLive?: number;
  readonly causes: readonly Place[];
}

/** A record that the deployment needs, and why. */
export interface NeededRecord {
  readonly scope: ZoneScope;
  readonly owner: string;
  readonly type: RecordType;
  /** Several addresses make several records. Empty: it isn't known, `otherwise` says what to do. */
  readonly data: readonly string[];
  readonly why: string;
  /** Written as a comment: what to fill in, or why it is left to the administrator. */
  readonly otherwise?: string;
  /** Types that serve as well when the zone declares one at this owner. */
  readonly alike: readonly RecordType[];
  readonly causes: readonly Place[];
}

/** A fully qualified name as a zone file writes it: with a dot at its end, other characters than letters, digits, hyphens and underscores as bytes. [RFC 1035] */
export function dnsName(fqdn: string): string {
  return `${escapeName(fqdn.replace(/\.$/, ''))}.`;
}

export function escapeName(name: string): string {
  return name.replace(/[^A-Za-z0-9._*-]/gu, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `\\${String(byte).padStart(3, '0')}`).join(''),
  );
}

/** Whether a name is a zone's own, or below it. */
export function isInZone(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** Labels of 1 to 63 bytes, 253 in all. */
export function isDnsName(fqdn: string): boolean {
  const size = (text: string): number => new TextEncoder().encode(text).length;
  const labels = fqdn.split('.');
  return size(fqdn) <= 253 && labels.every((label) => label !== '' && size(label) <= 63);
}

/** A text in strings of at most 255 bytes, quoted. */
export function txtData(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const parts: string[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += 255) {
    const part = [...bytes.subarray(at, at + 255)].map((byte) => {
      const character = String.fromCharCode(byte);
      if (character === '"' || character === '\\') return `\\${character}`;
      return byte < 32 || byte > 126 ? `\\${String(byte).padStart(3, '0')}` : character;
    });
    parts.push(`"${part.join('')}"`);
  }
  return parts.join(' ');
}
