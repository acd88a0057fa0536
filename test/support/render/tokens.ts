import { lex } from '../../../server/src/syntax/lexer';
import { LineIndex } from '../../../server/src/syntax/lineIndex';

/** The tokens of a file, those of one line together: atoms as they are, strings in quotes, a page of rows as one. */
export function renderTokens(text: string): string {
  const index = new LineIndex(text);
  const lines = new Map<number, string[]>();
  for (const token of lex(text, 0, text.length).tokens) {
    const line = index.lineAt(token.startOffset);
    const said = token.page
      ? `Rows(${token.page.count} from ${token.text})`
      : token.tokenType.name === 'String'
        ? JSON.stringify(token.text)
        : token.text;
    lines.set(line, [...(lines.get(line) ?? []), said]);
  }
  return [...lines].map(([line, tokens]) => `${line + 1}: ${tokens.join(' · ')}\n`).join('');
}
