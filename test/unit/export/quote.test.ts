import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callText, literal, valueText } from '../../../server/src/export/powershell/quote';
import { literalValue, readScript } from './powershell';

describe('a literal of PowerShell', () => {
  it('doubles what PowerShell takes for a single quote', () => {
    expect(literal("O'Brien")).toBe("'O''Brien'");
    expect(literal('a\u2019b\u2018c\u201ad\u201be')).toBe("'a\u2019\u2019b\u2018\u2018c\u201a\u201ad\u201b\u201be'");
  });

  it('leaves alone what only double quotes would look at', () => {
    expect(literal('$(Remove-Item x) `n "x" ; # \u201c')).toBe('\'$(Remove-Item x) `n "x" ; # \u201c\'');
  });

  it('has exactly the value it was made of', () => {
    const hostile = fc.array(
      fc.constantFrom("'", '\u2018', '\u2019', '\u201a', '\u201b', '"', '$', '`', '\n', '#', 'x'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          hostile.map((parts) => parts.join('')),
        ),
        (text) => {
          expect(literalValue(literal(text))).toBe(text);
        },
      ),
    );
  });

  it('is one literal for another grammar too', async () => {
    for (const text of ["'; Remove-Item -Recurse x; '", '#>', "x'\r\nRemove-Item y\r\n'", '$(x)', '`', '@"\n', "''"]) {
      const read = await readScript(`New-CsSipDomain -Identity ${literal(text)} -Confirm:$false\n`);
      expect(read.faults).toEqual([]);
      expect(read.commands.map((command) => command.name)).toEqual(['New-CsSipDomain']);
      expect(read.literals).toEqual([text]);
    }
  });
});

describe('a call', () => {
  it('writes values as PowerShell has them', () => {
    expect(valueText(null)).toBe('$null');
    expect(valueText(true)).toBe('$true');
    expect(valueText(5061)).toBe('5061');
    expect(valueText(['a', "b'"])).toBe("@('a', 'b''')");
    const call = { cmdlet: 'Set-CsX', parameters: [{ name: 'UseDnsSrvRouting' }, { name: 'Enabled', value: false }] };
    expect(callText(call)).toBe('Set-CsX -UseDnsSrvRouting -Enabled $false');
  });
});
