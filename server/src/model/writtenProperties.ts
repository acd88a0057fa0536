import { packed } from '../base/packed';
import type { PropertyNode } from '../syntax/ast';
import type { Property } from '../vocabulary/types';
import type { Fact } from './facts';

/** A property as it stands in a declaration or row. */
export interface WrittenProperty {
  readonly property: Property;
  readonly node: PropertyNode;
  readonly value: Fact;
}

const none: readonly WrittenProperty[] = [];

/** What is written in a block or row, by the names of the properties. These are few, and there may be a million blocks: a list takes a third of a table's memory. */
export class WrittenProperties {
  private list = none;

  /** While it is read. */
  add(written: WrittenProperty): void {
    this.list = packed([...this.list, written]);
  }

  get size(): number {
    return this.list.length;
  }

  get(name: string): WrittenProperty | undefined {
    for (const each of this.list) if (each.property.name === name) return each;
    return undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** In the order of the text. */
  keys(): readonly string[] {
    return this.list.map(({ property }) => property.name);
  }

  values(): readonly WrittenProperty[] {
    return this.list;
  }

  *[Symbol.iterator](): Generator<readonly [name: string, written: WrittenProperty]> {
    for (const each of this.list) yield [each.property.name, each];
  }
}
