import { DocumentHighlightKind, type Location } from 'vscode-languageserver';
import { mapSteps, type Steps } from '../../base/steps';
import { highlights, referenceSteps, thingAt } from '../../editor/references';
import type { Feature } from './feature';

export const references: Feature = {
  methods: ['textDocument/references', 'textDocument/documentHighlight'],
  doc: 'Names in blocks, rows, moves, expectations and CSV cells; values that name an object otherwise (a destination, a number, the FQDN of a proxy, of a service or a computer); addresses. Of rows at most 10,000.',
  capabilities: () => ({ referencesProvider: true, documentHighlightProvider: true }),
  register(connection, current) {
    connection.onReferences(async ({ textDocument, position, context }, token) => {
      const session = current();
      const target = await session.target(textDocument);
      if (target === undefined) return null;
      const { deployment, path } = target;
      const thing = thingAt(deployment, path, session.offset(target, position));
      if (thing === undefined) return null;
      const steps = function* (): Steps<Location[]> {
        const found = (yield* referenceSteps(deployment, thing)).filter(
          ({ declares }) => context.includeDeclaration || !declares,
        );
        return (yield* mapSteps(found, (place): Location[] => {
          const file = session.documents.source(place.path);
          const uri = session.uris.toUri(place.path);
          return file ? [{ uri, range: session.positions.range(file, place) }] : [];
        })).flat();
      };
      return session.turns.run(steps(), token);
    });
    connection.onDocumentHighlight(async ({ textDocument, position }) => {
      const session = current();
      const target = await session.target(textDocument);
      if (target === undefined) return null;
      return highlights(target.deployment, target.path, session.offset(target, position)).map((found) => ({
        range: session.positions.range(target.file, found),
        kind: found.declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    });
  },
};
