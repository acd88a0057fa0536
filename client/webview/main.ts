import './main.css';
import { DrawingView } from './drawing';
import type { FromPanel, ToPanel } from './messages';
import type { Direction } from './neighbour';
import { buildPage } from './page';
import { applyPatch, type Picture } from './picture';
import { Stage } from './stage';
import { showTable } from './tableView';
import { asView, type View } from './viewport';

/** What outlives the page. `root` is the deployment that the view belongs to. */
interface Saved {
  readonly uri?: string;
  readonly root?: string | undefined;
  readonly view?: View | undefined;
  readonly table?: boolean;
}

const vscode = acquireVsCodeApi<Saved>();
let saved: Saved = vscode.getState() ?? {};
let picture: Picture | undefined;

const page = buildPage();
const drawing = new DrawingView(page.drawing);
const stage = new Stage(page.stage, page.drawing, (view) => save({ view }));
const style = new CSSStyleSheet();
document.adoptedStyleSheets.push(style);

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  if (data.type === 'show') show(data);
  else if (data.type === 'patch') patch(data.patch);
  else problem(data.message);
});
page.buttons.fit.addEventListener('click', () => stage.fit());
page.buttons.zoomIn.addEventListener('click', () => stage.zoom(1));
page.buttons.zoomOut.addEventListener('click', () => stage.zoom(-1));
page.buttons.table.addEventListener('click', () => {
  save({ table: !saved.table });
  render();
});
page.drawing.addEventListener('click', ({ target }) => {
  const id = drawing.idAt(target);
  if (id) reveal(id);
});
// On the stage: an SVG that listens to the focus can have it, in Chromium.
page.stage.addEventListener('focusin', () => {
  const focused = drawing.focused();
  if (focused?.id) stage.show(focused.area);
});
page.drawing.addEventListener('keydown', (event) => {
  const focused = drawing.focused();
  if (!focused || event.altKey || event.ctrlKey || event.metaKey) return;
  const direction = directions[event.key];
  const next = direction && drawing.next(direction);
  if (event.key === 'Enter' || event.key === ' ') reveal(focused.id);
  else if (next) drawing.focus(next);
  else if (!direction) return;
  event.preventDefault();
});
send({ type: 'ready' });

const directions: Readonly<Record<string, Direction | undefined>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function show({ uri, result, view }: Extract<ToPanel, { type: 'show' }>): void {
  const other = picture !== undefined && picture.root !== result.root;
  const restored = asView(saved.view);
  if (other) stage.reset();
  else if (picture === undefined && restored && saved.root === result.root) stage.restore(restored);
  save({ uri, root: result.root, table: saved.table ?? view === 'table', ...(other ? { view: undefined } : {}) });
  if (result.style !== picture?.style) style.replaceSync(result.style);
  picture = result;
  render();
}

function patch(change: Extract<ToPanel, { type: 'patch' }>['patch']): void {
  if (!picture) return;
  try {
    picture = applyPatch(picture, change);
  } catch {
    send({ type: 'ready' });
    return;
  }
  render();
}

function render(): void {
  if (!picture) return;
  const empty = picture.root === undefined;
  problem(
    empty
      ? 'This file belongs to no deployment. A file in its folder, or above it, has to hold the deployment declaration.'
      : undefined,
  );
  page.name.textContent = picture.name;
  page.summary.textContent = picture.summary;
  page.banner.hidden = !picture.stale;
  // Set only when it appears: else each keystroke would be read out.
  const banner = 'Parts of the text cannot be understood. This is what was last understood.';
  const text = picture.stale ? banner : '';
  if (page.banner.textContent !== text) page.banner.textContent = text;
  document.body.classList.toggle('stale', picture.stale);

  const table = saved.table === true;
  page.buttons.table.setAttribute('aria-pressed', String(table));
  page.stage.hidden = table || empty;
  page.table.hidden = !table || empty;
  for (const name of ['fit', 'zoomIn', 'zoomOut'] as const) page.buttons[name].disabled = table || empty;
  drawing.update(picture);
  stage.resize(picture);
  if (table) showTable(page.table, picture, reveal);
}

function problem(message: string | undefined): void {
  page.problem.hidden = message === undefined;
  page.problem.textContent = message ?? '';
}

function save(change: Saved): void {
  saved = { ...saved, ...change };
  vscode.setState(saved);
}

function reveal(id: string): void {
  send({ type: 'reveal', id });
}

function send(message: FromPanel): void {
  vscode.postMessage(message);
}
