import { type Disposable, EventEmitter, type TestController, type TestItem, Uri } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type ExpectationState,
  type ExpectationsParams,
  type ExpectationsResult,
  expectationsRequest,
} from '../../../server/src/lsp/protocol';
import type { Deployments } from '../deployments';
import { labelOf, pathBelow } from './labels';

interface Changes {
  readonly all: Set<TestItem>;
  /** The verdict on these is another one; of the others only the place or the way there. */
  readonly outdated: TestItem[];
}

/** The tests: deployment, file, expectation. Each expectation has the state that the server last told. */
export class ExpectationTree implements Disposable {
  readonly #changed = new EventEmitter<ReadonlySet<TestItem>>();
  readonly #states = new WeakMap<TestItem, ExpectationState>();
  /** What the tree shows of each deployment, by its root. */
  readonly #versions = new Map<string, number>();
  #queue: Promise<void> = Promise.resolve();
  /** The expectations that are new, or whose verdict or place changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly controller: TestController,
    private readonly client: BaseLanguageClient,
    private readonly deployments: Deployments,
  ) {}

  state(item: TestItem): ExpectationState | undefined {
    return this.#states.get(item);
  }

  /** All is asked for again at the next update. */
  forget(): void {
    this.#versions.clear();
  }

  /** Asks the server for everything. */
  reload(): Promise<void> {
    return this.#inTurn(async () => {
      this.forget();
      await this.#update();
    });
  }

  /** Asks for the deployments that changed. */
  update(): Promise<void> {
    return this.#inTurn(() => this.#update()).catch((error) => {
      // While it stops or restarts nobody answers; what comes after asks again.
      if (this.client.state === State.Running) this.client.error('The expectations could not be read.', error, false);
    });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** One at a time: what is told while a request is under way is asked for once, after it. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #update(): Promise<void> {
    const tested = this.deployments.all.filter(({ expectations }) => expectations !== undefined);
    const roots = new Set(tested.map(({ root }) => root));
    for (const [root] of this.controller.items) if (!roots.has(root)) this.#remove(root);
    for (const { root, expectations } of tested) if (this.#versions.get(root) !== expectations) await this.#load(root);
  }

  async #load(root: string): Promise<void> {
    const params: ExpectationsParams = { root };
    const result = await this.client.sendRequest<ExpectationsResult | null>(expectationsRequest, params);
    if (result === null || result.expectations.length === 0) this.#remove(root);
    else this.#show(result);
    if (result) this.#versions.set(root, result.version);
  }

  #remove(root: string): void {
    this.controller.items.delete(root);
    this.#versions.delete(root);
  }

  #show({ root, name, expectations }: ExpectationsResult): void {
    const deployment = this.controller.items.get(root) ?? this.controller.createTestItem(root, name);
    deployment.label = name;
    const folder = this.deployments.folderOf(root);
    if (folder !== undefined) deployment.description = folder;
    const changes: Changes = { all: new Set(), outdated: [] };
    const shown = [...new Set(expectations.map(({ uri }) => uri))].map((uri) => {
      const label = pathBelow(uri, root);
      const file = deployment.children.get(uri) ?? this.controller.createTestItem(uri, label, Uri.parse(uri, true));
      const states = expectations.filter((state) => state.uri === uri);
      file.children.replace(this.#expectations(file, states, changes));
      return file;
    });
    deployment.children.replace(shown);
    this.controller.items.add(deployment);
    if (changes.outdated.length > 0) this.controller.invalidateTestResults(changes.outdated);
    if (changes.all.size > 0) this.#changed.fire(changes.all);
  }

  /** An expectation is known again by its text, wherever in the file it stands. */
  #expectations(file: TestItem, states: readonly ExpectationState[], changes: Changes): TestItem[] {
    const seen = new Map<string, number>();
    return states.map((state, index) => {
      const { text, range } = state;
      const count = (seen.get(text) ?? 0) + 1;
      seen.set(text, count);
      const id = count === 1 ? text : `${text} (${count})`;
      const item = file.children.get(id) ?? this.controller.createTestItem(id, labelOf(text), file.uri);
      item.range = this.client.protocol2CodeConverter.asRange(range);
      item.sortText = String(index).padStart(6, '0');
      const known = this.#states.get(item);
      if (JSON.stringify(known) !== JSON.stringify(state)) changes.all.add(item);
      if (known && (known.passed !== state.passed || known.message !== state.message)) changes.outdated.push(item);
      this.#states.set(item, state);
      return item;
    });
  }
}
