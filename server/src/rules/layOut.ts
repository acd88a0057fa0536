import type { Deployment } from '../model/deployment';
import type { SourceFile } from '../model/sourceFile';
import type { Fix, FixEdit } from './types';

/** Gives what a fix inserts the layout of its surroundings: indented as the line before, or on the same line in a block that stands on one line. What it removes takes an emptied line with it. */
export function layOut(deployment: Deployment, fix: Fix): Fix {
  if (!fix.edits.some((edit) => edit.text.includes('\n') || (edit.text === '' && edit.end > edit.start))) return fix;
  return { ...fix, edits: fix.edits.map((edit) => layOutEdit(deployment.source(edit.path), edit)) };
}

function layOutEdit(file: SourceFile | undefined, edit: FixEdit): FixEdit {
  if (file === undefined) return edit;
  if (edit.text === '') return takeLine(file, edit);
  if (edit.start !== edit.end || !edit.text.includes('\n')) return edit;
  const text = file.characters;
  const lineStart = startOfLine(file, edit.start);
  const lineEnd = endOfLine(file, edit.start);
  const before = text.slice(lineStart, edit.start);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  if (openBraces(before) <= 0) return { ...edit, text: edit.text.replaceAll('\n', `\n${indent}`) };
  const oneLine = openBraces(text.slice(lineStart, lineEnd)) <= 0;
  if (oneLine && edit.rows) {
    const blanks = /^[ \t]*/.exec(text.slice(edit.start, lineEnd))?.[0].length ?? 0;
    return { ...edit, end: edit.start + blanks, text: `${edit.text.replaceAll('\n', `\n${indent}  `)}\n${indent}` };
  }
  if (oneLine) return { ...edit, text: edit.text.replace(/\n\s*/g, '  ') };
  return {
    ...edit,
    text: edit.text
      .replace(/^ (?=\S)/, '\n')
      .replaceAll('\n', `\n${indent}  `)
      .trimEnd(),
  };
}

/** A removal that leaves a line without anything takes the line with it; else the blanks before it. */
function takeLine(file: SourceFile, edit: FixEdit): FixEdit {
  const text = file.characters;
  const lineStart = startOfLine(file, edit.start);
  const lineEnd = endOfLine(file, edit.end);
  const before = text.slice(lineStart, edit.start);
  const behind = text.slice(edit.end, lineEnd);
  if (before.trim() === '' && behind.trim() === '')
    return lineEnd < text.length
      ? { ...edit, start: lineStart, end: lineEnd + 1 }
      : { ...edit, start: Math.max(0, lineStart - 1), end: lineEnd };
  const blanks = before.trim() === '' ? 0 : before.length - before.trimEnd().length;
  return behind.trim() === '' || /^\s/.test(behind) ? { ...edit, start: edit.start - blanks } : edit;
}

function startOfLine({ lines }: SourceFile, offset: number): number {
  return lines.lineStart(lines.lineAt(offset));
}

/** Before the line feed. */
function endOfLine({ lines, characters }: SourceFile, offset: number): number {
  const next = lines.lineAt(offset) + 1;
  return next < lines.lineCount ? lines.lineStart(next) - 1 : characters.length;
}

/** Braces that a stretch opens and doesn't close; those in strings and comments aside. */
function openBraces(text: string): number {
  const bare = text.replace(/"(?:\\.|[^"\\])*"/g, '').replace(/\/\/.*$/, '');
  return (bare.match(/\{/g)?.length ?? 0) - (bare.match(/\}/g)?.length ?? 0);
}
