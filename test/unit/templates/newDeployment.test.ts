import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';
import { Analyzer } from '../../../server/src/rules/analyze';
import { formatText } from '../../../server/src/syntax/format';
import { parse } from '../../../server/src/syntax/parse';
import { domainFault, modes, newDeployment, servers, unless } from '../../../server/src/templates/newDeployment';

function opened(files: ReturnType<typeof newDeployment>) {
  const workspace = new Workspace();
  for (const { path, text } of files) workspace.set(`/new/${path}`, text);
  workspace.refresh();
  return workspace;
}

const all = servers.flatMap((server) => modes.map((mode) => ({ server, mode })));

describe('a new deployment', () => {
  it('can be had for every server and mode', () => {
    expect(servers).toEqual(['lync2010', 'lync2013', 'sfb2015', 'sfb2019', 'sfbSE']);
    expect(modes).toEqual(['onPremises', 'crossPremises', 'mixed']);
    expect(all).toContainEqual({ server: unless.server, mode: unless.mode });
  });

  it.each(all)('of $server, $mode, checks clean and routes every call', ({ server, mode }) => {
    const files = newDeployment({ name: 'Fabrikam', server, mode, domain: 'fabrikam.com' });
    const [deployment, other] = opened(files).deployments;
    expect(other).toBeUndefined();
    const analysis = new Analyzer(deployment!).analyze();
    expect(analysis.diagnostics.map(({ code, severity, message }) => `${code} ${severity}: ${message}`)).toEqual([]);
    expect(analysis.notChecked).toEqual([]);
    for (const { path, text } of files) expect(formatText(text, parse(text)), path).toEqual([]);
    expect(deployment?.expectations.length).toBe(mode === 'mixed' ? 2 : 1);
  });

  it.each(['New York', 'a"b\\c', 'Größe', '{', 'users'])('takes the name %j', (name) => {
    const [deployment] = opened(newDeployment({ ...unless, name })).deployments;
    expect(deployment?.name).toBe(name);
    expect(new Analyzer(deployment!).analyze().diagnostics).toEqual([]);
  });

  it('says which domains it does not take', () => {
    expect(['contoso.com', 'a-b.c1.example'].map(domainFault)).toEqual([undefined, undefined]);
    for (const domain of ['', 'contoso', 'a b.com', '-a.com', 'a..com', 'a.com/', 'x"{.com', `${'a'.repeat(64)}.com`])
      expect(domainFault(domain)).toMatch('is no domain');
  });
});
