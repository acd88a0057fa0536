import type { Span } from '../base/span';
import { count } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { Kind } from '../vocabulary';

/** An entry of a file's outline. Users are told by their number, never one by one. */
export interface OutlineSymbol extends Span {
  readonly name: string;
  readonly detail: string;
  readonly group: Kind['group'] | 'expectation';
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

/** The outline of a file, in the order of its text. */
export function documentSymbols(deployment: Deployment, path: string): OutlineSymbol[] {
  const file = deployment.files.find((candidate) => candidate.path === path);
  if (file === undefined) return [];
  const own = deployment.declarations.filter((declaration) => declaration.path === path && !declaration.parent);
  const symbols = own.map((declaration) => symbolOf(deployment, declaration));
  for (const { item, node, path: where } of deployment.expectations) {
    if (where !== path) continue;
    const span = { start: item.start + node.start, end: item.start + node.end };
    const selection = { start: span.start, end: item.start + node.word.end };
    const name = file.text.slice(selection.end, span.end).trim().replace(/\s+/g, ' ');
    symbols.push({ ...span, name: name || 'expect', detail: 'expect', group: 'expectation', selection, children: [] });
  }
  return symbols.sort((a, b) => a.start - b.start);
}

function symbolOf(deployment: Deployment, declaration: Declaration): OutlineSymbol {
  const { kind, name } = declaration;
  const rows: OutlineSymbol[] = declaration.rows.map(({ node, owner }) => ({
    ...declaration.absolute(node),
    name: [node.head.text, owner].filter(Boolean).join(' '),
    detail: '',
    group: kind.group,
    selection: declaration.absolute(node.head),
    children: [],
  }));
  const children = [...declaration.children.map((child) => symbolOf(deployment, child)), ...rows];
  const block = deployment.block(declaration);
  return {
    ...declaration.span,
    name: name || kind.name,
    detail: block ? count(block.count, 'user') : name ? kind.name : '',
    group: kind.group,
    selection: declaration.head,
    children: children.sort((a, b) => a.start - b.start),
  };
}
