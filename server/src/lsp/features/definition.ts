import type { Definition, DefinitionLink, TextDocumentPositionParams } from 'vscode-languageserver';
import { commentWordAt } from '../../editor/commentWords';
import { definition } from '../../editor/definition';
import type { Session, Target } from '../session';
import type { Feature } from './feature';

export const definitions: Feature = {
  methods: ['textDocument/definition', 'textDocument/declaration'],
  doc: 'Names across files, `ORG\\NAME`, a destination to its provider, an organization to its tenant, addresses and numbers to users and contacts, hosts to their pool, CSV files; headers and cells of these to `columns` and back; the code of a rule in a comment to its page. Definition and declaration are the same.',
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
  if (target === undefined) return null;
  const { positions, documents, uris, client } = session;
  const offset = session.offset(target, params.position);
  const found = definition(target.deployment, target.path, offset);
  if (found === undefined) return pageOfRule(session, target, offset);
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

/** The page of the rule whose code stands in a comment. */
function pageOfRule(
  session: Session,
  { deployment, path, file }: Target,
  offset: number,
): Definition | DefinitionLink[] | null {
  const word = commentWordAt(deployment, path, offset);
  const targetUri = word && 'rule' in word.page ? session.documentation.rule(word.page.rule) : undefined;
  if (word === undefined || targetUri === undefined) return null;
  const start = { line: 0, character: 0 };
  const targetRange = { start, end: start };
  if (!session.client.definitionLinks) return [{ uri: targetUri, range: targetRange }];
  const originSelectionRange = session.positions.range(file, word);
  return [{ targetUri, targetRange, targetSelectionRange: targetRange, originSelectionRange }];
}
