import { element, grouped, linkButton } from './dom';
import { icons } from './icons';
import type { PageContext, PageView } from './views';

const headings = ['Name', 'Kind', 'Users', 'State', 'Why'] as const;

/** The picture's content as a table. A name is a button that goes to the source. */
export function tableView(): PageView {
  const container = element('div', {
    class: 'table',
    tabindex: '0',
    role: 'region',
    'aria-label': 'Routing as a table',
  });
  return {
    name: 'table',
    title: 'Show as a table',
    icon: icons.table,
    element: container,
    update: (context) => fill(container, context),
  };
}

function fill(container: HTMLElement, { picture, bridge }: PageContext): void {
  const focused = document.activeElement?.getAttribute('data-row');
  const head = element('tr', {}, ...headings.map((heading) => element('th', { scope: 'col' }, heading)));
  const body = element('tbody');
  for (const { id, name, kind, users, state, reason } of picture.table) {
    const link = linkButton(name, 'Go to the source', () => bridge.send({ type: 'reveal', id }));
    link.dataset.row = id;
    body.append(
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, link),
        element('td', {}, kind),
        element('td', { class: 'number' }, users > 0 ? grouped(users) : ''),
        element('td', {}, state),
        element('td', {}, reason ?? ''),
      ),
    );
  }
  const caption = element('caption', {}, `Where unanswered calls go in ${picture.name}`);
  const { scrollTop, scrollLeft } = container;
  container.replaceChildren(element('table', {}, caption, element('thead', {}, head), body));
  container.scrollTo(scrollLeft, scrollTop);
  if (focused) {
    for (const link of container.querySelectorAll<HTMLElement>('[data-row]')) {
      if (link.dataset.row === focused) link.focus({ preventScroll: true });
    }
  }
}
