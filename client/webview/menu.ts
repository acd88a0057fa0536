import { element, iconButton } from './dom';
import { icons } from './icons';
import type { PageAction } from './views';

/** A button with a menu of actions; `run` is given the one that was chosen. */
export function actionMenu(actions: readonly PageAction[], run: (action: PageAction) => void): HTMLElement {
  const list = element('div', { class: 'menu', role: 'menu', 'aria-label': 'Save or copy the picture' });
  list.hidden = true;
  const items = actions.map((action) => {
    const item = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, action.title);
    item.addEventListener('click', () => {
      close();
      run(action);
    });
    return item;
  });
  list.append(...items);
  const button = iconButton(icons.save, 'Save or copy the picture', () => (list.hidden ? open() : close()));
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  const around = element('div', { class: 'with-menu' }, button, list);

  function open(): void {
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    items[0]?.focus();
  }
  function close(): void {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  }
  around.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at + items.length - 1) % items.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  around.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && around.contains(relatedTarget)) return;
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  });
  return around;
}
