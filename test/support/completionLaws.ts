import { readdirSync, readFileSync } from 'node:fs';
import type { Candidate } from '../../server/src/editor/completion/candidate';
import { type Completion, completion } from '../../server/src/editor/completion/completion';
import { Workspace } from '../../server/src/model/workspace';
import { lex } from '../../server/src/syntax/lexer';
import { kinds, userRow } from '../../server/src/vocabulary';
import type { Property } from '../../server/src/vocabulary/types';
import { deployments } from '../laws/conformance/deployments';
import { fixture } from './fixture';
import type { Random } from './random';
import { randomDeployment } from './randomDeployment';
import { languageExample, oddlyWritten } from './topologies';

/** A place of a text where something is being typed. */
interface Place {
  readonly text: string;
  readonly offset: number;
  /** The word that stood there, with what belongs to it behind: taken again, it leaves the text as it was. */
  readonly was?: { readonly word: string; readonly text: string };
  /** A line of its own: what is taken must also mean something there. */
  readonly fresh?: true;
}

/** A place in a text: in one of its words, which isn't typed yet or only in part, or in a line that was just begun. */
function somePlace(text: string, random: Random): Place | undefined {
  const { tokens } = lex(text, 0, text.length, undefined, false);
  const token = random.pick(tokens);
  const [start, end] = [token.startOffset, (token.endOffset ?? token.startOffset) + 1];
  if (random.chance(0.4)) {
    const line = text.indexOf('\n', end - 1);
    const offset = line < 0 ? text.length : line;
    // A list goes on there, or a block begins.
    if (/,\s*(\/\/.*)?$/.test(text.slice(0, offset)) || /^\s*\{/.test(text.slice(offset))) return undefined;
    return { text: `${text.slice(0, offset)}\n${text.slice(offset)}`, offset: offset + 1, fresh: true };
  }
  const word = text.slice(start, end);
  if (!/^[\w@.:\\-]+$/.test(word)) return undefined;
  const typed = word.slice(0, random.below(word.length + 1));
  // Before anything is typed, what stands behind begins something of its own.
  const keeps = typed !== '' && random.chance(0.5);
  const behind = keeps ? end : endOfStatement(text, end);
  const place = { text: text.slice(0, start) + typed + text.slice(behind), offset: start + typed.length };
  return keeps ? { ...place, was: { word, text } } : place;
}

/** The end of the line, or of the block that stands on it. */
function endOfStatement(text: string, from: number): number {
  const rest = /[\n}]/.exec(text.slice(from));
  return rest ? from + rest.index : text.length;
}

/** What is missing may be missing still: a value, a name, the rest of a sentence. */
const missing =
  /^UM0001 (Say |Write |Only users and |Behind whom |".*" is no address; |.*\b(has|have) no |.* needs? (an?|the|its) )/;

/** The faults of a text that what is taken may not bring. */
function faultsOf(files: ReadonlyMap<string, string>, path: string, fresh: boolean): Map<string, number> {
  const workspace = new Workspace();
  for (const [each, text] of files) workspace.set(each, text);
  workspace.refresh();
  const found = new Map<string, number>();
  const note = (code: string, message: string): void => {
    const key = `${code} ${message}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  };
  const file = workspace.file(path);
  for (const item of file?.tree.items ?? []) for (const { code, message } of item.problems) note(code, message);
  if (!fresh) return found;
  for (const deployment of workspace.deployments)
    for (const problem of deployment.textProblems())
      if (problem.path === path && /^UM(000[2346]|1029)$/.test(problem.problem.code))
        note(problem.problem.code, problem.problem.message);
  return found;
}

/** What a candidate leaves in the text, with its tab stops filled in. */
function taken(place: Place, found: Completion, candidate: Candidate, random: Random): string {
  const own = candidate.insert ?? candidate.label;
  const plain = found.quoted && !own.startsWith('"') ? JSON.stringify(own.trimEnd()) : own;
  const inserted = candidate.snippet && !found.quoted ? filledIn(candidate.snippet, random) : valued(plain, random);
  return place.text.slice(0, found.replaced.start) + inserted + place.text.slice(found.replaced.end);
}

function filledIn(snippet: string, random: Random): string {
  return snippet.replace(
    /(\w*) ?\$(?:\{\d+(?:\|([^|]*)\||:([^}]*))?\}|\d+)/g,
    (whole, word: string, choices: string | undefined, text: string | undefined) => {
      const before = whole.slice(0, whole.indexOf('$'));
      if (choices !== undefined) return before + random.pick(choices.split(','));
      if (text !== undefined) return before + text;
      return before + (whole.endsWith('$0') ? '' : (valueFor(word) ?? ''));
    },
  );
}

/** A property that waits for its value gets one: it ends with a blank. */
function valued(text: string, random: Random): string {
  const word = /^(\w+) $/.exec(text)?.[1];
  const value = word === undefined || random.chance(0.3) ? undefined : valueFor(word);
  return value === undefined ? text : text + value;
}

const properties = new Map<string, Property>(
  [
    ...kinds.flatMap((kind) => [...kind.properties, ...(kind.rows ?? []).flatMap((row) => row.properties)]),
    ...userRow.properties,
  ].map((property) => [property.name, property]),
);

function valueFor(word: string): string | undefined {
  const type = properties.get(word)?.type;
  switch (type?.type) {
    case 'boolean':
      return 'true';
    case 'enum':
      return type.values[0]?.value;
    default:
      return type && 'unknown';
  }
}

/** What taking a candidate at a place brings that the text without the half-typed word hadn't; with the word that stood there, that the text as it was hadn't. */
function brought(files: ReadonlyMap<string, string>, path: string, place: Place, random: Random): string[] {
  const { was, fresh = false } = place;
  const workspace = new Workspace();
  for (const [each, text] of [...files, [path, place.text] as const]) workspace.set(each, text);
  workspace.refresh();
  const deployment = workspace.deploymentOf(path);
  const found = deployment && completion(deployment, path, place.offset);
  const fitting = found?.candidates.filter(({ label }) => was === undefined || label === was.word) ?? [];
  if (found === undefined || fitting.length === 0) return [];
  const without = place.text.slice(0, found.replaced.start) + place.text.slice(found.replaced.end);
  const faults = (text: string) => faultsOf(new Map([...files, [path, text]]), path, fresh || was !== undefined);
  const before = faults(was?.text ?? without);
  const candidate = random.pick(fitting);
  return [...faults(taken(place, found, candidate, random))].flatMap(([fault, count]) =>
    count > (before.get(fault) ?? 0) && !(was === undefined && missing.test(fault))
      ? [`${candidate.label}: ${fault}`]
      : [],
  );
}

const texts: readonly ReadonlyMap<string, string>[] = [
  ...Object.values(deployments).map((source) => new Map(fixture(source).files.map(({ path, text }) => [path, text]))),
  ...['on-premises', 'cross-premises', 'mixed'].map(exampleFiles),
  ...[languageExample, oddlyWritten].map((text) => new Map([['/main.umtopo', text]])),
];

/** The files of an example, those that rows are read from among them. */
function exampleFiles(name: string): ReadonlyMap<string, string> {
  const paths = readdirSync(`examples/${name}`, { recursive: true, encoding: 'utf8' });
  const texts = paths.filter((path) => /\.(umtopo|csv)$/.test(path));
  return new Map(texts.map((path) => [`/${path}`, readFileSync(`examples/${name}/${path}`, 'utf8')]));
}

/** What takings at so many places of deployments, those of the tests and random ones, bring that they may not. */
export function broughtAt(places: number, random: Random): string[] {
  const found: string[] = [];
  for (let asked = 0; asked < places; ) {
    const files = random.chance(0.2) ? new Map([['/main.umtopo', randomDeployment(random)]]) : random.pick(texts);
    const path = random.pick([...files.keys()].filter((each) => each.endsWith('.umtopo')));
    const place = somePlace(files.get(path) ?? '', random);
    if (place === undefined) continue;
    asked++;
    const shown = `${place.text.slice(Math.max(0, place.offset - 80), place.offset)}▮${place.text.slice(place.offset, place.offset + 40)}`;
    for (const each of brought(files, path, place, random)) found.push(`${each}\n${shown}`);
  }
  return found;
}
