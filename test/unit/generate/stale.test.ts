import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generators } from '../../../scripts/generate/all';

const files = generators.flatMap((generate) => generate());

/** Pages that people write, beside the generated ones. */
const written = ['docs/language/syntax.md'];

describe('generated files', () => {
  it.each(files.map(({ path, content }) => [path, content] as const))(
    '%s is what "npm run docs" writes',
    (path, content) => {
      expect(existsSync(path) ? readFileSync(path, 'utf8') : 'no such file').toBe(content);
    },
  );

  it('have paths of their own', () => {
    const paths = files.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('leave no page of a kind that is gone', () => {
    const paths = new Set([...files.map(({ path }) => path), ...written]);
    const pages = readdirSync('docs/language').map((name) => `docs/language/${name}`);
    expect(pages.filter((page) => !paths.has(page))).toEqual([]);
  });

  it('link to pages and headings that exist', () => {
    const contents = new Map(files.map(({ path, content }) => [path, content]));
    for (const path of written) contents.set(path, readFileSync(path, 'utf8'));
    const anchorsOf = (content: string) =>
      new Set([
        ...[...content.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id!),
        ...[...content.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
          title!
            .toLowerCase()
            .replace(/[^\p{L}\p{N} _-]/gu, '')
            .replaceAll(' ', '-'),
        ),
      ]);
    const broken = [...contents]
      .filter(([path]) => path.startsWith('docs/language/'))
      .flatMap(([path, content]) =>
        [...content.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].flatMap(([link, file, anchor]) => {
          const target = file === '' ? path : `docs/language/${file}`;
          const text = contents.get(target);
          const found = text !== undefined && (anchor === undefined || anchorsOf(text).has(anchor));
          return found || (text === undefined && target.includes('..')) ? [] : [`${path}: ${link}`];
        }),
      );
    expect(broken).toEqual([]);
  });
});
