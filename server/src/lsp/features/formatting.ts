import type { TextEdit } from 'vscode-languageserver';
import { formatRange, formatText } from '../../syntax/format';
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
    connection.onDocumentFormatting(({ textDocument }) => answer(current(), textDocument.uri));
    connection.onDocumentRangeFormatting(({ textDocument, range }) => {
      const session = current();
      return answer(session, textDocument.uri, (file) => session.positions.span(file, range));
    });
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) => {
      const session = current();
      return answer(session, textDocument.uri, (file) => {
        const offset = session.positions.offset(file, position);
        // Behind a line end, it is the line that has been finished; the new one keeps the place of the cursor.
        const end = ch === '\n' ? file.lines.lineEnd(Math.max(0, file.lines.lineAt(offset) - 1)) : offset;
        return { start: end, end };
      });
    });
  },
};

type File = Parameters<Session['positions']['span']>[0];

async function answer(
  session: Session,
  uri: string,
  spanOf?: (file: File) => { start: number; end: number },
): Promise<TextEdit[] | null> {
  await session.ready();
  const path = session.uris.toPath(uri);
  const file = session.workspace.file(path);
  if (file === undefined) return null;
  const changes = spanOf ? formatRange(file.text, file.tree, spanOf(file)) : formatText(file.text, file.tree);
  return textEdits(session, path, changes);
}
