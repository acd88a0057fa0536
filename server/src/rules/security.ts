import type { Declaration } from '../model/declaration';
import { encryptionLevel, securityPairs } from '../routing/localRoute';
import { type LocalPair, localPairs } from './localUse';
import type { RuleContext } from './types';
import { each } from './witnesses';

/** Pools at one encryption level whose calls a UM dial plan can't take. */
export interface Mismatch {
  readonly plan: Declaration;
  /** `unsecured`, `sipSecured`, `secured` */
  readonly security: string;
  /** `requireEncryption` … */
  readonly level: string;
  /** The media configuration that says so; `undefined` for the global one that exists undeclared. */
  readonly from: Declaration | undefined;
  readonly pairs: LocalPair[];
  /** Values of the plan that fit all pools whose users and contacts are on it. */
  readonly fitting: readonly string[];
}

/** Every pair of pool and plan whose security settings don't go together, those of one plan and level as one. [EX-LYNC] [PS-MEDIA] */
export function mismatches(context: RuleContext): Mismatch[] {
  const { deployment, read } = context;
  const found = new Map<string, Mismatch>();
  const all = localPairs(context);
  each(context, all, (pair) => {
    const { plan, pool } = pair;
    if (pool === undefined) return;
    const { level, from } = encryptionLevel(deployment, read, pool);
    const security = read.text(plan, 'voIPSecurity') ?? 'unsecured';
    if (securityPairs[level]?.includes(security)) return;
    const key = `${plan.id}/${level}/${from?.id ?? ''}`;
    const known = found.get(key);
    if (known) known.pairs.push(pair);
    else found.set(key, { plan, security, level, from, pairs: [pair], fitting: fittingValues(context, all, plan) });
  });
  return [...found.values()];
}

function fittingValues({ deployment, read }: RuleContext, pairs: readonly LocalPair[], plan: Declaration): string[] {
  const levels = pairs
    .filter((pair) => pair.plan === plan && pair.pool !== undefined)
    .map(({ pool }) => encryptionLevel(deployment, read, pool).level);
  return ['secured', 'sipSecured'].filter((value) => levels.every((level) => securityPairs[level]?.includes(value)));
}

/** "the media configuration of site:Redmond" */
export function levelSource({ from }: Mismatch): string {
  return from ? `media configuration ${from.name}` : 'the global media configuration, by default';
}
