import { finished, type Steps } from '../base/steps';
import type { RowIndex } from './rowIndex';
import type { ShapeTable } from './shapes';
import { UserIndex } from './userIndex';
import type { UserPage } from './userPage';
import type { PagePlace, Segment, UsersBlock } from './usersBlock';

/** The pages of all blocks of a deployment: by a number that each has as long as it is there, and by what must be unique in their rows. */
export class PlacedPages {
  private readonly ownIndex = new UserIndex();
  /** By their numbers, which start at 1. */
  private readonly places: (PagePlace | undefined)[] = [undefined];
  private readonly freeNumbers: number[] = [];
  /** Pages that left, each with its number where no other page has that now. */
  private readonly left: { readonly page: UserPage; readonly id: number | undefined }[] = [];

  constructor(private readonly shapes: ShapeTable) {}

  /** Where users stand by what must be unique. */
  get index(): UserIndex {
    finished(this.ownIndex.settle());
    return this.ownIndex;
  }

  /** Brings the index up to date in slices, before somebody asks for it. */
  settle(): Steps<void> {
    return this.ownIndex.settle();
  }

  /** A block has other pages. One that leaves is taken out at once; that nothing uses a shape any more shows when all blocks have theirs. */
  take(block: UsersBlock, segments: readonly Segment[]): void {
    const came: [UserPage, number][] = [];
    block.take(segments, {
      came: (page) => {
        const id = this.freeNumbers.pop() ?? this.places.length;
        this.hold(page);
        came.push([page, id]);
        return id;
      },
      instead: ({ id, segment }, page) => {
        this.hold(page);
        this.ownIndex.replace(segment.page, page, id);
        this.letGo(segment.page, undefined);
        return id;
      },
      went: ({ id, segment: { page } }) => {
        this.ownIndex.remove(page, id);
        this.places[id] = undefined;
        this.letGo(page, id);
      },
      placed: (place) => this.place(place),
    });
    for (const [page, id] of came) this.ownIndex.add(page, id);
  }

  private hold(page: UserPage): void {
    page.uses++;
    page.gone = false;
    for (const shape of page.shapeCounts.keys()) this.shapes.retain(shape);
  }

  private letGo(page: UserPage, id: number | undefined): void {
    page.uses--;
    this.left.push({ page, id });
  }

  /** A block has the pages that another one had, which is no more. */
  takeOver(block: UsersBlock, pages: readonly PagePlace[]): void {
    block.takeOver(pages, (place) => this.place(place));
  }

  private place(place: PagePlace): void {
    this.places[place.id] = place;
  }

  /** Forgets what only the pages that left had. */
  sweep(): void {
    for (const { page, id } of this.left) {
      for (const shape of page.shapeCounts.keys()) this.shapes.release(shape);
      page.gone = page.uses === 0;
      if (id !== undefined) this.freeNumbers.push(id);
    }
    this.left.length = 0;
    this.shapes.sweep();
  }

  /** The pages in which a hash of an index stands, in the order of the files. */
  with(index: RowIndex, hash: number): readonly PagePlace[] {
    const found: PagePlace[] = [];
    for (const id of index.pagesOf(hash)) {
      const place = this.places[id];
      if (place) found.push(place);
    }
    return found.length < 2 ? found : found.sort((a, b) => a.block.order - b.block.order || a.index - b.index);
  }

  has(place: PagePlace): boolean {
    return this.places[place.id] === place;
  }
}
