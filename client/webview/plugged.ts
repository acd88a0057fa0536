import { ladderView } from './ladderView';
import { pictureActions } from './pictureActions';
import { tableView } from './tableView';
import type { PageAction, PageView, ViewMemory } from './views';

/** The views beside the graph, in the order of their buttons. */
export const pageViews: readonly ((memory: ViewMemory) => PageView)[] = [tableView, ladderView];

/** What the menu "Save or copy the picture" offers; without an entry there is no menu. */
export const pageActions: readonly PageAction[] = pictureActions;
