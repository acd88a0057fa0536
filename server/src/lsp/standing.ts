import type { Deployment } from '../model/deployment';
import type { Analysis } from '../rules/analyze';
import { proofText } from '../rules/proofText';
import type { DeploymentState } from './protocol';

/** What is said of a deployment as a whole by its last analysis: known also when the deployment isn't at hand. */
export interface Standing extends Pick<DeploymentState, 'name' | 'users' | 'errors' | 'warnings' | 'proofs' | 'ms'> {
  readonly root: string;
  readonly standalone: boolean;
  readonly placements: number;
  /** Paths of its files. */
  readonly paths: readonly string[];
  readonly version: number;
  readonly hasExpectations: boolean;
}

export function standingOf(deployment: Deployment, { diagnostics, proofs }: Analysis, ms: number): Standing {
  return {
    root: deployment.root,
    standalone: deployment.standalone,
    name: deployment.name,
    users: deployment.userCount,
    placements: deployment.blocks.reduce((sum, { shapeCounts }) => sum + shapeCounts.size, 0),
    errors: diagnostics.filter(({ severity }) => severity === 'error').length,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
    proofs: proofs.map((proof) => ({ text: proofText(proof), holds: proof.holds })),
    ms,
    paths: deployment.paths,
    version: deployment.version,
    hasExpectations: deployment.expectations.length > 0,
  };
}
