import { Workspace } from '../../server/src/model/workspace';
import { Analyzer } from '../../server/src/rules/analyze';
import type { Diagnostic } from '../../server/src/rules/types';
import { lex } from '../../server/src/syntax/lexer';
import { parse } from '../../server/src/syntax/parse';
import { type KindName, kinds, type Property, userRow } from '../../server/src/vocabulary';
import { tokenVariants } from './halfTyped';

const path = '/t/main.umtopo';

interface Looked {
  readonly diagnostics: readonly Diagnostic[];
  /** The names of the objects of a kind. */
  readonly names: (kind: KindName) => readonly string[];
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
    names: (kind) => deployment?.all(kind).map(({ key }) => key) ?? [],
  };
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
   * The diagnostics that an edit brings and that have nothing to do with it: outside of the declaration that was edited, at a place that doesn't speak of its
   * names, and not about objects of a kind of which the edit took one away.
   * @param at where the edit was; the text is the same before it, and again behind it
   */
  unrelated(edited: string, at: number): string[] {
    const touched = touchedItems(this.text, edited, at);
    const { diagnostics, names } = look(edited);
    const gone = kinds.filter(({ name }) => this.looked.names(name).some((each) => !names(name).includes(each)));
    return (
      diagnostics
        .filter((diagnostic) => !this.before.has(keyOf(diagnostic, edited)))
        // What a CSV file is read as, is said by the group that names it.
        .filter((diagnostic) => diagnostic.path === path || !touched.words.has('sales.csv'))
        .filter(({ start, end }) => !touched.spans.some((span) => span.start <= end && start <= span.end))
        .filter(({ start, message }) => {
          const spoken = [...namesAt(edited, start), ...message.toLowerCase().split(/[\s,;:"]+|\.(?= |$)/)];
          if (gone.some(({ name, singular }) => message.includes(name) || message.includes(singular))) return false;
          return !spoken.some((word) => touched.words.has(word));
        })
        .map(({ code, message }) => `${code} ${message}`)
    );
  }
}

/** The declarations of the new text that the edit is in, and the words of the old ones: their names, what they refer to. */
function touchedItems(
  before: string,
  after: string,
  at: number,
): { spans: { start: number; end: number }[]; words: ReadonlySet<string> } {
  let tail = 0;
  while (tail < before.length - at && tail < after.length - at && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const itemsOf = (text: string) => {
    const found = parse(text).items.map(({ start, length }) => ({ start, end: start + length }));
    return found.filter(({ start, end }) => start <= text.length - tail && at <= end);
  };
  const old = itemsOf(before);
  // What was the declaration, wherever its end is now, and what the edit has made of it.
  const moved = old.map(({ start, end }) => ({ start, end: end + after.length - before.length }));
  const words = new Set(old.flatMap(({ start, end }) => namesIn(before, start, end)));
  return { spans: [...moved, ...itemsOf(after)], words };
}

const vocabulary = new Set(
  [
    ...kinds.flatMap(({ name, properties }) => [name, ...properties.flatMap(wordsOf)]),
    ...userRow.properties.flatMap(wordsOf),
    ...['true', 'false', 'expect', 'every', 'user', 'contact', 'reaches', 'move', 'columns', 'unset', 'unknown'],
  ].map((word) => word.toLowerCase()),
);

function wordsOf({ name, type }: Property): string[] {
  return [name, ...(type.type === 'enum' ? type.values.map(({ value }) => value) : [])];
}

/** The words of a stretch that aren't the language's own: names, addresses, numbers; of a scope the site as well. */
function namesIn(text: string, start: number, end: number): string[] {
  const words = lex(text, start, end, undefined, false).tokens.map(({ image }) =>
    image.replace(/"/g, '').toLowerCase(),
  );
  return words
    .flatMap((word) => [word, ...word.split(/[:\\]/)])
    .filter((word) => word.length > 2 && !vocabulary.has(word));
}

function namesAt(text: string, offset: number): string[] {
  const item = parse(text).items.find(({ start, length }) => start <= offset && offset < start + length);
  return item ? namesIn(text, item.start, item.start + item.length) : [];
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
