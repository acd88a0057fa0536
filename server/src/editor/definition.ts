import type { Span } from '../base/span';
import type { Deployment } from '../model/deployment';
import { columnsEntry, headerCells } from './csvDefinition';
import { mentionsAt, thingsOf } from './mentions';
import { placeOf, type ThingPlace } from './things';
import { spotAt } from './walk';

export interface Definition {
  /** What is underlined while one points at it. */
  readonly origin: Span;
  readonly targets: readonly ThingPlace[];
}

/** Where what stands at an offset is declared. A policy's destination leads to the provider with that proxy FQDN. */
export function definition(deployment: Deployment, path: string, offset: number): Definition | undefined {
  const spot = spotAt(deployment, path, offset);
  for (const mention of spot ? mentionsAt(spot, offset) : []) {
    const targets = thingsOf(deployment, mention).flatMap((thing) => placeOf(thing, deployment) ?? []);
    if (targets.length > 0) return { origin: { start: mention.start, end: mention.end }, targets };
  }
  if (spot?.role.is !== 'header') return columnsEntry(deployment, path, offset);
  const targets = headerCells(deployment, spot);
  return targets.length > 0 ? { origin: { start: spot.start, end: spot.end }, targets } : undefined;
}
