import type { Option, Parsed } from './arguments';
import type { Io } from './io';

/** One command of `umtopo`. */
export interface Command {
  readonly name: string;
  /** Behind the name in the first line of its help. */
  readonly usage: string;
  readonly doc: string;
  readonly options: readonly Option[];
  /** @returns the exit code. */
  run(parsed: Parsed, io: Io): Promise<number>;
}

export const formatOption = (...values: readonly string[]): Option => ({
  name: 'format',
  value: 'FORMAT',
  values,
  doc: `How results are printed: ${values.join(', ')} (${values[0]} unless said)`,
});

/** Options that every command takes. */
export const commonOptions: readonly Option[] = [
  {
    name: 'color',
    value: 'WHEN',
    values: ['auto', 'always', 'never'],
    doc: 'Colours: auto, always or never; NO_COLOR is respected',
  },
  { name: 'quiet', doc: 'Print results and errors, nothing else' },
  { name: 'help', doc: 'Show this help' },
  { name: 'version', doc: 'Show the version' },
];
