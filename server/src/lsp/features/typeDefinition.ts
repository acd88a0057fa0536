import type { Location } from 'vscode-languageserver';
import { mapSteps, type Steps } from '../../base/steps';
import { implementationSteps } from '../../editor/implementation';
import { kindAt } from '../../editor/kindAt';
import type { Feature } from './feature';

export const typeDefinitions: Feature = {
  methods: ['textDocument/typeDefinition', 'textDocument/implementation'],
  doc: 'Type definition: the reference page of the kind, where the pages are at hand. Implementation: the users that a policy (voice policies and dial plans too), pool, provider, tenant or plan applies to.',
  capabilities: () => ({ typeDefinitionProvider: true, implementationProvider: true }),
  register(connection, current) {
    connection.onTypeDefinition(async ({ textDocument, position }): Promise<Location | null> => {
      const session = current();
      const target = await session.glimpse(textDocument);
      const kind = target && kindAt(target.deployment, target.path, session.offset(target, position));
      const uri = kind && session.documentation.kind(kind.name);
      if (uri === undefined) return null;
      const start = { line: 0, character: 0 };
      return { uri, range: { start, end: start } };
    });
    connection.onImplementation(async ({ textDocument, position }, token) => {
      const session = current();
      const target = await session.target(textDocument);
      if (target === undefined) return null;
      const steps = function* (): Steps<Location[]> {
        const found = yield* implementationSteps(target.deployment, target.path, session.offset(target, position));
        return (yield* mapSteps(found, ({ path, name }): Location[] => {
          const file = session.documents.source(path);
          return file ? [{ uri: session.uris.toUri(path), range: session.positions.range(file, name) }] : [];
        })).flat();
      };
      return session.turns.run(steps(), token);
    });
  },
};
