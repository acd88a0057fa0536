import { packed } from '../base/packed';
import { rowProperties } from '../syntax/rowScanner';
import type { Property } from '../vocabulary/types';
import { type Fact, INVALID, UNKNOWN } from './facts';
import { IdTable } from './idTable';
import { Shape, type ShapeFacts } from './shape';
import { ShapeEntries } from './shapeEntries';
import type { SymbolTable } from './symbols';
import { parseValue, stateWord } from './values';

/** An individual property is written; its value stands in the row. */
export const PRESENT = 'present';
/** In an entry's symbol: the value is missing by a fault that is reported elsewhere, so that nothing is concluded from it. */
export const LOST = -1;
/** In an entry's symbol: the value stood in quotes, so that `"unset"` is a text. */
const QUOTED = 1 << 30;

const propertyIndex: ReadonlyMap<string, number> = new Map(rowProperties.map(({ name }, index) => [name, index]));

/** So many meanings of symbols are remembered. */
const MEANINGS = 10_000;

/** The distinct shapes of rows by number. Entries are pairs of property index and symbol; symbol 0 stands for an individual value that is present. */
export class ShapeTable implements ShapeFacts {
  private readonly shapes: (Shape | undefined)[] = [];
  private readonly entries = new ShapeEntries();
  private readonly table = new IdTable();
  private readonly hashes: number[] = [];
  private readonly uses: number[] = [];
  private readonly invalid = new Set<number>();
  private readonly free: number[] = [];
  /** What a symbol means as a value of a property. */
  private readonly meanings = new Map<number, Fact>();
  /** Those that lost their last use, and may have got another one since. */
  private unused: number[] = [];
  private serial = 0;

  constructor(readonly symbols: SymbolTable) {}

  get(id: number): Shape {
    return this.shapes[id] as Shape;
  }

  /** Whether a value is none of its property's type. */
  isInvalid(id: number): boolean {
    return this.invalid.has(id);
  }

  /** The shape of a row with a domain and `length` entries in a buffer. */
  intern(domain: number, buffer: Int32Array, length: number): number {
    const { table, entries } = this;
    let hash = domain | 0;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (buffer[i] as number), 0x01000193);
    for (let slot = table.find(hash); slot >= 0; slot = table.find(hash, slot)) {
      const id = table.at(slot);
      if (entries.equals(id, domain, buffer, length)) return id;
    }
    const id = this.free.pop() ?? this.shapes.length;
    entries.set(id, domain, buffer, length);
    this.shapes[id] = new Shape(this, id, this.serial++);
    this.hashes[id] = hash;
    this.uses[id] = 0;
    this.symbols.retain(domain);
    for (let i = 1; i < length; i += 2) if (buffer[i] !== LOST) this.symbols.retain((buffer[i] as number) & ~QUOTED);
    if (this.isFaulty(id, buffer, length)) this.invalid.add(id);
    table.add(hash, id);
    return id;
  }

  retain(id: number): void {
    this.uses[id] = (this.uses[id] ?? 0) + 1;
  }

  release(id: number): void {
    const left = (this.uses[id] ?? 0) - 1;
    this.uses[id] = left;
    if (left === 0) this.unused.push(id);
  }

  /** Forgets the shapes that nothing uses any more; their numbers may stand for others later. */
  sweep(): void {
    const gone = this.unused.filter((id) => this.uses[id] === 0 && this.shapes[id] !== undefined);
    this.unused = [];
    for (const id of new Set(gone)) {
      this.shapes[id]?.leave();
      this.shapes[id] = undefined;
      this.table.remove(this.hashes[id] as number, id);
      this.symbols.release(this.entries.domain(id));
      for (let i = 0; i < this.entries.length(id); i += 2) {
        const symbol = this.entries.at(id, i + 1);
        if (symbol !== LOST) this.symbols.release(symbol & ~QUOTED);
      }
      this.entries.remove(id);
      this.invalid.delete(id);
      this.free.push(id);
    }
    // The numbers of symbols that went may stand for others.
    if (gone.length > 0) this.meanings.clear();
  }

  /** How many shapes are kept. */
  get size(): number {
    return this.shapes.length - this.free.length;
  }

  domainOf(id: number): string {
    return this.symbols.text(this.entries.domain(id));
  }

  factOf(id: number, name: string): Fact | undefined {
    const property = propertyIndex.get(name);
    return property === undefined ? undefined : this.valueOf(id, property);
  }

  has(id: number, name: string): boolean {
    const property = propertyIndex.get(name);
    const { entries } = this;
    const length = entries.length(id);
    for (let i = 0; i < length; i += 2) if (entries.at(id, i) === property) return true;
    return false;
  }

  /** Those that differ from user to user first. */
  factsOf(id: number): ReadonlyMap<string, Fact> {
    const facts = new Map<string, Fact>();
    for (const texts of [false, true]) {
      for (let i = 0; i < this.entries.length(id); i += 2) {
        const symbol = this.entries.at(id, i + 1);
        const name = rowProperties[this.entries.at(id, i)]?.name;
        const fact =
          texts === (symbol !== 0 && symbol !== LOST) && name !== undefined ? this.factOf(id, name) : undefined;
        if (name !== undefined && fact !== undefined) facts.set(name, fact);
      }
    }
    return facts;
  }

  private isFaulty(id: number, buffer: Int32Array, length: number): boolean {
    for (let i = 0; i < length; i += 2) {
      const symbol = buffer[i + 1] as number;
      if (symbol !== LOST && symbol !== 0 && this.valueOf(id, buffer[i] as number) === INVALID) return true;
    }
    return false;
  }

  private valueOf(id: number, property: number): Fact | undefined {
    const { entries } = this;
    const length = entries.length(id);
    let found: Fact | undefined;
    let only = 0;
    let count = 0;
    for (let i = 0; i < length; i += 2) {
      if (entries.at(id, i) !== property) continue;
      const symbol = entries.at(id, i + 1);
      if (symbol === LOST) found = INVALID;
      else if (symbol === 0) found = PRESENT;
      else {
        only = symbol;
        count++;
      }
    }
    if (count === 0) return found;
    if (count === 1) return this.meaning(property, only);
    const values = [];
    for (let i = 0; i < length; i += 2) {
      const symbol = entries.at(id, i + 1);
      if (entries.at(id, i) === property && symbol !== LOST && symbol !== 0) values.push(this.written(symbol));
    }
    return factOf(rowProperties[property] as Property, values);
  }

  private meaning(property: number, symbol: number): Fact {
    const key = symbol * 256 + property;
    let fact = this.meanings.get(key);
    if (fact === undefined) {
      fact = factOf(rowProperties[property] as Property, [this.written(symbol)]);
      if (this.meanings.size >= MEANINGS) this.meanings.clear();
      this.meanings.set(key, fact);
    }
    return fact;
  }

  private written(symbol: number): { readonly text: string; readonly quoted: boolean } {
    return { text: this.symbols.text(symbol & ~QUOTED), quoted: (symbol & QUOTED) !== 0 };
  }
}

export function quotedSymbol(symbol: number): number {
  return symbol | QUOTED;
}

/** The fact that written texts stand for. */
export function factOf(
  property: Property,
  values: readonly { readonly text: string; readonly quoted: boolean }[],
): Fact {
  const [first] = values;
  if (first === undefined) return UNKNOWN;
  const state = values.length === 1 ? stateWord(first.text, first.quoted) : undefined;
  if (state) return state;
  if (!property.list) {
    const parsed = parseValue(property, first.text);
    return parsed.fault || values.length > 1 ? INVALID : parsed.value;
  }
  const scalars = [];
  for (const { text } of values) {
    const parsed = parseValue(property, text);
    if (parsed.fault) return INVALID;
    scalars.push(parsed.value);
  }
  return packed(scalars);
}
