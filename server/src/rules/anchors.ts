import type { Deployment } from '../model/deployment';
import type { Item } from '../syntax/ast';
import type { Finding, Place } from './types';

/** What a place moves with: an item that an edit elsewhere in its file shifts. */
interface Holder {
  readonly item: Item;
}

/** A place that moves with the declaration or expectation it stands in, so that what was found stays true after edits before it. */
class AnchoredPlace implements Place {
  constructor(
    readonly path: string,
    private readonly holder: Holder,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get start(): number {
    return this.holder.item.start + this.from;
  }

  get end(): number {
    return this.holder.item.start + this.to;
  }
}

/** Anchors the places of findings that are kept from one analysis to the next. */
export class Anchors {
  private readonly holders = new Map<string, Holder[]>();

  constructor(deployment: Deployment) {
    for (const declaration of deployment.declarations) if (!declaration.parent) this.add(declaration.path, declaration);
    for (const expectation of deployment.expectations) this.add(expectation.path, expectation);
    for (const list of this.holders.values()) list.sort((a, b) => a.item.start - b.item.start);
  }

  private add(path: string, holder: Holder): void {
    const list = this.holders.get(path);
    if (list) list.push(holder);
    else this.holders.set(path, [holder]);
  }

  finding(finding: Finding): Finding {
    const { at, related } = finding;
    return {
      ...finding,
      at: 'placement' in at ? at : this.place(at),
      ...(related && { related: related.map((each) => ({ ...each, at: this.place(each.at) })) }),
    };
  }

  private place(place: Place): Place {
    const list = this.holders.get(place.path) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] as Holder).item.start <= place.start) low = middle + 1;
      else high = middle;
    }
    const holder = list[low - 1];
    if (holder === undefined || place.end > holder.item.start + holder.item.length) return place;
    return new AnchoredPlace(place.path, holder, place.start - holder.item.start, place.end - holder.item.start);
  }
}
