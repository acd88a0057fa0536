import { fold } from '../base/words';
import type { Deployment } from '../model/deployment';
import type { UserRow } from '../model/placement';
import { escapeRegExp, usersMatching } from './workspaceSymbols';

/** Somebody whose calls can be asked about. */
export interface Callee {
  /** An address; of a contact its number, where it has one. */
  readonly of: string;
  /** What tells it apart: a name, a number, the group. */
  readonly detail: string;
  readonly kind: 'user' | 'contact';
}

export interface Callees {
  readonly found: readonly Callee[];
  readonly more: boolean;
}

/** So many matches are looked at to find the best; so many users are read to find them. */
const candidates = 200;
const readLimit = 4000;

/**
 * Users and contacts by a part of an address, number or name, those that start with it first. Without a query: numbers, and a user of each group, to begin with. At most
 * `limit`, however many there are.
 */
export function callees(deployment: Deployment, query: string, limit = 12): Callees {
  const words = fold(query.trim()).split(/\s+/).filter(Boolean);
  const numbers = deployment.all('exUmContact').map((contact): Callee & { readonly texts: string[] } => {
    const number = contact.fact('displayNumber');
    const what = contact.fact('autoAttendant') === true ? 'auto attendant' : 'subscriber access';
    const own = typeof number === 'string';
    const detail = own ? `${what} · ${contact.name}` : what;
    return { of: own ? number : contact.name, detail, kind: 'contact', texts: [String(number), contact.name, what] };
  });
  if (words.length === 0) {
    const first = deployment.blocks.flatMap((block) => {
      const [shape] = block.shapeCounts.keys();
      return shape === undefined ? [] : deployment.placement(block, shape).users(1).map(asCallee);
    });
    return bounded([...first, ...numbers], limit, deployment.userCount > first.length);
  }
  const found: (Callee & { readonly texts: readonly string[] })[] = numbers.filter(({ texts }) =>
    matches(texts, words),
  );
  let read = 0;
  let more = false;
  for (const user of usersMatching(deployment, patternOf(words))) {
    if (user === undefined) continue;
    const texts = textsOf(user);
    if (matches(texts, words)) found.push({ ...asCallee(user), texts });
    more = found.length >= candidates || ++read >= readLimit;
    if (more) break;
  }
  const [wanted = ''] = words;
  const begins = ({ texts }: { readonly texts: readonly string[] }) =>
    texts.some((text) => fold(text).replace(/^\+/, '').startsWith(wanted.replace(/^\+/, '')));
  const best = [...found.filter(begins), ...found.filter((each) => !begins(each))];
  return bounded(best, limit, more);
}

function bounded(found: readonly Callee[], limit: number, more: boolean): Callees {
  const shown = found.slice(0, limit).map(({ of, detail, kind }) => ({ of, detail, kind }));
  return { found: shown, more: more || found.length > limit };
}

function asCallee(user: UserRow): Callee {
  const [line] = user.texts('line');
  const [name] = user.texts('displayName');
  const detail = [name, line?.replace(/^tel:/i, ''), user.placement.block.declaration.name].filter(Boolean).join(' · ');
  return { of: user.address.replace(/^sip:/i, ''), detail, kind: 'user' };
}

function textsOf(user: UserRow): string[] {
  const line = user.texts('line')[0]?.replace(/^tel:/i, '');
  return [user.address.replace(/^sip:/i, ''), ...(line ? [line] : []), ...user.texts('displayName')];
}

/** The longest word finds candidates in the text; the others have to be there as well. */
function patternOf(words: readonly string[]): RegExp {
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
  const digits = digitsOf(longest);
  return new RegExp([longest, ...(digits ? [digits] : [])].map(escapeRegExp).join('|'), 'giu');
}

function matches(texts: readonly string[], words: readonly string[]): boolean {
  const folded = texts.map(fold);
  return words.every((word) => {
    const digits = digitsOf(word);
    return folded.some((text) => text.includes(word) || (digits !== undefined && text.includes(digits)));
  });
}

/** Numbers are found however they are grouped. */
function digitsOf(word: string): string | undefined {
  const digits = word.replace(/[().-]/g, '');
  return /^\+?\d{3,}$/.test(digits) ? digits : undefined;
}
