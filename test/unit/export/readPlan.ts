import type { Call, Comparison, UserSetting, Value, Wanted } from '../../../server/src/export/plan';
import { literalValue, type ReadCommand } from './powershell';

/** A step as its text in a script tells it. */
export interface ReadStep {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly proof: string;
  readonly requires: readonly string[];
  /** Why it can't be taken back, or not all of it. */
  readonly stays: string;
  readonly lines: readonly ReadLine[];
}

export interface ReadLine {
  /** Without its margin. */
  readonly text: string;
  readonly margin: number;
  readonly commands: readonly ReadCommand[];
}

const heading = /^ {4}# ([\w.~-]+) - (.*)$/;

/** Parts a script into its steps. */
export function readSteps(script: string, commands: readonly ReadCommand[]): ReadStep[] {
  const steps: (ReadStep & { lines: ReadLine[]; comments: string[] })[] = [];
  for (const [i, text] of script.split('\r\n').entries()) {
    const [, id, title = ''] = heading.exec(text) ?? [];
    if (id !== undefined) {
      steps.push({ id, title, why: '', proof: '', requires: [], stays: '', lines: [], comments: [] });
      continue;
    }
    const step = steps.at(-1);
    if (text.startsWith('} catch {')) break;
    if (step === undefined) continue;
    const bare = text.trim();
    if (bare.startsWith('#') && step.lines.length === 0) step.comments.push(bare.slice(2));
    else if (bare !== '')
      step.lines.push({
        text: bare,
        margin: text.length - text.trimStart().length,
        commands: commands.filter((command) => command.line === i + 1),
      });
  }
  return steps.map(({ comments, ...step }) => {
    const said = (word: string): string => {
      const start = comments.findIndex((comment) => comment.startsWith(`${word} `));
      if (start < 0) return '';
      const more = comments.slice(start + 1);
      const end = more.findIndex((comment) => !comment.startsWith(' '.repeat(word.length)));
      return [
        comments[start]?.slice(word.length + 1),
        ...more.slice(0, end < 0 ? more.length : end).map((each) => each.trim()),
      ].join(' ');
    };
    const after = said('After:');
    return {
      ...step,
      why: said('Why:'),
      proof: said('See:'),
      requires: after === '' ? [] : after.split(', '),
      stays: said('No way back:') || said('Stays:'),
    };
  });
}

/** A call as the plan has it. `-Confirm` and `-ErrorAction` are the printer's. */
export function callOf({ name, parameters }: ReadCommand): Call {
  return {
    cmdlet: name,
    parameters: parameters
      .filter((parameter) => parameter.name !== 'ErrorAction' && parameter.name !== 'Confirm')
      .map((parameter) =>
        parameter.argument === undefined
          ? { name: parameter.name }
          : { name: parameter.name, value: readValue(parameter.argument) },
      ),
  };
}

/** Reads a value as it stands in a script. */
function readValue(text: string): Value {
  if (text === '$true') return true;
  if (text === '$false') return false;
  if (text === '$null') return null;
  const added = /^@\{ Add = (@\(.*\)) \}$/s.exec(text)?.[1];
  if (added !== undefined) return { add: readValue(added) as readonly string[] };
  if (text.startsWith('@(')) return literalsOf(text);
  if (text.startsWith("'")) return literalValue(text);
  if (/^-?\d+$/.test(text)) return Number(text);
  throw new Error(`${text} is no value`);
}

/** The values of the literals of a text. */
export function literalsOf(text: string): string[] {
  return [...text.matchAll(/'(?:[^'\u2018\u2019\u201a\u201b]|['\u2018\u2019\u201a\u201b]{2})*'/g)].map(([each]) =>
    literalValue(each),
  );
}

/** The properties that a line compares. */
export function wantedOf(line: string): Wanted[] {
  const table = /-Wanted @\{ (.*?) \}(?=\)| -(?:Lists|Policies|Contains) )/s.exec(line)?.[1] ?? '';
  const named = (parameter: string): readonly string[] =>
    literalsOf(new RegExp(` -${parameter} ((?:'[^']*'(?:, )?)+)`).exec(line)?.[1] ?? '');
  const comparisons: readonly (readonly [Comparison, readonly string[]])[] = [
    ['list', named('Lists')],
    ['policy', named('Policies')],
    ['contains', named('Contains')],
  ];
  const quoted = "'(?:[^'\\u2018\\u2019\\u201a\\u201b]|['\\u2018\\u2019\\u201a\\u201b]{2})*'";
  const entry = new RegExp(`'(\\w+)' = (\\$\\w+|-?\\d+|@\\((?:${quoted}(?:, )?)*\\)|${quoted})(?:; |$)`, 'gs');
  return [...table.matchAll(entry)].map(([, property = '', value = '']) => ({
    property,
    value: readValue(value),
    compare: comparisons.find(([, names]) => names.includes(property))?.[0] ?? 'value',
  }));
}

/** What a loop over users sets, in its order. */
export function settingsOf(lines: readonly ReadLine[]): UserSetting[] {
  const settings: UserSetting[] = [];
  let column = '';
  let type: 'boolean' | 'text' = 'text';
  let clear = false;
  let asked = false;
  for (const { text, commands } of lines) {
    const [cell] = text.startsWith('$cell = ') ? literalsOf(text) : [];
    if (cell !== undefined) {
      column = cell;
      asked = false;
    }
    if (text.startsWith('$wanted = ConvertTo-Wanted')) type = literalsOf(text)[0] as 'boolean' | 'text';
    if (text.includes('Test-Said')) clear = text.includes(' -Clear');
    if (text === 'if (-not $MoveUsers) {') asked = true;
    for (const { name, parameters } of commands) {
      const names = parameters.map((parameter) => parameter.name);
      const [, parameter = ''] = names;
      const given = parameters[1]?.argument;
      if (name === 'Enable-CsUser') settings.push({ kind: 'enable' });
      else if (name === 'Move-CsUser') settings.push({ kind: 'pool', asked, confirm: names.includes('Confirm') });
      else if (name === 'Set-CsUser' && given === '$wanted')
        settings.push({ kind: 'parameter', parameter, column, type, clear });
      else if (name.startsWith('Grant-')) {
        settings.push({ kind: 'grant', cmdlet: name, column, property: '', clear });
      }
    }
    const last = settings.at(-1);
    if (last?.kind === 'grant' && last.property === '' && text.startsWith('$did += '))
      settings[settings.length - 1] = { ...last, property: literalsOf(text)[0] ?? '' };
  }
  return settings;
}
