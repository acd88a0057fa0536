import { documentLinks } from '../../editor/documentLinks';
import type { Feature } from './feature';

export const links: Feature = {
  methods: ['textDocument/documentLink'],
  doc: "CSV files; in comments the pages of rules and Microsoft's pages of cmdlets.",
  capabilities: () => ({ documentLinkProvider: {} }),
  register(connection, current) {
    connection.onDocumentLinks(async ({ textDocument }) => {
      const session = current();
      const target = await session.glimpse(textDocument);
      if (target === undefined) return null;
      return documentLinks(target.deployment, target.path).flatMap(({ start, end, tooltip, target: to }) => {
        const uri =
          'path' in to ? session.uris.toUri(to.path) : 'uri' in to ? to.uri : session.documentation.rule(to.rule);
        return uri === undefined
          ? []
          : [{ range: session.positions.range(target.file, { start, end }), tooltip, target: uri }];
      });
    });
  },
};
