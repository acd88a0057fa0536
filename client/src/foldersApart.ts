import type { DeploymentState } from '../../server/src/lsp/protocol';

/** The last parts of the roots of deployments that share their names with others, by the root. */
export function foldersApart(
  deployments: readonly Pick<DeploymentState, 'root' | 'name'>[],
): ReadonlyMap<string, string> {
  const names = new Map<string, number>();
  for (const { name } of deployments) names.set(name, (names.get(name) ?? 0) + 1);
  const shared = deployments.filter(({ name }) => (names.get(name) ?? 0) > 1);
  return new Map(shared.map(({ root }) => [root, decodeURIComponent(root.slice(root.lastIndexOf('/') + 1))]));
}
