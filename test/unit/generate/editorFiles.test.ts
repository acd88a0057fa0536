import { describe, expect, it } from 'vitest';
import { generateLanguageConfiguration } from '../../../scripts/generate/languageConfiguration';
import { generateSnippets } from '../../../scripts/generate/snippets';
import { kinds } from '../../../server/src/vocabulary';

const configuration = JSON.parse(generateLanguageConfiguration()[0]!.content);
const snippets: Record<string, { prefix: string; body: string[] }> = JSON.parse(generateSnippets()[0]!.content);

describe('the language configuration', () => {
  it('takes an atom as a word', () => {
    const words = (text: string) => text.match(new RegExp(configuration.wordPattern, 'g'));
    expect(words("o'hara@contoso.com line +14255550101;ext=101")).toEqual([
      "o'hara@contoso.com",
      'line',
      '+14255550101;ext=101',
    ]);
    expect(words('{ computers a.b, c.d }')).toEqual(['computers', 'a.b', 'c.d']);
  });

  it('indents behind an open brace', () => {
    const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
    expect(increase.test('site Redmond {')).toBe(true);
    expect(increase.test('site Redmond { // here')).toBe(true);
    expect(increase.test('site Redmond { siteId 1')).toBe(true);
    expect(increase.test('sipDomain contoso.com { isDefault true }')).toBe(false);
    expect(increase.test('allowedDomain a.b { comment "{" }')).toBe(false);
    expect(increase.test('// site {')).toBe(false);
  });

  it('continues doc comments, but not empty ones', () => {
    const rule = configuration.onEnterRules.find(
      (each: { action: { appendText?: string } }) => each.action.appendText === '/// ',
    );
    const before = new RegExp(rule.beforeText);
    expect(before.test('  /// about the site')).toBe(true);
    expect(before.test('  ///')).toBe(false);
    expect(before.test('// about')).toBe(false);
  });
});

describe('snippets', () => {
  it('are there for every kind, with all that it requires', () => {
    for (const kind of kinds) {
      const snippet = snippets[kind.singular];
      expect(snippet?.prefix).toBe(kind.name);
      for (const property of kind.properties.filter(({ required }) => required)) {
        expect(snippet?.body.some((line) => line.includes(`${property.name} $`))).toBe(true);
      }
    }
  });

  it('number their tab stops from one on, each once', () => {
    for (const { prefix, body } of Object.values(snippets)) {
      const stops = [...body.join('\n').matchAll(/\$\{(\d+)[:|]/g)].map(([, stop]) => Number(stop));
      expect([prefix, ...stops]).toEqual([prefix, ...stops.map((_, index) => index + 1)]);
    }
  });
});
