import { proofText } from '../rules/proofText';
import { type DeploymentsState, deploymentsChanged } from './protocol';
import type { Session } from './session';

/** Tells the client of every deployment's state, for its status item and its tests. */
export function registerDeployments(session: Session): void {
  let sent = '';
  session.analyzed.push(() => {
    const state = stateOf(session);
    // The time of the last run alone is no news.
    const json = JSON.stringify({ ...state, deployments: state.deployments.map((each) => ({ ...each, ms: 0 })) });
    if (json === sent) return;
    sent = json;
    void session.connection.sendNotification(deploymentsChanged, state);
  });
}

function stateOf(session: Session): DeploymentsState {
  const { workspace, analyses, uris, loading } = session;
  const deployments = workspace.deployments
    .filter((deployment) => !deployment.standalone)
    .map((deployment) => {
      const { diagnostics = [], proofs = [] } = analyses.analysis(deployment) ?? {};
      return {
        root: uris.toUri(deployment.root),
        name: deployment.name,
        users: deployment.userCount,
        errors: diagnostics.filter(({ severity }) => severity === 'error').length,
        warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
        proofs: proofs.map((proof) => ({ text: proofText(proof), holds: proof.holds })),
        ms: Math.round(analyses.milliseconds(deployment) * 10) / 10,
        files: deployment.paths.map((path) => uris.toUri(path)),
        ...(deployment.expectations.length > 0 && { expectations: deployment.version }),
      };
    });
  return { loading, deployments };
}
