import { element } from './page';
import type { Picture } from './picture';

const headings = ['Name', 'Kind', 'Users', 'State', 'Why'] as const;

/** The picture's content as a table. A name is a button that goes to the source. */
export function showTable(container: HTMLElement, picture: Picture, reveal: (id: string) => void): void {
  const focused = document.activeElement?.getAttribute('data-row');
  const table = element('table');
  const caption = element('caption');
  caption.textContent = `Where unanswered calls go in ${picture.name}`;
  const head = element('tr');
  for (const heading of headings) {
    const cell = element('th', { scope: 'col' });
    cell.textContent = heading;
    head.append(cell);
  }
  const thead = element('thead');
  thead.append(head);
  const body = element('tbody');
  for (const { id, name, kind, users, state, reason } of picture.table) {
    const row = element('tr');
    const link = element('button', { type: 'button', class: 'link', 'data-row': id, title: 'Go to the source' });
    link.textContent = name;
    link.addEventListener('click', () => reveal(id));
    const first = element('th', { scope: 'row' });
    first.append(link);
    row.append(
      first,
      cell(kind),
      cell(users > 0 ? users.toLocaleString('en-US') : '', 'number'),
      cell(state),
      cell(reason ?? ''),
    );
    body.append(row);
  }
  table.append(caption, thead, body);
  const { scrollTop, scrollLeft } = container;
  container.replaceChildren(table);
  container.scrollTo(scrollLeft, scrollTop);
  if (focused) {
    for (const link of container.querySelectorAll<HTMLElement>('[data-row]')) {
      if (link.dataset.row === focused) link.focus({ preventScroll: true });
    }
  }
}

function cell(text: string, style = ''): HTMLElement {
  const created = element('td', style ? { class: style } : {});
  created.textContent = text;
  return created;
}
