import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fabrikam, lineOf } from '../e2e/lib/fabrikam';
import { Client, type Range } from './client';

interface Location {
  readonly uri: string;
  readonly range: Range;
}
interface Expectation extends Location {
  readonly text: string;
  readonly passed: boolean | null;
  readonly message: string;
  readonly witness: string | null;
  readonly failing: number;
  readonly of: number;
  readonly steps: readonly { readonly because: string; readonly location?: Location }[];
  readonly deciding: Location | null;
}
interface Answer {
  readonly root: string;
  readonly name: string;
  readonly version: number;
  readonly expectations: readonly Expectation[];
}
interface State {
  readonly deployments: readonly { readonly root: string; readonly expectations?: number }[];
}

const expected = `// What has to be true.
expect every user  reaches ExchangeOnline
expect no user unreachable
expect alice@fabrikam.com reaches local
`;

let folder: string;
let client: Client;
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'umtopo-'));
  client = new Client();
});
afterEach(() => {
  client.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function open(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await client.initialize({}, { rootUri: pathToFileURL(folder).href });
}

const ask = (params: object): Promise<Answer | null> => client.request('umtopo/expectations', params);
const tested = (from = 0): Promise<State> =>
  client.notification<State>('umtopo/deploymentsChanged', ({ deployments }) => deployments.length > 0, from);

describe('umtopo/expectations', () => {
  it('tells what became of each, in the order of the file', async () => {
    await open({ 'fabrikam.umtopo': fabrikam, 'tests.umtopo': expected });
    const answer = await ask({ textDocument: { uri: uriOf('fabrikam.umtopo') } });
    expect(answer).toMatchObject({ root: pathToFileURL(folder).href, name: 'Fabrikam' });
    expect(answer?.expectations.map(({ text, passed, of }) => ({ text, passed, of }))).toEqual([
      { text: 'expect every user reaches ExchangeOnline', passed: true, of: 2 },
      { text: 'expect no user unreachable', passed: true, of: 2 },
      { text: 'expect alice@fabrikam.com reaches local', passed: false, of: 1 },
    ]);
    expect(answer?.expectations[0]).toMatchObject({
      uri: uriOf('tests.umtopo'),
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 41 } },
      witness: null,
      deciding: null,
      steps: [],
    });
  });

  it('names the witness, the route and the line that decides, which may stand in another file', async () => {
    const broken = fabrikam.replace('enabled true\n', 'enabled false\n');
    await open({ 'fabrikam.umtopo': broken, 'tests.umtopo': expected });
    const [first] = (await ask({ root: pathToFileURL(folder).href }))?.expectations ?? [];
    expect(first).toMatchObject({ passed: false, witness: 'alice@fabrikam.com', failing: 2, of: 2 });
    expect(first?.message).toMatch(
      /^The call to alice@fabrikam\.com \(and 1 more of 2 calls\) is lost: .*ExchangeOnline/,
    );
    expect(first?.message).not.toContain('→');
    expect(first?.steps.length).toBeGreaterThan(1);
    expect(first?.steps.map(({ because }) => because).join('\n')).toContain('Cloud');
    expect(first?.deciding?.uri).toBe(uriOf('fabrikam.umtopo'));
    expect(first?.deciding?.range.start.line).toBe(lineOf('enabled true') - 1);
  });

  it('leaves open what hangs on a fact that is not known', async () => {
    const unknown = fabrikam.replace('  policy Cloud\n', '  policy Cloud\n  exchangeHostedVoiceMail unknown\n');
    await open({ 'fabrikam.umtopo': unknown, 'tests.umtopo': 'expect alice@fabrikam.com reaches ExchangeOnline\n' });
    const [first] = (await ask({ root: pathToFileURL(folder).href }))?.expectations ?? [];
    expect(first).toMatchObject({ passed: null, deciding: null });
    expect(first?.message).toContain('exchangeHostedVoiceMail');
  });

  it('leaves open what hangs on a reference to nothing, which is an error where it stands', async () => {
    const broken = fabrikam.replace('policy Cloud\n', 'policy Clout\n');
    await open({ 'fabrikam.umtopo': broken, 'tests.umtopo': 'expect alice@fabrikam.com reaches ExchangeOnline\n' });
    const [first] = (await ask({ root: pathToFileURL(folder).href }))?.expectations ?? [];
    expect(first).toMatchObject({ passed: null, message: 'Undecided: mend the errors that are reported first' });
  });

  it('fails what names nothing, with the reason', async () => {
    await open({ 'fabrikam.umtopo': `${fabrikam}expect alice@fabrikam.com reaches hosted after Never\n` });
    const [first] = (await ask({ root: pathToFileURL(folder).href }))?.expectations ?? [];
    expect(first).toMatchObject({ passed: false, message: 'There is no wave "Never"', deciding: null });
  });

  it('knows neither what is half typed, nor files and folders of no deployment', async () => {
    await open({ 'fabrikam.umtopo': `${fabrikam}expect alice@fabrikam.com\n` });
    expect((await ask({ root: pathToFileURL(folder).href }))?.expectations).toEqual([]);
    expect(await ask({ root: uriOf('elsewhere') })).toBeNull();
    client.open('untitled:Untitled-1', expected);
    expect(await ask({ textDocument: { uri: 'untitled:Untitled-1' } })).toBeNull();
    await expect(ask({})).rejects.toThrow('umtopo/expectations needs a root or a textDocument');
  });

  it('changes its version with each edit, and the client is told', async () => {
    await open({ 'fabrikam.umtopo': fabrikam, 'tests.umtopo': expected });
    const [before] = (await tested()).deployments;
    expect(before?.expectations).toBe((await ask({ root: before?.root }))?.version);
    client.open(uriOf('fabrikam.umtopo'), fabrikam);
    const from = client.notifications.length;
    client.change(uriOf('fabrikam.umtopo'), 2, { text: fabrikam.replace('enabled true\n', 'enabled false\n') });
    const [after] = (await tested(from)).deployments;
    expect(after?.expectations).not.toBe(before?.expectations);
    const answer = await ask({ root: before?.root });
    expect(answer?.version).toBe(after?.expectations);
    expect(answer?.expectations.map(({ passed }) => passed)).toEqual([false, false, false]);
  });

  it('has no version where nothing is expected', async () => {
    await open({ 'fabrikam.umtopo': fabrikam });
    expect((await tested()).deployments[0]).not.toHaveProperty('expectations');
  });
});
