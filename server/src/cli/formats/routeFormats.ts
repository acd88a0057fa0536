import type { Route } from '../../routing/types';
import type { Style } from '../io';
import type { Opened } from '../open';
import { printedPlace } from './place';

/** What `umtopo route` was asked. */
export interface Asked {
  readonly address: string;
  readonly event: string | null;
  readonly wave: string | null;
}

/** `umtopo route --format json`. Fields may be added, never renamed. */
export function routeJson(opened: Opened, asked: Asked, route: Route): string {
  const { outcome, target, policy, destination, organization, umDialPlan, contact, umServers, needs } = route;
  const lineOf = (cause: Route['decisions'][number]['cause']) => {
    if (!cause) return {};
    const { file, line } = printedPlace(opened, cause);
    return { file, line };
  };
  const document = {
    ...asked,
    outcome,
    target,
    policy,
    destination,
    organization,
    umDialPlan,
    umServers,
    contact,
    needs,
    hops: route.hops.map(({ cause, ...hop }) => ({ ...hop, ...lineOf(cause) })),
    decisions: route.decisions.map(({ cause, ...decision }) => ({ ...decision, ...lineOf(cause) })),
    failure: route.failure && (({ cause, ...failure }) => ({ ...failure, ...lineOf(cause) }))(route.failure),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const events: Readonly<Record<string, string>> = {
  noAnswer: 'does not answer',
  busy: 'is busy',
  forwarded: 'forwards to voice mail',
  doNotDisturb: 'is in do-not-disturb',
  direct: 'is called through opaque=app:voicemail',
  callVoicemail: 'calls voice mail',
  missedCall: 'misses a call',
  mwi: 'gets a message waiting indication',
  playOnPhone: 'plays a message on a phone',
  escape: 'has a mobile phone whose voice mail answers at once',
  wanOutage: 'is not reached, and the WAN of the branch is down',
};

function verdict({ outcome, target, failure, needs, destination }: Route): string {
  switch (outcome) {
    case 'hosted':
      return `hosted voice mail at ${target} (${destination})`;
    case 'local':
      return `local UM, dial plan ${target}`;
    case 'none':
      return 'nobody answers, by design';
    case 'failed':
      return `lost: ${failure?.reason}`;
    case 'unknown':
      return needs.length > 0 ? `unknown: it hangs on ${needs.join(', ')}` : 'unknown: no document says';
  }
}

/** `umtopo route` for people. */
export function routeText(opened: Opened, asked: Asked, route: Route, style: Style): string {
  const place = (cause: Route['decisions'][number]['cause']): string => {
    if (!cause) return '';
    const { file, line } = printedPlace(opened, cause);
    return style.dim(`  ${file}:${line}`);
  };
  const color = route.outcome === 'failed' ? style.red : route.outcome === 'unknown' ? style.yellow : style.green;
  const when = asked.wave ? ` after wave ${asked.wave}` : '';
  const head = asked.event
    ? `${asked.address} ${events[asked.event] ?? asked.event}${when}`
    : `A call to ${asked.address}${when}`;
  const lines = [`${style.bold(head)}: ${color(verdict(route))}`, ''];
  if (route.hops.length > 0) {
    lines.push(style.bold('The way'));
    route.hops.forEach((hop, i) => {
      const port = hop.port === undefined ? '' : `:${hop.port}`;
      const how = [hop.role, hop.protocol, hop.note].filter((text) => text !== undefined).join(', ');
      lines.push(`  ${i + 1}. ${hop.at}${port} ${style.dim(`(${how})`)}${place(hop.cause)}`);
    });
    lines.push('');
  }
  lines.push(style.bold('Why'));
  for (const decision of route.decisions) {
    const basis = decision.inferred ? `${decision.source}, not documented` : decision.source;
    lines.push(`  - ${decision.because} ${style.dim(`[${basis}]`)}${place(decision.cause)}`);
  }
  const { failure } = route;
  if (failure) {
    lines.push(
      '',
      style.bold('What is seen'),
      `  The caller: ${failure.caller}`,
      `  The administrator: ${failure.symptom}${place(failure.cause)}`,
    );
    if (failure.code) lines.push(`  The rule: ${failure.code}`);
  }
  return `${lines.join('\n')}\n`;
}
