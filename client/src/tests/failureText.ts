import type { ExpectationState, ProtocolLocation } from '../../../server/src/lsp/protocol';
import { placeName } from './labels';

/** Why an expectation failed, as Markdown: who, what was expected, and the route step by step, each with a link to its line. */
export function failureText({ message, text, steps }: ExpectationState): string {
  const lines = [escaped(message), '', `Expected: ${escaped(text)}`];
  if (steps.length > 0) lines.push('', 'The route, step by step:', '');
  for (const [index, { because, location }] of steps.entries()) {
    lines.push(`${index + 1}. ${escaped(because)}${location ? ` (${linkTo(location)})` : ''}`);
  }
  return lines.join('\n');
}

function linkTo({ uri, range: { start } }: ProtocolLocation): string {
  return `[${escaped(placeName(uri, start.line))}](<${uri}#L${start.line + 1}>)`;
}

/** All punctuation, so that no name of a topology becomes markup, and no address a link. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
