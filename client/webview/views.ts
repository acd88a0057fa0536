import type { PreviewRoute } from '../../server/src/lsp/protocol';
import type { Bridge } from './bridge';
import type { Picture } from './picture';

/** The call that was asked about, with its route in the picture that is shown. */
export interface Asked {
  readonly of: string;
  readonly event: string;
  readonly wave: string | null;
  readonly route: PreviewRoute;
  /** The stop that is looked at. */
  readonly stop: number;
}

/** What the page shows now; views and actions are given it. */
export interface PageContext {
  readonly picture: Picture;
  readonly asked: Asked | undefined;
  readonly bridge: Bridge;
  /** What of the page is seen. */
  readonly seen: ViewName;
  /** Looks at a stop of the call that was asked about. */
  goTo(stop: number): void;
}

export type ViewName = 'graph' | 'table' | 'ladder';

/** What is seen larger or smaller. */
export interface Zoomable {
  /** Steps in; negative: out. */
  zoom(steps: number): void;
  /** So that all of it is seen. */
  fit(): void;
}

/** What a view keeps over the page's life. */
export interface ViewMemory {
  /** The size that was chosen; nothing: what the window has room for. */
  readonly scale: number | undefined;
  keep(scale: number): void;
}

/**
 * Another way to show the same content. It has a button that is pressed while it is seen; released, the graph comes back. Which one is seen outlives the page.
 */
export interface PageView {
  readonly name: Exclude<ViewName, 'graph'>;
  /** Of the button: `Show as a table`. */
  readonly title: string;
  /** Of the button: a path on a grid of 16. */
  readonly icon: string;
  /** Fills the main part of the page; the page hides and shows it. */
  readonly element: HTMLElement;
  /** Where it can be zoomed: the buttons do it. */
  readonly zoom?: Zoomable;
  /** It is seen, and what it shows may have changed. */
  update(context: PageContext): void;
}

/** An entry of the menu that takes the picture elsewhere: save as a file, copy. */
export interface PageAction {
  readonly title: string;
  run(context: PageContext): void | Promise<void>;
}
