import { expect, it } from 'vitest';
import { exampleBlocks, explain, standing } from '../../../server/src/rules/explain';
import { pages } from '../../../server/src/rules/pages';
import { ruleOf } from '../../../server/src/rules/registry';

it('says how grave a rule is, and what it rests on', () => {
  const of = (code: string): string => standing(ruleOf(code) as NonNullable<ReturnType<typeof ruleOf>>);
  expect(of('UM4009')).toBe('Error · documented');
  expect(of('UM4011')).toBe('Warning · a recommendation: deduced from the sources, not written in them');
  expect(of('UM4010')).toBe('Information · documented');
  expect(of('UM0016')).toBe('Hint · of the language itself');
});

it('shows each file of an example, with what is flagged in comments that can be copied', () => {
  expect(exampleBlocks('users A {\n  csv "a.csv"\n      ^^^^^^^\n}\n^^^')).toBe(
    '```umtopo\nusers A {\n  csv "a.csv"\n//    ^^^^^^^\n}\n// ^^^\n```',
  );
  expect(exampleBlocks('//- /main.umtopo\nusers A { csv "a.csv" }\n//- /a.csv\nSipAddress\n^^^^\nx@contoso.com')).toBe(
    '`main.umtopo`\n\n```umtopo\nusers A { csv "a.csv" }\n```\n\n`a.csv`\n\n```csv\nSipAddress\nx@contoso.com\n```',
  );
});

it('puts a page together', () => {
  const rule = ruleOf('UM3008');
  const page = pages.get('UM3008');
  if (!rule || !page) throw new Error('no such rule');
  const text = explain(rule, page, { source: (key) => `<${key}>` });
  expect(text.split('\n\n').map((part) => part.split('\n')[0])).toEqual([
    '# UM3008 · SIP domain declared twice',
    'Error · documented',
    page.explanation.trim().split('\n')[0],
    '## Wrong',
    '```umtopo',
    '## Right',
    '```umtopo',
    'Sources: <PS-SIPDOM>',
  ]);
  const language = ruleOf('UM0016');
  const own = pages.get('UM0016');
  expect(language && own && explain(language, own, { source: () => '' })).not.toContain('Sources');
});
