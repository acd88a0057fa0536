import type { Steps } from '../base/steps';
import { fold } from '../base/words';
import type { Deployment } from '../model/deployment';
import { type Placement, UserRow } from '../model/placement';
import type { Segment, UsersBlock } from '../model/usersBlock';
import type { RowPage } from '../syntax/ast';
import { isBlank } from '../syntax/characters';
import { RowScan, rowProperties } from '../syntax/rowScanner';
import type { Property } from '../vocabulary/types';
import { type Mention, mentionsIn } from './mentions';
import type { Thing } from './things';
import { rowSpots } from './users';

/** What is looked for in the rows of users. */
export interface RowSearch {
  readonly deployment: Deployment;
  readonly thing: Thing;
  /** The texts by which the thing can be named, folded. */
  readonly texts: ReadonlySet<string>;
  /** Whether a mention names the thing. */
  isMeant(mention: Mention): boolean;
  /** Takes a mention, or another that stands so many characters behind it: thousands of rows write the same word. */
  take(mention: Mention, moved: number): void;
  /** No more rows than that are read. */
  readonly limit: number;
  /** Only the rows of one file, a page at a time, those nearest to an offset first. */
  readonly near?: { readonly path: string; readonly offset: number } | undefined;
}

/** The rows of a segment that are of some placements, by their shapes. */
interface Stretch {
  readonly block: UsersBlock;
  readonly segment: Segment;
  readonly named: ReadonlyMap<number, Placement>;
  /** The same for who only asks whether: 1 for each shape that is. */
  readonly isNamed: Uint8Array;
}

/** Goes through the rows that name a thing. Their shapes tell which they are, so that no others are read. */
export function* searchRows(search: RowSearch): Steps<void> {
  const { thing, near } = search;
  if (thing.is === 'file') return;
  let left = search.limit;
  const reader = new RowReader(search);
  if (thing.is === 'user' && (near === undefined || thing.user.path === near.path)) {
    reader.words(thing.user);
    left--;
  }
  const stretches = near ? nearestFirst([...stretchesOf(search)], near.offset) : stretchesOf(search);
  for (const stretch of stretches) {
    if (stretch === undefined) yield;
    else left -= reader.read(stretch, near ? Number.POSITIVE_INFINITY : left);
    if (left <= 0) return;
    yield;
  }
}

/** In the order of the files. In between it is `undefined`, where it took a moment. */
function* stretchesOf({ deployment, thing, texts, near }: RowSearch): Generator<Stretch | undefined> {
  const mayName = namesOf(thing, texts);
  for (const block of deployment.blocks) {
    yield;
    const named = new Map<number, Placement>();
    for (const placement of deployment.placementsOf(block))
      if (mayName(placement)) named.set(placement.ownShape.id, placement);
    if (named.size === 0) continue;
    const isNamed = flagsOf(named.keys());
    for (const segment of block.segments)
      if (near === undefined || segment.path === near.path) yield { block, segment, named, isNamed };
  }
}

function flagsOf(numbers: Iterable<number>): Uint8Array {
  const all = [...numbers];
  const flags = new Uint8Array(all.reduce((most, each) => Math.max(most, each), 0) + 1);
  for (const each of all) flags[each] = 1;
  return flags;
}

function nearestFirst(stretches: readonly (Stretch | undefined)[], offset: number): Stretch[] {
  const away = ({ segment: { base, page } }: Stretch): number =>
    Math.max(0, base - offset, offset - base - page.length);
  return stretches.filter((stretch) => stretch !== undefined).sort((a, b) => away(a) - away(b));
}

/** Kinds by whose name other names are qualified: `ORG\NAME`. */
const organizations: ReadonlySet<string> = new Set(['exchange', 'tenant']);

/** The properties whose values can name a thing by their text, and are shared by many rows. */
function referring(thing: Thing): Property[] {
  if (thing.is !== 'declaration') return [];
  const { name: kind } = thing.declaration.kind;
  return rowProperties.filter(
    ({ type }) => type.type === 'reference' && (organizations.has(kind) || type.to.includes(kind)),
  );
}

/** Whether rows of a placement may name a thing. */
function namesOf(thing: Thing, texts: ReadonlySet<string>): (placement: Placement) => boolean {
  const isDomain = thing.is === 'declaration' && thing.declaration.kind.name === 'sipDomain';
  const isAddress = byAddress(thing);
  const references = referring(thing).map(({ name }) => name);
  const addresses = isAddress ? rowProperties.filter(({ type }) => type.type === 'sipAddress') : [];
  const isNamed = (value: unknown): boolean => {
    const text = fold(String(value).replace(/^tag:/i, ''));
    return texts.has(text) || texts.has(text.slice(0, Math.max(0, text.indexOf('\\'))));
  };
  return ({ ownShape }) =>
    (isDomain && texts.has(fold(ownShape.domain))) ||
    references.some((name) => {
      const fact = ownShape.fact(name);
      return fact !== undefined && (Array.isArray(fact) ? fact.some(isNamed) : isNamed(fact));
    }) ||
    addresses.some(({ name }) => ownShape.fact(name) !== undefined);
}

function byAddress(thing: Thing): boolean {
  return thing.is === 'user' || (thing.is === 'declaration' && thing.declaration.kind.name === 'exUmContact');
}

/** A word that rows write, as it was met first: where it stood, and what it names. */
interface KnownWord {
  /** As it is written, in quotes if it is. */
  readonly written: string;
  readonly start: number;
  readonly mentions: readonly Mention[];
}

const scan = new RowScan();

/** Reads rows no further than it must: of a word that many rows write it is found out once what it names. */
class RowReader {
  /** Whether a property is one whose words are known again. */
  private readonly referring: readonly boolean[];
  /** More than one is. */
  private readonly several: boolean;
  /** Other things stand in parts of a row that differ from user to user. */
  private readonly isWhole: boolean;
  private block: UsersBlock | undefined;
  private path = '';
  private readonly known = new Map<string, KnownWord>();
  /** The one that was met last, by property. */
  private last: (KnownWord | undefined)[] = [];
  /** How rows end that end with such a word, and the word. */
  private ending = '';
  private endWord: KnownWord | undefined;
  private readonly mayName = new Map<string, boolean>();

  constructor(private readonly search: RowSearch) {
    const properties = new Set(referring(search.thing));
    this.referring = rowProperties.map((property) => properties.has(property));
    this.several = properties.size > 1;
    const { thing } = search;
    this.isWhole = byAddress(thing) || (thing.is === 'declaration' && thing.declaration.kind.name === 'sipDomain');
  }

  /** @returns how many rows were read. */
  read(stretch: Stretch, limit: number): number {
    const { block, segment, named, isNamed } = stretch;
    if (block !== this.block || segment.path !== this.path) {
      this.block = block;
      this.path = segment.path;
      this.known.clear();
      this.last = [];
      this.endWord = undefined;
    }
    const { path, page, base } = segment;
    const { text, shift } = this.search.deployment.window(path, base, base + page.length);
    let count = 0;
    for (let row = 0; row < page.count && count < limit; row++) {
      const shape = page.shapes[row] as number;
      if (!isNamed[shape]) continue;
      count++;
      if (this.isWhole) this.row(new UserRow(named.get(shape) as Placement, segment, row));
      else if (!page.rows) this.readOut(text, shift, stretch, row);
      else if (!this.endsAlike(text, shift, base - shift + (page.rows.ends[row] as number)))
        this.scanned(text, shift, page.rows, stretch, row);
    }
    return count;
  }

  /**
   * Most rows end with the same words, and need not be scanned: behind a blank, and with as many quotes behind it as open and close, the property's word can't be a value
   * or a part of one, and it stands once in a row.
   */
  private endsAlike(text: string, shift: number, end: number): boolean {
    const { ending, endWord } = this;
    const at = end - ending.length;
    if (endWord === undefined || !text.startsWith(ending, at) || !isBlank(text.charCodeAt(at - 1))) return false;
    this.takeAll(endWord, end - endWord.written.length + shift);
    return true;
  }

  /** A row that the scanner reads. */
  private scanned(text: string, shift: number, { starts }: RowPage, stretch: Stretch, row: number): void {
    scan.scan(text, stretch.segment.base - shift + (starts[row] as number), text.length);
    for (let i = 0; i < scan.count; i++) {
      const property = scan.property[i] as number;
      if (!this.referring[property]) continue;
      const quote = text.charCodeAt((scan.valueStart[i] as number) - 1) === 34 ? 1 : 0;
      const from = (scan.valueStart[i] as number) - quote;
      const to = (scan.valueEnd[i] as number) + quote;
      let word = this.last[property];
      if (word === undefined || word.written.length !== to - from || !text.startsWith(word.written, from)) {
        const written = text.slice(from, to);
        word = this.wordOf(property, written, text.slice(from + quote, to - quote), from + shift, stretch, row);
        this.last[property] = word;
      }
      this.takeAll(word, from + shift);
      if (i < scan.count - 1 || this.several) continue;
      this.ending = text.slice(scan.wordStart[i], to);
      this.endWord = word;
    }
  }

  /** A row in another form, or a record of a CSV file. */
  private readOut(text: string, shift: number, stretch: Stretch, row: number): void {
    const { page, base } = stretch.segment;
    for (const { property, text: value, start, end } of page.read(text, base - shift, row).values) {
      if (!this.referring[property]) continue;
      const written = text.slice(base - shift + start, base - shift + end);
      this.takeAll(this.wordOf(property, written, value, base + start, stretch, row), base + start);
    }
  }

  private takeAll({ mentions, start: at }: KnownWord, start: number): void {
    for (const mention of mentions) this.search.take(mention, start - at);
  }

  private wordOf(
    property: number,
    written: string,
    value: string,
    start: number,
    { segment, named }: Stretch,
    row: number,
  ): KnownWord {
    const key = `${property}\n${written}\n${value}`;
    let word = this.known.get(key);
    if (word === undefined) {
      const user = new UserRow(named.get(segment.page.shapes[row] as number) as Placement, segment, row);
      const spot = rowSpots(user).find(
        ({ role, start: at, text }) =>
          role.is === 'value' && role.property === rowProperties[property] && at === start && text === value,
      );
      const mentions = (spot ? mentionsIn(spot) : []).filter((mention) => this.search.isMeant(mention));
      word = { written, start, mentions };
      this.known.set(key, word);
    }
    return word;
  }

  private row(user: UserRow): void {
    const { thing } = this.search;
    if (thing.is !== 'user' || user.id !== thing.user.id) this.words(user);
  }

  /** Looks at each word of a row. */
  words(user: UserRow): void {
    for (const spot of rowSpots(user, (text) => this.hasName(text)))
      for (const mention of mentionsIn(spot)) if (this.search.isMeant(mention)) this.search.take(mention, 0);
  }

  private hasName(text: string): boolean {
    let result = this.mayName.get(text);
    if (result === undefined) {
      const folded = fold(text);
      result = [...this.search.texts].some((each) => folded.includes(each));
      if (this.mayName.size < MOST_TEXTS) this.mayName.set(text, result);
    }
    return result;
  }
}

/** Thousands of rows have few different values: of so many it is known whether they can have the name in them. */
const MOST_TEXTS = 10_000;
