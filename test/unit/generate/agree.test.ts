import { describe, expect, it } from 'vitest';
import { type SemanticTokenType, semanticTokenTypes } from '../../../server/src/editor/semanticLegend';
import { semanticTokens } from '../../../server/src/editor/semanticTokens';
import { parse } from '../../../server/src/syntax/parse';
import { kinds } from '../../../server/src/vocabulary';
import { openExample } from '../../support/examples';
import { tokensOf } from './tokens';

/** The scopes that VS Code gives the colour of a semantic token, where a theme has none for the token itself. */
const sameColour: Readonly<Record<SemanticTokenType, RegExp>> = {
  keyword: /^keyword\.control/,
  class: /^entity\.name\.type\.class/,
  variable: /^variable\.other\.readwrite/,
  property: /^variable\.other\.property/,
  enumMember: /^variable\.other\.enummember/,
  string: /^(?:string|punctuation\.definition\.string)/,
  number: /^constant\.numeric/,
  comment: /^(?:comment|punctuation\.definition\.comment)/,
};

/** Words whose colour changes when the server answers. */
async function flickering(text: string): Promise<string[]> {
  const tokens = await tokensOf(text);
  const semantic = semanticTokens(text, parse(text));
  const found: string[] = [];
  let at = 0;
  for (let i = 0; i < semantic.length; i += 3) {
    const [start = 0, end = 0, role = 0] = semantic.slice(i, i + 3);
    while ((tokens[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) at++;
    const type = semanticTokenTypes[role & 0xff] as SemanticTokenType;
    const scope = tokens[at]?.scope ?? '';
    if (!sameColour[type].test(scope)) found.push(`${text.slice(start, end)}: ${type}, but ${scope || 'no scope'}`);
  }
  return found;
}

describe('the grammar colours a word as the server does', () => {
  it.each(['on-premises', 'cross-premises', 'mixed'] as const)('in %s', async (name) => {
    const { files } = await openExample(name);
    for (const [path, text] of files) expect(await flickering(text), path).toEqual([]);
  });

  it('in the example of each kind', async () => {
    for (const { name, example } of kinds) expect(await flickering(example), name).toEqual([]);
  });
});
