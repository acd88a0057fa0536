import type { FactReader, Known } from '../model/facts';
import type { Person } from '../model/person';

/** The three ways in which `msExchUCVoiceMailSettings` is written. */
const properties = ['msExchUCVoiceMailSettings', 'hostedVoiceMail', 'exchangeHostedVoiceMail'] as const;

/** The two pairs in `msExchUCVoiceMailSettings`, a multi-valued string that Lync and Exchange share. [USER] [SCHEMA] */
export interface Attribute {
  /** `ExchangeHostedVoiceMail=1` or `=0`; `undefined`: no such pair. */
  readonly exchange: boolean | undefined;
  /** `CsHostedVoiceMail=1` or `=0`; `undefined`: no such pair. */
  readonly lync: boolean | undefined;
  /** Raw values that no document knows: another key or value, or two values of one author. */
  readonly malformed: readonly string[];
  /** Where it is said; `undefined` when it follows from the intent. */
  readonly property: (typeof properties)[number] | undefined;
}

/** Whether the user's voice mail is meant to be hosted: a hosted mailbox, or a local one with Cloud Voicemail. */
export function hostedIntended(read: FactReader, person: Person): boolean {
  const mailbox = read.text(person, 'mailbox');
  return mailbox === 'hosted' || (mailbox === 'local' && read.flag(person, 'enableCloudVoiceMail') === true);
}

/**
 * The attribute as it stands, or as export will make it when nothing of it is stated: Lync's pair is 1 when voice mail is to be hosted, else there is none.
 * @throws UnknownFact when a pair isn't known.
 */
export function attributeOf(read: FactReader, person: Person): Attribute {
  const [raw, lync, exchange] = properties;
  const pairs = person.has(lync) || person.has(exchange);
  if (person.has(raw) && !(pairs && (person.nearer(lync, raw) || person.nearer(exchange, raw))))
    return parseRaw(read.list(person, raw));
  if (!pairs)
    return {
      exchange: undefined,
      lync: hostedIntended(read, person) ? true : undefined,
      malformed: [],
      property: undefined,
    };
  return {
    exchange: pair(read.read(person, exchange)),
    lync: pair(read.read(person, lync)),
    malformed: [],
    property: person.has(exchange) ? exchange : lync,
  };
}

function pair(fact: Known | undefined): boolean | undefined {
  return typeof fact === 'boolean' ? fact : undefined;
}

function parseRaw(values: readonly string[]): Attribute {
  let exchange: boolean | undefined;
  let lync: boolean | undefined;
  const malformed: string[] = [];
  for (const value of values) {
    const match = /^(ExchangeHostedVoiceMail|CsHostedVoiceMail)=([01])$/i.exec(value.trim());
    const author = match?.[1]?.toLowerCase();
    const set = match?.[2] === '1';
    if (author === 'exchangehostedvoicemail' && exchange === undefined) exchange = set;
    else if (author === 'cshostedvoicemail' && lync === undefined) lync = set;
    else malformed.push(value);
  }
  return { exchange, lync, malformed, property: 'msExchUCVoiceMailSettings' };
}

/** The values of the attribute, as AD shows them. */
export function attributeText(attribute: Attribute): string {
  const { exchange, lync, malformed } = attribute;
  const values = [
    ...(exchange === undefined ? [] : [`ExchangeHostedVoiceMail=${exchange ? 1 : 0}`]),
    ...(lync === undefined ? [] : [`CsHostedVoiceMail=${lync ? 1 : 0}`]),
    ...malformed,
  ];
  return values.length === 0 ? 'empty' : values.join(', ');
}
