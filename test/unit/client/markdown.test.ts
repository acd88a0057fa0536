import { describe, expect, it } from 'vitest';
import { nearestRoot } from '../../../client/src/markdown/nearest';
import { readQuestion } from '../../../client/src/markdown/question';

describe('a block in Markdown', () => {
  it.each([
    ['alice@contoso.com', { of: 'alice@contoso.com' }],
    ['alice@contoso.com on busy after Pilot', { of: 'alice@contoso.com', event: 'busy', wave: 'Pilot' }],
    ['carol@contoso.com\nAFTER "Second wave"\n', { of: 'carol@contoso.com', wave: 'Second wave' }],
    ['+14255550180', { of: '+14255550180' }],
    ['', 'Write an address or a number: alice@contoso.com on busy after Pilot'],
    [
      'alice@contoso.com before Pilot',
      '"before" is not understood: behind the address stands "on EVENT" or "after WAVE"',
    ],
    ['alice@contoso.com on', 'Behind "on" an event is missing'],
  ])('%s', (text, expected) => expect(readQuestion(text)).toEqual(expected));

  it.each([
    ['in a deployment', 'file:///w/contoso/docs/a.md', 'file:///w/contoso'],
    ['in the inner of two', 'file:///w/contoso/europe/a.md', 'file:///w/contoso/europe'],
    ['above a single one', 'file:///v/a.md', 'file:///v/fabrikam'],
    ['above several', 'file:///w/a.md', undefined],
    ['beside a folder whose name it begins with', 'file:///w/contoso2/a.md', undefined],
    ['nowhere', undefined, undefined],
  ])('speaks of the nearest deployment: %s', (_, document, root) => {
    const roots = ['file:///w/contoso', 'file:///w/contoso/europe', 'file:///v/fabrikam'];
    expect(nearestRoot(document, roots)).toBe(root);
  });

  it('speaks of the only deployment there is', () => {
    expect(nearestRoot('untitled:Untitled-1', ['file:///w/contoso'])).toBe('file:///w/contoso');
  });
});
