import {
  type CancellationToken,
  Location,
  type TestController,
  type TestItem,
  type TestItemCollection,
  TestMessage,
  type TestRun,
  TestRunRequest,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { failureMessage } from './failure';
import { signOf } from './labels';
import type { ExpectationTree } from './tree';

/** Runs expectations: the server has evaluated them all by the time it tells of them, so a run reports what it says. */
export class ExpectationRuns {
  constructor(
    private readonly controller: TestController,
    private readonly tree: ExpectationTree,
    private readonly client: BaseLanguageClient,
  ) {}

  /** Asks the server anew and reports. */
  async run(request: TestRunRequest, token: CancellationToken): Promise<void> {
    const run = this.controller.createTestRun(request);
    try {
      await this.tree.reload();
      for (const item of this.#chosen(request)) {
        if (token.isCancellationRequested) break;
        this.#report(run, item);
      }
    } catch (error) {
      const message = new TestMessage(
        `The language server did not answer. ${error instanceof Error ? error.message : error}`,
      );
      for (const item of this.#chosen(request)) run.errored(item, message);
    } finally {
      run.end();
    }
  }

  /** Runs now, and after each change those expectations that it concerns, until the token is cancelled. */
  async follow(request: TestRunRequest, token: CancellationToken): Promise<void> {
    await this.run(request, token);
    if (token.isCancellationRequested) return;
    const listener = this.tree.onDidChange((changed) => {
      const concerned = this.#chosen(request).filter((item) => changed.has(item));
      if (concerned.length === 0) return;
      const run = this.controller.createTestRun(new TestRunRequest(concerned, undefined, request.profile, true));
      for (const item of concerned) this.#report(run, item);
      run.end();
    });
    token.onCancellationRequested(() => listener.dispose());
  }

  /** The expectations that a request is about. */
  #chosen({ include, exclude }: TestRunRequest): TestItem[] {
    const excluded = new Set(exclude?.map(pathOf));
    const below = (item: TestItem): TestItem[] => {
      if (excluded.has(pathOf(item))) return [];
      return this.tree.state(item) ? [item] : listOf(item.children).flatMap(below);
    };
    // What was chosen may have gone from the tree meanwhile, or be another object of the same name.
    return (include?.flatMap((item) => this.#find(item) ?? []) ?? listOf(this.controller.items)).flatMap(below);
  }

  #find({ id, parent }: TestItem): TestItem | undefined {
    return (parent ? this.#find(parent)?.children : this.controller.items)?.get(id);
  }

  #report(run: TestRun, item: TestItem): void {
    const state = this.tree.state(item);
    if (!state) return;
    run.started(item);
    run.appendOutput(`${signOf(state)} ${state.text}\r\n`, undefined, item);
    // With a place it stands behind the line as well: the failure itself stands at the line that decides.
    const at = item.uri && item.range && new Location(item.uri, item.range);
    if (!state.passed) run.appendOutput(`${state.message}\r\n`, at, item);
    if (state.passed) run.passed(item);
    else if (state.passed === false) run.failed(item, failureMessage(this.client, state));
    else run.skipped(item);
  }
}

function listOf(items: TestItemCollection): TestItem[] {
  return [...items].map(([, item]) => item);
}

function pathOf(item: TestItem): string {
  return item.parent ? `${pathOf(item.parent)}\n${item.id}` : item.id;
}
