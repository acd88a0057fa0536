import type { Deployment } from '../model/deployment';
import type { Fix, FixEdit } from './types';

/** Gives what a fix inserts the layout of its surroundings: indented as the line before, or on the same line in a block that stands on one line. What it removes takes an emptied line with it. */
export function layOut(deployment: Deployment, fix: Fix): Fix {
  if (!fix.edits.some((edit) => edit.text.includes('\n') || (edit.text === '' && edit.end > edit.start))) return fix;
  return { ...fix, edits: fix.edits.map((edit) => layOutEdit(deployment.textOf(edit.path), edit)) };
}

function layOutEdit(text: string, edit: FixEdit): FixEdit {
  if (edit.text === '') return takeLine(text, edit);
  if (edit.start !== edit.end || !edit.text.includes('\n')) return edit;
  const lineStart = text.lastIndexOf('\n', edit.start - 1) + 1;
  const lineEnd = endOfLine(text, edit.start);
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
function takeLine(text: string, edit: FixEdit): FixEdit {
  const lineStart = text.lastIndexOf('\n', edit.start - 1) + 1;
  const lineEnd = endOfLine(text, edit.end);
  const before = text.slice(lineStart, edit.start);
  const behind = text.slice(edit.end, lineEnd);
  if (before.trim() === '' && behind.trim() === '')
    return lineEnd < text.length
      ? { ...edit, start: lineStart, end: lineEnd + 1 }
      : { ...edit, start: Math.max(0, lineStart - 1), end: lineEnd };
  const blanks = before.trim() === '' ? 0 : before.length - before.trimEnd().length;
  return behind.trim() === '' || /^\s/.test(behind) ? { ...edit, start: edit.start - blanks } : edit;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Braces that a stretch opens and doesn't close; those in strings and comments aside. */
function openBraces(text: string): number {
  const bare = text.replace(/"(?:\\.|[^"\\])*"/g, '').replace(/\/\/.*$/, '');
  return (bare.match(/\{/g)?.length ?? 0) - (bare.match(/\}/g)?.length ?? 0);
}
