import { toBase64 } from '../base64';
import type { RoutePictures } from './pictures';
import { readQuestion } from './question';

/** What is used of markdown-it. */
interface Token {
  readonly info: string;
  readonly content: string;
  readonly map: readonly [number, number] | null;
}
type Rule = (tokens: readonly Token[], index: number, options: unknown, env: unknown, self: unknown) => string;
export interface MarkdownIt {
  readonly renderer: { readonly rules: { fence?: Rule } };
}

/** Draws fenced blocks ```umtopo-route as pictures of the call that they name. */
export function routeBlocks(markdown: MarkdownIt, pictures: RoutePictures): MarkdownIt {
  const { rules } = markdown.renderer;
  const others = rules.fence;
  rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (token?.info.trim().toLowerCase() !== 'umtopo-route') return others?.(tokens, index, options, env, self) ?? '';
    return block(token, draw(token.content, documentOf(env), pictures));
  };
  return markdown;
}

function draw(text: string, document: string | undefined, pictures: RoutePictures): string {
  const question = readQuestion(text);
  if (typeof question === 'string') return said(question);
  const root = pictures.rootFor(document);
  if (root === undefined) {
    return said(
      pictures.deployments.loading
        ? 'The topology is being read …'
        : 'There is no deployment beside this file, or several: put it into the folder of the one that is meant.',
    );
  }
  const picture = pictures.get(root, question);
  if (picture === undefined) return said(`Finding the route of ${question.of} …`);
  if ('refused' in picture) return said(picture.refused);
  const source = toBase64(new TextEncoder().encode(picture.text));
  return `<img src="data:image/svg+xml;base64,${source}" alt="${escaped(picture.title)}">`;
}

/** The line of the source, so that both scroll together. */
function block({ map }: Token, content: string): string {
  const line = map ? ` data-line="${map[0]}"` : '';
  return `<p class="code-line umtopo-route"${line} dir="auto">${content}</p>\n`;
}

function said(text: string): string {
  return `<em>${escaped(text)}</em>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function documentOf(env: unknown): string | undefined {
  const current = (env as { readonly currentDocument?: unknown } | undefined)?.currentDocument;
  return current === undefined ? undefined : String(current);
}
