import type { Declaration } from '../model/declaration';
import type { FactReader } from '../model/facts';
import type { Cause, Decision, EffectivePolicy, Failure, Hop, Outcome, Route } from './types';

/** A route while it is found: hops and decisions so far. */
export class Trace {
  readonly hops: Hop[] = [];
  readonly decisions: Decision[] = [];
  policy: EffectivePolicy | null = null;
  destination: string | null = null;
  organization: readonly string[] = [];
  umDialPlan: string | null = null;
  contact: string | null = null;
  umServers: readonly string[] = [];

  decide(step: string, because: string, source: string, cause?: Cause, inferred = false): void {
    this.decisions.push({ step, because, source, ...(inferred && { inferred }), ...(cause && { cause }) });
  }

  hop(hop: Hop): void {
    this.hops.push(hop);
  }

  /** The registrar where the call is decided; once a route. */
  homePool(read: FactReader, pool: Declaration | undefined, name: string | undefined): void {
    const at = pool?.name ?? name;
    if (at === undefined || this.hops.some((hop) => hop.at === at)) return;
    const branch = pool !== undefined && read.text(pool, 'role') === 'survivableBranch';
    const cause = pool && { path: pool.path, ...pool.head };
    this.hop({
      at,
      role: branch ? 'survivableBranch' : 'frontEnd',
      port: 5061,
      protocol: 'mtls',
      ...(cause && { cause }),
    });
  }

  answered(outcome: 'hosted' | 'local', target: string): Route {
    return this.finish(outcome, target, null, []);
  }

  nobody(): Route {
    return this.finish('none', null, null, []);
  }

  open(needs: readonly string[] = []): Route {
    return this.finish('unknown', null, null, needs);
  }

  fail(failure: Omit<Failure, 'cause'> & { readonly cause: Cause | undefined }): Route {
    const { cause, ...rest } = failure;
    return this.finish('failed', null, { ...rest, ...(cause && { cause }) }, []);
  }

  private finish(outcome: Outcome, target: string | null, failure: Failure | null, needs: readonly string[]): Route {
    const { policy, destination, organization, umDialPlan, contact, umServers, hops, decisions } = this;
    return {
      outcome,
      target,
      policy,
      destination,
      organization,
      umDialPlan,
      contact,
      umServers,
      needs,
      hops,
      decisions,
      failure,
    };
  }
}
