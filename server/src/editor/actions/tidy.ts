import { difference } from '../../base/difference';
import { applyChanges, type TextChange } from '../../base/span';
import type { Deployment } from '../../model/deployment';
import type { FixEdit } from '../../rules/types';
import { formatRange } from '../../syntax/format';
import { parse } from '../../syntax/parse';

/** A larger file, or edits further apart, are left as they are: `fmt` is there for these. */
const MAXIMUM_FILE = 300_000;
const MAXIMUM_CHANGE = 20_000;

/** Edits that write or remove more than a word, with the lines they touch formatted as `fmt` would. */
export function tidy(deployment: Deployment, edits: readonly FixEdit[]): readonly FixEdit[] {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return paths.flatMap((path) => {
    const own = edits.filter((edit) => edit.path === path);
    return tidyFile(deployment, path, own) ?? own;
  });
}

function tidyFile(deployment: Deployment, path: string, edits: readonly FixEdit[]): readonly FixEdit[] | undefined {
  const file = deployment.files.find((candidate) => candidate.path === path);
  if (!file || file.text.length > MAXIMUM_FILE || edits.every(({ text }) => /^\S+$/.test(text))) return undefined;
  const first = Math.min(...edits.map(({ start }) => start));
  const last = Math.max(...edits.map(({ end }) => end));
  if (last - first > MAXIMUM_CHANGE) return undefined;
  const changed = applyChanges(file.text, edits);
  const tree = parse(changed);
  const changes: TextChange[] = [];
  let shift = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    for (const change of formatRange(changed, tree, { start, end: start + edit.text.length }))
      if (
        !changes.some((known) => (known.start < change.end && change.start < known.end) || known.start === change.start)
      )
        changes.push(change);
  }
  const change = difference(file.text, applyChanges(changed, changes));
  return change ? [{ path, ...change }] : [];
}
