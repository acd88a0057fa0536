import type { Definition, DefinitionLink, TextDocumentPositionParams } from 'vscode-languageserver';
import { definition } from '../../editor/definition';
import type { Session } from '../session';
import type { Feature } from './feature';

export const definitions: Feature = {
  methods: ['textDocument/definition', 'textDocument/declaration'],
  doc: 'Names across files, `ORG\\NAME`, a destination to its provider, an organization to its tenant, addresses to users and contacts, CSV files. Definition and declaration are the same.',
  capabilities: () => ({ definitionProvider: true, declarationProvider: true }),
  register(connection, current) {
    connection.onDefinition((params) => answer(current(), params));
    connection.onDeclaration((params) => answer(current(), params));
  },
};

async function answer(
  session: Session,
  params: TextDocumentPositionParams,
): Promise<Definition | DefinitionLink[] | null> {
  const target = await session.glimpse(params.textDocument);
  const found = target && definition(target.deployment, target.path, session.offset(target, params.position));
  if (target === undefined || found === undefined) return null;
  const { positions, documents, uris, client } = session;
  const originSelectionRange = positions.range(target.file, found.origin);
  const links = found.targets.flatMap(({ path, full, name }) => {
    const file = documents.source(path);
    if (file === undefined) return [];
    const targetSelectionRange = positions.range(file, name);
    const targetRange = positions.range(file, full);
    return { targetUri: uris.toUri(path), targetRange, targetSelectionRange, originSelectionRange };
  });
  if (client.definitionLinks) return links;
  return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}
