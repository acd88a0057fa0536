import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../../server/src/editor/folding';
import { LineIndex } from '../../../server/src/syntax/lineIndex';
import { parse } from '../../../server/src/syntax/parse';
import { fixture } from '../../support/fixture';

/** Lines count from one here, as people do. */
function foldsOf(source: string): string[] {
  const text = fixture(source).files[0]?.text ?? '';
  return foldingRanges(text, parse(text), new LineIndex(text)).map(
    ({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ''}`,
  );
}

describe('folding', () => {
  it('folds blocks in blocks, and columns, but nothing on one line', () => {
    expect(
      foldsOf(`
        site Redmond {
          pool pool01.contoso.com {
            role frontEnd
          }
          pool edge01.contoso.com { role edge }
        }
        users Sales {
          columns {
            line "Phone"
          }
          alice@contoso.com {
            line +14255550101
          }
          bob@contoso.com  line +14255550102
        }
      `),
    ).toEqual(['1-6', '2-4', '7-15', '8-10', '11-13']);
  });

  it('folds comments of several lines, wherever they stand', () => {
    expect(
      foldsOf(`
        // one
        // two
        /// doc
        site Redmond { // behind
          // three
          // four
          siteId 1
          /* five
             six */
        }
        // alone
      `),
    ).toEqual(['1-3 comment', '4-10', '5-6 comment', '8-9 comment']);
  });

  it('folds a block whose end is still to be typed', () => {
    expect(foldsOf('users Sales {\n  alice@contoso.com\n  bob@contoso.com')).toEqual(['1-3']);
  });
});
