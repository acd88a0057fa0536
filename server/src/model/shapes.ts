import { rowProperties } from '../syntax/rowScanner';
import type { Property } from '../vocabulary/types';
import { type Fact, INVALID, UNKNOWN } from './facts';
import type { SymbolTable } from './symbols';
import { parseValue, stateWord } from './values';

/**
 * What a row itself says, apart from what differs from user to user: the distinct combinations of SIP domain and written values. Rows are many, shapes are few.
 */
export interface Shape {
  readonly id: number;
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
    const id = this.entries.push(own) - 1;
    this.shapes.push(this.build(id, domain, own));
    if (bucket) bucket.push(id);
    else this.byHash.set(hash, [id]);
    return id;
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
    return { id, domain: this.symbols.text(domain), facts, invalid };
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
