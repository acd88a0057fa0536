import type { Span } from '../../base/span';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import type { UserRow } from '../../model/placement';
import type { FixEdit } from '../../rules/types';
import { usersIn } from '../inlayHints';
import type { Action, ActionPlace } from './action';
import { appendLines, groupAt } from './lines';

/** More groups than this are not offered one by one. */
const GROUPS = 8;

/** Moves the rows that are selected to another group, or to a new one. A row takes along what it had from its block and the other one doesn't give it. */
export function moveRows({ deployment, path, range }: ActionPlace): Action[] {
  const group = groupAt(deployment, path, range.start, range.end);
  // A value without its closing quote would take in what comes to stand behind it.
  if (!group?.node.body?.closed || group.item.openString) return [];
  const text = deployment.textOf(path);
  const users = [...usersIn(deployment, path, range)].filter((user) => standsAlone(text, user));
  const [first] = users;
  if (first === undefined || users.some((user) => user.placement.block.declaration !== group)) return [];
  const who = users.length === 1 ? first.address : `${users.length} users`;
  const others = deployment
    .all('users')
    .filter((other) => other !== group && other.name !== '' && other.node.body?.closed)
    .slice(0, GROUPS);
  const known = others.map(
    (other): Action => ({
      title: `Move ${who} to group ${other.name}`,
      kind: 'refactor.move',
      edits: () => [
        ...removed(text, users),
        appendLines(other, deployment.textOf(other.path), rowsFor(deployment, users, group, other)),
      ],
    }),
  );
  return [
    ...known,
    {
      title: `Move ${who} to a new group`,
      kind: 'refactor.extract',
      edits: () => [
        ...removed(text, users),
        { path, start: group.span.end, end: group.span.end, text: newGroup(text, users, group) },
      ],
    },
  ];
}

/** The row has its lines for itself: nothing else goes with it. */
function standsAlone(text: string, user: UserRow): boolean {
  const before = text.slice(text.lastIndexOf('\n', user.addressSpan.start) + 1, user.addressSpan.start);
  return /^\s*(?:sip:|")?$/i.test(before);
}

function lineAbove(text: string, start: number): number {
  return start === 0 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
}

/** A row's lines: the comments above it, and what stands behind it. */
function lineOf(text: string, { span }: UserRow): { start: number; end: number; text: string } {
  let start = text.lastIndexOf('\n', span.start) + 1;
  for (let above = lineAbove(text, start); /^\s*\/\//.test(text.slice(above, start)); above = lineAbove(text, start))
    start = above;
  let end = text.indexOf('\n', span.end);
  if (end < 0) end = text.length;
  const line = text.slice(start, end).trimEnd();
  // A closing brace on the line is the block's.
  const brace = /\}\s*$/.exec(line);
  if (brace && start + brace.index >= span.end)
    return { start, end: start + brace.index, text: line.slice(0, brace.index).trimEnd() };
  return { start, end: Math.min(end + 1, text.length), text: line };
}

function removed(text: string, users: readonly UserRow[]): FixEdit[] {
  return users.map((user) => {
    const { start, end } = lineOf(text, user);
    return { path: user.path, start, end, text: '' };
  });
}

function rowsFor(deployment: Deployment, users: readonly UserRow[], from: Declaration, to: Declaration): string[] {
  const lost = [...from.written.values()].filter(({ property, node }) => {
    if (property.name === 'csv' || property.name === 'delimiter') return false;
    const other = to.written.get(property.name)?.node;
    return !other || textOf(deployment, from, node.values) !== textOf(deployment, to, other.values);
  });
  const text = deployment.textOf(from.path);
  return users.map((user) => {
    const { start, text: lines } = lineOf(text, user);
    const missing = lost.filter(({ property }) => user.propertySpan(property.name) === undefined);
    const extra = missing.map(({ node }) => `  ${textOf(deployment, from, [node])}`).join('');
    const end = user.span.end - start;
    const row = lines.slice(0, end);
    return (row.endsWith('}') ? `${row.slice(0, -1).trimEnd()}${extra} }` : row + extra) + lines.slice(end);
  });
}

function textOf(deployment: Deployment, { path, item }: Declaration, spans: readonly Span[]): string {
  const text = deployment.textOf(path);
  return spans.map(({ start, end }) => text.slice(item.start + start, item.start + end)).join(', ');
}

function newGroup(text: string, users: readonly UserRow[], group: Declaration): string {
  const inherited = [...group.written.values()]
    .filter(({ property }) => property.name !== 'csv')
    .map(({ node }) => `  ${text.slice(group.item.start + node.start, group.item.start + node.end)}`);
  const rows = users.map((user) => lineOf(text, user).text);
  return `\n\nusers "New group" {\n${[...inherited, ...rows].join('\n')}\n}`;
}
