import { rowProperties } from '../syntax/rowScanner';
import type { Property } from '../vocabulary/types';
import { type Fact, INVALID, UNKNOWN } from './facts';
import type { SymbolTable } from './symbols';
import { parseValue, stateWord } from './values';

/**
 * What a row itself says, apart from what differs from user to user: the distinct combinations of SIP domain and written values. Rows are many, shapes are few.
 */
export interface Shape {
  /** Its number among the shapes of now. */
  readonly id: number;
  /** No other shape ever has it. */
  readonly serial: number;
  /** The SIP domain of the address, as first written; empty where the address has none. */
  readonly domain: string;
  /** The written values by the property's name. Of properties that differ from user to user only whether they are written. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** Names of properties whose value is none of its type. */
  readonly invalid: readonly string[];
}

/** An individual property is written; its value stands in the row. */
export const PRESENT = 'present';
/** In an entry's symbol: the value is missing by a fault that is reported elsewhere, so that nothing is concluded from it. */
export const LOST = -1;
/** In an entry's symbol: the value stood in quotes, so that `"unset"` is a text. */
const QUOTED = 1 << 30;

/** Entries are pairs of property index and symbol; symbol 0 stands for an individual value that is present. */
export class ShapeTable {
  private readonly shapes: Shape[] = [];
  private readonly entries: Int32Array[] = [];
  private readonly byHash = new Map<number, number[]>();
  private readonly hashes: number[] = [];
  private readonly uses: number[] = [];
  private readonly free: number[] = [];
  /** Those that lost their last use, and may have got another one since. */
  private unused: number[] = [];
  private serial = 0;

  constructor(private readonly symbols: SymbolTable) {}

  get(id: number): Shape {
    return this.shapes[id] as Shape;
  }

  /** The shape of a row with a domain and `length` entries in a buffer. */
  intern(domain: number, buffer: Int32Array, length: number): number {
    let hash = domain | 0;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (buffer[i] as number), 0x01000193);
    const bucket = this.byHash.get(hash);
    if (bucket) for (const id of bucket) if (this.equals(id, domain, buffer, length)) return id;
    const own = new Int32Array(length + 1);
    own[0] = domain;
    own.set(buffer.subarray(0, length), 1);
    const id = this.free.pop() ?? this.entries.length;
    this.entries[id] = own;
    this.shapes[id] = this.build(id, domain, own);
    this.hashes[id] = hash;
    this.uses[id] = 0;
    for (const symbol of symbolsOf(own)) this.symbols.retain(symbol);
    if (bucket) bucket.push(id);
    else this.byHash.set(hash, [id]);
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
    for (const id of this.unused) {
      const entries = this.entries[id];
      if (this.uses[id] !== 0 || entries === undefined || entries.length === 0) continue;
      const hash = this.hashes[id] as number;
      const bucket = this.byHash.get(hash)?.filter((other) => other !== id) ?? [];
      if (bucket.length > 0) this.byHash.set(hash, bucket);
      else this.byHash.delete(hash);
      for (const symbol of symbolsOf(entries)) this.symbols.release(symbol);
      this.entries[id] = nothing;
      this.free.push(id);
    }
    this.unused = [];
  }

  /** How many shapes are kept. */
  get size(): number {
    return this.entries.length - this.free.length;
  }

  private equals(id: number, domain: number, buffer: Int32Array, length: number): boolean {
    const own = this.entries[id] as Int32Array;
    if (own.length !== length + 1 || own[0] !== domain) return false;
    for (let i = 0; i < length; i++) if (own[i + 1] !== buffer[i]) return false;
    return true;
  }

  private build(id: number, domain: number, entries: Int32Array): Shape {
    const texts = new Map<Property, { text: string; quoted: boolean }[]>();
    const facts = new Map<string, Fact>();
    for (let i = 1; i < entries.length; i += 2) {
      const property = rowProperties[entries[i] as number];
      const symbol = entries[i + 1] as number;
      if (property === undefined) continue;
      if (symbol === LOST) facts.set(property.name, INVALID);
      else if (symbol === 0) facts.set(property.name, PRESENT);
      else {
        const value = { text: this.symbols.text(symbol & ~QUOTED), quoted: (symbol & QUOTED) !== 0 };
        const values = texts.get(property);
        if (values) values.push(value);
        else texts.set(property, [value]);
      }
    }
    const invalid: string[] = [];
    for (const [property, values] of texts) {
      const fact = factOf(property, values);
      if (fact === INVALID) invalid.push(property.name);
      facts.set(property.name, fact);
    }
    return { id, serial: this.serial++, domain: this.symbols.text(domain), facts, invalid };
  }
}

const nothing = new Int32Array(0);

function* symbolsOf(entries: Int32Array): Generator<number> {
  yield entries[0] as number;
  for (let i = 2; i < entries.length; i += 2) {
    const symbol = entries[i] as number;
    if (symbol !== LOST) yield symbol & ~QUOTED;
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
  return scalars;
}
