import type { Analysis } from '../../server/src/rules/analyze';

/** What an analysis says, with the fixes it would offer. */
export function told({ diagnostics, notChecked, proofs }: Analysis): unknown {
  return {
    diagnostics: diagnostics.map(({ path, start, end, code, severity, message, users, related, fixes, tags }) => ({
      path,
      start,
      end,
      code,
      severity,
      message,
      users,
      tags,
      related: related.map((each) => [each.at.path, each.at.start, each.at.end, each.message]),
      fixes: fixes().map(({ title, edits, preferred }) => [
        title,
        preferred === true,
        edits.map((edit) => [edit.path, edit.start, edit.end, edit.text]),
      ]),
    })),
    notChecked,
    proofs,
  };
}
