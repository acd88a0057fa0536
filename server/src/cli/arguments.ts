import { parseArgs } from 'node:util';
import { nearest, orList, sameWord } from '../base/words';
import { UsageError } from './usage';

/** An option of a command, as `--help` shows it. */
export interface Option {
  readonly name: string;
  /** What stands for its value; absent for a switch. */
  readonly value?: string;
  readonly doc: string;
  /** The values it takes, when they can be listed. */
  readonly values?: readonly string[];
  readonly several?: true;
}

export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Parsed {
  readonly values: Values;
  readonly paths: readonly string[];
}

/** Splits a command's words into options and paths. @throws UsageError for an unknown option or value, with the nearest one. */
export function parseArguments(words: readonly string[], options: readonly Option[]): Parsed {
  const config: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }> = {};
  for (const option of options) config[option.name] = { type: option.value ? 'string' : 'boolean' };
  const { tokens } = parseArgs({
    args: [...words],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, string | boolean> = {};
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find((candidate) => candidate.name === token.name);
    if (option === undefined) {
      const guess = nearest(
        token.name,
        options.map((candidate) => candidate.name),
      );
      throw new UsageError(`there is no option ${token.rawName}${guess ? `; did you mean --${guess}?` : ''}`);
    }
    if (!option.value) {
      if (token.value !== undefined) throw new UsageError(`--${option.name} takes no value`);
      values[option.name] = true;
      continue;
    }
    if (token.value === undefined)
      throw new UsageError(`--${option.name} needs a value: --${option.name} ${option.value}`);
    const given = option.several ? token.value.split(',') : [token.value];
    values[option.name] = given.map((value) => knownValue(option, value)).join(',');
  }
  return { values, paths };
}

/** A value as the option spells it, in whatever case it was given. */
function knownValue(option: Option, value: string): string {
  if (!option.values) return value;
  const known = option.values.find((candidate) => sameWord(candidate, value));
  if (known !== undefined) return known;
  const guess = nearest(value, option.values);
  throw new UsageError(
    `--${option.name} is ${orList(option.values)}, not "${value}"${guess ? `; did you mean ${guess}?` : ''}`,
  );
}

export function textValue(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
