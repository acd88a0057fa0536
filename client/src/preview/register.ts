import { commands, Disposable, type Uri, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PreviewPatch, previewChanged } from '../../../server/src/lsp/protocol';
import { asUri } from '../chooseDeployment';
import { activeTopology, type Deployments } from '../deployments';
import { createPanel, PreviewPanel, viewType, webviewOptions } from './panel';

/** The preview: one panel, beside the editor; it follows the editor to another deployment unless the settings say otherwise. */
export function registerPreview(extension: Uri, client: BaseLanguageClient, deployments: Deployments): Disposable {
  let open: PreviewPanel | undefined;
  const adopt = (panel: WebviewPanel, document: Uri) => {
    open?.dispose();
    const preview = new PreviewPanel(panel, extension, client, document);
    open = preview;
    panel.onDidDispose(() => {
      if (open === preview) open = undefined;
    });
  };
  return Disposable.from(
    commands.registerCommand('umtopo.showPreview', async (argument?: unknown) => {
      const document = asUri(argument) ?? activeTopology();
      if (!document) {
        void window.showInformationMessage('Open a .umtopo file to see its preview.');
        return;
      }
      if (open) open.show(document, deployments);
      else adopt(createPanel(extension), document);
    }),
    client.onNotification(previewChanged, (patch: PreviewPatch) => open?.patch(patch)),
    client.onDidChangeState(() => open?.refresh()),
    deployments.onDidChange(() => open?.deploymentsChanged(deployments)),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId !== 'umtopo' || !follows()) return;
      open?.follow(editor.document.uri, deployments);
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        panel.webview.options = webviewOptions(extension);
        const saved = asUri((state as { uri?: unknown } | undefined)?.uri) ?? activeTopology();
        if (saved) adopt(panel, saved);
        else panel.dispose();
      },
    }),
    { dispose: () => open?.dispose() },
  );
}

function follows(): boolean {
  return workspace.getConfiguration().get('umtopo.preview.followEditor', true);
}
