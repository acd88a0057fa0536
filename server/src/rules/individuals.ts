import type { Steps } from '../base/steps';
import { detached } from '../base/words';
import type { Deployment } from '../model/deployment';
import { UserRow } from '../model/placement';
import { PRESENT } from '../model/shapes';
import type { UserPage } from '../model/userRows';
import type { Segment, UsersBlock } from '../model/usersBlock';
import type { Check, IndividualGroup } from './types';

type IndividualCheck = Extract<Check, { looksAt: 'individual' }>;

/** For each shape of a page: the rows of each facet. */
type Facets = ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>;

interface Known {
  readonly version: number;
  readonly groups: ReadonlyMap<string, Group>;
}

/** So many pages are read in a step. */
const PAGES = 64;

/** Groups rows by what matters of their values. A page is read once for a check, and again only when its rows change. */
export class Individuals {
  private readonly facets = new Map<IndividualCheck, WeakMap<UserPage, Facets>>();
  private readonly known = new Map<IndividualCheck, WeakMap<UsersBlock, Known>>();

  constructor(private readonly deployment: Deployment) {}

  /** The groups of all blocks, in steps; those that have the same rows as before are the same objects. */
  *groups(check: IndividualCheck): Steps<IndividualGroup[]> {
    const found: IndividualGroup[] = [];
    for (const block of this.deployment.blocks)
      for (const group of yield* this.groupsOf(check, block)) found.push(group);
    return found;
  }

  private *groupsOf(check: IndividualCheck, block: UsersBlock): Steps<Iterable<IndividualGroup>> {
    let blocks = this.known.get(check);
    if (blocks === undefined) {
      blocks = new WeakMap();
      this.known.set(check, blocks);
    }
    let known = blocks.get(block);
    if (known?.version !== block.version) {
      known = { version: block.version, groups: yield* this.makeGroups(check, block, known?.groups) };
      blocks.set(block, known);
    }
    return known.groups.values();
  }

  private *makeGroups(
    check: IndividualCheck,
    block: UsersBlock,
    before: ReadonlyMap<string, Group> = new Map(),
  ): Steps<ReadonlyMap<string, Group>> {
    const groups = new Map<string, Group>();
    for (const [index, segment] of block.segments.entries()) {
      if (index % PAGES === PAGES - 1) yield;
      for (const [shape, facets] of this.read(check, block, segment)) {
        for (const [facet, rows] of facets) {
          const key = `${shape}\u0000${facet}`;
          const group = groups.get(key) ?? new Group(this.deployment, block, shape, facet);
          group.add(segment, rows);
          groups.set(key, group);
        }
      }
    }
    for (const [key, group] of groups) {
      const known = before.get(key);
      if (known?.hasRowsOf(group)) groups.set(key, known);
    }
    return groups;
  }

  private read(check: IndividualCheck, block: UsersBlock, segment: Segment): Facets {
    let pages = this.facets.get(check);
    if (pages === undefined) {
      pages = new WeakMap();
      this.facets.set(check, pages);
    }
    const { page } = segment;
    const known = pages.get(page);
    if (known) return known;
    const found = new Map<number, Map<string, number[]>>();
    for (const shape of page.shapeCounts.keys())
      if (this.deployment.shapes.get(shape).fact(check.property) === PRESENT) found.set(shape, new Map());
    if (found.size > 0) {
      if (check.pageFacets) {
        for (const [row, facet] of check.pageFacets(page)) addRow(found.get(page.shapes[row] as number), facet, row);
        pages.set(page, found);
        return found;
      }
      const placements = new Map([...found.keys()].map((shape) => [shape, this.deployment.placement(block, shape)]));
      for (let row = 0; row < page.count; row++) {
        const shape = page.shapes[row] as number;
        const facets = found.get(shape);
        const placement = placements.get(shape);
        if (facets === undefined || placement === undefined) continue;
        for (const facet of check.facet?.(new UserRow(placement, segment, row)) ?? []) addRow(facets, facet, row);
      }
    }
    pages.set(page, found);
    return found;
  }
}

/** A row stands once under a facet, however often its values have it. */
function addRow(facets: Map<string, number[]> | undefined, facet: string, row: number): void {
  const rows = facets?.get(facet);
  if (rows && rows[rows.length - 1] !== row) rows.push(row);
  else if (!rows) facets?.set(detached(facet), [row]);
}

class Group implements IndividualGroup {
  count = 0;
  private readonly parts: { segment: Segment; rows: readonly number[] }[] = [];

  constructor(
    private readonly deployment: Deployment,
    private readonly block: UsersBlock,
    private readonly shape: number,
    readonly facet: string,
  ) {}

  get placement() {
    return this.deployment.placement(this.block, this.shape);
  }

  add(segment: Segment, rows: readonly number[]): void {
    this.parts.push({ segment, rows });
    this.count += rows.length;
  }

  hasRowsOf({ parts }: Group): boolean {
    return (
      parts.length === this.parts.length &&
      parts.every(({ segment, rows }, i) => segment === this.parts[i]?.segment && rows === this.parts[i]?.rows)
    );
  }

  readonly users = (limit: number): UserRow[] => {
    const found: UserRow[] = [];
    const { placement } = this;
    for (const { segment, rows } of this.parts) {
      for (const row of rows) {
        if (found.length === limit) return found;
        found.push(new UserRow(placement, segment, row));
      }
    }
    return found;
  };
}
