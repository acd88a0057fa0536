import type { RouteResult } from '../../../server/src/lsp/protocol';
import { answer } from './answer';

/** A place in the text that leads to a line of the sources. `line`, `start` and `end` count from 0, `target` from 1. */
interface RouteLink {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly uri: string;
  readonly target: number;
}

export interface RouteText {
  readonly text: string;
  readonly links: readonly RouteLink[];
}

/** A route as Markdown that also reads well as it is: the answer first, then the way, then why. */
export function routeText(route: RouteResult): RouteText {
  const lines: string[] = [`# ${route.address}`, '', answer(route), ''];
  const links: RouteLink[] = [];
  if (route.event) lines.push(`Event: ${route.event}${route.wave ? `, after wave ${route.wave}` : ''}`, '');
  if (route.needs.length > 0) lines.push(`It hangs on facts that are not known: ${route.needs.join(', ')}.`, '');

  if (route.failure) {
    const { at, reason, caller, symptom, code } = route.failure;
    lines.push('## What goes wrong', '', `- At ${at}: ${reason}${code ? ` (${code})` : ''}`);
    lines.push(`- The caller hears: ${caller}`, `- To be seen: ${symptom}`, '');
  }
  const cite = ({ file, line, uri }: { readonly file?: string; readonly line?: number; readonly uri?: string }) => {
    if (file === undefined || line === undefined) return;
    const place = `${file}:${line}`;
    if (uri) links.push({ line: lines.length, start: 3, end: 3 + place.length, uri, target: line });
    lines.push(`   ${place}`);
  };
  if (route.hops.length > 0) {
    lines.push('## The way', '');
    for (const [index, hop] of route.hops.entries()) {
      const how = [hop.protocol, hop.port].filter((part) => part !== undefined).join(' ');
      const notes = [hop.role, how, hop.note].filter(Boolean).join(', ');
      lines.push(`${index + 1}. ${hop.at} (${notes})`);
      cite(hop);
    }
    lines.push('');
  }
  if (route.decisions.length > 0) {
    lines.push('## Why', '');
    for (const [index, decision] of route.decisions.entries()) {
      const { step, because, source } = decision;
      lines.push(`${index + 1}. **${step}**: ${because} [${source}]`);
      cite(decision);
    }
    lines.push('');
  }
  return { text: lines.join('\n'), links };
}
