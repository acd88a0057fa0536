import { linkedRanges } from '../../editor/linkedEditing';
import type { Feature } from './feature';

export const linkedEditing: Feature = {
  methods: ['textDocument/linkedEditingRange'],
  doc: 'Words that repeat each other in one declaration or row and have to: the dial plan and the pilot of a hunt group, the subject of a certificate among its names, a pool that is its only computer, the address of a user in the principal name.',
  capabilities: () => ({ linkedEditingRangeProvider: true }),
  register(connection, current) {
    connection.languages.onLinkedEditingRange(async ({ textDocument, position }) => {
      const session = current();
      const target = await session.target(textDocument);
      if (target === undefined) return null;
      const found = linkedRanges(target.deployment, target.path, session.offset(target, position));
      if (found.length === 0) return null;
      const ranges = found.map((span) => session.positions.range(target.file, span));
      return { ranges, wordPattern: '[^\\s{}(),"/]+' };
    });
  },
};
