import type { Span } from '../base/span';
import { rowProperties } from '../syntax/rowScanner';
import { rowPropertyOf, userRow } from '../vocabulary';
import type { Deployment } from './deployment';
import type { Fact } from './facts';
import { isLooking, lookAt, lookAtUsers, originKey } from './looks';
import type { Person } from './person';
import type { Shape } from './shape';
import { factOf, PRESENT } from './shapes';
import { noteCounts, noteFirstRows, noteRows } from './userLooks';
import type { RowContent } from './userRows';
import type { Segment, UsersBlock } from './usersBlock';
import { defaultOf } from './values';

const defaults: ReadonlyMap<string, Fact | undefined> = new Map(
  userRow.properties.map((property) => [property.name, defaultOf(property)]),
);

/** Where a fact of a user is written. */
export type Origin = 'row' | 'block' | 'default';

/**
 * Users whose calls are decided alike: the rows of one block that say the same. Rules and routes look at placements, never at users one by one.
 */
export class Placement implements Person {
  /** What `Remembered` keeps, by its slots. */
  conclusions: unknown[] | undefined;
  /** Where it stands among those of its block, as these were listed last. */
  place = -1;
  /** What an analysis made of those that look alike, and which one. */
  judgement: unknown;

  constructor(
    readonly deployment: Deployment,
    /** Not noted as a look: for what follows the rows. */
    readonly ownBlock: UsersBlock,
    readonly ownShape: Shape,
  ) {}

  get id(): string {
    return `${this.ownBlock.id}/${this.ownShape.serial}`;
  }

  get block(): UsersBlock {
    if (isLooking()) lookAt(this, '#');
    return this.ownBlock;
  }

  get shape(): Shape {
    lookAtUsers();
    return this.ownShape;
  }

  /** How many users it stands for, now. */
  get count(): number {
    lookAtUsers();
    noteCounts(this.ownBlock);
    return this.ownCount;
  }

  /** Not noted as a look. */
  get ownCount(): number {
    return this.ownBlock.shapeCounts.get(this.ownShape.id) ?? 0;
  }

  get domain(): string {
    if (isLooking()) lookAt(this, '@');
    return this.ownShape.domain;
  }

  fact(property: string): Fact | undefined {
    if (isLooking()) lookAt(this, property);
    const own = this.ownShape.fact(property);
    if (own !== undefined) return own;
    const inherited = this.ownBlock.declaration.written.get(property);
    if (inherited) return inherited.value;
    if (property === 'mailbox') return this.deployment.defaultMailbox;
    return defaults.get(property);
  }

  origin(property: string): Origin {
    if (isLooking()) lookAt(this, originKey(property));
    if (this.ownShape.has(property)) return 'row';
    return this.ownBlock.declaration.written.has(property) ? 'block' : 'default';
  }

  /** Whether the property is written, in the row or the block around it. */
  has(property: string): boolean {
    return this.origin(property) !== 'default';
  }

  get placement(): Placement {
    return this;
  }

  nearer(a: string, b: string): boolean {
    const rank: Readonly<Record<Origin, number>> = { row: 2, block: 1, default: 0 };
    return rank[this.origin(a)] > rank[this.origin(b)];
  }

  /** The line that caused a fact: of the first user where rows say it, else the block's. */
  cause(property?: string): Span & { readonly path: string } {
    lookAtUsers();
    const block = this.ownBlock.declaration;
    const isBlocks = property !== undefined && !this.ownShape.has(property) && block.written.has(property);
    const [user] = isBlocks ? [] : this.users(1);
    if (user) return { path: user.path, ...(property === undefined ? user.addressSpan : user.valueSpan(property)) };
    return { path: block.path, ...(property === undefined ? block.head : block.valueSpan(property)) };
  }

  /** Its users, first to last in the order of the files, at most `limit`. */
  users(limit: number): UserRow[] {
    lookAtUsers();
    return firstUsers([this], limit);
  }
}

/** So many shapes are looked up in what a page counts; for more of them its rows are looked through at once. */
const FEW = 8;

const everywhere = (): boolean => true;

/** The users of placements, first to last in the order of the files, at most `limit`; of some files alone where it is said. */
export function firstUsers(
  placements: readonly Placement[],
  limit: number,
  isMeant: (path: string) => boolean = everywhere,
): UserRow[] {
  const found: UserRow[] = [];
  for (const [block, own] of byBlock(placements)) {
    const isFew = own.size <= FEW && isMeant === everywhere;
    const all = (): number => usersWith(block, own);
    let left = isFew ? all() : Number.POSITIVE_INFINITY;
    const { segments } = block;
    let index = isFew ? block.firstSegment(own.keys()) : 0;
    for (; index < segments.length && left > 0 && found.length < limit; index++) {
      const segment = segments[index] as Segment;
      if (!isMeant(segment.path)) continue;
      const { shapes, shapeCounts, count } = segment.page;
      if (own.size <= FEW && !hasOne(shapeCounts, own)) continue;
      for (let row = 0; row < count && left > 0 && found.length < limit; row++) {
        const placement = own.get(shapes[row] as number);
        if (placement === undefined) continue;
        found.push(new UserRow(placement, segment, row));
        left--;
      }
    }
    if (isMeant !== everywhere || (!isFew && index === segments.length)) noteRows(block);
    else noteFirstRows(block, index, left > 0 ? undefined : all);
    if (found.length === limit) return found;
  }
  return found;
}

function usersWith(block: UsersBlock, shapes: ReadonlyMap<number, unknown>): number {
  let users = 0;
  for (const shape of shapes.keys()) users += block.shapeCounts.get(shape) ?? 0;
  return users;
}

/** The placements of each block by their shapes, in the order of the blocks. */
function byBlock(placements: readonly Placement[]): [UsersBlock, ReadonlyMap<number, Placement>][] {
  const found = new Map<UsersBlock, Map<number, Placement>>();
  for (const placement of placements) {
    const { ownBlock, ownShape } = placement;
    const own = found.get(ownBlock);
    if (own) own.set(ownShape.id, placement);
    else found.set(ownBlock, new Map([[ownShape.id, placement]]));
  }
  return [...found].sort(([a], [b]) => a.order - b.order);
}

function hasOne(counts: ReadonlyMap<number, number>, own: ReadonlyMap<number, Placement>): boolean {
  for (const shape of own.keys()) if (counts.has(shape)) return true;
  return false;
}

/** One user, read out of the text when somebody looks at it. */
export class UserRow implements Person {
  private readonly content: RowContent;

  constructor(
    readonly placement: Placement,
    readonly segment: Segment,
    readonly row: number,
  ) {
    const { path, page, base } = segment;
    const { text, shift } = placement.deployment.window(path, base, base + page.length);
    this.content = page.read(text, base - shift, row);
  }

  get id(): string {
    return `${this.placement.id}#${this.segment.path}:${this.segment.base}:${this.row}`;
  }

  get path(): string {
    return this.segment.path;
  }

  get deployment(): Deployment {
    return this.placement.deployment;
  }

  has(property: string): boolean {
    return this.placement.has(property);
  }

  nearer(a: string, b: string): boolean {
    return this.placement.nearer(a, b);
  }

  cause(property?: string): Span & { readonly path: string } {
    if (property !== undefined && this.placement.origin(property) === 'block') return this.placement.cause(property);
    return { path: this.path, ...(property === undefined ? this.addressSpan : this.valueSpan(property)) };
  }

  get address(): string {
    return this.content.address;
  }

  get addressSpan(): Span {
    return this.absolute(this.content.addressSpan);
  }

  get span(): Span {
    return this.absolute(this.content.span);
  }

  private absolute(span: Span): Span {
    return { start: this.segment.base + span.start, end: this.segment.base + span.end };
  }

  fact(property: string): Fact | undefined {
    const own = this.placement.fact(property);
    if (own !== PRESENT) return own;
    const entry = rowPropertyOf(userRow, property);
    const index = entry ? rowProperties.indexOf(entry) : -1;
    const values = this.content.values.filter((value) => value.property === index);
    return entry && values.length > 0 ? factOf(entry, values) : own;
  }

  /** The texts of a property that the row itself writes. */
  texts(property: string): readonly string[] {
    const index = rowProperties.findIndex((entry) => entry.name === property);
    return this.content.values.filter((value) => value.property === index).map((value) => value.text);
  }

  /** Where the row writes a property's value; its address where it doesn't. */
  valueSpan(property: string, index = 0): Span {
    const entry = rowProperties.findIndex((candidate) => candidate.name === property);
    const value = this.content.values.filter((candidate) => candidate.property === entry)[index];
    return value ? this.absolute(value) : this.addressSpan;
  }

  /** From the property's word to the end of its last value. */
  propertySpan(property: string): Span | undefined {
    const entry = rowProperties.findIndex((candidate) => candidate.name === property);
    const values = this.content.values.filter((candidate) => candidate.property === entry);
    const last = values[values.length - 1];
    return values[0] && last && this.absolute({ start: values[0].wordStart, end: last.end });
  }

  /** What the row itself writes, in its order. */
  get written(): readonly { readonly property: string; readonly text: string; readonly span: Span }[] {
    return this.content.values.map((value) => ({
      property: rowProperties[value.property]?.name ?? '',
      text: value.text,
      span: this.absolute(value),
    }));
  }
}
