import { describe, expect, it } from 'vitest';
import { failureText } from '../../../client/src/tests/failureText';
import { labelOf, pathBelow, placeName, signOf } from '../../../client/src/tests/labels';
import type { ExpectationState } from '../../../server/src/lsp/protocol';

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } });

const failed: ExpectationState = {
  uri: 'file:///contoso/tests.umtopo',
  range: at(4),
  text: 'expect every user in group "R*D" reaches hosted',
  passed: false,
  message: 'The call to alice@contoso.com is lost: [x](http://y) <b>',
  witness: 'alice@contoso.com',
  failing: 1,
  of: 2,
  steps: [
    { because: 'Policy Cloud applies', location: { uri: 'file:///contoso/my%20users.umtopo', range: at(11) } },
    { because: 'that is all' },
  ],
  deciding: null,
};

describe('the message of a failed expectation', () => {
  it('has the route, each step with its line', () => {
    expect(failureText({ ...failed, text: 'expect x reaches y', message: 'It fails' })).toBe(`It fails

Expected: expect x reaches y

The route, step by step:

1. Policy Cloud applies ([my users\\.umtopo\\:12](<file:///contoso/my%20users.umtopo#L12>))
2. that is all`);
  });

  it('takes no name for markup', () => {
    const [message, , expected] = failureText(failed).split('\n');
    expect(message).toBe('The call to alice\\@contoso\\.com is lost\\: \\[x\\]\\(http\\:\\/\\/y\\) \\<b\\>');
    expect(expected).toBe('Expected: expect every user in group \\"R\\*D\\" reaches hosted');
  });

  it('says no more than there is', () => {
    const text = failureText({ ...failed, message: 'There is no wave "X"', text: 'expect x reaches y', steps: [] });
    expect(text).toBe('There is no wave \\"X\\"\n\nExpected: expect x reaches y');
  });
});

describe('the tree of tests', () => {
  it('calls expectations by what they say, files by their path below the deployment', () => {
    expect(labelOf('expect every user reaches hosted')).toBe('every user reaches hosted');
    expect(pathBelow('file:///c%3A/my/people/Red%20mond.umtopo', 'file:///c%3A/my')).toBe('people/Red mond.umtopo');
    expect(pathBelow('vscode-vfs://github/x/y.umtopo', 'vscode-vfs://github/x/')).toBe('y.umtopo');
    expect(pathBelow('file:///other/100%25%.umtopo', 'file:///my')).toBe('100%25%.umtopo');
  });

  it('prints the same signs as the command line', () => {
    expect([true, false, null].map((passed) => signOf({ passed }))).toEqual(['✓', '✗', '?']);
  });

  it('names lines as editors count them', () => {
    expect(placeName('file:///my/people.umtopo', 0)).toBe('people.umtopo:1');
  });
});
