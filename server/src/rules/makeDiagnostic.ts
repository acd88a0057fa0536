import { addTo } from '../base/lists';
import type { Deployment } from '../model/deployment';
import { UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { layOut } from './layOut';
import type { Diagnostic, Finding, Fix, FixEdit, Place, Rule } from './types';

/**
 * The diagnostic of findings that are shown as one.
 * @param who an address, or "12 users"
 */
export function makeDiagnostic(
  deployment: Deployment,
  rule: Rule,
  findings: readonly [Finding, ...Finding[]],
  place: Place,
  users: number | undefined,
  who: string,
  placements: readonly Placement[] = [],
): Diagnostic {
  const [finding] = findings;
  return {
    path: place.path,
    start: place.start,
    end: place.end,
    code: rule.code,
    severity: finding.severity ?? rule.severity,
    message: messageFor(finding, who, users ?? 1),
    related: (finding.related ?? []).map(({ at, message }) => ({
      at: { path: at.path, start: at.start, end: at.end },
      message,
    })),
    fixes: () => together(findings, placements).map((fix) => layOut(deployment, fix)),
    ...(users !== undefined && { users }),
    ...(finding.tags && { tags: finding.tags }),
  };
}

export function messageFor(finding: Finding, who: string, users: number): string {
  return typeof finding.message === 'string' ? finding.message : finding.message(who, users);
}

/** None where a fix hangs on a fact that isn't known: the finding stands all the same. */
function fixesOf(finding: Finding, placements: readonly Placement[]): readonly Fix[] {
  try {
    return finding.fixes?.(placements) ?? [];
  } catch (error) {
    if (error instanceof UnknownFact) return [];
    throw error;
  }
}

/** The fixes of findings that are shown as one: those of one title make their edits together. */
function together(findings: readonly Finding[], placements: readonly Placement[]): Fix[] {
  const byTitle = new Map<string, Fix[]>();
  for (const finding of findings) {
    for (const fix of fixesOf(finding, placements)) addTo(byTitle, fix.title, fix);
  }
  return [...byTitle.values()].flatMap((fixes) => {
    const [first] = fixes;
    const distinct = new Map<string, FixEdit>();
    for (const edit of fixes.flatMap((fix) => fix.edits)) {
      const key = `${edit.path}:${edit.start}:${edit.end}:${edit.text}`;
      if (!distinct.has(key)) distinct.set(key, edit);
    }
    return first && distinct.size > 0 ? [{ ...first, edits: [...distinct.values()] }] : [];
  });
}
