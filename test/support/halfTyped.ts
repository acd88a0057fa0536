import { expect } from 'vitest';
import { foldingRanges } from '../../server/src/editor/folding';
import { selectionSpans } from '../../server/src/editor/selectionRange';
import { encodeSemanticTokens, semanticTokens } from '../../server/src/editor/semanticTokens';
import { lex } from '../../server/src/syntax/lexer';
import { LineIndex } from '../../server/src/syntax/lineIndex';
import { parse } from '../../server/src/syntax/parse';
import { treeFaults } from './treeChecks';

/** Whatever needs nothing but text and tree answers, and with ranges that are right. */
export function checkHalfTyped(text: string, note: string, offset: number): void {
  const tree = parse(text);
  const lines = new LineIndex(text);
  expect(treeFaults(text, tree), note).toEqual([]);
  const tokens = semanticTokens(text, tree);
  let end = 0;
  for (let i = 0; i < tokens.length; i += 3) {
    const [start, stop] = [tokens[i] as number, tokens[i + 1] as number];
    if (start < end || stop <= start || /[\r\n]/.test(text.slice(start, stop))) expect([start, stop], note).toEqual([]);
    end = stop;
  }
  expect(end, note).toBeLessThanOrEqual(text.length);
  expect(
    encodeSemanticTokens(tokens, (at) => lines.place(at)).every((number) => number >= 0),
    note,
  ).toBe(true);
  for (const { startLine, endLine } of foldingRanges(text, tree, lines)) {
    if (!(startLine < endLine && endLine < lines.lineCount)) expect([startLine, endLine], note).toEqual([]);
  }
  const spans = selectionSpans(text, tree, offset);
  spans.forEach((span, index) => {
    const inner = spans[index - 1] ?? { start: offset, end: offset };
    if (span.start > inner.start || span.end < inner.end)
      expect(span, `${note}: ${JSON.stringify(spans)}`).toEqual(inner);
  });
}

/** Variants of a text in which one token is deleted, doubled, or swapped with the next: what they are, and where. */
export function* tokenVariants(
  text: string,
  first = 0,
  step = 1,
): Generator<{ note: string; text: string; at: number }> {
  const { tokens } = lex(text, 0, text.length, undefined, false);
  for (let index = first; index + 1 < tokens.length; index += step) {
    const [token, next] = [tokens[index]!, tokens[index + 1]!];
    const [before, word, gap, other, after] = [
      text.slice(0, token.startOffset),
      text.slice(token.startOffset, token.endOffset + 1),
      text.slice(token.endOffset + 1, next.startOffset),
      text.slice(next.startOffset, next.endOffset + 1),
      text.slice(next.endOffset + 1),
    ];
    const note = `token ${index} (${word})`;
    const at = token.startOffset;
    yield { note: `${note} deleted`, text: before + gap + other + after, at };
    yield { note: `${note} doubled`, text: `${before}${word} ${word}${gap}${other}${after}`, at };
    yield { note: `${note} swapped`, text: before + other + gap + word + after, at };
  }
}
