import { routeText } from '../../../server/src/cli/formats/routeFormats';
import type { Style } from '../../../server/src/cli/io';
import type { Opened } from '../../../server/src/cli/open';
import type { Deployment } from '../../../server/src/model/deployment';
import type { Placement } from '../../../server/src/model/placement';
import { waveOrder } from '../../../server/src/model/waves';
import { routeOfAddress, routeOfNumber, routeOfUser } from '../../../server/src/routing/route';
import { callEvents, type Route } from '../../../server/src/routing/types';

const same = (text: string): string => text;
export const plain: Style = { bold: same, dim: same, red: same, yellow: same, blue: same, green: same };

export function openedOf(deployment: Deployment): Opened {
  return { deployment, root: deployment.root.slice(1), folder: deployment.root };
}

/** Where each user's calls go, for each event and after each wave; events that end alike stand together. */
export function renderRoutes(deployment: Deployment): string {
  const lines: string[] = [];
  for (const user of deployment.users()) {
    const { address } = user;
    lines.push(address, ...answers((event) => routeOfUser(deployment, user, address, event)));
    for (const [index, wave] of waveOrder(deployment).waves.entries()) {
      const route = routeOfUser(deployment, user, address, 'noAnswer', index + 1);
      lines.push(`  after ${wave.name}: ${summary(route)}`);
    }
    lines.push('');
  }
  for (const contact of deployment.all('exUmContact')) {
    const number = String(contact.fact('displayNumber'));
    const now = routeOfNumber(deployment, number);
    lines.push(`${number}  ${contact.name}`, `  ${now ? summary(now) : 'nobody has it'}`);
    for (const [index, wave] of waveOrder(deployment).waves.entries()) {
      const route = routeOfNumber(deployment, number, index + 1);
      lines.push(`  after ${wave.name}: ${route ? summary(route) : 'nobody has it'}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

/** The same for the placements, where users are too many. */
export function renderPlacementRoutes(deployment: Deployment): string {
  const lines: string[] = [];
  for (const placement of deployment.placements()) {
    const [user] = placement.users(1);
    if (user === undefined) continue;
    lines.push(title(placement, user.address));
    lines.push(...answers((event) => routeOfUser(deployment, user, user.address, event)), '');
  }
  return lines.join('\n');
}

/** Every hop and every reason, for the first user of each placement and each contact. */
export function renderTraces(deployment: Deployment): string {
  const opened = openedOf(deployment);
  const parts: string[] = [];
  for (const placement of deployment.placements()) {
    const [user] = placement.users(1);
    if (user === undefined) continue;
    const asked = { address: user.address, event: 'noAnswer' as const, wave: null };
    const route = routeOfUser(deployment, user, user.address);
    parts.push(`=== ${title(placement, user.address)}\n${routeText(opened, asked, route, plain)}`);
  }
  for (const contact of deployment.all('exUmContact')) {
    const route = routeOfAddress(deployment, contact.name);
    if (route === undefined) continue;
    const asked = { address: String(contact.fact('displayNumber')), event: null, wave: null };
    parts.push(`=== ${contact.name}\n${routeText(opened, asked, route, plain)}`);
  }
  return parts.join('\n');
}

function title(placement: Placement, address: string): string {
  const others = placement.count > 1 ? ` and ${placement.count - 1} more` : '';
  return `${address}${others}, group ${placement.block.declaration.name}`;
}

function answers(find: (event: (typeof callEvents)[number]) => Route): string[] {
  const byAnswer = new Map<string, string[]>();
  for (const event of callEvents) {
    const said = summary(find(event));
    byAnswer.set(said, [...(byAnswer.get(said) ?? []), event]);
  }
  return [...byAnswer].map(([said, events]) => {
    const when = events.length === callEvents.length ? 'any event' : events.join(' ');
    return `  ${when}: ${said}`;
  });
}

function summary(route: Route): string {
  const parts: string[] = [route.outcome];
  if (route.target) parts.push(route.target);
  if (route.policy) parts.push(`policy ${route.policy.name} (${route.policy.scope})`);
  if (route.organization.length > 0) parts.push(`organization ${route.organization.join(', ')}`);
  if (route.umServers.length > 0) parts.push(`servers ${route.umServers.join(', ')}`);
  if (route.contact) parts.push(`contact ${route.contact}`);
  if (route.failure) parts.push(route.failure.reason);
  if (route.needs.length > 0) parts.push(`needs ${route.needs.join(', ')}`);
  return parts.join(' · ');
}
