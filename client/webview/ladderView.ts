import type { LadderDrawn } from '../../server/src/lsp/protocol';
import { element, linkButton, refill, svg } from './dom';
import { parseFragments } from './fragments';
import { icons } from './icons';
import { LadderZoom } from './ladderZoom';
import type { PageContext, PageView, ViewMemory } from './views';

/** The call that was asked about as a ladder: the picture, and below it the same as rows. */
export function ladderView(memory: ViewMemory): PageView {
  const container = element('div', {
    class: 'ladder',
    tabindex: '0',
    role: 'region',
    'aria-label': 'Call as a ladder',
  });
  const style = new CSSStyleSheet();
  document.adoptedStyleSheets.push(style);
  const zoom = new LadderZoom(container, memory);
  let wanted = '';
  let shown = '';

  async function update({ picture, asked, bridge }: PageContext): Promise<void> {
    // The same question to the same text has the same answer.
    const key = asked ? JSON.stringify([picture.root, picture.version, asked.of, asked.event, asked.wave]) : '';
    if (key === wanted && container.hasChildNodes()) return;
    wanted = key;
    if (!asked) {
      say('Ask about a call above: its messages are shown here.');
      return;
    }
    const { of, event, wave } = asked;
    try {
      const answer = await bridge.request('umtopo/ladder', { of, event, wave });
      if (key !== wanted) return;
      if ('refused' in answer) say(answer.refused);
      else show(answer, { bridge });
    } catch (error) {
      if (key === wanted) say(String(error));
    }
  }

  function say(text: string): void {
    shown = '';
    container.replaceChildren(element('p', { class: 'hint' }, text));
  }

  function show(ladder: LadderDrawn, { bridge }: Pick<PageContext, 'bridge'>): void {
    const now = JSON.stringify(ladder);
    // An edit elsewhere changes nothing of this call.
    if (now === shown) return;
    shown = now;
    style.replaceSync(ladder.style);
    const { scrollTop, scrollLeft } = container;
    const open = (id: string) => {
      const place = ladder.places[id];
      if (place) bridge.send({ type: 'open', at: { uri: place.uri, line: place.range.start.line + 1 } });
    };
    refill(container, () =>
      container.replaceChildren(
        element('h2', {}, ladder.title),
        element('p', { class: `verdict ${ladder.outcome}` }, sentence(ladder.verdict)),
        heads(ladder, open),
        steps(ladder, open),
        rows(ladder, open),
      ),
    );
    zoom.apply();
    container.scrollTo(scrollLeft, scrollTop);
  }

  return {
    name: 'ladder',
    title: 'Show the call as a ladder',
    icon: icons.ladder,
    element: container,
    zoom,
    update: (context) => void update(context),
  };
}

type Open = (id: string) => void;

/** The heads stay in sight while the steps scroll below them. */
function heads(ladder: LadderDrawn, open: Open): SVGSVGElement {
  const own = ladder.elements.filter(({ id }) => id.startsWith('column:'));
  return drawing(ladder, own, { class: 'umtopo heads', 'aria-hidden': 'true' }, [0, headHeight], open);
}

function steps(ladder: LadderDrawn, open: Open): SVGSVGElement {
  const own = ladder.elements.filter(({ id }) => !id.startsWith('column:'));
  const label = `${ladder.title}: ${ladder.verdict}. The table below says the same in words.`;
  const attributes = { class: 'umtopo', role: 'img', 'aria-label': label };
  return drawing(ladder, own, attributes, [headHeight, ladder.height], open);
}

/** Where the heads end and the lifelines start. */
const headHeight = 68;

function drawing(
  { width, places }: LadderDrawn,
  elements: LadderDrawn['elements'],
  attributes: Readonly<Record<string, string>>,
  [top, bottom]: readonly [number, number],
  open: Open,
): SVGSVGElement {
  const size = { width: String(width), height: String(bottom - top), viewBox: `0 ${top} ${width} ${bottom - top}` };
  const root = svg('svg', { ...attributes, ...size });
  const parts = parseFragments(elements.map((each) => each.svg));
  for (const [index, part] of parts.entries()) {
    const id = elements[index]?.id ?? '';
    if (places[id]) {
      part.classList.add('linked');
      part.addEventListener('click', () => open(id));
    }
  }
  root.append(...parts);
  return root;
}

const headings = ['', 'From', 'To', 'Message', 'Documented', 'Source'] as const;

/** The same content for those who read rather than look. */
function rows(ladder: LadderDrawn, open: Open): HTMLElement {
  const head = element(
    'tr',
    {},
    ...headings.map((heading) => element(heading ? 'th' : 'td', heading ? { scope: 'col' } : {}, heading)),
  );
  const body = element('tbody');
  for (const { id, number, from, to, what, details, state, source } of ladder.rows) {
    const name = ladder.places[id] ? linkButton(what, 'Go to the source', () => open(id)) : what;
    const list = element('ul', {}, ...details.map((detail) => element('li', {}, detail)));
    body.append(
      element(
        'tr',
        {},
        element('td', { class: 'number' }, String(number)),
        element('td', {}, from),
        element('td', {}, to),
        element('th', { scope: 'row' }, name, ...(details.length > 0 ? [list] : [])),
        element('td', {}, state),
        element('td', {}, source),
      ),
    );
  }
  const caption = element('caption', {}, `${ladder.title}, message by message`);
  return element('table', { class: 'steps' }, caption, element('thead', {}, head), body);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
