import { type Disposable, EventEmitter, type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DeploymentState, type DeploymentsState, deploymentsChanged } from '../../server/src/lsp/protocol';
import { foldersApart } from './foldersApart';

/** What the server last said about the deployments of the workspace. */
export class Deployments implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #listener: Disposable;
  readonly #byRoot = new Map<string, DeploymentState>();
  #loading = true;
  #folders: ReadonlyMap<string, string> | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#listener = client.onNotification(deploymentsChanged, ({ loading, deployments, gone }: DeploymentsState) => {
      this.#loading = loading;
      for (const root of gone) this.#byRoot.delete(root);
      for (const state of deployments) this.#byRoot.set(state.root, state);
      this.#folders = undefined;
      this.#changed.fire();
    });
  }

  get loading(): boolean {
    return this.#loading;
  }

  /** In the order of their roots. */
  get all(): readonly DeploymentState[] {
    return [...this.#byRoot.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
  }

  at(root: string): DeploymentState | undefined {
    return this.#byRoot.get(root);
  }

  /** The folder of a deployment where others have the same name. */
  folderOf(root: string): string | undefined {
    this.#folders ??= foldersApart([...this.#byRoot.values()]);
    return this.#folders.get(root);
  }

  get size(): number {
    return this.#byRoot.size;
  }

  of(uri: Uri): DeploymentState | undefined {
    const text = uri.toString();
    for (const state of this.#byRoot.values()) if (state.files.includes(text)) return state;
    return undefined;
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
