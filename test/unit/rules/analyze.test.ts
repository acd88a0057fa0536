import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';
import { Analyzer, type Diagnostic } from '../../../server/src/rules/analyze';
import { bases } from '../../support/cleanDeployment';
import { analyzeFiles, exampleOf } from '../../support/ruleExample';

function diagnosticsOf(text: string): readonly Diagnostic[] {
  return analyzeFiles(exampleOf(text).files).diagnostics;
}

function only(text: string, code: string): Diagnostic {
  const found = diagnosticsOf(text).filter((each) => each.code === code);
  expect(found.map(({ message }) => message)).toHaveLength(1);
  return found[0] as Diagnostic;
}

const rows = (count: number, rest = ''): string =>
  Array.from({ length: count }, (_, i) => `  user${i}@contoso.com  line +14255550150;ext=${i}${rest}`).join('\n');

describe('a fault of many users', () => {
  it('is one diagnostic at its cause, with their number and the first witnesses', () => {
    const found = only(
      `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Clout
${rows(100)}
}`,
      'UM2010',
    );
    expect(found.users).toBe(100);
    expect(found.message).toMatch(/^100 users are granted policy "Clout"/);
  });

  it('that rows say themselves has bounded markers, the first one with the number of all', () => {
    const found = diagnosticsOf(`users Sales {
  pool pool01.contoso.com
  mailbox hosted
${rows(120, '  policy Clout')}
}`).filter((each) => each.code === 'UM2010');
    expect(found).toHaveLength(50);
    expect(found[0]?.users).toBe(120);
    expect(found[0]?.message).toMatch(/^user0@contoso\.com is granted policy "Clout"/);
  });

  it('of several placements is counted together, and mended together', () => {
    const text = `users Sales {
  pool pool01.contoso.com
  policy Cloud
  erin@contoso.com   line +14255550105
  frank@contoso.com  line +14255550106  voicePolicy global
  grace@contoso.com  line +14255550107  voicePolicy global
}`;
    const found = only(text, 'UM0005');
    expect(found.users).toBe(3);
    expect(found.message).toContain('the mailbox of 3 users');
    expect(found.related.map(({ message }) => message)).toEqual([
      'erin@contoso.com',
      'frank@contoso.com',
      'grace@contoso.com',
    ]);
    const hosted = found.fixes().find(({ title }) => title === 'Say `mailbox hosted`');
    expect(hosted?.edits).toHaveLength(1);
  });
});

describe('a fact that is not known', () => {
  it('leaves the rules that need it not checked, and says what they need', () => {
    const text = `hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled unknown
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}`;
    const { diagnostics, notChecked } = analyzeFiles(exampleOf(text).files);
    expect(diagnostics.filter(({ code }) => code === 'UM2002')).toEqual([]);
    expect(notChecked.find(({ code }) => code === 'UM2002')?.needs).toEqual(['enabled']);
  });

  it('a kind of which more exists than is declared: nothing is concluded from absence', () => {
    const text = `deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete hostingProvider, pool }
// Without hostingProvider
tenant contoso.onmicrosoft.com { provider Other }
users Sales {
  pool pool77.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com  line +14255550105
}`;
    const { diagnostics, notChecked } = analyzeFiles(exampleOf(text).files);
    const codes = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(codes).toEqual([]);
    expect(notChecked.find(({ code }) => code === 'UM2001')?.needs).toEqual(['hostingProvider']);
    expect(notChecked.find(({ code }) => code === 'UM2013')?.needs).toEqual(['pool']);
  });
});

describe('a broken reference', () => {
  it('silences what depends on it', () => {
    const text = `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Clout
  erin@contoso.com  line +14255550105
}`;
    const errors = diagnosticsOf(text).filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(errors.map(({ code }) => code)).toEqual(['UM2010']);
  });
});

describe('a file that stands alone', () => {
  it('is told so, and judged by its text alone', () => {
    const text = `users Sales {
  pool pool01.contoso.com
  policy Cloud
  erin@contoso.com  line 1425555O105
}
exUmContact desk@litware.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=V,DC=x,DC=y" }`;
    const { diagnostics, notChecked } = analyzeFiles(new Map([['/alone/users.umtopo', text]]));
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'UM0010 information',
      'UM1008 error',
    ]);
    expect(notChecked).toEqual([]);
  });

  it('may be empty', () => {
    const { diagnostics } = analyzeFiles(new Map([['/alone/empty.umtopo', '']]));
    expect(diagnostics.map(({ code, start, end }) => `${code} ${start}-${end}`)).toEqual(['UM0010 0-0']);
    const [first] = diagnostics[0]?.fixes() ?? [];
    expect(first?.edits[0]?.text).toBe('deployment alone { server lync2013  mode onPremises }\n');
  });
});

describe('after an edit', () => {
  it('what was found moves with the text, and is what a fresh start finds', () => {
    const path = '/contoso/main.umtopo';
    const text = `${bases.mixed}
hostedVoicemailPolicy site:Nowhere { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
`;
    const workspace = new Workspace();
    workspace.set(path, text);
    workspace.refresh();
    const [deployment] = workspace.deployments;
    if (!deployment) throw new Error('no deployment');
    const analyzer = new Analyzer(deployment);
    const shown = (list: readonly Diagnostic[]) => list.map(({ code, start, end }) => `${code} ${start}-${end}`);
    expect(shown(analyzer.analyze().diagnostics)).toContain(
      `UM2009 ${text.indexOf('site:Nowhere')}-${text.indexOf('site:Nowhere') + 12}`,
    );
    for (const change of [
      { start: 0, end: 0, text: '// a comment before everything\n' },
      { start: text.indexOf('line +14255550101'), end: text.indexOf('line +14255550101'), text: 'x'.repeat(3) },
    ]) {
      workspace.edit(path, [change]);
      workspace.refresh();
      const fresh = new Workspace();
      fresh.set(path, workspace.file(path)?.text ?? '');
      fresh.refresh();
      expect(shown(analyzer.analyze().diagnostics)).toEqual(
        shown(fresh.deployments.flatMap((each) => new Analyzer(each).analyze().diagnostics)),
      );
    }
  });
});

describe('suppressions', () => {
  const doubled = 'organization contoso.onmicrosoft.com, contoso.onmicrosoft.com';

  it('silence warnings of a line, and are told when they have no effect', () => {
    const text = `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  // umtopo-disable-next-line UM1005, UM1003: the service wants it
  ${doubled}
}`;
    const found = diagnosticsOf(text).filter(({ severity }) => severity === 'warning' || severity === 'hint');
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'UM0016 Nothing here is reported as UM1003: this suppression has no effect',
    ]);
  });

  it("don't silence errors", () => {
    const text = `// umtopo-disable UM2001
hostedVoicemailPolicy Cloud { destination um.fabrikam.com  organization um.fabrikam.com }`;
    const found = diagnosticsOf(text).filter(({ severity }) => severity === 'error' || severity === 'hint');
    expect(found.map(({ code }) => code)).toEqual(['UM0016', 'UM2001']);
  });

  it('change no other rule', () => {
    const text = `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  ${doubled}
}`;
    const without = diagnosticsOf(text).map(({ code }) => code);
    const suppressed = diagnosticsOf(`// umtopo-disable UM1005\n${text}`).map(({ code }) => code);
    expect(suppressed).toEqual(without.filter((code) => code !== 'UM1005'));
  });
});
