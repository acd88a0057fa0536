import { afterEach, describe, expect, it } from 'vitest';
import { oddlyWritten } from '../support/topologies';
import { maximal, minimal } from './capabilities';
import { Client, type Position } from './client';
import { everyRequest } from './everyRequest';
import { rangeFaults, type Units } from './ranges';

/**
 * Editors that nobody here has seen, by what they say of themselves. Each types an example character by character, as edits, and asks for everything now and then:
 * no request fails, and no answer names a place that the text hasn't got.
 */
const strangers: readonly { readonly name: string; readonly capabilities: object; readonly units: Units }[] = [
  { name: 'that says nothing of itself', capabilities: minimal, units: 'utf-16' },
  { name: 'that can do everything', capabilities: maximal, units: 'utf-16' },
  {
    name: 'that can do everything, and counts bytes',
    capabilities: { ...maximal, general: { positionEncodings: ['utf-8', 'utf-16'] } },
    units: 'utf-8',
  },
  {
    name: 'that counts bytes and can do nothing else',
    capabilities: { general: { positionEncodings: ['utf-8'] } },
    units: 'utf-8',
  },
];

const uri = 'untitled:Untitled-1';
const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.kill();
});

/** Accents, letters of several bytes, a pair of code units and right-to-left text where names and comments may have them. */
const example = `deployment Größe { server lync2013  mode mixed }  // השלום ‮ e\u0301 🏔
sipDomain xn--grn-ioa.example { isDefault true }
hostedVoicemailPolicy "Straße 🏔" { description "日本語" destination exap.um.outlook.com }
users Été {
  policy "Straße 🏔"
  anna@xn--grn-ioa.example  displayName "Ånna 🏔"  line +14255550101  // נ
}
expect every user with policy "Straße 🏔" reaches hosted
`;

function endOf(text: string, units: Units): Position {
  const lines = text.split('\n');
  const last = lines.at(-1) as string;
  return { line: lines.length - 1, character: units === 'utf-8' ? Buffer.byteLength(last) : last.length };
}

describe.each(strangers)('a client $name', ({ capabilities, units }) => {
  /** Asks for everything at the end of what is typed. */
  async function askAll(client: Client, text: string): Promise<void> {
    const position = endOf(text, units);
    for (const { method, params } of everyRequest(uri, position, { start: position, end: position })) {
      // What can't be renamed is refused, with the reason: that is an answer.
      const answer = await client.request(method, params).catch((error: Error) => {
        if (!/rename/i.test(method))
          throw new Error(`${method} after ${JSON.stringify(text.slice(-60))}: ${error.message}`);
        return null;
      });
      const faults = rangeFaults(answer, text, uri, units);
      if (faults.length > 0) throw new Error(`${method} after ${JSON.stringify(text.slice(-60))}: ${faults.join()}`);
    }
  }

  it.each([
    ['letters of every width', example, 17],
    ['odd layout', oddlyWritten, 61],
  ])('types %s, and is answered all the while', { timeout: 60_000 }, async (_, whole, step) => {
    const client = new Client();
    clients.push(client);
    for (const method of [
      'client/registerCapability',
      'window/workDoneProgress/create',
      'workspace/diagnostic/refresh',
    ])
      client.answers.set(method, () => null);
    client.answers.set('workspace/configuration', ({ items }: never) => (items as []).map(() => null));
    const { capabilities: server } = await client.initialize(capabilities);
    expect(server.positionEncoding).toBe(units);
    client.open(uri, '');
    let typed = '';
    let version = 2;
    for (const character of whole) {
      const at = endOf(typed, units);
      client.change(uri, version++, { range: { start: at, end: at }, text: character });
      typed += character;
      if (version % step === 0) await askAll(client, typed);
    }
    await askAll(client, typed);
    const formatted = await client.request<{ newText: string }[] | null>('textDocument/formatting', {
      textDocument: { uri },
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(Array.isArray(formatted)).toBe(true);
    // The server has the text that was typed.
    client.change(uri, version, { range: { start: { line: 0, character: 0 }, end: endOf(typed, units) }, text: '' });
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri } })).toEqual([]);
    expect(client.stderr).toBe('');
  });
});
