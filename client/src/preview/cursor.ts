import { type Disposable, type TextEditor, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type PreviewPlaceParams,
  type PreviewPlaceResult,
  previewPlaceRequest,
} from '../../../server/src/lsp/protocol';

/** Tells what the cursor means in the picture, each time it moves. One question at a time: what was passed meanwhile is left out. */
export function followCursor(
  client: BaseLanguageClient,
  tell: (place: PreviewPlaceResult | null) => void,
): Disposable & { again(): void } {
  let asking = false;
  let waiting: TextEditor | undefined;
  const ask = async (editor: TextEditor): Promise<void> => {
    waiting = editor;
    if (asking) return;
    asking = true;
    while (waiting) {
      const next: TextEditor = waiting;
      waiting = undefined;
      const { document, selection } = next;
      const params: PreviewPlaceParams = {
        textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
        position: client.code2ProtocolConverter.asPosition(selection.active),
      };
      if (client.state !== State.Running) break;
      tell(await client.sendRequest<PreviewPlaceResult | null>(previewPlaceRequest, params).catch(() => null));
    }
    asking = false;
  };
  const isOurs = ({ document }: TextEditor) => document.languageId === 'umtopo' || document.fileName.endsWith('.csv');
  const listener = window.onDidChangeTextEditorSelection(({ textEditor }) => {
    if (isOurs(textEditor)) void ask(textEditor);
  });
  return {
    dispose: () => listener.dispose(),
    again() {
      const editor = window.activeTextEditor;
      if (editor && isOurs(editor)) void ask(editor);
    },
  };
}
