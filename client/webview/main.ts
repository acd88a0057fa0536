import './main.css';
import './side.css';
import './way.css';
import type { PreviewLook } from '../../server/src/lsp/protocol';
import { AskBar } from './ask';
import { Bridge } from './bridge';
import { ChangesSection } from './changesSection';
import { Details } from './details';
import { element, iconButton } from './dom';
import { DrawingView } from './drawing';
import { icons } from './icons';
import { LitWay } from './litWay';
import { actionMenu } from './menu';
import type { ToPanel } from './messages';
import type { Direction } from './neighbour';
import { buildPage } from './page';
import { applyPatch, type Picture } from './picture';
import { pageActions, pageViews } from './plugged';
import { QuestionState } from './question';
import { RouteSection } from './routeSection';
import { readSaved, type Saved, standardLook } from './saved';
import { Stage } from './stage';
import type { PageContext, ViewName, Zoomable } from './views';
import { WaveBar } from './waveBar';

const vscode = acquireVsCodeApi<Saved>();
let saved = readSaved(vscode.getState());
let picture: Picture | undefined;

const bridge = new Bridge((message) => vscode.postMessage(message));
const page = buildPage();
const drawing = new DrawingView(page.drawing, (selected) => save({ selected }));
drawing.select(saved.selected);
const stage = new Stage(page.stage, page.layer, (view) => save({ view }));
const details = new Details(page.main, bridge);
const way = new LitWay(page.drawing, drawing);
const question = new QuestionState(bridge, answered);
const style = new CSSStyleSheet();
document.adoptedStyleSheets.push(style);

const askBar = new AskBar(
  bridge,
  {
    ask,
    event: (event) => question.question && void question.set({ ...question.question, event, stop: 0 }, wave()),
    wave: chooseWave,
    clear: clearQuestion,
  },
  page.ask,
);
const route = new RouteSection(bridge, { goTo: (stop) => question.goTo(stop), clear: clearQuestion });
const refusal = element('p', { class: 'refusal', role: 'status' });
const changes = new ChangesSection(ask);
page.side.append(refusal, changes.element, route.element);
const waveBar = new WaveBar(page.waves, chooseWave);

const views = pageViews.map((make) => {
  const view = make({ scale: saved.ladder, keep: (ladder) => save({ ladder }) });
  const button = iconButton(view.icon, view.title, () => {
    save({ shown: saved.shown === view.name ? 'graph' : view.name });
    render();
  });
  view.element.hidden = true;
  page.main.append(view.element);
  return { ...view, button };
});
const zoom = [
  iconButton(icons.zoomOut, 'Zoom out (−)', () => zoomable()?.zoom(-1)),
  iconButton(icons.zoomIn, 'Zoom in (+)', () => zoomable()?.zoom(1)),
  iconButton(icons.fit, 'Fit into the window (0)', () => zoomable()?.fit()),
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
    case 'cursor':
      return drawing.mark('here', data.place?.root === picture?.root ? (data.place?.ids ?? []) : []);
    case 'failed':
      return problem(data.message);
  }
});
page.drawing.addEventListener('click', ({ target }) => {
  const id = drawing.idAt(target);
  if (id) choose(id);
});
page.drawing.addEventListener('pointerover', ({ target, buttons }) => {
  const id = drawing.idAt(target);
  const bounds = id && buttons === 0 ? drawing.boundsOf(id) : undefined;
  if (id && bounds) details.hover(id, bounds);
  else details.leave();
});
page.drawing.addEventListener('pointerleave', () => details.leave());
page.stage.addEventListener('pointerdown', () => details.close());
// On the stage: an SVG that listens to the focus can have it, in Chromium.
page.stage.addEventListener('focusin', () => {
  const focused = drawing.focused();
  if (!focused) return;
  drawing.reached(focused.id);
  stage.show(focused.area);
});
page.drawing.addEventListener('keydown', (event) => {
  const focused = drawing.focused();
  if (!focused || event.altKey || event.ctrlKey || event.metaKey) return;
  const direction = directions[event.key];
  const next = direction && drawing.next(direction);
  if (event.key === 'Enter') choose(focused.id);
  else if (event.key === ' ') showDetails(focused.id);
  else if (next) drawing.focus(next);
  else if (!direction) return;
  event.preventDefault();
});
document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || takesLetters(target)) return;
  if (key === 'Escape' && details.isOpen) details.close();
  else if (key === 'Escape' && question.question) clearQuestion();
  else if (key === '/') askBar.focus();
  else if (key === 'n') question.goTo((question.asked?.stop ?? 0) + 1);
  else if (key === 'p') question.goTo((question.asked?.stop ?? 0) - 1);
  else return;
  event.preventDefault();
});
bridge.send({ type: 'ready', look: saved.look });

/** Letters are typed into it, or choose from it. */
function takesLetters(target: EventTarget | null): boolean {
  return target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'range');
}

const directions: Readonly<Record<string, Direction | undefined>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function show({ uri, result, view }: Extract<ToPanel, { type: 'show' }>): void {
  const first = picture === undefined;
  const other = saved.root !== undefined && saved.root !== result.root;
  if (other) {
    stage.reset();
    save({ view: undefined, question: undefined, selected: undefined });
    look(standardLook);
    void question.set(undefined, null);
  } else if (first && saved.view) stage.restore(saved.view);
  save({ uri, root: result.root, shown: saved.shown ?? (view === 'table' ? 'table' : 'graph') });
  if (result.style !== picture?.style) style.replaceSync(result.style);
  picture = result;
  if (first && saved.question) void question.set(saved.question, wave());
  changed();
}

function patch(change: Extract<ToPanel, { type: 'patch' }>['patch']): void {
  if (!picture) return;
  try {
    picture = applyPatch(picture, change);
  } catch {
    bridge.send({ type: 'ready', look: saved.look });
    return;
  }
  changed();
}

/** There is another picture: everything that is asked of it is asked again. */
function changed(): void {
  render();
  void question.refresh(wave());
  void details.refresh();
  void showChanges();
}

function answered(fresh: boolean): void {
  save({ question: question.question });
  render();
  if (fresh && question.asked) route.focus();
}

function render(): void {
  const context = pageContext();
  if (!context) return;
  const { picture, asked } = context;
  const empty = picture.root === undefined;
  problem(
    empty
      ? 'This file belongs to no deployment. A file in its folder, or above it, has to hold the deployment declaration.'
      : undefined,
  );
  page.name.textContent = picture.name;
  page.summary.textContent = picture.summary;
  banner(picture.stale);
  page.ask.hidden = empty;
  page.waves.hidden = empty || picture.waves.length === 0;
  const event = asked?.route.route.event === null ? null : (question.question?.event ?? 'noAnswer');
  askBar.show(question.question?.of, event, picture.waves, picture.wave);
  waveBar.show(picture.waves, picture.wave);

  const seen: ViewName = saved.shown ?? 'graph';
  page.stage.hidden = seen !== 'graph' || empty;
  for (const button of zoom) button.disabled = empty || zoomable() === undefined;
  drawing.update(picture);
  way.show(asked);
  stage.resize(picture);
  renderSide(context);
  for (const { name, button, element, update } of views) {
    button.setAttribute('aria-pressed', String(seen === name));
    element.hidden = seen !== name || empty;
    if (!element.hidden) update(context);
  }
}

/** What is seen, where it can be zoomed. */
function zoomable(): Zoomable | undefined {
  const seen = saved.shown ?? 'graph';
  return seen === 'graph' ? stage : views.find(({ name }) => name === seen)?.zoom;
}

function renderSide({ picture, asked }: PageContext): void {
  route.element.hidden = asked === undefined;
  if (asked) route.show(asked);
  refusal.hidden = question.refused === undefined;
  if (refusal.textContent !== (question.refused ?? '')) refusal.textContent = question.refused ?? '';
  changes.element.hidden = picture.wave === null;
  page.side.hidden = route.element.hidden && refusal.hidden && changes.element.hidden;
}

async function showChanges(): Promise<void> {
  const of = wave();
  if (of === null) return;
  const result = await bridge.request('umtopo/previewWave', { wave: of }).catch(() => undefined);
  if (result && of === wave()) changes.show(of, result);
}

function pageContext(): PageContext | undefined {
  return (
    picture && {
      picture,
      asked: question.asked,
      bridge,
      seen: saved.shown ?? 'graph',
      goTo: (stop) => void question.goTo(stop),
    }
  );
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

function wave(): string | null {
  return picture?.wave ?? null;
}

function ask(of: string): void {
  void question.set({ of, event: question.question?.event ?? 'noAnswer', stop: 0 }, wave(), true);
}

function clearQuestion(): void {
  if (question.question === undefined) return;
  const focus = page.side.contains(document.activeElement) || page.ask.contains(document.activeElement);
  void question.set(undefined, wave());
  if (focus) askBar.focus();
}

function chooseWave(name: string | null): void {
  look({ ...saved.look, wave: name });
}

function look(changed: PreviewLook): void {
  save({ look: changed });
  bridge.send({ type: 'look', look: changed });
}

/** A fold opens or closes; of anything else the source is shown. */
function choose(id: string): void {
  details.close();
  if (!id.startsWith('fold:')) {
    bridge.send({ type: 'reveal', id });
    return;
  }
  const { unfolded } = saved.look;
  const open = unfolded.includes(id);
  look({ ...saved.look, unfolded: open ? unfolded.filter((each) => each !== id) : [...unfolded, id] });
}

function showDetails(id: string): void {
  const bounds = drawing.boundsOf(id);
  if (bounds) void details.open(id, bounds, () => drawing.focus(id));
}
