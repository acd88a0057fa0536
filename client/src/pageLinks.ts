import { type Hover, MarkdownString, Uri } from 'vscode';
import { pagesUri } from './pages';

const pageLink = new RegExp(`\\]\\((${pagesUri}[^)\\s]*)\\)`, 'g');

/**
 * A hover shows links of well-known schemes only, so those to the extension's own pages become commands that open them. Nothing else is allowed to run, and what stands
 * in files the server escapes: no link is theirs.
 */
export function withPageLinks(hover: Hover | null | undefined): Hover | null | undefined {
  for (const content of hover?.contents ?? []) {
    if (!(content instanceof MarkdownString) || !content.value.includes(`](${pagesUri}`)) continue;
    content.value = content.value.replace(pageLink, (_, page: string) => {
      const target = encodeURIComponent(JSON.stringify([Uri.parse(page)]));
      return `](command:vscode.open?${target})`;
    });
    content.isTrusted = { enabledCommands: ['vscode.open'] };
  }
  return hover;
}
