import type { Deployment } from '../model/deployment';
import type { PlacedProblem } from '../model/usersBlock';
import { layOut } from './layOut';
import { ruleOf } from './registry';
import type { Diagnostic, Fix } from './types';

/** The diagnostic of a fault of the text itself. */
export function ofText(deployment: Deployment, placed: PlacedProblem): Diagnostic {
  const { path, start, end, problem, base } = placed;
  const rule = ruleOf(problem.code);
  const found = (): Fix[] =>
    (problem.fixes ?? []).map((fix) => ({
      title: fix.title,
      ...(fix.guess && { guess: fix.guess }),
      edits: fix.changes.map((change) => ({
        path,
        start: base + change.start,
        end: base + change.end,
        text: change.text,
      })),
    }));
  const better = (): Fix[] =>
    (rule?.checks ?? []).flatMap((check) =>
      check.looksAt === 'text' ? [...(check.fixes?.(placed, deployment) ?? [])] : [],
    );
  const fixes = (): Fix[] => withoutRepetition([...better(), ...found()]).map((fix) => layOut(deployment, fix));
  const severity = ('severity' in problem && problem.severity) || rule?.severity || 'error';
  return { path, start, end, code: problem.code, severity, message: problem.message, related: [], fixes };
}

/** The first of fixes that make the same change; the first of all is preferred unless another one is: a guess, where there are several. */
function withoutRepetition(fixes: readonly Fix[]): Fix[] {
  const key = (fix: Fix): string => JSON.stringify(fix.edits);
  const distinct = fixes.filter((fix, i) => fixes.findIndex((other) => key(other) === key(fix)) === i);
  const chosen = distinct.some((fix) => fix.preferred);
  const isGuess = distinct.length > 1;
  return distinct.map((fix, i) =>
    i === 0 && !chosen ? { ...fix, preferred: true, ...(isGuess && { guess: true as const }) } : fix,
  );
}
