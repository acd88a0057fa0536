import { happening, outcomeWords } from '../../routing/routeWords';
import type { CallEvent, Route } from '../../routing/types';
import type { Style } from '../io';
import type { Opened } from '../open';
import { printedOf, printedPlace } from './place';

/** What `umtopo route` was asked. */
export interface Asked {
  readonly address: string;
  readonly event: CallEvent | null;
  readonly wave: string | null;
}

/** `umtopo route --format json`. Fields may be added, never renamed. */
export function routeJson(opened: Opened, asked: Asked, route: Route): string {
  const { outcome, target, policy, destination, organization, umDialPlan, contact, umServers, needs } = route;
  const lineOf = (cause: Route['decisions'][number]['cause']) => {
    if (!cause) return { file: null, line: null };
    const { file, line } = printedPlace(printedOf(opened), cause);
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
    unsettled: route.unsettled ?? {},
    hops: route.hops.map(({ cause, at, role, port = null, protocol = null, ...more }) => ({
      ...{ at, role, port, protocol, ...more },
      ...lineOf(cause),
    })),
    decisions: route.decisions.map(({ cause, ...decision }) => ({ ...decision, ...lineOf(cause) })),
    failure: route.failure && (({ cause, ...failure }) => ({ ...failure, ...lineOf(cause) }))(route.failure),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** `umtopo route` for people. */
export function routeText(opened: Opened, asked: Asked, route: Route, style: Style): string {
  const place = (cause: Route['decisions'][number]['cause']): string => {
    if (!cause) return '';
    const { file, line } = printedPlace(printedOf(opened), cause);
    return style.dim(`  ${file}:${line}`);
  };
  const color = route.outcome === 'failed' ? style.red : route.outcome === 'unknown' ? style.yellow : style.green;
  const when = asked.wave ? ` after wave ${asked.wave}` : '';
  const head = `${happening(asked.address, asked.event)}${when}`;
  const lines = [`${style.bold(head)}: ${color(outcomeWords(route))}`, ''];
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
