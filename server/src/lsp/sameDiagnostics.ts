import { overlap } from '../base/lists';
import type { Diagnostic, FileDiagnostics } from '../rules/analyze';

/**
 * Whether the diagnostics of a file are shown as before: all the same, and none points into a text that was edited.
 * @param touched paths of the edited texts.
 */
export function sameDiagnostics(
  before: FileDiagnostics | undefined,
  after: FileDiagnostics | undefined,
  touched: ReadonlySet<string>,
): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (before === after) return !overlap(after.elsewhere, touched);
  const [old, now] = [before.diagnostics, after.diagnostics];
  return old.length === now.length && now.every((one, i) => same(old[i] as Diagnostic, one, touched));
}

function same(a: Diagnostic, b: Diagnostic, touched: ReadonlySet<string>): boolean {
  for (const { at } of b.related) if (touched.has(at.path)) return false;
  if (a === b) return true;
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    String(a.tags) === String(b.tags) &&
    a.related.length === b.related.length &&
    a.related.every(({ at, message }, i) => {
      const other = b.related[i];
      return (
        other?.message === message &&
        other.at.path === at.path &&
        other.at.start === at.start &&
        other.at.end === at.end
      );
    })
  );
}
