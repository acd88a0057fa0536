import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every page that people read; those that are generated are held to the same. */
const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'examples'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name).replaceAll('\\', '/')),
  ),
];

/** As GitHub makes them of headings, and those that a page sets itself. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)]);
}

/** Text without code, in which brackets are no links. */
function prose(text: string): string {
  return text.replace(/^( *)(```+)[\s\S]*?^\1\2$/gm, '').replace(/`[^`\n]*`/g, '');
}

function brokenIn(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  return [...prose(text).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].flatMap(
    ([link, path = '', anchor]) => {
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(target)) return [`${page}: ${link}`];
      if (anchor === undefined || statSync(target).isDirectory()) return [];
      return anchorsOf(readFileSync(target, 'utf8')).has(anchor) ? [] : [`${page}: ${link}`];
    },
  );
}

describe('links', () => {
  it('lead to pages and headings that are there', () => {
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.flatMap(brokenIn)).toEqual([]);
  });

  it('leave no page without a way to it', () => {
    const linked = new Set(
      pages.flatMap((page) =>
        [...prose(readFileSync(page, 'utf8')).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, path = '']) =>
          join(dirname(page), path),
        ),
      ),
    );
    // The first page, and one that people are not led to but sent to.
    const entries = ['README.md'];
    expect(pages.filter((page) => !entries.includes(page) && !linked.has(join(page)))).toEqual([]);
  });
});
