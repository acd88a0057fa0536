import type { Span } from '../base/span';
import { finished, type Steps } from '../base/steps';
import { fold } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { DeploymentFiles } from '../model/deploymentFiles';
import type { UserRow } from '../model/placement';
import type { TopologyFile } from '../model/sourceFile';
import type { DeclarationNode } from '../syntax/ast';
import { type Kind, kindOf } from '../vocabulary';
import { userAt } from './users';

/** The texts of a deployment, and the deployment when it is asked for. */
export type Searched = Pick<DeploymentFiles, 'files' | 'csv' | 'deployment'>;

export interface FoundSymbol {
  /** With what it was found by, when that isn't its name: editors show only what has the letters of the query in it. */
  readonly name: string;
  readonly container: string;
  readonly group: Kind['group'];
  readonly path: string;
  readonly span: Span;
}

const MAXIMUM = 200;

/** Finds objects and users by name, kind, address or number. A number is found however it is grouped: `0101`, `+1 425 555 0101`. */
export function workspaceSymbols(members: Iterable<Searched>, query: string): FoundSymbol[] {
  return finished(symbolSteps(members, query));
}

/** Of thousands of deployments those are made whose text has something of it. */
export function* symbolSteps(all: Iterable<Searched>, query: string): Steps<FoundSymbol[]> {
  const found: FoundSymbol[] = [];
  // Gone through twice, objects first.
  const members = [...all];
  const wanted = fold(query.trim());
  const digits = wanted.replace(/[\s().-]/g, '');
  const number = /^\+?\d{3,}$/.test(digits) ? digits : undefined;
  for (const member of members) {
    yield;
    if (!member.files.some((file) => mayHave(file, wanted, number))) continue;
    for (const declaration of member.deployment.declarations) {
      yield;
      const { kind, parent, path, head } = declaration;
      const name = foundName(declaration, wanted, number);
      if (name === undefined) continue;
      const around = parent ? `in ${parent.name}` : '';
      // Where the kind stands in the name it isn't said again.
      const container = name.startsWith(kind.name) && name !== kind.name ? around : `${kind.name} ${around}`.trimEnd();
      found.push({ name, container, group: kind.group, path, span: head });
      if (found.length === MAXIMUM) return found;
    }
  }
  // Users are many: only an address or number that has begun finds one.
  if (wanted.length < 2) return found;
  const pattern = new RegExp([wanted, ...(number ? [number] : [])].map(escapeRegExp).join('|'), 'giu');
  for (const member of members) {
    yield;
    if (!textsOfFiles(member).some((text) => text.search(pattern) >= 0)) continue;
    for (const user of usersMatching(member.deployment, pattern)) {
      yield;
      if (user === undefined) continue;
      const container = user.placement.block.declaration.name;
      const by = textsOf(user).find((text) => text.search(pattern) >= 0) ?? user.address;
      const name = by === user.address ? by : `${user.address} ${by}`;
      found.push({ name, container, group: 'users', path: user.path, span: user.addressSpan });
      if (found.length === MAXIMUM) return found;
    }
  }
  return found;
}

/** Whether an object may be found in a file: looked at before there are any objects. */
function mayHave({ tree, text }: TopologyFile, wanted: string, number: string | undefined): boolean {
  if (number !== undefined && text.replace(/[\s().-]/g, '').includes(number)) return true;
  return tree.items.some(({ node }) => node?.type === 'declaration' && mayBe(node, wanted));
}

function mayBe({ kind, meant, name, body }: DeclarationNode, wanted: string): boolean {
  if (name && isSubsequence(wanted, fold(name.text))) return true;
  const known = kindOf(meant ?? kind.text);
  if (known && [known.name, known.singular].some((each) => fold(each).includes(wanted))) return true;
  return body?.elements.some((element) => element.type === 'declaration' && mayBe(element, wanted)) === true;
}

function textsOfFiles({ files, csv }: Searched): string[] {
  const lists = [...csv.values()].flatMap((state) => (state && 'file' in state ? state.file.text : []));
  return [...files.map(({ text }) => text), ...lists];
}

/** What an object is shown as when a query finds it; `undefined` when it doesn't. */
function foundName(declaration: Declaration, wanted: string, number: string | undefined): string | undefined {
  const { kind, name } = declaration;
  if (name !== '' && isSubsequence(wanted, fold(name))) return name;
  const word = [kind.name, kind.singular].find((each) => fold(each).includes(wanted));
  if (word !== undefined) return `${word} ${name}`.trimEnd();
  const value = declaration.fact('displayNumber');
  return number !== undefined && typeof value === 'string' && value.includes(number) ? `${name} ${value}` : undefined;
}

export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** So many characters are searched at once, and so many beyond them, for what begins before their end. */
const PORTION = 131_072;
const BEYOND = 1024;

/**
 * Users whose address, number or name has a text; `undefined` again and again while none is found. The files' texts are searched, so that only rows that match are
 * read.
 */
export function* usersMatching(deployment: Deployment, pattern: RegExp): Generator<UserRow | undefined> {
  const paths = new Set(deployment.blocks.flatMap(({ segments }) => segments.map(({ path }) => path)));
  for (const path of paths) {
    let seen = -1;
    for (const index of placesOf(deployment.textOf(path), pattern)) {
      const user = index === undefined || index < seen ? undefined : userAt(deployment, path, index);
      if (user) seen = user.span.end;
      yield user && isShown(user, pattern) ? user : undefined;
    }
  }
}

function* placesOf(text: string, pattern: RegExp): Generator<number | undefined> {
  for (let from = 0; from < text.length; from += PORTION) {
    for (const { index } of text.slice(from, from + PORTION + BEYOND).matchAll(pattern))
      if (index < PORTION) yield from + index;
    yield undefined;
  }
}

function isShown(user: UserRow, pattern: RegExp): boolean {
  return textsOf(user).some((text) => text.search(pattern) >= 0);
}

/** What people look for a user by. */
function textsOf(user: UserRow): string[] {
  return [user.address, ...user.texts('line'), ...user.texts('displayName'), ...user.texts('extensions')];
}

/** The letters of a query in their order, as editors search. */
function isSubsequence(wanted: string, text: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
