import {
  type Disposable,
  Uri,
  ViewColumn,
  type WebviewOptions,
  type WebviewPanel,
  type WebviewPanelOptions,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type PreviewClosedParams,
  type PreviewLook,
  type PreviewLookParams,
  type PreviewParams,
  type PreviewPatch,
  type PreviewResult,
  previewClosed,
  previewLookRequest,
  previewRequest,
} from '../../../server/src/lsp/protocol';
import { type FromPanel, isFromPanel, type ToPanel } from '../../webview/messages';
import type { Deployments } from '../deployments';
import { followCursor } from './cursor';
import { applyFix } from './fix';
import { previewHtml } from './html';
import { openLine, revealElement } from './reveal';
import { copyText, savePicture } from './takeAway';

export const viewType = 'umtopo.preview';

export function createPanel(extension: Uri): WebviewPanel {
  const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  return window.createWebviewPanel(viewType, 'Routing', column, webviewOptions(extension));
}

/** What the page may do; a panel that VS Code restores has to be told again. */
export function webviewOptions(extension: Uri): WebviewPanelOptions & WebviewOptions {
  return { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, 'dist', 'webview')] };
}

/** The panel that shows the picture of one deployment, and keeps it up to date. */
export class PreviewPanel implements Disposable {
  /** The version of the picture that the page has; patches are relative to it. */
  #shown: { readonly root: string; version: number } | undefined;
  #request = 0;
  #look: PreviewLook | undefined;
  readonly #cursor: ReturnType<typeof followCursor>;

  constructor(
    private readonly panel: WebviewPanel,
    extension: Uri,
    private readonly client: BaseLanguageClient,
    private document: Uri,
  ) {
    const icon = (theme: string) => Uri.joinPath(extension, 'images', `preview-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.webview.html = previewHtml(panel.webview, extension);
    this.#cursor = followCursor(client, (place) => this.#post({ type: 'cursor', place }));
    panel.onDidDispose(() => {
      this.#cursor.dispose();
      this.#see(undefined);
    });
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** Brings the panel to the front, on the deployment of a document. */
  show(document: Uri, deployments: Deployments): void {
    if (!this.panel.visible) this.panel.reveal(undefined, true);
    this.follow(document, deployments);
  }

  /** Shows the deployment of a document; where it is shown already, what its cursor means. */
  follow(document: Uri, deployments: Deployments): void {
    this.document = document;
    const root = deployments.of(document)?.root;
    if (root !== undefined && root === this.#shown?.root) this.#cursor.again();
    else void this.refresh();
  }

  /** Asks again when the document belongs to another deployment than the one that is shown, or to one at last. */
  deploymentsChanged(deployments: Deployments): void {
    if (deployments.of(this.document)?.root !== this.#shown?.root) void this.refresh();
  }

  /** Asks the server for the whole picture. */
  async refresh(): Promise<void> {
    if (this.client.state !== State.Running) {
      if (this.client.state === State.Stopped)
        this.#post({ type: 'failed', message: 'The language server is not running.' });
      return;
    }
    const request = ++this.#request;
    const uri = this.client.code2ProtocolConverter.asUri(this.document);
    try {
      const params: PreviewParams = { textDocument: { uri }, ...(this.#look && { look: this.#look }) };
      const result = await this.client.sendRequest<PreviewResult>(previewRequest, params);
      // A later request is on its way: its answer counts.
      if (request !== this.#request) return;
      this.#see(result.root === undefined ? undefined : { root: result.root, version: result.version });
      this.panel.title = result.root === undefined ? 'Routing' : `Routing of ${result.name}`;
      this.#post({ type: 'show', uri: this.document.toString(), result, view: initialView() });
      this.#cursor.again();
    } catch (error) {
      if (request === this.#request) this.#post({ type: 'failed', message: String(error) });
    }
  }

  /** Applies what changed, when it concerns this picture; a patch that is not the next one asks for the whole. */
  patch(patch: PreviewPatch): void {
    if (patch.root !== this.#shown?.root || patch.version <= this.#shown.version) return;
    if (patch.from !== this.#shown.version) {
      void this.refresh();
      return;
    }
    this.#shown.version = patch.version;
    this.#post({ type: 'patch', patch });
    this.#cursor.again();
  }

  /** The server draws what somebody sees, and no more. */
  #see(shown: { readonly root: string; version: number } | undefined): void {
    const before = this.#shown;
    this.#shown = shown;
    if (before === undefined || before.root === shown?.root || this.client.state !== State.Running) return;
    const params: PreviewClosedParams = { root: before.root };
    void this.client.sendNotification(previewClosed, params);
  }

  #post(message: ToPanel): void {
    void this.panel.webview.postMessage(message);
  }

  async #receive(message: unknown): Promise<void> {
    if (!isFromPanel(message)) return;
    switch (message.type) {
      case 'ready':
        // A page that was hidden starts anew, and one that lost a patch says so.
        this.#look = message.look;
        return this.refresh();
      case 'look':
        this.#look = message.look;
        return this.#ask<PreviewLookParams, void>(previewLookRequest, message.look);
      case 'request':
        return this.#relay(message);
      case 'reveal':
        if (this.#shown) await revealElement(this.client, this.#shown.root, message.id, this.panel.viewColumn);
        return;
      case 'save':
        return savePicture(message, this.document);
      case 'copy':
        return copyText(message.text);
      case 'unable':
        void window.showWarningMessage(message.message);
        return;
      case 'open':
        return openLine(message.at, this.panel.viewColumn);
      case 'fix': {
        const { id, problem, title } = message;
        if (this.#shown) await applyFix(this.client, { root: this.#shown.root, id }, problem, title);
        return;
      }
    }
  }

  /** Asks the server something about the deployment that is shown. */
  async #ask<P extends { root: string }, R>(method: string, params: Omit<P, 'root'>): Promise<R> {
    if (!this.#shown) throw new Error('There is no deployment to ask about.');
    return this.client.sendRequest<R>(method, { ...params, root: this.#shown.root });
  }

  async #relay({ number, method, params }: Extract<FromPanel, { type: 'request' }>): Promise<void> {
    try {
      const result = await this.#ask<{ root: string }, unknown>(method, params);
      this.#post({ type: 'answer', number, result });
    } catch (error) {
      this.#post({ type: 'answer', number, error: error instanceof Error ? error.message : String(error) });
    }
  }
}

function initialView(): 'picture' | 'table' {
  return workspace.getConfiguration().get('umtopo.preview.view') === 'table' ? 'table' : 'picture';
}
