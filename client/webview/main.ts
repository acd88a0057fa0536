import './main.css';
import { Bridge } from './bridge';
import { iconButton } from './dom';
import { DrawingView } from './drawing';
import { icons } from './icons';
import { actionMenu } from './menu';
import type { ToPanel } from './messages';
import type { Direction } from './neighbour';
import { buildPage } from './page';
import { applyPatch, type Picture } from './picture';
import { pageActions, pageViews } from './plugged';
import { readSaved, type Saved, standardLook } from './saved';
import { Stage } from './stage';
import type { PageContext, ViewName } from './views';

const vscode = acquireVsCodeApi<Saved>();
let saved = readSaved(vscode.getState());
let picture: Picture | undefined;

const bridge = new Bridge((message) => vscode.postMessage(message));
const page = buildPage();
const drawing = new DrawingView(page.drawing);
const stage = new Stage(page.stage, page.drawing, (view) => save({ view }));
const style = new CSSStyleSheet();
document.adoptedStyleSheets.push(style);

const views = pageViews.map((make) => {
  const view = make();
  const button = iconButton(view.icon, view.title, () => {
    save({ shown: saved.shown === view.name ? 'graph' : view.name });
    render();
  });
  view.element.hidden = true;
  page.main.append(view.element);
  return { ...view, button };
});
const zoom = [
  iconButton(icons.zoomOut, 'Zoom out (−)', () => stage.zoom(-1)),
  iconButton(icons.zoomIn, 'Zoom in (+)', () => stage.zoom(1)),
  iconButton(icons.fit, 'Fit into the window (0)', () => stage.fit()),
];
page.tools.append(...views.map(({ button }) => button), ...zoom);
if (pageActions.length > 0) {
  page.tools.append(
    actionMenu(pageActions, (action) => {
      const context = pageContext();
      if (context) void action.run(context);
    }),
  );
}

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'show':
      return show(data);
    case 'patch':
      return patch(data.patch);
    case 'answer':
      return bridge.answered(data);
    case 'failed':
      return problem(data.message);
  }
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
bridge.send({ type: 'ready', look: saved.look });

const directions: Readonly<Record<string, Direction | undefined>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function show({ uri, result, view }: Extract<ToPanel, { type: 'show' }>): void {
  const other = picture !== undefined && picture.root !== result.root;
  if (other) stage.reset();
  else if (picture === undefined && saved.view && saved.root === result.root) stage.restore(saved.view);
  save({
    uri,
    root: result.root,
    shown: saved.shown ?? (view === 'table' ? 'table' : 'graph'),
    ...(other ? { view: undefined, look: standardLook, question: undefined, selected: undefined } : {}),
  });
  if (result.style !== picture?.style) style.replaceSync(result.style);
  picture = result;
  render();
}

function patch(change: Extract<ToPanel, { type: 'patch' }>['patch']): void {
  if (!picture) return;
  try {
    picture = applyPatch(picture, change);
  } catch {
    bridge.send({ type: 'ready', look: saved.look });
    return;
  }
  render();
}

function render(): void {
  const context = pageContext();
  if (!context) return;
  const { picture } = context;
  const empty = picture.root === undefined;
  problem(
    empty
      ? 'This file belongs to no deployment. A file in its folder, or above it, has to hold the deployment declaration.'
      : undefined,
  );
  page.name.textContent = picture.name;
  page.summary.textContent = picture.summary;
  banner(picture.stale);

  const seen: ViewName = saved.shown ?? 'graph';
  page.stage.hidden = seen !== 'graph' || empty;
  for (const button of zoom) button.disabled = page.stage.hidden;
  drawing.update(picture);
  stage.resize(picture);
  for (const { name, button, element, update } of views) {
    button.setAttribute('aria-pressed', String(seen === name));
    element.hidden = seen !== name || empty;
    if (!element.hidden) update(context);
  }
}

function pageContext(): PageContext | undefined {
  return picture && { picture, asked: undefined, bridge, seen: saved.shown ?? 'graph', goTo: () => undefined };
}

const stales = {
  faults: 'Parts of the text cannot be understood: they are not in the picture.',
  past: 'The text cannot be understood just now. This is the picture of the last text that was.',
} as const;

function banner(stale: Picture['stale']): void {
  page.banner.hidden = stale === false;
  const text = stale === false ? '' : stales[stale];
  // Set only when it changes: else each keystroke would be read out.
  if (page.banner.textContent !== text) page.banner.textContent = text;
  document.body.classList.toggle('stale', stale === 'past');
}

function problem(message: string | undefined): void {
  page.problem.hidden = message === undefined;
  page.problem.textContent = message ?? '';
}

function save(change: Partial<Saved>): void {
  saved = { ...saved, ...change };
  vscode.setState(saved);
}

function reveal(id: string): void {
  bridge.send({ type: 'reveal', id });
}
