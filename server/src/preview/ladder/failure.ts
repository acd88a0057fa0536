import type { Failure } from '../../routing/types';
import type { Call } from './call';
import { missing } from './columns';
import { backToCaller } from './hosted';
import type { LadderDetail } from './ladder';

/** Where the call should have gone, by the step at which it is lost. */
function ghost(call: Call, { at }: Failure): string | undefined {
  const { builder, route } = call;
  const destination = route.destination ?? 'no Destination';
  switch (at) {
    case 'effectivePolicy':
    case 'tenant':
    case 'hostingProvider':
    case 'accessEdge':
      return missing(builder, 'hostingProvider', 'hosted', destination, 'Hosted voice mail');
    case 'edge':
      return missing(builder, 'edge', 'hosted', 'Edge pool', 'none is declared');
    case 'umServers':
      return missing(builder, 'umServers', 'local', 'UM server', 'none for the dial plan');
    case 'security':
      return missing(builder, 'umServers', 'local', route.umServers[0] ?? 'UM server', 'UM Call Router');
    case 'reroute':
      return missing(builder, 'pstn', 'neutral', 'PSTN', 'to the auto attendant');
    default:
      return undefined;
  }
}

/** Who sends the message that comes nowhere, where it should have come, and who notices. */
export interface Dying {
  readonly from: string;
  readonly to: string | undefined;
  readonly heardBy?: string;
}

/** The call dies: the message that comes nowhere, what the administrator sees of it, and what the caller hears. */
export function lost(call: Call, failure: Failure, dying?: Dying): void {
  const { builder, places, caller } = call;
  const from = dying?.from ?? places.edge ?? places.frontEnd;
  const to = dying ? dying.to : ghost(call, failure);
  const { reason, code, cause, symptom } = failure;
  const details: LadderDetail[] = [
    { text: reason, certainty: 'documented', ...(code !== undefined && { source: code }), ...(cause && { cause }) },
    { text: `Seen: ${symptom}`, certainty: 'documented' },
  ];
  if (to === undefined) builder.note(from, 'Lost', { details, state: 'broken' });
  else builder.send(from, to, 'INVITE', { lost: true, details, cause });
  if (dying?.heardBy !== undefined) builder.note(dying.heardBy, sentence(failure.caller), { state: 'broken' });
  if (dying) return;
  const back = from === places.frontEnd ? [] : [from];
  const way = failure.at === 'reroute' ? [places.first, caller] : [...back, ...backToCaller(call, places.frontEnd)];
  builder.pass(way.slice(0, -1), 'Refused', { kind: 'event', certainty: 'inferred' });
  builder.pass(way.slice(-2), sentence(failure.caller), { kind: 'event', certainty: 'inferred' });
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
