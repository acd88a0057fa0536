import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { documentSymbols, type OutlineSymbol } from '../../editor/documentSymbols';
import type { Session, Target } from '../session';
import type { Feature } from './feature';

export const symbolKinds: Readonly<Record<OutlineSymbol['group'], SymbolKind>> = {
  deployment: SymbolKind.Package,
  topology: SymbolKind.Module,
  federation: SymbolKind.Interface,
  policies: SymbolKind.Property,
  exchange: SymbolKind.Class,
  contacts: SymbolKind.Object,
  users: SymbolKind.Array,
  network: SymbolKind.Struct,
  migration: SymbolKind.Event,
  expectation: SymbolKind.Boolean,
};

export const outline: Feature = {
  methods: ['textDocument/documentSymbol'],
  doc: 'Declarations as a tree, users by their number, DNS records, expectations; a flat list for clients without trees.',
  capabilities: () => ({ documentSymbolProvider: { label: 'UM Topology' } }),
  register(connection, current) {
    connection.onDocumentSymbol(async ({ textDocument }) => {
      const session = current();
      const target = await session.glimpse(textDocument);
      if (target === undefined) return null;
      const symbols = documentSymbols(target.deployment, target.path);
      if (session.client.hierarchicalSymbols) return symbols.map((symbol) => treeOf(session, target, symbol));
      return symbols.flatMap((symbol) => flat(session, target, symbol, undefined));
    });
  },
};

function treeOf(session: Session, target: Target, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbolKinds[symbol.group],
    range: session.positions.range(target.file, symbol),
    selectionRange: session.positions.range(target.file, symbol.selection),
    children: symbol.children.map((child) => treeOf(session, target, child)),
  };
}

function flat(
  session: Session,
  target: Target,
  symbol: OutlineSymbol,
  containerName: string | undefined,
): SymbolInformation[] {
  const range = session.positions.range(target.file, symbol);
  const own: SymbolInformation = {
    name: symbol.name,
    kind: symbolKinds[symbol.group],
    location: { uri: target.uri, range },
    ...(containerName !== undefined && { containerName }),
  };
  return [own, ...symbol.children.flatMap((child) => flat(session, target, child, symbol.name))];
}
