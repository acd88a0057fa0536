import type { Diagnostic } from '../../rules/analyze';
import type { Fix, FixEdit } from '../../rules/types';
import type { Action, ActionPlace } from './action';

/** The fix that a diagnostic is mended with, if it has one. */
type Choose = (diagnostic: Diagnostic) => Fix | undefined;

const preferredFix: Choose = (diagnostic) => diagnostic.fixes().find(({ preferred }) => preferred);

/** The one fix that there is no choice about: none where several are equally good, or where the value is a guess. */
const sureFix: Choose = (diagnostic) => {
  const [fix, other] = diagnostic.fixes().filter(({ preferred }) => preferred);
  return fix?.guess || other ? undefined : fix;
};

/** The fixes of many diagnostics, as far as they don't touch the same text. */
function combined(diagnostics: readonly Diagnostic[], choose: Choose): FixEdit[] {
  const taken: FixEdit[] = [];
  for (const diagnostic of diagnostics) {
    const fix = choose(diagnostic);
    const edits = fix?.edits ?? [];
    if (edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...edits);
  }
  return taken;
}

function overlap(a: FixEdit, b: FixEdit): boolean {
  if (a.path !== b.path) return false;
  if (a.start === b.start) return true;
  return a.start < b.end && b.start < a.end;
}

function isMendable(diagnostic: Diagnostic): boolean {
  return preferredFix(diagnostic) !== undefined;
}

/** Mends every diagnostic of one code in the file, when several have a fix. */
export function fixAllOfCode({ diagnostics, range }: ActionPlace): Action[] {
  const here = diagnostics.filter(({ start, end }) => start <= range.end && range.start <= end);
  const codes = [...new Set(here.filter(isMendable).map(({ code }) => code))];
  return codes.flatMap((code): Action[] => {
    const same = diagnostics.filter((diagnostic) => diagnostic.code === code);
    if (same.length < 2 || same.filter(isMendable).length < 2) return [];
    return [
      {
        title: `Fix all ${code} in this file`,
        kind: 'quickfix',
        edits: () => combined(same, preferredFix),
        mends: same,
      },
    ];
  });
}

/** Applies the fix of whatever has one that there is no choice about, as on saving. */
export function fixAllInFile({ diagnostics }: ActionPlace): Action[] {
  const mendable = diagnostics.filter((diagnostic) => sureFix(diagnostic) !== undefined);
  if (mendable.length === 0) return [];
  return [
    {
      title: 'Fix all problems that have a fix',
      kind: 'source.fixAll.umtopo',
      edits: () => combined(mendable, sureFix),
    },
  ];
}
