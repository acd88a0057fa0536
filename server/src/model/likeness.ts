import { rowPropertyOf, userRow } from '../vocabulary';
import type { Shape } from './shapes';
import type { UsersBlock } from './usersBlock';

/**
 * Where the same is said, the same follows: groups of users differ by their names more often than by what they say, so placements of different blocks share what is
 * concluded of them. One is made for each state of the declarations.
 */
export class Likeness {
  private readonly said = new Map<UsersBlock, string>();
  private readonly conclusions = new WeakMap<Shape, Map<string, unknown[]>>();

  /** What is concluded so far of users whose rows have a shape, in this block or in one that says the same. */
  of(block: UsersBlock, shape: Shape): unknown[] {
    let bySaid = this.conclusions.get(shape);
    if (bySaid === undefined) {
      bySaid = new Map();
      this.conclusions.set(shape, bySaid);
    }
    const said = this.saidBy(block);
    let known = bySaid.get(said);
    if (known === undefined) {
      known = [];
      bySaid.set(said, known);
    }
    return known;
  }

  /** What a block says for its rows, as a text to compare by. */
  private saidBy(block: UsersBlock): string {
    let said = this.said.get(block);
    if (said === undefined) {
      const facts: [property: string, fact: unknown][] = [];
      for (const [property, { value }] of block.declaration.written)
        if (rowPropertyOf(userRow, property))
          facts.push([property, typeof value === 'symbol' ? { state: String(value) } : value]);
      said = JSON.stringify(facts.sort(([a], [b]) => (a < b ? -1 : 1)));
      this.said.set(block, said);
    }
    return said;
  }
}
