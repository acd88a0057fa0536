import type { SymbolInformation } from 'vscode-languageserver';
import { symbolSteps } from '../../editor/workspaceSymbols';
import { symbolKinds } from './documentSymbols';
import type { Feature } from './feature';

export const symbolSearch: Feature = {
  methods: ['workspace/symbol'],
  doc: 'Objects by name or kind, users by address, display name or extension, both by number; what it was found by stands in the name. At most 200.',
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register(connection, current) {
    connection.onWorkspaceSymbol(async ({ query }, token) => {
      const session = current();
      const begin = async () => {
        await session.ready();
        return symbolSteps(session.workspace.members.all, query);
      };
      const all = await session.turns.runAgain(begin, token).finally(() => session.attention.rest());
      return all.flatMap((found): SymbolInformation[] => {
        const file = session.documents.source(found.path);
        if (file === undefined) return [];
        const location = { uri: session.uris.toUri(found.path), range: session.positions.range(file, found.span) };
        return [{ name: found.name, kind: symbolKinds[found.group], containerName: found.container, location }];
      });
    });
  },
};
