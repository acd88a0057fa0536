import type { Generator } from './file';
import { firstNames, lastNames } from './names';

/** A group of the example `bulk`: one CSV file, as an office would export it from its directory. */
interface Group {
  readonly file: string;
  readonly users: number;
  /** The main number of the office; people are told apart by `;ext=`. */
  readonly number: string;
  /** Of ten people, how many have their mailbox in the cloud. */
  readonly hostedOfTen: number;
}

const groups: readonly Group[] = [
  { file: 'headquarters', users: 8_000, number: '+14255550110', hostedOfTen: 7 },
  { file: 'research', users: 4_000, number: '+14255550120', hostedOfTen: 0 },
  { file: 'dallas', users: 5_000, number: '+14255550130', hostedOfTen: 10 },
  { file: 'spokane', users: 2_000, number: '+14255550140', hostedOfTen: 4 },
  { file: 'tacoma', users: 1_000, number: '+14255550150', hostedOfTen: 5 },
];

const firstExtension = 10_000;

/**
 * The CSV files of `examples/bulk`: 20,000 people, each with a name, a number and an extension that nobody else has. Arithmetic instead of chance, so that every
 * run writes the same.
 */
export const generateBulk: Generator = () => {
  let next = 0;
  return groups.map((group) => {
    const lines = ['Mail,Phone,Extension,Mailbox'];
    for (let i = 0; i < group.users; i++) lines.push(row(group, next++));
    return { path: `examples/bulk/${group.file}.csv`, content: `${lines.join('\n')}\n` };
  });
};

function row(group: Group, index: number): string {
  const extension = firstExtension + index;
  // Spread over the group, not the first of it: a file from a directory is sorted by other things.
  const hosted = (index * 7 + Math.floor(index / 10)) % 10 < group.hostedOfTen;
  const place = group.hostedOfTen === 10 ? '' : hosted ? 'cloud' : 'server';
  // An extension of Exchange belongs to a local mailbox.
  const own = hosted ? '' : extension;
  return `${address(index)},${group.number};ext=${extension},${own},${place}`;
}

/** Each first name meets each last name once. */
function address(index: number): string {
  const first = index % firstNames.length;
  const last = (Math.floor(index / firstNames.length) + first * 37) % lastNames.length;
  return `${firstNames[first]}.${lastNames[last]}@contoso.com`;
}
