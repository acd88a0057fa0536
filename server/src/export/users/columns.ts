import { type Fact, isOpen, plainReader, UNSET, UnknownFact } from '../../model/facts';
import type { Person } from '../../model/person';
import { attributeOf, hostedIntended } from '../../routing/attribute';
import { rowPropertyOf, userRow } from '../../vocabulary';
import type { Property } from '../../vocabulary/types';

/** A column of `users.csv`. */
export interface UserColumn {
  readonly header: string;
  /** The property of a row that the reader takes it for; none: ignored when it is read back. */
  readonly property?: string;
  /** Differs from user to user; all others are alike for users of a placement. */
  readonly individual: boolean;
  readonly cell: (person: Person, address: string) => string;
}

/** The columns that are always there, in this order. */
const first: readonly UserColumn[] = [
  { header: 'SipAddress', individual: true, cell: (_, address) => `sip:${address}` },
  {
    header: 'Identity',
    individual: true,
    cell: (person, address) => textOr(person.fact('userPrincipalName'), address),
  },
  {
    header: 'UserPrincipalName',
    property: 'userPrincipalName',
    individual: true,
    cell: (person, address) => {
      const fact = person.fact('userPrincipalName');
      return fact === undefined ? address : cellText(rowPropertyOf(userRow, 'userPrincipalName') as Property, fact);
    },
  },
  plain('RegistrarPool', 'pool'),
  plain('EnterpriseVoiceEnabled', 'enterpriseVoice'),
  plain('LineURI', 'line'),
  { header: 'HostedVoiceMail', property: 'hostedVoiceMail', individual: false, cell: lyncPair },
  plain('HostedVoicemailPolicy', 'policy'),
  plain('MailboxLocation', 'mailbox'),
  plain('UmDialPlan', 'umDialPlan'),
  { header: 'UmMailboxPolicy', property: 'umMailboxPolicy', individual: false, cell: mailboxPolicy },
  plain('Extension', 'extensions'),
  plain('Wave', 'wave'),
];

const firstProperties = new Set(first.map((column) => column.property));

/** Columns of what only some deployments say. */
const further: readonly UserColumn[] = userRow.properties
  .filter((property) => !firstProperties.has(property.name))
  .map((property) => {
    const header = property.csvHeaders?.[0] ?? property.name.charAt(0).toUpperCase() + property.name.slice(1);
    if (property.name === 'exchangeHostedVoiceMail')
      return { header, property: property.name, individual: false, cell: exchangePair };
    if (property.name === 'msExchUCVoiceMailSettings')
      return { header, property: property.name, individual: false, cell: rawAttribute };
    return {
      header,
      property: property.name,
      individual: property.individual === true,
      cell: (person: Person) => (person.has(property.name) ? cellText(property, person.fact(property.name)) : ''),
    };
  });

/** The columns of an export in which users say these properties. */
export function userColumns(written: (property: string) => boolean): readonly UserColumn[] {
  const raw = written('msExchUCVoiceMailSettings');
  return [
    ...first,
    ...further.filter(({ property = '' }) => written(property) || (property === 'exchangeHostedVoiceMail' && raw)),
  ];
}

function plain(header: string, name: string): UserColumn {
  const property = rowPropertyOf(userRow, name) as Property;
  return {
    header,
    property: name,
    individual: property.individual === true,
    cell: (person) => cellText(property, person.fact(name)),
  };
}

/** A fact as the reader of CSV files understands it; nothing where nothing is said. */
function cellText(property: Property, fact: Fact | undefined): string {
  if (fact === undefined) return '';
  if (fact === UNSET) return 'unset';
  // A value that is none of its type is as little known as one that isn't known: scripts leave both alone.
  if (isOpen(fact)) return 'unknown';
  if (Array.isArray(fact)) return fact.map(String).join(';');
  if (typeof fact === 'boolean') return fact ? 'True' : 'False';
  return property.type.type === 'phone' ? `tel:${String(fact)}` : String(fact);
}

function textOr(fact: Fact | undefined, otherwise: string): string {
  return typeof fact === 'string' ? fact : isOpen(fact) ? 'unknown' : otherwise;
}

/** The default is written for mailboxes that are here, where the scripts need it. */
function mailboxPolicy(person: Person): string {
  const fact = person.fact('umMailboxPolicy');
  const plan = person.fact('umDialPlan');
  if (fact !== undefined || person.fact('mailbox') !== 'local' || typeof plan !== 'string')
    return cellText(rowPropertyOf(userRow, 'umMailboxPolicy') as Property, fact);
  return `${plan.slice(plan.indexOf('\\') + 1)} Default Policy`;
}

interface Pairs {
  readonly lync: string;
  readonly exchange: string;
  readonly raw: string;
}

/** The attribute as cells. An empty cell of both pairs is read as "what is intended", so a pair that is known to be missing has to be said where that differs. */
function pairs(person: Person): Pairs {
  try {
    const attribute = attributeOf(plainReader, person);
    const exchange = attribute.exchange === undefined ? '' : attribute.exchange ? 'True' : 'False';
    if (attribute.malformed.length > 0)
      return { lync: 'unknown', exchange: '', raw: plainReader.list(person, 'msExchUCVoiceMailSettings').join(';') };
    if (attribute.lync !== undefined) return { lync: attribute.lync ? 'True' : 'False', exchange, raw: '' };
    return { lync: exchange === '' && intended(person) ? 'unset' : '', exchange, raw: '' };
  } catch (error) {
    if (!(error instanceof UnknownFact)) throw error;
    return unknownPairs(person);
  }
}

function intended(person: Person): boolean {
  try {
    return hostedIntended(plainReader, person);
  } catch (error) {
    if (!(error instanceof UnknownFact)) throw error;
    return true;
  }
}

function unknownPairs(person: Person): Pairs {
  const [lync, exchange] = (['hostedVoiceMail', 'exchangeHostedVoiceMail'] as const).map((name) =>
    person.has(name) ? cellText(rowPropertyOf(userRow, name) as Property, person.fact(name)) : '',
  );
  if (lync === '' && exchange === '') return { lync: 'unknown', exchange: '', raw: '' };
  return { lync: lync ?? '', exchange: exchange ?? '', raw: '' };
}

function lyncPair(person: Person): string {
  return pairs(person).lync;
}

function exchangePair(person: Person): string {
  return pairs(person).exchange;
}

function rawAttribute(person: Person): string {
  return pairs(person).raw;
}
