import { type FoldingRange, FoldingRangeKind, type SelectionRange } from 'vscode-languageserver';
import { foldingSteps } from '../../editor/folding';
import { selectionSpans } from '../../editor/selectionRange';
import type { Feature } from './feature';

export const folding: Feature = {
  methods: ['textDocument/foldingRange', 'textDocument/selectionRange'],
  doc: 'Folding: blocks and comments of several lines. Selection: word, value, property, row, block, declaration, file.',
  capabilities: () => ({ foldingRangeProvider: true, selectionRangeProvider: true }),
  register(connection, current) {
    connection.onFoldingRanges(async ({ textDocument }, token) => {
      const session = current();
      const file = await session.topology(session.uris.toPath(textDocument.uri));
      if (file === undefined) return null;
      const found = await session.ofTopology(file, foldingSteps(file.text, file.tree, file.lines), token);
      return found.flatMap(({ startLine, endLine, kind }): FoldingRange[] => {
        // Where whole lines are folded, the line of the closing brace stays to be seen.
        const last = session.client.lineFoldingOnly && kind === undefined ? endLine - 1 : endLine;
        if (last <= startLine) return [];
        return [{ startLine, endLine: last, ...(kind && { kind: FoldingRangeKind.Comment }) }];
      });
    });
    connection.onSelectionRanges(async ({ textDocument, positions }) => {
      const session = current();
      const file = await session.topology(session.uris.toPath(textDocument.uri));
      if (file === undefined) return null;
      return positions.map((position): SelectionRange => {
        const spans = selectionSpans(file.text, file.tree, session.positions.offset(file, position));
        let range: SelectionRange | undefined;
        for (const span of [...spans].reverse())
          range = { range: session.positions.range(file, span), ...(range && { parent: range }) };
        return range ?? { range: { start: position, end: position } };
      });
    });
  },
};
