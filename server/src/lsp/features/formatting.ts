import type { CancellationToken, TextEdit } from 'vscode-languageserver';
import type { TextChange } from '../../base/span';
import type { Steps } from '../../base/steps';
import type { TopologyFile } from '../../model/sourceFile';
import { formatOnTypeSteps, formatRangeSteps, formatTextSteps } from '../../syntax/format';
import { textEditSteps } from '../edits';
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
    connection.onDocumentFormatting(({ textDocument }, token) =>
      answer(current(), token, textDocument.uri, (file) => formatTextSteps(file.text, file.tree)),
    );
    connection.onDocumentRangeFormatting(({ textDocument, range }, token) => {
      const session = current();
      return answer(session, token, textDocument.uri, (file) =>
        formatRangeSteps(file.text, file.tree, session.positions.span(file, range)),
      );
    });
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }, token) => {
      const session = current();
      return answer(session, token, textDocument.uri, (file) =>
        formatOnTypeSteps(file.text, file.tree, session.positions.offset(file, position), ch),
      );
    });
  },
};

async function answer(
  session: Session,
  token: CancellationToken | undefined,
  uri: string,
  changesOf: (file: TopologyFile) => Steps<TextChange[]>,
): Promise<TextEdit[] | null> {
  const path = session.uris.toPath(uri);
  const file = await session.topology(path);
  if (file === undefined) return null;
  return session.ofTopology(file, editSteps(session, path, changesOf(file)), token);
}

function* editSteps(session: Session, path: string, changes: Steps<TextChange[]>): Steps<TextEdit[]> {
  return yield* textEditSteps(session, path, yield* changes);
}
