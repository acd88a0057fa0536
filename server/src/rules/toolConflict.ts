import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { Sharer } from './shared';

/** Whether two declarations are one contact, said to be made by both tools. */
export function isDeclaredByBothTools(a: Sharer, b: Sharer): boolean {
  return a.contact !== undefined && b.contact !== undefined && a.contact.fact('tool') !== b.contact.fact('tool');
}

/** Whether a contact is declared once more, with the other tool: which one it is nobody knows (UM3011), so nothing is said of how it fits. */
export function isOfBothTools(deployment: Deployment, contact: Declaration): boolean {
  return deployment.named('exUmContact', contact.name).some((other) => other.fact('tool') !== contact.fact('tool'));
}
