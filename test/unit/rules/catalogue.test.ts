import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from '../../../server/src/rules/pages';
import { rules } from '../../../server/src/rules/registry';
import { sourceOf } from '../../../server/src/vocabulary';
import catalogue from '../../data/rule-catalogue.json';
import { filesUnder } from '../sources';

/** Codes of the catalogue that no rule has: each has a line with its reason in the decision about them. */
const without = readFileSync('docs/decisions/0019-codes-without-a-rule.md', 'utf8')
  .split('\n')
  .flatMap((line) => /^\| (UM\d{4}) \| [^|]+ \| [^|]{20,} \|$/.exec(line)?.[1] ?? []);

/** The codes of the language itself, which the catalogue doesn't have. */
const ofTheLanguage = Array.from({ length: 18 }, (_, i) => `UM${String(i + 1).padStart(4, '0')}`);

/** Rules of which a part is documented and another deduced. */
const partly = new Set(['UM3001', 'UM4013']);

const severities = { E: 'error', W: 'warning', I: 'information' } as const;

/** Of the sentences that tell that a rule is deduced. */
const admission = /recommend|not documented|undocumented|no document|doesn't say|don't say|deduced/i;

describe('the catalogue of rules', () => {
  const implemented = new Set(rules.map(({ code }) => code));
  const known = [...ofTheLanguage, ...catalogue.rules.map(({ id }) => id)];

  it('is implemented, but for what has a reason', () => {
    expect(known.filter((code) => !implemented.has(code))).toEqual(without);
  });

  it('has every code that is implemented', () => {
    expect([...implemented].filter((code) => !known.includes(code))).toEqual([]);
  });

  it('gives the severities', () => {
    const wanted = new Map(catalogue.rules.map(({ id, severity }) => [id, severities[severity as 'E']]));
    const other = rules.filter(({ code, severity }) => wanted.has(code) && wanted.get(code) !== severity);
    expect(other.map(({ code }) => code)).toEqual([]);
  });

  it('says which rules are deduced, wholly or in part, and their pages say so too', () => {
    const deduced = new Set(catalogue.rules.filter(({ inferred }) => inferred).map(({ id }) => id));
    const silent = rules.filter(({ code }) => deduced.has(code) && !admission.test(pages.get(code)?.explanation ?? ''));
    expect(silent.map(({ code }) => code)).toEqual([]);
    const other = rules.filter(
      ({ code, basis }) => !partly.has(code) && basis !== 'language' && (basis === 'recommended') !== deduced.has(code),
    );
    expect(other.map(({ code }) => code)).toEqual([]);
  });
});

describe('the rules', () => {
  it('stand in files of their codes', () => {
    const files = readdirSync('server/src/rules').flatMap((name) => /^(UM\d{4})\.ts$/.exec(name)?.[1] ?? []);
    expect(rules.map(({ code }) => code)).toEqual(files.sort());
  });

  it('have codes and titles of their own', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
    expect(new Set(rules.map(({ title }) => title)).size).toBe(rules.length);
    expect(rules.filter(({ title }) => /\.$|^[a-z]/.test(title)).map(({ code }) => code)).toEqual([]);
  });

  it('name sources that exist', () => {
    const unknown = rules.flatMap(({ code, source }) =>
      source.filter((key) => !sourceOf(key)).map((key) => `${code}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it('have a page each, and no page is left of one that is gone', () => {
    const written = readdirSync('docs/rules').flatMap((name) => /^(UM\d{4})\.md$/.exec(name)?.[1] ?? []);
    expect(written.sort()).toEqual(rules.map(({ code }) => code));
    expect(existsSync('docs/rules/README.md')).toBe(true);
  });

  it("have pages that the server's bundle can leave out: nothing in them is computed", () => {
    const computed = rules.filter(({ code }) => {
      const page = readFileSync(`server/src/rules/${code}.ts`, 'utf8').split('export const page')[1] ?? '';
      return page.includes('${') && !page.includes('get bad()');
    });
    expect(computed.map(({ code }) => code)).toEqual([]);
  });

  it('are behind every code that another room gives', () => {
    const codes = filesUnder('server/src')
      .filter((file) => !/\/rules\/UM\d{4}\.ts$/.test(file))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/['"](UM\d{4})['"]/g)].map(([, code]) => code));
    const known = new Set(rules.map(({ code }) => code));
    expect([...new Set(codes)].filter((code) => !known.has(code ?? '')).sort()).toEqual([]);
  });
});
