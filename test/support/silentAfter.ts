import { checksOf } from '../../server/src/rules/checks';
import { rules } from '../../server/src/rules/registry';
import { edges } from '../laws/conformance/edges';
import { type Fault, faults } from '../laws/conformance/faults';
import { furtherFaults } from '../laws/conformance/furtherFaults';
import { withFault } from '../laws/conformance/withFault';
import { propertiesIn } from './propertiesIn';
import type { Random } from './random';
import { analyzeFiles } from './ruleExample';

/** Faults in what is declared: those of a text alone (UM0…, UM1…) ask for no other fact. */
export const faultsOfFacts = [...faults, ...edges, ...furtherFaults].filter(({ code }) => /^UM[2-8]/.test(code));

/** Rows that aren't read are nobody's. */
const ofFiles = new Set(['incomplete', 'csv', 'delimiter', 'columns']);

interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The facts without which a rule says nothing any more of a fault that it saw: neither the fault, nor that it isn't checked. Some facts are tried, each by itself
 * written as `unknown`.
 */
export function silentAfter(fault: Fault, taken: number, random: Random): string[] {
  const files = withFault(fault);
  const checks = checksOf(rules.filter(({ code }) => code === fault.code));
  const told = (some: ReadonlyMap<string, string>) => analyzeFiles(some, undefined, checks);
  const flagged = told(files).diagnostics.filter(({ code }) => code === fault.code);
  // Of a value at fault that isn't known there is nothing to be said.
  const facts = factsIn(files).filter((fact) => !flagged.some((found) => overlap(found, fact)));
  const some = facts.length <= taken ? facts : Array.from({ length: taken }, () => random.pick(facts));
  return some.flatMap(({ path, start, end, word }) => {
    const text = files.get(path) ?? '';
    const changed = `${text.slice(0, start)}unknown${text.slice(end)}`;
    const { diagnostics, notChecked } = told(new Map([...files, [path, changed]]));
    if ([...diagnostics, ...notChecked].some(({ code }) => code === fault.code)) return [];
    return [`${path}:${text.slice(0, start).split('\n').length} ${word}`];
  });
}

function factsIn(files: ReadonlyMap<string, string>): (Place & { readonly word: string })[] {
  return [...files].flatMap(([path, text]) =>
    !path.endsWith('.umtopo')
      ? []
      : propertiesIn(text)
          .filter(({ property }) => !ofFiles.has(property.word.text.toLowerCase()))
          .map(({ property, at }) => ({
            path,
            start: at + (property.values[0]?.start ?? 0),
            end: at + property.end,
            word: property.word.text,
          })),
  );
}

function overlap(a: Place, b: Place): boolean {
  return a.path === b.path && a.start < b.end && b.start < a.end;
}
