import type { EnumValue, KindName, Limits, ValueType } from '../types';

/** What the kinds' tables share: value types, ranges and enums. */

export const boolean = { type: 'boolean' } as const;
export const number = { type: 'number' } as const;
export const date = { type: 'date' } as const;
export const text = { type: 'text' } as const;
export const fqdn = { type: 'fqdn' } as const;
export const sipAddress = { type: 'sipAddress' } as const;
export const phone = { type: 'phone' } as const;
export const ipAddress = { type: 'ipAddress' } as const;
export const distinguishedName = { type: 'distinguishedName' } as const;
export const kindName = { type: 'kind' } as const;
export const portRange = { type: 'portRange' } as const;

export function reference(...to: readonly KindName[]): ValueType {
  return { type: 'reference', to };
}

export function oneOf(...values: readonly EnumValue[]): ValueType {
  return { type: 'enum', values };
}

export const portLimits: Limits = { minimum: 0, maximum: 65535, code: 'UM1026' };

/** The form that the cmdlets document for a number to dial: digits, an optional plus, no leading zero; `tel:` is taken off before. */
export const dialableNumber = '^([tT][eE][lL]:)?\\+?[1-9][0-9]*$';

export const verificationLevel = oneOf(
  { value: 'alwaysVerifiable', doc: 'Every message counts as verified: nothing is rejected.' },
  {
    value: 'alwaysUnverifiable',
    doc: "Every message counts as unverified: it is delivered only when the sender is in the recipient's contact list.",
  },
  {
    value: 'useSourceVerification',
    doc: 'The level stated in the message counts; a message that states none is rejected. The value for hosted UM.',
  },
);

export const ipAddressFamily = oneOf(
  { value: 'ipv4Only', cmdletValue: 'IPv4Only', doc: 'IPv4 alone.' },
  { value: 'ipv6Only', cmdletValue: 'IPv6Only', doc: 'IPv6 alone.' },
  { value: 'any', doc: 'IPv6 first, then IPv4.' },
);

/** The versions of a server, as `deployment` and `pool` name them. */
export const serverVersionValues: readonly EnumValue[] = [
  { value: 'lync2010', doc: 'Lync Server 2010. With Exchange 2013 UM it needs cumulative update 3.' },
  { value: 'lync2013', doc: 'Lync Server 2013.' },
  { value: 'sfb2015', doc: 'Skype for Business Server 2015.' },
  { value: 'sfb2019', doc: 'Skype for Business Server 2019: hosted voice mail is Cloud Voicemail.' },
  { value: 'sfbSE', doc: 'Skype for Business Server Subscription Edition: hosted voice mail is Cloud Voicemail.' },
];
