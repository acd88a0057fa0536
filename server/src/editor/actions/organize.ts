import { difference } from '../../base/difference';
import type { TopologyFile } from '../../model/sourceFile';
import type { Item } from '../../syntax/ast';
import { kindOf, kinds } from '../../vocabulary';
import type { Action, ActionPlace } from './action';

/** Puts the declarations of a file in the order of the language's table, each with the comments above it; expectations last. */
export function organize({ deployment, path }: ActionPlace): Action[] {
  const file = deployment.files.find((candidate) => candidate.path === path);
  if (file === undefined) return [];
  const ordered = organized(file);
  if (ordered === undefined || ordered === file.text) return [];
  return [
    {
      title: 'Put declarations in order',
      kind: 'source.organize',
      edits: () => {
        const change = difference(file.text, ordered);
        return change ? [{ path, ...change }] : [];
      },
    },
  ];
}

interface Piece {
  readonly text: string;
  readonly order: number;
  readonly kind: string;
}

/** The text with its declarations in order; `undefined` where something in it isn't understood. */
function organized({ text, tree }: TopologyFile): string | undefined {
  const items = tree.items.filter(({ node }) => node !== undefined);
  const [first] = items;
  if (first === undefined || items.some(isBroken)) return undefined;
  const start = first.start + headEnd(text.slice(first.start, nodeStart(first)));
  const pieces: Piece[] = [];
  let from = start;
  items.forEach((item, index) => {
    const next = items[index + 1];
    const end = lineEnd(text, item.start + item.length, next ? nodeStart(next) : text.length);
    pieces.push({ text: text.slice(from, end).trim(), ...orderOf(item) });
    from = end;
  });
  const sorted = [...pieces].sort((a, b) => a.order - b.order);
  if (sorted.every((piece, index) => piece === pieces[index])) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const head = text.slice(0, start);
  return head + joined(sorted, newline) + text.slice(from).replace(/^[ \t]+(?=\r?\n|$)/, '');
}

function isBroken({ node, problems }: Item): boolean {
  return problems.length > 0 || (node?.type === 'declaration' && node.body?.closed === false);
}

function nodeStart({ start, node }: Item): number {
  return start + (node?.type === 'declaration' ? (node.doc?.start ?? node.start) : (node?.start ?? 0));
}

/** What stands at the top of a file and belongs to no declaration: comments with a blank line behind them. */
function headEnd(gap: string): number {
  const blank = [...gap.matchAll(/\r?\n[ \t]*\r?\n/g)].at(-1);
  return blank ? blank.index + blank[0].length : gap.length - gap.trimStart().length;
}

/** Behind the comment that stands on the last line of a declaration. */
function lineEnd(text: string, from: number, limit: number): number {
  const rest = text.slice(from, limit);
  return from + (/^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*(?=[\r\n]))?/.exec(rest)?.[0].length ?? 0);
}

function orderOf({ node }: Item): { order: number; kind: string } {
  if (node?.type !== 'declaration') return { order: kinds.length, kind: 'expect' };
  const kind = kindOf(node.kind.text);
  const order = kind ? kinds.indexOf(kind) : -1;
  return { order: order < 0 ? kinds.length - 1 : order, kind: node.kind.text.toLowerCase() };
}

/** Declarations of one line and one kind stay together; others have a blank line between them. */
function joined(pieces: readonly Piece[], newline: string): string {
  return pieces
    .map((piece, index) => {
      const before = pieces[index - 1];
      if (before === undefined) return piece.text;
      const close = before.kind === piece.kind && !/[\r\n]/.test(before.text) && !/[\r\n]/.test(piece.text);
      return newline.repeat(close ? 1 : 2) + piece.text;
    })
    .join('');
}
