import { type FactOwner, type FactReader, UnknownFact } from '../model/facts';
import { perDeployment } from '../model/perDeployment';
import { homePool } from '../routing/effectivePolicy';
import { homePools } from './edges';
import { serverOf } from './modes';
import type { RuleContext } from './types';

/**
 * The version that the home pool of somebody runs: its own, else the deployment's. Where the pool isn't known but all run one version, that one.
 * @throws UnknownFact when it isn't known.
 */
export function homeServer(context: RuleContext, person: FactOwner): string | undefined {
  const { deployment, read } = context;
  try {
    const pool = homePool(deployment, read, person);
    return (pool && read.text(pool, 'server')) ?? serverOf(context);
  } catch (error) {
    const servers = error instanceof UnknownFact && !error.silent ? homeServers(context) : [];
    if (servers.length === 1) return servers[0];
    throw error;
  }
}

/** The pools that say their own version, one of each, and whether others follow the deployment. */
const pools = perDeployment((deployment) => {
  const homes = homePools(deployment);
  const own = homes.filter((pool) => pool.written.has('server'));
  const each = new Map(own.map((pool) => [pool.fact('server'), pool]));
  return { own: [...each.values()], followed: homes.length === 0 || own.length < homes.length };
});

/**
 * The versions that pools run which may home users; that of the deployment where none says another one.
 * @throws UnknownFact when one isn't known.
 */
export function homeServers(context: { deployment: RuleContext['deployment']; read: FactReader }): readonly string[] {
  const { own, followed } = pools(context.deployment);
  const said = own.map((pool) => context.read.text(pool, 'server'));
  const general = followed || said.includes(undefined) ? [serverOf(context)] : [];
  return [...new Set([...general, ...said])].filter((version) => version !== undefined);
}
