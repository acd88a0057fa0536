import { addTo, lastUpTo } from '../base/lists';
import type { Deployment, Expectation } from '../model/deployment';
import type { Segment } from '../model/usersBlock';
import type { Item } from '../syntax/ast';
import type { Finding, Place } from './types';

/** What a place moves with: an item that an edit elsewhere in its file shifts, or a page of rows. */
interface Holder {
  readonly start: number;
}

/** A place that moves with the declaration, expectation or rows it stands in, so that what was found stays true after edits before it. */
class AnchoredPlace implements Place {
  constructor(
    readonly path: string,
    private readonly holder: Holder,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get start(): number {
    return this.holder.start + this.from;
  }

  get end(): number {
    return this.holder.start + this.to;
  }
}

/** Anchors the places of findings that are kept from one analysis to the next. */
export class Anchors {
  private readonly expectations: readonly Expectation[];
  /** Put in order when the first finding has a place. */
  private items: Map<string, Standing[]> | undefined;
  private pages = new Map<string, readonly Segment[]>();
  private version = -1;

  constructor(private readonly deployment: Deployment) {
    // Not when they are put in order: what is being concluded then doesn't hang on all of them.
    this.expectations = deployment.expectations;
  }

  private itemsIn(path: string): readonly Standing[] {
    if (this.items === undefined) {
      this.items = new Map();
      for (const declaration of this.deployment.declarations)
        if (!declaration.parent) addTo(this.items, declaration.path, new Standing(declaration));
      for (const expectation of this.expectations) addTo(this.items, expectation.path, new Standing(expectation));
      for (const list of this.items.values()) list.sort((a, b) => a.start - b.start);
    }
    return this.items.get(path) ?? [];
  }

  finding(finding: Finding): Finding {
    const { at, related, follows } = finding;
    return {
      ...finding,
      at: 'placement' in at ? at : this.place(at),
      ...(related && { related: related.map((each) => ({ ...each, at: this.place(each.at) })) }),
      ...(follows && { follows: { ...follows, places: follows.places.map((place) => this.place(place)) } }),
    };
  }

  private place(place: Place): Place {
    const holder = this.page(place) ?? this.item(place);
    if (holder === undefined) return place;
    return new AnchoredPlace(place.path, holder, place.start - holder.start, place.end - holder.start);
  }

  private item({ path, start, end }: Place): Holder | undefined {
    const found = lastBefore(this.itemsIn(path), start, (each) => each.start);
    return found && end <= found.end ? found : undefined;
  }

  /** The page of rows in which a place stands, or behind the rows of which. */
  private page({ path, start }: Place): Holder | undefined {
    const { deployment } = this;
    if (this.version !== deployment.version) {
      this.version = deployment.version;
      this.pages = new Map();
    }
    let pages = this.pages.get(path);
    if (pages === undefined) {
      pages = pagesOf(deployment, path);
      this.pages.set(path, pages);
    }
    const found = lastBefore(pages, start, ({ base }) => base);
    if (found === undefined) return undefined;
    // Behind the declaration with these rows another one stands.
    const item = this.item({ path, start: found.base, end: found.base });
    const isIn = item === undefined || item === this.item({ path, start, end: start });
    return isIn ? new StandingPage(found) : undefined;
  }
}

/** An item where it is now. */
class Standing implements Holder {
  constructor(private readonly of: { readonly item: Item }) {}

  get start(): number {
    return this.of.item.start;
  }

  get end(): number {
    return this.of.item.start + this.of.item.length;
  }
}

class StandingPage implements Holder {
  constructor(private readonly segment: Segment) {}

  get start(): number {
    return this.segment.base;
  }
}

/** The pages of rows of a file, in the order of its text. Rows that stand alone are read again with whatever changes around them. */
function pagesOf(deployment: Deployment, path: string): readonly Segment[] {
  const pages: Segment[] = [];
  for (const { declaration, segments } of deployment.blocks) {
    const { item, written } = declaration;
    if (declaration.path !== path && !written.has('csv')) continue;
    for (const segment of segments)
      if (segment.path === path && (path !== declaration.path || segment.base !== item.start)) pages.push(segment);
  }
  return pages.sort((a, b) => a.base - b.base);
}

/** The last of some that start at an offset or before it. */
function lastBefore<T>(list: readonly T[], offset: number, startOf: (each: T) => number): T | undefined {
  const found = list[lastUpTo(list.length, offset, (index) => startOf(list[index] as T))];
  return found !== undefined && startOf(found) <= offset ? found : undefined;
}
