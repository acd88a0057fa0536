import type { Span } from '../base/span';
import { fold, nearest, orList, sameWord } from '../base/words';
import { rules } from './registry';
import type { Severities } from './sheet';
import type { Rule, Severity } from './types';

/** What a rule can be set to. */
export const severityWords = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** Whether the severity of a rule can be changed: errors can't, but for the one that a document leaves open. */
export function isConfigurable({ code, severity }: Pick<Rule, 'code' | 'severity'>): boolean {
  return severity !== 'error' || code === 'UM2001';
}

/** The rules whose severity can be changed. */
export const configurableRules: readonly Rule[] = rules.filter(isConfigurable);

/** A fault of a settings file, with the place of what is wrong. */
export interface SettingsFault extends Span {
  readonly message: string;
}

export interface Settings {
  readonly severities: Severities;
  /** What is wrong; the rest of the file counts. */
  readonly faults: readonly SettingsFault[];
}

/** Reads `umtopo.json`: `{ "severity": { "UM2001": "warning" } }`. Never fails: what can't be understood is reported and left out. */
export function readSettings(text: string): Settings {
  const severities: Severities = new Map();
  const faults: SettingsFault[] = [];
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch (error) {
    const start = Math.min(strangeAt(text), Math.max(0, text.length - 1));
    const why = error instanceof Error ? (/^[^,]*/.exec(error.message)?.[0] ?? '') : '';
    faults.push({ start, end: Math.min(start + 1, text.length), message: `umtopo.json is no JSON: ${why}` });
    return { severities, faults };
  }
  const report = (key: string, message: string, from = 0): void => {
    const at = text.indexOf(JSON.stringify(key), from);
    faults.push({ start: Math.max(0, at), end: at < 0 ? 0 : at + JSON.stringify(key).length, message });
  };
  if (!isObject(value)) {
    faults.push({
      start: 0,
      end: text.length,
      message: 'umtopo.json holds an object: { "severity": { "UM2001": "warning" } }',
    });
    return { severities, faults };
  }
  for (const key of Object.keys(value)) {
    if (key !== 'severity' && key !== '$schema')
      report(key, `There is no setting "${key}"; umtopo.json has "severity"`);
  }
  const section = value.severity;
  if (section === undefined) return { severities, faults };
  const from = Math.max(0, text.indexOf('"severity"'));
  if (!isObject(section)) {
    report('severity', '"severity" holds an object of codes: { "UM2001": "warning" }');
    return { severities, faults };
  }
  return { severities: readSeverities(section, (key, message) => report(key, message, from)), faults };
}

/** Severities by code, from `umtopo.json` or an editor's settings. What can't be understood is reported and left out. */
export function readSeverities(section: unknown, report?: (key: string, message: string) => void): Severities {
  const severities = new Map<string, Severity | 'off'>();
  for (const [key, wanted] of Object.entries(isObject(section) ? section : {})) {
    const rule = rules.find(({ code }) => sameWord(code, key));
    const word = severityWords.find((known) => typeof wanted === 'string' && fold(wanted) === known);
    if (rule === undefined) report?.(key, unknownCode(key));
    else if (word === undefined)
      report?.(key, `${rule.code} can be ${orList(severityWords)}, not ${JSON.stringify(wanted)}`);
    else if (!isConfigurable(rule))
      report?.(key, `${rule.code} is an error and stays one: only warnings, information and UM2001 can be changed`);
    else severities.set(rule.code, word);
  }
  return severities;
}

function unknownCode(key: string): string {
  const guess = nearest(
    key,
    configurableRules.map(({ code }) => code),
  );
  return `There is no rule ${key}${guess && /^UM\d{4}$/i.test(key) === false ? `; did you mean ${guess}?` : ''}`;
}

const jsonToken = /\s*(?:[{}[\],:]|"(?:[^"\\\r\n]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)\s*/iy;

/** Where the first thing stands that JSON doesn't know; the end when it is the order that is wrong. */
function strangeAt(text: string): number {
  jsonToken.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    const at = jsonToken.lastIndex;
    if (!jsonToken.test(text)) return at;
    if (jsonToken.lastIndex === text.length) return text.length;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
