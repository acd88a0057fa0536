import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { difference } from '../base/difference';
import { applyChanges, type TextChange } from '../base/span';
import { LineIndex } from '../syntax/lineIndex';
import type { Lined, Positions } from './positions';

/**
 * The edits of one notification as one change. Each edit is told in positions of the text that the edits before it left; a text behind many cursors is thus
 * parsed once, not once a cursor.
 * @returns `undefined` when the text stays the same.
 */
export function changeOf(
  file: Lined,
  edits: readonly TextDocumentContentChangeEvent[],
  positions: Positions,
): TextChange | undefined {
  const [only, other] = edits;
  if (only && other === undefined && 'range' in only) {
    const { start, end } = positions.span(file, only.range);
    // Editors replace words by themselves, or a line for a letter of it.
    const change = difference(file.characters.slice(start, end), only.text);
    return change && { start: start + change.start, end: start + change.end, text: change.text };
  }
  let current: Lined = file;
  for (const edit of edits) {
    if (!('range' in edit)) {
      current = lined(edit.text);
      continue;
    }
    const change = { ...positions.span(current, edit.range), text: edit.text };
    current = lined(applyChanges(current.characters.toString(), [change]));
  }
  return difference(file.characters.toString(), current.characters.toString());
}

function lined(text: string): Lined {
  let index: LineIndex | undefined;
  return {
    characters: text,
    get lines() {
      index ??= new LineIndex(text);
      return index;
    },
  };
}
