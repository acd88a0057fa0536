import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import type { Place } from '../../rules/types';
import type { ServerVersion } from '../../vocabulary/types';
import { hasSince, placeOf } from '../facts';
import { type Phase, phases, type Step } from '../plan';

/** A step before it has its id. */
export interface Draft extends Omit<Step, 'id' | 'requires' | 'phase'> {
  readonly requires?: readonly string[];
}

/** Collects the steps of a plan and gives each an id of its own. */
export class PlanBuilder {
  private readonly drafts: Step[] = [];
  private readonly ids = new Set<string>();

  constructor(readonly deployment: Deployment) {}

  get server(): ServerVersion | undefined {
    return this.deployment.server;
  }

  /** Voice mail of somebody is answered outside. */
  get isHosted(): boolean {
    return this.deployment.mode === 'crossPremises' || this.deployment.mode === 'mixed';
  }

  /** Voice mail of somebody is answered by local Exchange UM. */
  get isLocal(): boolean {
    return this.deployment.mode === 'onPremises' || this.deployment.mode === 'mixed';
  }

  /** `Move-CsUser` of Lync Server 2010 has no `-Confirm`. */
  get hasConfirmingMove(): boolean {
    return hasSince(this.server, 'lync2013');
  }

  /** The deployment's own declaration: the cause of what nothing else causes. */
  get root(): readonly Place[] {
    const { head, declarations } = this.deployment;
    const first = head ?? declarations[0];
    return first ? [placeOf(first)] : [];
  }

  /** Adds a step; its id is made of words of ours and names of the topology. */
  add(phase: Phase, idParts: readonly string[], draft: Draft): string {
    const wanted = idParts.map(slug).join('.');
    let id = wanted;
    for (let n = 2; this.ids.has(id.toLowerCase()); n++) id = `${wanted}~${n}`;
    this.ids.add(id.toLowerCase());
    this.drafts.push({ ...draft, id, phase, requires: draft.requires ?? [] });
    return id;
  }

  /** Ids of the steps added so far in some phases. */
  idsOf(...wanted: readonly Phase[]): string[] {
    return this.drafts.filter((step) => wanted.includes(step.phase)).map((step) => step.id);
  }

  /** The steps, those of an earlier phase first. */
  get steps(): Step[] {
    return [...this.drafts].sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
  }
}

/** A name as part of an id: what a command line takes without quotes. */
export function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 80) || '_';
}

export function causesOf(...declarations: readonly (Declaration | undefined)[]): Place[] {
  return declarations.filter((declaration) => declaration !== undefined).map(placeOf);
}
