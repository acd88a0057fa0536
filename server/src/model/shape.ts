import type { Fact } from './facts';

/** Who knows what shapes say. */
export interface ShapeFacts {
  domainOf(id: number): string;
  factOf(id: number, property: string): Fact | undefined;
  has(id: number, property: string): boolean;
  factsOf(id: number): ReadonlyMap<string, Fact>;
}

/**
 * What a row itself says, apart from what differs from user to user: the distinct combinations of SIP domain and written values. Rows are many, shapes are few; where
 * they are as many as the rows, what they say is numbers in the table, and read from there.
 */
export class Shape {
  private left: { readonly domain: string; readonly facts: ReadonlyMap<string, Fact> } | undefined;

  constructor(
    private readonly table: ShapeFacts,
    /** Its number among the shapes of now. */
    readonly id: number,
    /** No other shape ever has it. */
    readonly serial: number,
  ) {}

  /** The SIP domain of the address, as first written; empty where the address has none. */
  get domain(): string {
    return this.left ? this.left.domain : this.table.domainOf(this.id);
  }

  /** A written value. Of properties that differ from user to user only whether they are written. */
  fact(property: string): Fact | undefined {
    return this.left ? this.left.facts.get(property) : this.table.factOf(this.id, property);
  }

  /** Whether a property is written. */
  has(property: string): boolean {
    return this.left ? this.left.facts.has(property) : this.table.has(this.id, property);
  }

  /** All written values by the property's name. */
  get facts(): ReadonlyMap<string, Fact> {
    return this.left ? this.left.facts : this.table.factsOf(this.id);
  }

  /** The table forgets it: what still looks at it sees what it said. */
  leave(): void {
    this.left ??= { domain: this.domain, facts: this.facts };
  }
}
