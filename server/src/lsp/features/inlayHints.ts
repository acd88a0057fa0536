import { inlayHints } from '../../editor/inlayHints';
import type { Feature } from './feature';

export const hints: Feature = {
  methods: ['textDocument/inlayHint'],
  doc: 'Values that a row takes from its group, the effective policy where none is granted, defaults of enums. The settings `umtopo.inlayHints.*` switch each off. At most 500 at once.',
  capabilities: () => ({ inlayHintProvider: true }),
  register(connection, current) {
    connection.languages.inlayHint.on(async ({ textDocument, range }) => {
      const session = current();
      const target = await session.glimpse(textDocument);
      if (target === undefined) return null;
      const span = session.positions.span(target.file, range);
      const found = inlayHints(target.deployment, target.path, span, session.settings.inlayHints);
      return found.map(({ offset, label, tooltip }) => ({
        position: session.positions.position(target.file, offset),
        label,
        tooltip,
        paddingLeft: true,
        paddingRight: false,
      }));
    });
  },
};
