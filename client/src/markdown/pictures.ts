import { ColorThemeKind, commands, Disposable, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type PictureParams, type PictureResult, pictureRequest } from '../../../server/src/lsp/protocol';
import type { Deployments } from '../deployments';
import { nearestRoot } from './nearest';
import type { Question } from './question';

/** Pages have few pictures; what was asked longest ago is forgotten. */
const limit = 60;

interface Kept {
  readonly params: PictureParams;
  answer?: PictureResult;
  asking: boolean;
  /** The text changed since it was asked for. */
  stale: boolean;
}

/**
 * Pictures for Markdown. Its preview wants them at once, and the server takes its time: what isn't there yet is asked for, and the preview drawn again when it is.
 */
export class RoutePictures implements Disposable {
  readonly #kept = new Map<string, Kept>();
  readonly #listeners: Disposable;
  /** A block was drawn before there was a deployment for it. */
  #homeless = false;

  constructor(
    private readonly client: BaseLanguageClient,
    readonly deployments: Deployments,
  ) {
    this.#listeners = Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'umtopo' || /\.csv$/i.test(document.uri.path)) this.changed();
      }),
      window.onDidChangeActiveColorTheme(() => this.#refresh()),
      deployments.onDidChange(() => {
        if (!this.#homeless) return;
        this.#homeless = false;
        this.#refresh();
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.changed();
      }),
    );
  }

  /** The picture of a call as far as it is known; nothing while it is asked for. */
  get(root: string, question: Question): PictureResult | undefined {
    const params: PictureParams = { root, view: 'ladder', format: 'svg', theme: theme(), ...question };
    const key = JSON.stringify(params);
    const kept = this.#kept.get(key) ?? { params, asking: false, stale: true };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > limit && oldest !== undefined) this.#kept.delete(oldest);
    void this.#ask(kept);
    return kept.answer;
  }

  /** A deployment for a document; where there is none the preview is drawn again when there is. */
  rootFor(document: string | undefined): string | undefined {
    const root = nearestRoot(
      document,
      this.deployments.all.map((each) => each.root),
    );
    this.#homeless ||= root === undefined;
    return root;
  }

  /** The text changed, or the server is another. */
  changed(): void {
    for (const kept of this.#kept.values()) {
      kept.stale = true;
      void this.#ask(kept);
    }
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** One request at a time for each picture: what changes meanwhile is asked for afterwards. */
  async #ask(kept: Kept): Promise<void> {
    if (kept.asking || !kept.stale || this.client.state !== State.Running) return;
    kept.asking = true;
    const before = JSON.stringify(kept.answer);
    try {
      while (kept.stale) {
        kept.stale = false;
        kept.answer = await this.client.sendRequest<PictureResult>(pictureRequest, kept.params);
      }
    } catch (error) {
      kept.answer = { refused: error instanceof Error ? error.message : String(error) };
    } finally {
      kept.asking = false;
    }
    if (JSON.stringify(kept.answer) !== before) this.#refresh();
  }

  #refresh(): void {
    void commands.executeCommand('markdown.preview.refresh');
  }
}

/** Pictures in a page don't see its theme. */
function theme(): 'light' | 'dark' {
  const { kind } = window.activeColorTheme;
  return kind === ColorThemeKind.Light || kind === ColorThemeKind.HighContrastLight ? 'light' : 'dark';
}
