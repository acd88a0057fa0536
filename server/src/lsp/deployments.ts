import { type DeploymentState, type DeploymentsState, deploymentsChanged } from './protocol';
import type { Session } from './session';
import type { Standing } from './standing';

/** Tells the client of deployments whose state changed, for its status item, its tree and its tests. */
export function registerDeployments(session: Session): void {
  /** What was told of each, by root. */
  const told = new Map<string, string>();
  let loading: boolean | undefined;
  session.rounds.analyzed.push(() => {
    const { changed, gone } = session.analyses.takeNews();
    const deployments: DeploymentState[] = [];
    const left = gone.filter((root) => told.delete(root));
    for (const standing of changed) {
      if (standing.standalone) {
        if (told.delete(standing.root)) left.push(standing.root);
        continue;
      }
      const state = stateOf(session, standing);
      // The time of the last run alone is no news.
      const text = JSON.stringify({ ...state, ms: 0 });
      if (told.get(standing.root) === text) continue;
      told.set(standing.root, text);
      deployments.push(state);
    }
    if (loading === session.loading && deployments.length + left.length === 0) return;
    loading = session.loading;
    const state: DeploymentsState = {
      loading,
      deployments,
      gone: left.map((root) => session.uris.toUri(root)),
    };
    void session.connection.sendNotification(deploymentsChanged, state);
  });
}

function stateOf({ uris }: Session, standing: Standing): DeploymentState {
  const { root, name, users, errors, warnings, proofs, ms, paths, version, hasExpectations } = standing;
  return {
    root: uris.toUri(root),
    name,
    users,
    errors,
    warnings,
    proofs,
    ms: Math.round(ms * 10) / 10,
    files: paths.map((path) => uris.toUri(path)),
    ...(hasExpectations && { expectations: version }),
  };
}
