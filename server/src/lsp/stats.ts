import type { CancellationToken, Connection } from 'vscode-languageserver';
import { type StatsResult, statsRequest } from './protocol';
import type { Session } from './session';

/** `$/umtopo/stats`: what the last change cost, and what there is. */
export function registerStats(connection: Connection, current: () => Session): void {
  connection.onRequest(statsRequest, async (token: CancellationToken): Promise<StatsResult> => {
    const session = current();
    await session.allUpToDate(token);
    const { work, workspace, analyses, uris } = session;
    const deployments = [...workspace.members.all].flatMap((member) => analyses.standingOf(member) ?? []);
    return {
      last: work.last(),
      total: work.total(),
      deployments: deployments.map(({ root, name, paths, users, placements, ms }) => ({
        root: uris.toUri(root),
        name,
        files: paths.length,
        users,
        placements,
        ms,
      })),
    };
  });
}
