import { sameElements } from '../base/lists';
import type { Steps } from '../base/steps';
import { detached } from '../base/words';
import type { Deployment } from '../model/deployment';
import { UserRow } from '../model/placement';
import { PRESENT } from '../model/shapes';
import type { UserPage } from '../model/userPage';
import type { Segment, UsersBlock } from '../model/usersBlock';
import type { Check, IndividualGroup } from './types';

type IndividualCheck = Extract<Check, { looksAt: 'individual' }>;

/** For each shape of a page: the rows of each facet. */
type Facets = ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>;

/** Of a page in which nothing is to be looked at. */
const none: Facets = new Map();

interface Known {
  readonly version: number;
  readonly segments: readonly Segment[];
  /** Of each segment. */
  readonly facets: readonly Facets[];
  readonly groups: ReadonlyMap<string, Group>;
  readonly list: readonly IndividualGroup[];
}

/** So many pages are read in a step. */
const PAGES = 64;

/** Groups rows by what matters of their values. A page is read once for a check, and again only when its rows change. */
export class Individuals {
  private readonly facets = new Map<IndividualCheck, WeakMap<UserPage, Facets>>();
  private readonly known = new Map<IndividualCheck, WeakMap<UsersBlock, Known>>();

  constructor(private readonly deployment: Deployment) {}

  /** The groups of a block, in steps: the same objects where they have the same rows as before, and the same list where all do. */
  *groups(check: IndividualCheck, block: UsersBlock): Steps<readonly IndividualGroup[]> {
    let blocks = this.known.get(check);
    if (blocks === undefined) {
      blocks = new WeakMap();
      this.known.set(check, blocks);
    }
    let known = blocks.get(block);
    if (known?.version !== block.version) {
      known = yield* this.makeGroups(check, block, known);
      blocks.set(block, known);
    }
    return known.list;
  }

  private *makeGroups(check: IndividualCheck, block: UsersBlock, before: Known | undefined): Steps<Known> {
    const { version, segments } = block;
    const facets = yield* this.readAll(check, block, before);
    const groups = new Map<string, Group>();
    for (let index = 0; index < facets.length; index++) {
      const own = facets[index] as Facets;
      if (own === none) continue;
      const segment = segments[index] as Segment;
      for (const [shape, byFacet] of own) {
        for (const [facet, rows] of byFacet) {
          const key = `${shape}\u0000${facet}`;
          const group = groups.get(key) ?? new Group(this.deployment, block, shape, facet);
          group.add(segment, rows);
          groups.set(key, group);
        }
      }
    }
    for (const [key, group] of groups) {
      const known = before?.groups.get(key);
      if (known?.hasRowsOf(group)) groups.set(key, known);
    }
    const list = [...groups.values()];
    const isSame = before !== undefined && sameElements(before.list, list);
    return { version, segments, facets, groups, list: isSame ? before.list : list };
  }

  /** The facets of each segment; those before and behind an edit are where they were. */
  private *readAll(check: IndividualCheck, block: UsersBlock, before: Known | undefined): Steps<Facets[]> {
    const { segments } = block;
    const known = before?.segments ?? [];
    const moved = known.length - segments.length;
    const facets: Facets[] = [];
    for (let index = 0; index < segments.length; index++) {
      const segment = segments[index] as Segment;
      const at = known[index] === segment ? index : known[index + moved] === segment ? index + moved : -1;
      const own = before?.facets[at];
      if (own === undefined && index % PAGES === PAGES - 1) yield;
      facets.push(own ?? this.read(check, block, segment));
    }
    return facets;
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
    const found = this.find(check, block, segment);
    pages.set(page, found);
    return found;
  }

  private find(check: IndividualCheck, block: UsersBlock, segment: Segment): Facets {
    const { page } = segment;
    const found = new Map<number, Map<string, number[]>>();
    for (const shape of page.shapeCounts.keys())
      if (this.deployment.shapes.get(shape).fact(check.property) === PRESENT) found.set(shape, new Map());
    if (found.size === 0) return none;
    if (check.pageFacets) {
      for (const [row, facet] of check.pageFacets(page)) addRow(found.get(page.shapes[row] as number), facet, row);
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
