import type { Sharer } from './shared';

/** Whether two declarations are one contact, said to be made by both tools. */
export function isDeclaredByBothTools(a: Sharer, b: Sharer): boolean {
  return a.contact !== undefined && b.contact !== undefined && a.contact.fact('tool') !== b.contact.fact('tool');
}
