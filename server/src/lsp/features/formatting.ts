import type { TextEdit } from 'vscode-languageserver';
import type { TextChange } from '../../base/span';
import type { TopologyFile } from '../../model/sourceFile';
import { formatOnType, formatRange, formatText } from '../../syntax/format';
import { textEdits } from '../edits';
import type { Session } from '../session';
import type { Feature } from './feature';

export const formatting: Feature = {
  methods: ['textDocument/formatting', 'textDocument/rangeFormatting', 'textDocument/onTypeFormatting'],
  doc: 'The same code as `umtopo fmt`: document, lines of a range, and the block that a `}` closes. There is one style; the options of the client are not asked.',
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  }),
  register(connection, current) {
    connection.onDocumentFormatting(({ textDocument }) =>
      answer(current(), textDocument.uri, (file) => formatText(file.text, file.tree)),
    );
    connection.onDocumentRangeFormatting(({ textDocument, range }) => {
      const session = current();
      return answer(session, textDocument.uri, (file) =>
        formatRange(file.text, file.tree, session.positions.span(file, range)),
      );
    });
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) => {
      const session = current();
      return answer(session, textDocument.uri, (file) =>
        formatOnType(file.text, file.tree, session.positions.offset(file, position), ch),
      );
    });
  },
};

async function answer(
  session: Session,
  uri: string,
  changesOf: (file: TopologyFile) => TextChange[],
): Promise<TextEdit[] | null> {
  await session.ready();
  const path = session.uris.toPath(uri);
  const file = session.workspace.file(path);
  if (file === undefined) return null;
  return textEdits(session, path, changesOf(file));
}
