import type { Event } from 'vscode';

/** Until something holds: looked at now, and whenever an event says that it may. */
export function until<T>(event: Event<T>, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const listener = event(() => {
      if (!holds()) return;
      listener.dispose();
      resolve();
    });
    if (!holds()) return;
    listener.dispose();
    resolve();
  });
}
