import type { Span } from '../../server/src/base/span';
import type { Deployment } from '../../server/src/model/deployment';
import { Workspace } from '../../server/src/model/workspace';
import { Analyzer } from '../../server/src/rules/analyze';
import type { Diagnostic } from '../../server/src/rules/types';
import { lex } from '../../server/src/syntax/lexer';
import { parse } from '../../server/src/syntax/parse';
import { kinds, type Property, userRow } from '../../server/src/vocabulary';
import { tokenVariants } from './halfTyped';

const path = '/t/main.umtopo';

interface Looked {
  readonly diagnostics: readonly Diagnostic[];
  /** What the text declares, fact by fact, each with the names in it. */
  readonly facts: ReadonlyMap<string, readonly string[]>;
}

/** A topology that stands alone, with the CSV file that the examples name. */
function look(text: string): Looked {
  const workspace = new Workspace();
  workspace.set(path, text);
  workspace.set('/t/sales.csv', 'SipAddress,LineURI,MailboxLocation\ndora@contoso.com,+14255550131,hosted\n');
  workspace.refresh();
  const [deployment] = workspace.deployments;
  return {
    diagnostics: deployment ? new Analyzer(deployment).analyze().diagnostics : [],
    facts: new Map([...(deployment ? factsOf(deployment) : [])].map((fact) => [fact.says.join(' '), fact.names])),
  };
}

interface FactOfText {
  readonly says: readonly string[];
  readonly names: readonly string[];
}

/** Each fact names its object, what is in it, and what the value names. */
function* factsOf(deployment: Deployment): Generator<FactOfText> {
  const { text } = deployment.files[0] as { readonly text: string };
  const textOf = ({ start, length }: { start: number; length: number }) => text.slice(start, start + length).trim();
  for (const { kind, key, parent, children, written, rows, item } of deployment.declarations) {
    const users = deployment.placements().filter(({ block }) => kind.name === 'users' && block.declaration.key === key);
    const addresses = users.flatMap((each) => each.users(1_000).map(({ address }) => address));
    const names = [key, ...children.map((child) => child.key), ...addresses].filter((name) => name !== '');
    yield { says: [kind.name, key], names };
    if (parent) yield { says: [kind.name, key, parent.kind.name, parent.key], names: [...names, parent.key] };
    for (const { node } of [...written.values(), ...rows.flatMap((row) => [...row.written.values()])]) {
      for (const value of node.values)
        yield { says: [kind.name, key, node.word.text, value.text], names: [...names, ...namesOf(value.text)] };
    }
    for (const { owner } of rows) yield { says: [kind.name, key, owner], names: [...names, owner] };
    if (kind.name === 'wave')
      yield { says: [kind.name, key, textOf(item)], names: [...names, ...namesOf(textOf(item))] };
  }
  for (const placement of deployment.placements()) {
    const group = placement.block.declaration.key;
    for (const user of placement.users(1_000)) {
      const names = [group, user.address];
      yield { says: names, names };
      for (const { property, text: value } of user.written)
        yield { says: [...names, property, value], names: [...names, ...namesOf(value)] };
    }
  }
  for (const { item } of deployment.expectations) yield { says: [textOf(item)], names: namesOf(textOf(item)) };
}

/** What a diagnostic says and of what, wherever its line has moved to and however many users it counts. */
function keyOf({ code, message, start }: Diagnostic, text: string): string {
  const line = text.slice(
    text.lastIndexOf('\n', start - 1) + 1,
    (text.indexOf('\n', start) + text.length) % text.length,
  );
  return `${code} ${message.replace(/\d+/g, '#')} ${line.trim()}`;
}

/** An example, to be compared with what an edit makes of it. */
class Undisturbed {
  private readonly looked: Looked;
  private readonly before: ReadonlySet<string>;

  constructor(private readonly text: string) {
    this.looked = look(text);
    this.before = new Set(this.looked.diagnostics.map((diagnostic) => keyOf(diagnostic, text)));
  }

  /**
   * The diagnostics that an edit brings and that have nothing to do with it: outside of the declaration that was edited, at a place where nothing refers to what the
   * edit removed. A place refers to what the declaration around it names and to what is said of it; what was removed are the facts that the text no longer declares, or
   * declares otherwise.
   * @param at where the edit was; the text is the same before it, and again behind it
   */
  unrelated(edited: string, at: number): string[] {
    const { diagnostics, facts } = look(edited);
    const changed = [...difference(this.looked.facts, facts), ...difference(facts, this.looked.facts)];
    const removed = new Set([...changed, ...namesOf(wordsAt(this.text, at))].map((name) => name.toLowerCase()));
    const own = editedItems(this.text, edited, at);
    return diagnostics
      .filter((diagnostic) => !this.before.has(keyOf(diagnostic, edited)))
      .filter((diagnostic) => !(diagnostic.path === path && own.some((span) => touch(span, diagnostic))))
      .filter(({ path: where, start, message }) => {
        // A CSV file refers to the group that names it.
        const place = where === path ? itemAt(edited, start) : itemAt(edited, edited.indexOf('sales.csv'));
        return ![...wordsOf(place), ...wordsOf(message)].some((word) => removed.has(word));
      })
      .map(({ code, message }) => `${code} ${message}`);
  }
}

/** The names in what one of two texts says and the other doesn't. */
function difference(one: Looked['facts'], other: Looked['facts']): string[] {
  return [...one].flatMap(([fact, names]) => (other.has(fact) ? [] : names));
}

function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The declarations of the text before the edit that it is in, where they are now; not what a missing brace makes part of them. */
function editedItems(before: string, after: string, at: number): Span[] {
  let tail = 0;
  while (tail < before.length - at && tail < after.length - at && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return parse(before)
    .items.map(({ start, length }) => ({ start, end: start + length }))
    .filter(({ start, end }) => start <= before.length - tail && at <= end)
    .map(({ start, end }) => ({ start, end: end + after.length - before.length }));
}

/** The token at an offset and the one behind it: what is deleted, doubled or swapped. */
function wordsAt(text: string, at: number): string {
  const { tokens } = lex(text, at, Math.min(text.length, at + 400), undefined, false);
  return tokens
    .slice(0, 2)
    .map(({ image }) => image)
    .join(' ');
}

function itemAt(text: string, offset: number): string {
  const item = parse(text).items.find(({ start, length }) => start <= offset && offset < start + length);
  return item ? text.slice(item.start, item.start + item.length) : '';
}

const vocabulary = new Set(
  [
    ...kinds.flatMap(({ name, properties }) => [name, ...properties.flatMap(spellings)]),
    ...userRow.properties.flatMap(spellings),
    ...['true', 'false', 'expect', 'every', 'user', 'contact', 'reaches', 'move', 'columns', 'unset', 'unknown'],
  ].map((word) => word.toLowerCase()),
);

function spellings({ name, type }: Property): string[] {
  return [name, ...(type.type === 'enum' ? type.values.map(({ value }) => value) : [])];
}

/** The words of a text; of a scope the site as well. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,"(){}`]+/)
    .map((word) => word.replace(/[.:;]$/, ''))
    .flatMap((word) => [word, ...word.split(/[:\\]/)]);
}

/** The words of a text that aren't the language's own: names, addresses, numbers. */
function namesOf(text: string): string[] {
  return wordsOf(text).filter((word) => word.length > 2 && !vocabulary.has(word));
}

/** The share of edits of tokens that bring nothing unrelated, and what the others bring. */
export function undisturbedShare(text: string, step: number): { share: number; cases: number; disturbed: string[] } {
  const example = new Undisturbed(text);
  const disturbed: string[] = [];
  let cases = 0;
  for (const { note, text: edited, at } of tokenVariants(text, 0, step)) {
    cases++;
    const [first] = example.unrelated(edited, at);
    if (first !== undefined) disturbed.push(`${note}: ${first}`);
  }
  return { share: 1 - disturbed.length / cases, cases, disturbed };
}
