import { Disposable, TestRunProfileKind, tests } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { Deployments } from '../deployments';
import { ExpectationRuns } from './runs';
import { ExpectationTree } from './tree';

/** The Test Explorer: each `expect` is a test. Its tree and verdicts follow the deployments as they are edited, saved or not. */
export function registerTests(client: BaseLanguageClient, deployments: Deployments): Disposable {
  const controller = tests.createTestController('umtopo', 'UM Topology');
  const tree = new ExpectationTree(controller, client, deployments);
  const runs = new ExpectationRuns(controller, tree, client);
  controller.createRunProfile(
    'Evaluate Expectations',
    TestRunProfileKind.Run,
    (request, token) => (request.continuous ? runs.follow(request, token) : runs.run(request, token)),
    true,
    undefined,
    true,
  );
  controller.refreshHandler = () => tree.reload();
  return Disposable.from(
    controller,
    tree,
    deployments.onDidChange(() => tree.update()),
    client.onDidChangeState(({ newState }) => {
      // A server that starts anew counts its versions anew.
      if (newState === State.Starting) tree.forget();
    }),
  );
}
