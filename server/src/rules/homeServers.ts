import type { FactOwner } from '../model/facts';
import { homePool } from '../routing/effectivePolicy';
import { homePools } from './edges';
import { serverOf } from './modes';
import type { RuleContext } from './types';

/** The version that the home pool of somebody runs: its own, else the deployment's. */
export function homeServer(context: RuleContext, person: FactOwner): string | undefined {
  const { deployment, read } = context;
  const pool = homePool(deployment, read, person);
  return (pool && read.text(pool, 'server')) ?? serverOf(context);
}

/** The versions that pools run which may home users; that of the deployment where no such pool is declared. */
export function homeServers(context: RuleContext): readonly string[] {
  const { deployment, read } = context;
  const own = serverOf(context);
  const pools = homePools(deployment);
  const versions = (pools.length > 0 ? pools.map((pool) => read.text(pool, 'server') ?? own) : [own]).filter(
    (version) => version !== undefined,
  );
  return [...new Set(versions)];
}
