import { type Disposable, EventEmitter, type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DeploymentState, type DeploymentsState, deploymentsChanged } from '../../server/src/lsp/protocol';

/** What the server last said about the deployments of the workspace. */
export class Deployments implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #listener: Disposable;
  #state: DeploymentsState = { loading: true, deployments: [] };
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#listener = client.onNotification(deploymentsChanged, (state: DeploymentsState) => {
      this.#state = state;
      this.#changed.fire();
    });
  }

  get loading(): boolean {
    return this.#state.loading;
  }

  get all(): readonly DeploymentState[] {
    return this.#state.deployments;
  }

  of(uri: Uri): DeploymentState | undefined {
    const text = uri.toString();
    return this.all.find(({ files }) => files.includes(text));
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}

/** The topology in the active editor, else one that is visible. */
export function activeTopology(): Uri | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor?.document.languageId === 'umtopo')?.document.uri;
}
