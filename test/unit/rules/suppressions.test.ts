import { describe, expect, it, vi } from 'vitest';
import type { TopologyFile } from '../../../server/src/model/sourceFile';
import { Analyzer } from '../../../server/src/rules/analyze';
import { deploymentOf } from '../../support/deployment';

const head = 'deployment D { server lync2013  mode onPremises }\nsipDomain contoso.com { isDefault true }\n';
const ragged = '//- /d/u.csv\nSipAddress,LineURI\na@contoso.com,+14255550101,more\n';

const codes = (main: string): string[] => {
  const { diagnostics } = new Analyzer(deploymentOf(`//- /d/main.umtopo\n${head}${main}\n${ragged}`)).analyze();
  return diagnostics
    .filter(({ code }) => code === 'UM0012' || code === 'UM0016')
    .map(({ code, severity }) => `${code} ${severity}`);
};
const users = 'users U { csv "u.csv"\n  mailbox none\n}';

describe('a suppression', () => {
  it('takes a warning away: of the file, and of all rows of the CSV files in the next line', () => {
    expect(codes(users)).toEqual(['UM0012 warning']);
    expect(codes(`// umtopo-disable-next-line UM0012: told to HR\n${users}`)).toEqual([]);
  });
  it('that does nothing is a hint', () => {
    expect(codes(`site Redmond { siteId 1 } // umtopo-disable-line UM0012\n${users}`)).toEqual([
      'UM0016 hint',
      'UM0012 warning',
    ]);
  });
  it('inside a string is none', () => {
    expect(codes(`site "a // umtopo-disable UM0012" { siteId 1 }\n${users}`)).toEqual(['UM0012 warning']);
  });
  it('takes its row out of those that are told together', () => {
    const told = (first: string, more = ''): string[] => {
      const rows = `users U { mailbox local${more}\n  a@contoso.com line unknown${first}\n  b@contoso.com line unknown\n}`;
      const csv = 'SipAddress,LineURI\nc@contoso.com,unknown\nd@contoso.com,unknown\n';
      const deployment = deploymentOf(`//- /d/main.umtopo\n${head}${rows}\n//- /d/u.csv\n${csv}`);
      return new Analyzer(deployment)
        .analyze()
        .diagnostics.filter(({ code }) => code === 'UM4021' || code === 'UM0016')
        .map(({ code, path, start, end }) => `${code} ${deployment.textOf(path).slice(start, end)}`);
    };
    expect(told('')).toEqual(['UM4021 U']);
    expect(told(' // umtopo-disable-line UM4021')).toEqual(['UM4021 b@contoso.com']);
    const csv = '\n  // umtopo-disable-next-line UM4021: leavers\n  csv "u.csv"';
    expect(told('', csv)).toEqual(['UM4021 a@contoso.com', 'UM4021 b@contoso.com']);
    expect(told(' // UMTOPO-disable-line um4021', csv)).toEqual(['UM4021 b@contoso.com']);
  });
  it('that is written wrong is a hint and does nothing', () => {
    expect(codes(`// umtopo-disable-nextline UM0012\n${users}`)).toEqual(['UM0016 hint', 'UM0012 warning']);
    expect(codes(`// umtopo-disable-next-line: told to HR\n${users}`)).toEqual(['UM0016 hint', 'UM0012 warning']);
  });
  it('of an error does nothing', () => {
    const { diagnostics } = new Analyzer(
      deploymentOf(`${head}sit Redmond { siteId 1 } // umtopo-disable-line UM0002`),
    ).analyze();
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['UM0002', 'UM0016']));
  });
  it('of an error is said to be that', () => {
    const said = (text: string): string[] =>
      new Analyzer(deploymentOf(head + text))
        .analyze()
        .diagnostics.filter(({ code }) => code === 'UM0016')
        .map(({ message }) => message);
    expect(said('sit Redmond { siteId 1 } // umtopo-disable-line UM0002')).toEqual([
      "UM0002 is an error here, and errors can't be suppressed",
    ]);
    expect(said('sit Redmond { siteId 1 }\nsite Dallas { siteId 2 } // umtopo-disable-line UM0002')).toEqual([
      'Nothing here is reported as UM0002: this suppression has no effect',
    ]);
  });
  it('is for rows of several CSV files, and for no file of another block', () => {
    const told = (first: string, second: string): string[] => {
      const csv = 'SipAddress,LineURI\n';
      const deployment = deploymentOf(`//- /d/main.umtopo
${head}users U { mailbox local${first}
  csv "u.csv", "v.csv"
}
users V { mailbox local${second}
  csv "w.csv"
}
//- /d/u.csv
${csv}c@contoso.com,unknown
d@contoso.com,unknown
//- /d/v.csv
${csv}e@contoso.com,unknown
//- /d/w.csv
${csv}f@contoso.com,unknown
g@contoso.com,unknown
`);
      return new Analyzer(deployment)
        .analyze()
        .diagnostics.filter(({ code }) => code === 'UM4021' || code === 'UM0016')
        .map(({ code, path, start, end, users }) =>
          `${code} ${deployment.textOf(path).slice(start, end)} ${users ?? ''}`.trim(),
        );
    };
    const line = (codes: string): string => `\n  // umtopo-disable-next-line ${codes}: leavers`;
    expect(told('', '')).toEqual(['UM4021 U 3', 'UM4021 V 2']);
    expect(told(line('UM4021'), '')).toEqual(['UM4021 V 2']);
    expect(told(line('UM4020, UM4021'), '')).toEqual(['UM0016 UM4020', 'UM4021 V 2']);
    expect(told(line('UM4020'), line('um4021'))).toEqual(['UM4021 U 3', 'UM0016 UM4020']);
    expect(told('', '\n  // umtopo-disable UM4021')).toEqual([]);
  });
});

describe('a suppression without effect', () => {
  const hints = (comment: string): string[] => {
    const deployment = deploymentOf(`${head}site R { siteId 1 } ${comment}`);
    const text = deployment.textOf('/main.umtopo');
    return new Analyzer(deployment)
      .analyze()
      .diagnostics.filter(({ code }) => code === 'UM0016')
      .flatMap(({ start, end, fixes, message }) => [
        `${text.slice(start, end)}: ${message.slice(0, 24)}`,
        ...fixes().map(
          ({ title, edits, preferred }) =>
            `${title}${preferred ? ' *' : ''}: ${edits.map((edit) => text.slice(text.indexOf('//'), edit.start) + edit.text + text.slice(edit.end)).join()}`,
        ),
      ]);
  };
  it('is marked at its code, which goes with its comma, or with the comment', () => {
    expect(hints('// umtopo-disable-line UM0012: why')).toEqual([
      'UM0012: Nothing here is reported',
      'Remove the comment *: ',
    ]);
    expect(hints('// umtopo-disable-line UM0012 , UM4021,UM4022: why')).toEqual([
      'UM0012: Nothing here is reported',
      'Remove UM0012 *: // umtopo-disable-line UM4021,UM4022: why',
      'UM4021: Nothing here is reported',
      'Remove UM4021 *: // umtopo-disable-line UM0012 , UM4022: why',
      'UM4022: Nothing here is reported',
      'Remove UM4022 *: // umtopo-disable-line UM0012 , UM4021: why',
    ]);
  });
  it('is marked as far as it is written, where it is written wrong, and has no fix', () => {
    expect(hints('// umtopo-disable-nextline UM0012')).toEqual([
      '// umtopo-disable-nextline: This suppresses nothing:',
    ]);
    expect(hints('// umtopo-disable-line  ')).toEqual(['// umtopo-disable-line: This suppresses nothing:']);
    expect(hints('// umtopo-disable-line all of it')).toEqual([
      '// umtopo-disable-line all of it: This suppresses nothing:',
    ]);
  });
});

it('as many as rows are looked up by their place: what each row is told asks for few of them', () => {
  const asked = (rows: number): number => {
    const text = Array.from(
      { length: rows },
      (_, i) =>
        `  // umtopo-disable-next-line UM1010: known\n  u${i}@contoso.com  line 1425${1_000_000 + i}  mailbox none`,
    );
    const deployment = deploymentOf(`${head}users U {\n${text.join('\n')}\n}\n`);
    const { lines } = deployment.files[0] as TopologyFile;
    const lineAt = vi.spyOn(Object.getPrototypeOf(lines), 'lineAt');
    const { diagnostics } = new Analyzer(deployment).analyze();
    expect(diagnostics.filter(({ code }) => code === 'UM1010' || code === 'UM0016')).toEqual([]);
    const { calls } = lineAt.mock;
    lineAt.mockRestore();
    return calls.length;
  };
  expect(asked(400)).toBeLessThan(3 * asked(200));
});
