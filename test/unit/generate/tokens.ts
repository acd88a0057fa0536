import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import onig from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { generateGrammar } from '../../../scripts/generate/grammar/grammar';
import { generateMarkdownGrammar } from '../../../scripts/generate/grammar/markdown';

const require = createRequire(import.meta.url);

/** Markdown as far as an injection needs it: a grammar that colours nothing itself. */
const plainMarkdown = JSON.stringify({ scopeName: 'text.html.markdown', patterns: [] });

const grammars: Readonly<Record<string, string>> = {
  'source.umtopo': generateGrammar()[0]!.content,
  'markdown.umtopo.codeblock': generateMarkdownGrammar()[0]!.content,
  'text.html.markdown': plainMarkdown,
};

const onigLib = onig.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
  createOnigScanner: (patterns: string[]) => new onig.OnigScanner(patterns),
  createOnigString: (text: string) => new onig.OnigString(text),
}));

const registry = new textmate.Registry({
  onigLib,
  loadGrammar: async (scopeName) =>
    scopeName in grammars ? textmate.parseRawGrammar(grammars[scopeName]!, `${scopeName}.json`) : null,
  getInjections: (scopeName) => (scopeName === 'text.html.markdown' ? ['markdown.umtopo.codeblock'] : undefined),
});

export interface Token {
  /** Where it starts in the text. */
  readonly start: number;
  readonly text: string;
  /** The innermost scope without the language's suffix; empty for text without a colour of its own. */
  readonly scope: string;
}

/** The tokens of a text that are no white space, each with its scope. */
export async function tokensOf(text: string, scopeName = 'source.umtopo'): Promise<Token[]> {
  const grammar = await registry.loadGrammar(scopeName);
  let state = textmate.INITIAL;
  let before = 0;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar!.tokenizeLine(line, state);
    state = ruleStack;
    const lineStart = before;
    before += line.length + 1;
    return tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        start: lineStart + startIndex,
        text: line.slice(startIndex, endIndex).trim(),
        scope: scopes.at(-1) === scopeName ? '' : scopes.at(-1)!.replace(/\.umtopo$/, ''),
      }))
      .filter((token) => token.text !== '');
  });
}

/** `deployment:keyword.declaration Contoso:entity.name.type …`, without braces. */
export async function scopesOf(text: string): Promise<string> {
  const tokens = await tokensOf(text);
  return tokens
    .filter(({ scope }) => !scope.startsWith('punctuation.'))
    .map((token) => `${token.text}:${token.scope}`)
    .join(' ');
}
