import { describe, expect, it } from 'vitest';
import { annotate, expected, fixture } from '../../support/fixture';

describe('fixture', () => {
  it('reads files, a cursor and marks', () => {
    const { files, cursor } = fixture(`
      //- /main.umtopo
      sipDomain contoso.com {
        isDefault y$0es
                  ^^^ UM0004 true or false
      }
      //- /sales.csv
      SipAddress
    `);
    expect(files.map(({ path }) => path)).toEqual(['/main.umtopo', '/sales.csv']);
    const [main, sales] = files;
    expect(main?.text).toBe('sipDomain contoso.com {\n  isDefault yes\n}');
    expect(sales?.text).toBe('SipAddress\n');
    expect(cursor).toEqual({ path: '/main.umtopo', offset: main?.text.indexOf('es') });
    const [mark] = main?.marks ?? [];
    expect(main?.text.slice(mark?.start, mark?.end)).toBe('yes');
    expect(mark?.note).toBe('UM0004 true or false');
  });

  it('names a file without a header, and takes two cursors as a selection', () => {
    const { files, cursors } = fixture('$0sipDomain$0 x');
    expect(files).toEqual([{ path: '/main.umtopo', text: 'sipDomain x', marks: [] }]);
    expect(cursors.map(({ offset }) => offset)).toEqual([0, 9]);
  });

  it('writes what it reads', () => {
    const text = 'one two\nthree';
    const marks = [
      { start: 0, end: 3, note: 'A' },
      { start: 4, end: 7, note: 'B because' },
      { start: 5, end: 12, note: '' },
    ];
    const annotated = annotate(text, marks);
    expect(annotated).toBe('one two\n^^^ A\n    ^^^ B because\n     ^^…\nthree');
    const [file] = fixture(annotated).files;
    expect(file?.text).toBe(text);
    expect(file && expected(file)).toBe(annotated);
  });
});
