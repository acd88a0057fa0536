import type { Connection } from 'vscode-languageserver';
import { type StatsResult, statsRequest } from './protocol';
import type { Session } from './session';

/** `$/umtopo/stats`: what the last change cost, and what there is. */
export function registerStats(connection: Connection, current: () => Session): void {
  connection.onRequest(statsRequest, async (): Promise<StatsResult> => {
    const session = current();
    await session.ready();
    session.analyze();
    const { work, workspace, analyses, uris } = session;
    const { deployments } = workspace;
    return {
      last: work.last(deployments),
      total: work.total(deployments),
      deployments: deployments.map((deployment) => ({
        root: uris.toUri(deployment.root),
        name: deployment.name,
        files: deployment.paths.length,
        users: deployment.userCount,
        placements: deployment.placements().length,
        ms: analyses.milliseconds(deployment),
      })),
    };
  });
}
