import { sameWord } from '../base/words';
import type { Deployment } from '../model/deployment';
import type { Word } from '../syntax/ast';
import { cellAt, columnOf, csvPaths, csvReading } from './csvReading';
import type { Spot } from './spots';
import type { ThingPlace } from './things';

/** What gives a cell of a CSV file its meaning: the entry of `columns` for its header, or for the value that it stands for. */
export function columnsEntry(
  deployment: Deployment,
  path: string,
  offset: number,
): { readonly origin: { start: number; end: number }; readonly targets: readonly ThingPlace[] } | undefined {
  const reading = csvReading(deployment, path);
  const found = reading && cellAt(reading, offset);
  const column = found && columnOf(reading, reading.header[found.index]?.text ?? '');
  if (reading === undefined || found === undefined || column === undefined) return undefined;
  const value = column.values.find(({ cells }) => cells.some(({ text }) => sameWord(text, found.cell.text)))?.value;
  const word: Word | undefined = found.isHeader ? column.header : value;
  if (word === undefined) return undefined;
  // `columns` stands in the group, else in the deployment.
  const holder = [reading.group, deployment.head].find((each) =>
    each?.node.body?.elements.some((element) => element === reading.columns),
  );
  if (holder === undefined) return undefined;
  const span = holder.absolute(word);
  const { start, end } = found.cell;
  return { origin: { start, end }, targets: [{ path: holder.path, full: span, name: span }] };
}

/** The cells of the CSV files that a header in `columns` names. */
export function headerCells(deployment: Deployment, { path, start, text }: Spot): ThingPlace[] {
  const group = deployment
    .all('users')
    .find((each) => each.path === path && each.span.start <= start && start <= each.span.end);
  const groups = group ? [group] : deployment.all('users').filter((each) => isRead(deployment, each));
  return groups.flatMap(csvPaths).flatMap((file): ThingPlace[] => {
    const cell = csvReading(deployment, file)?.header.find((each) => sameWord(each.text, text));
    const span = cell && { start: cell.start, end: cell.end };
    return span ? [{ path: file, full: span, name: span }] : [];
  });
}

/** By the columns of the deployment, as it has none of its own. */
function isRead(deployment: Deployment, group: Parameters<Deployment['columnsOf']>[0]): boolean {
  const own = group.node.body?.elements.some(({ type }) => type === 'columns');
  return !own && deployment.columnsOf(group) !== undefined;
}
