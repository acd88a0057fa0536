import type { FactReader } from '../model/facts';
import type { Placement } from '../model/placement';
import type { Attribute } from '../routing/attribute';
import type { Fix } from './types';
import { setForUsers } from './userFixes';

/** What the values of `msExchUCVoiceMailSettings` come to. `open`: no document says (UM4014, UM4016). */
export type Flag = 'hosted' | 'off' | 'empty' | 'open';

export function flagOf({ exchange, lync, malformed }: Attribute): Flag {
  if (malformed.length > 0 || (exchange !== undefined && lync !== undefined && exchange !== lync)) return 'open';
  if (exchange || lync) return 'hosted';
  return exchange === false || lync === false ? 'off' : 'empty';
}

/** Whether the user is homed online: voice mail is then that provider's affair. */
export function isOnline(read: FactReader, placement: Placement): boolean {
  return read.text(placement, 'hostingProvider') !== undefined;
}

/** Where a contradiction between a mailbox and the attribute stands: at what was said nearer to the user. */
export function attributePlace(placement: Placement, attribute: Attribute): { placement: Placement; property: string } {
  const property = attribute.property ?? 'mailbox';
  return { placement, property: placement.nearer('mailbox', property) ? 'mailbox' : property };
}

/** Writes the attribute: as its raw values where these are written, else the pairs that change. */
export function writeAttribute(
  placements: readonly Placement[],
  was: Attribute,
  is: { readonly exchange: boolean | undefined; readonly lync: boolean | undefined },
  title: string,
): Fix[] {
  if (was.property === 'msExchUCVoiceMailSettings') {
    const values = [
      ...(is.exchange === undefined ? [] : [`"ExchangeHostedVoiceMail=${is.exchange ? 1 : 0}"`]),
      ...(is.lync === undefined ? [] : [`"CsHostedVoiceMail=${is.lync ? 1 : 0}"`]),
    ];
    return setForUsers(placements, { msExchUCVoiceMailSettings: values.join(', ') || 'unset' }, title);
  }
  return setForUsers(
    placements,
    {
      ...(was.exchange !== is.exchange && { exchangeHostedVoiceMail: String(is.exchange ?? 'unset') }),
      ...(was.lync !== is.lync && { hostedVoiceMail: String(is.lync ?? 'unset') }),
    },
    title,
  );
}
