import { csvCell } from '../../base/csvText';
import { folderOf } from '../../base/paths';
import { count } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import { UserRow } from '../../model/placement';
import type { UsersBlock } from '../../model/usersBlock';
import type { FixEdit } from '../../rules/types';
import { quoteWord } from '../../syntax/print';
import { userRow } from '../../vocabulary';
import type { Action, ActionPlace } from './action';
import { appendLines, groupAt, wholeLine } from './lines';

/** Rows and CSV files of more users than this are left to tools that see them whole. */
const MAXIMUM = 50_000;

/** Moves the rows of a group to a CSV file beside its file. */
export function rowsToCsv({ deployment, path, range }: ActionPlace): Action[] {
  const group = groupAt(deployment, path, range.start, range.end);
  const block = group && deployment.block(group);
  if (!group?.node.body?.closed || !block || group.name === '' || group.written.has('csv')) return [];
  if (block.count === 0 || block.count > MAXIMUM || block.segments.some((segment) => segment.path !== path)) return [];
  const users = usersOf(block, deployment);
  // A comment on a row has no place in a CSV file.
  const text = deployment.textOf(path);
  const rowsStart = Math.min(...users.map(({ span }) => span.start));
  const rowsEnd = Math.max(...users.map(({ span }) => span.end));
  const between = group.node.body.elements.some((element) => {
    const at = group.item.start + element.start;
    return element.type !== 'page' && element.type !== 'row' && at > rowsStart && at < rowsEnd;
  });
  if (between || /\/[/*]/.test(text.slice(rowsStart, lineEnd(text, rowsEnd)))) return [];
  const name = `${
    group.name
      .toLowerCase()
      .replace(/[^a-z0-9_-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'users'
  }.csv`;
  const file = `${folderOf(path)}/${name}`;
  if (deployment.source(file)) return [];
  return [
    {
      title: `Move the rows of the group to ${name}`,
      kind: 'refactor.move',
      edits: () => [{ path, start: rowsStart, end: rowsEnd, text: `csv ${quoteWord(name)}` }],
      creates: () => ({ path: file, text: csvText(users) }),
    },
  ];
}

function usersOf(block: UsersBlock, deployment: ActionPlace['deployment']): UserRow[] {
  return block.segments.flatMap((segment) =>
    Array.from(
      { length: segment.page.count },
      (_, row) => new UserRow(deployment.placement(block, segment.page.shapes[row] as number), segment, row),
    ),
  );
}

function csvText(users: readonly UserRow[]): string {
  const written = new Set(users.flatMap((user) => user.written.map(({ property }) => property)));
  const columns = userRow.properties.filter(({ name }) => written.has(name));
  const header = ['SipAddress', ...columns.map(({ name, csvHeaders }) => csvHeaders?.[0] ?? name)];
  const rows = users.map((user) => [user.address, ...columns.map(({ name }) => user.texts(name).join(';'))]);
  return `${[header, ...rows].map((cells) => cells.map((cell) => csvCell(cell)).join(',')).join('\r\n')}\r\n`;
}

/** Writes the users of a CSV file as rows in place of it; the file stays. */
export function csvToRows({ deployment, path, range }: ActionPlace): Action[] {
  const group = groupAt(deployment, path, range.start, range.end);
  const block = group && deployment.block(group);
  const node = group?.written.get('csv')?.node;
  if (!group?.node.body?.closed || !block || !node || node.values.length !== 1) return [];
  const users = usersOf(block, deployment).filter((user) => user.path !== path);
  if (users.length === 0 || users.length > MAXIMUM || users.some((user) => user.segment.page.problems.length > 0))
    return [];
  return [
    {
      title: `Write the ${count(users.length, 'user')} of ${node.values[0]?.text} as rows`,
      kind: 'refactor.rewrite',
      edits: () => {
        const text = deployment.textOf(path);
        const at = { start: group.item.start + node.start, end: group.item.start + node.end };
        return [
          { path, ...wholeLine(text, at), text: '' },
          appendLines(group, text, rowLines(users)),
          ...withoutColumns(group, text),
        ];
      },
    },
  ];
}

function rowLines(users: readonly UserRow[]): string[] {
  return users.map((user) => {
    const names = [...new Set(user.written.map(({ property }) => property))];
    const values = names.map((name) => `${name} ${user.texts(name).map(quoteState).join(', ')}`);
    return [`  ${quoteWord(user.address)}`, ...values].join('  ');
  });
}

/** `unset` and `unknown` are cells like any other: they keep their meaning in a row. */
function quoteState(text: string): string {
  return /^(?:unset|unknown|\$null)$/i.test(text) ? text : quoteWord(text);
}

function withoutColumns(group: Declaration, text: string): FixEdit[] {
  const columns = group.node.body?.elements.find((element) => element.type === 'columns');
  if (columns === undefined) return [];
  return [{ path: group.path, ...wholeLine(text, group.absolute(columns)), text: '' }];
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
