import { MarkupKind } from 'vscode-languageserver';
import { hover } from '../../editor/hover';
import { plain } from '../../editor/markdown';
import type { Feature } from './feature';

export const hovers: Feature = {
  methods: ['textDocument/hover'],
  doc: 'Kinds, properties, values, headers of CSV files; what a name stands for; of a user the placement, the effective policy and why, the route, and who is placed alike; in comments codes of rules and names of cmdlets. Markdown or plain text.',
  capabilities: () => ({ hoverProvider: true }),
  register(connection, current) {
    connection.onHover(async ({ textDocument, position }) => {
      const session = current();
      const target = await session.glimpse(textDocument);
      if (target === undefined) return null;
      const found = hover(target.deployment, target.path, session.offset(target, position), session.documentation);
      if (found === undefined) return null;
      const contents = session.client.markdownHover
        ? { kind: MarkupKind.Markdown, value: found.text }
        : { kind: MarkupKind.PlainText, value: plain(found.text) };
      return { contents, range: session.positions.range(target.file, found) };
    });
  },
};
