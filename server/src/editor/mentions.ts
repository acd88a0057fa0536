import { folderOf, joinPath } from '../base/paths';
import type { Span } from '../base/span';
import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { bareAddress, bareNumber, stateWord } from '../model/values';
import type { Filter } from '../syntax/ast';
import type { KindName, Property } from '../vocabulary/types';
import type { Holder, Spot } from './spots';
import type { Thing } from './things';

/** How a mention names its thing. */
export type Naming =
  | { readonly by: 'name'; readonly kinds: readonly KindName[]; readonly around?: Declaration | undefined }
  /** By a property's value: a policy's destination is a provider's `proxyFqdn`. */
  | { readonly by: 'property'; readonly kind: KindName; readonly property: string }
  | { readonly by: 'address' }
  | { readonly by: 'number' }
  /** By the name of one of its computers or services: a record's target is an Edge pool's `accessFqdn`. */
  | { readonly by: 'host' }
  | { readonly by: 'file' }
  /** The name where the thing itself is declared. */
  | { readonly by: 'declaration'; readonly thing: Thing };

/** A name as it stands in a file: a word, or a part of one. */
export interface Mention extends Span {
  readonly path: string;
  readonly text: string;
  /** What is looked up, when that isn't the text: `ORG\NAME` of the NAME in it. */
  readonly qualified?: string;
  readonly naming: Naming;
  readonly spot: Spot;
}

/** What `reaches` can name. */
export const targetKinds: readonly KindName[] = ['hostingProvider', 'tenant', 'umDialPlan', 'umServer', 'exUmContact'];

export const filterKinds: Readonly<Record<Filter['by'], readonly KindName[]>> = {
  group: ['users'],
  pool: ['pool'],
  site: ['site', 'branchSite'],
  domain: ['sipDomain'],
  wave: ['wave'],
  policy: ['hostedVoicemailPolicy'],
  mailbox: [],
};

/** The names in a word, the longest first. */
export function mentionsIn(spot: Spot): Mention[] {
  const { role } = spot;
  switch (role.is) {
    case 'name':
      return inName(spot, role.declaration);
    case 'address':
      return inAddress(spot, { by: 'declaration', thing: { is: 'user', user: role.user } });
    case 'value':
      return stateWord(spot.text, spot.quoted) ? [] : inValue(spot, role.property, role.holder);
    case 'selected':
      return inAddress(spot, { by: 'address' });
    case 'called':
      return [whole(spot, { by: 'number' })];
    case 'filter':
      return filterKinds[role.by].length > 0 ? byName(spot, filterKinds[role.by]) : [];
    case 'target':
      return role.kind === undefined || targetKinds.includes(role.kind.name)
        ? byName(spot, role.kind ? [role.kind.name] : targetKinds)
        : [];
    case 'wave':
      return byName(spot, ['wave']);
    case 'meaning':
      return role.property?.type.type === 'reference' ? byName(spot, role.property.type.to) : [];
    default:
      return [];
  }
}

function inName(spot: Spot, declaration: Declaration): Mention[] {
  const own: Naming = { by: 'declaration', thing: { is: 'declaration', declaration } };
  const { nameType } = declaration.kind;
  if (nameType === 'sipAddress') return inAddress(spot, own);
  if (nameType === 'scope' || nameType === 'scopeOrText') {
    const tag = /^tag:/i.exec(spot.text)?.[0].length ?? 0;
    return [part(spot, tag, spot.text.length, own), ...inScope(spot)];
  }
  return [whole(spot, own)];
}

/** `site:Redmond`, `service:Registrar:pool01.contoso.com` */
function inScope(spot: Spot): Mention[] {
  const site = /^site:/i.exec(spot.text)?.[0].length;
  if (site) return [part(spot, site, spot.text.length, { by: 'name', kinds: ['site', 'branchSite'] })];
  const service = /^service:[^:]+:/i.exec(spot.text)?.[0].length;
  return service ? [part(spot, service, spot.text.length, { by: 'name', kinds: ['pool'] })] : [];
}

function inAddress(spot: Spot, naming: Naming): Mention[] {
  const prefix = /^sip:/i.test(spot.text) ? 4 : 0;
  const at = spot.text.indexOf('@');
  const all = part(spot, prefix, spot.text.length, naming);
  return at < 0 ? [all] : [all, part(spot, at + 1, spot.text.length, { by: 'name', kinds: ['sipDomain'] })];
}

function inValue(spot: Spot, property: Property, holder: Holder): Mention[] {
  const { type, names } = property;
  if (names) {
    return names.by === 'name'
      ? byName(spot, [names.kind])
      : [whole(spot, { by: 'property', kind: names.kind, property: names.by })];
  }
  const own = holder.is === 'block' ? holder.declaration.kind.name : undefined;
  if (property.name === 'proxyFqdn' && (own === 'hostingProvider' || own === 'publicProvider'))
    return [whole(spot, { by: 'property', kind: own, property: 'proxyFqdn' })];
  if (property.name === 'displayNumber' || (property.name === 'line' && holder.is === 'user'))
    return [whole(spot, { by: 'number' })];
  if (hostProperties.has(property.name)) return [whole(spot, { by: 'host' })];
  if (type.type === 'reference') return byName(spot, type.to, aroundOf(holder));
  if (type.type === 'sipAddress') return inAddress(spot, { by: 'address' });
  if (type.type === 'scope') return inScope(spot);
  if (property.name === 'csv') return [whole(spot, { by: 'file' })];
  if (property.name === 'sourceForestPolicyNames') return byName(spot, ['umMailboxPolicy']);
  return [];
}

/** The organization in which a bare name is looked up first. */
function aroundOf(holder: Holder): Declaration | undefined {
  const { declaration } = holder;
  const own = declaration.kind.name === 'exchange' || declaration.kind.name === 'tenant' ? declaration : undefined;
  return declaration.organization ?? own;
}

function byName(spot: Spot, kinds: readonly KindName[], around?: Declaration): Mention[] {
  const tag = kinds.includes('hostedVoicemailPolicy') ? (/^tag:/i.exec(spot.text)?.[0].length ?? 0) : 0;
  const naming: Naming = { by: 'name', kinds, around };
  const slash = spot.text.indexOf('\\');
  if (slash <= 0) return [part(spot, tag, spot.text.length, naming)];
  const name = { ...part(spot, slash + 1, spot.text.length, naming), qualified: spot.text };
  return [name, part(spot, 0, slash, { by: 'name', kinds: ['exchange', 'tenant'] })];
}

function whole(spot: Spot, naming: Naming): Mention {
  return part(spot, 0, spot.text.length, naming);
}

/** A part of a word's value. Where the word has escapes, the part is the whole word: what its value is can't be told from places. */
function part(spot: Spot, from: number, to: number, naming: Naming): Mention {
  const quotes = spot.quoted ? 1 : 0;
  const plain = spot.end - spot.start === spot.text.length + 2 * quotes;
  const start = plain ? spot.start + quotes + from : spot.start;
  const end = plain ? spot.start + quotes + to : spot.end;
  return { path: spot.path, start, end, text: spot.text.slice(from, to), naming, spot };
}

/** Values that may be the name of a computer or service of the deployment. */
const hostProperties: ReadonlySet<string> = new Set([
  ...['domainName', 'hostNameAlias', 'mailExchange', 'subject', 'san', 'defaultRouteFqdn'],
]);

const serviceNames = ['accessFqdn', 'webConferencingFqdn', 'avFqdn', 'externalWebFqdn', 'internalWebFqdn'];

/** The FQDNs by which a pool or server is reached: its own, those of its services and of its computers. */
export function hostsOf(declaration: Declaration): string[] {
  const computers = declaration.fact('computers');
  const named = serviceNames.map((name) => declaration.fact(name));
  return [declaration.name, ...named, ...(Array.isArray(computers) ? computers : [])].filter(
    (host) => typeof host === 'string',
  );
}

/** What a mention names; several where a name is ambiguous or declared twice. */
export function thingsOf(deployment: Deployment, mention: Mention): readonly Thing[] {
  const { naming, text } = mention;
  switch (naming.by) {
    case 'declaration':
      return [naming.thing];
    case 'name': {
      const found = deployment.resolve(naming.kinds, mention.qualified ?? text, naming.around);
      if (found.state === 'found') return [declared(found.target)];
      return found.state === 'ambiguous' ? found.candidates.map(declared) : [];
    }
    case 'property':
      return deployment
        .all(naming.kind)
        .filter((candidate) => {
          const value = candidate.fact(naming.property);
          return typeof value === 'string' && sameWord(value, text);
        })
        .map(declared);
    case 'address': {
      const contacts = deployment.named('exUmContact', bareAddress(text)).map(declared);
      return [...deployment.usersWithAddress(text).map((user): Thing => ({ is: 'user', user })), ...contacts];
    }
    case 'number':
      return withNumber(deployment, text);
    case 'host':
      return deployment
        .all('pool', 'umServer')
        .filter((each) => hostsOf(each).some((host) => sameWord(host, text)))
        .map(declared);
    case 'file': {
      const path = joinPath(folderOf(mention.path), text);
      return path === undefined ? [] : [{ is: 'file', path }];
    }
  }
}

function withNumber(deployment: Deployment, text: string): Thing[] {
  const contacts = deployment
    .all('exUmContact')
    .filter((contact) => contact.fact('displayNumber') === bareNumber(text));
  const users = deployment.usersWithLine(text).map((user): Thing => ({ is: 'user', user }));
  return [...contacts.map(declared), ...users];
}

export function declared(declaration: Declaration): Thing {
  return { is: 'declaration', declaration };
}

/** The mentions that an offset is in, the shortest first: so the domain of an address is told from the address. */
export function mentionsAt(spot: Spot, offset: number): Mention[] {
  const found = mentionsIn(spot).filter(({ start, end }) => start <= offset && offset <= end);
  return found.sort((a, b) => a.end - a.start - (b.end - b.start));
}

export function mentionAt(spot: Spot, offset: number): Mention | undefined {
  return mentionsAt(spot, offset)[0];
}
