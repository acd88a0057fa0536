import { describe, expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { Previews } from '../../../server/src/lsp/preview/previews';
import type { PreviewResult } from '../../../server/src/lsp/protocol';
import { Session } from '../../../server/src/lsp/session';
import { hostedParts, mixedBase } from '../../support/deployment';

const uri = 'untitled:Contoso';

const start = `${mixedBase}${Object.values(hostedParts).join('\n')}
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com
  bob@contoso.com
}
users Plant { pool sba01.contoso.com  mailbox local  umDialPlan Redmond
  carol@contoso.com
}
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
`;

/** A picture that follows its text, keystroke by keystroke, as the panel's does. */
class Typed {
  private version = 1;
  private text = start;
  private readonly session: Session;
  readonly previews: Previews;

  constructor() {
    const connection = { console: { error: console.error }, sendNotification: async () => undefined };
    const host = { version: '', defer: () => undefined, now: () => 0 };
    this.session = new Session(connection as unknown as Connection, host, {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    this.previews = new Previews(this.session);
  }

  async open(): Promise<void> {
    this.session.documents.opened(this.session.uris.toPath(uri), 'umtopo', 1, start);
    await this.session.load(async () => {});
    await this.session.ready();
    this.session.analyze();
  }

  picture(): Promise<PreviewResult> {
    return this.previews.preview({ textDocument: { uri } });
  }

  /** Replaces a text by another, a letter at a time. @returns what the picture was after each */
  async type(replaced: string, typed: string): Promise<PreviewResult[]> {
    const pictures: PreviewResult[] = [];
    const at = this.text.indexOf(replaced);
    if (at < 0) throw new Error(`There is no ${replaced}`);
    this.change(at, replaced.length, '');
    pictures.push(await this.picture());
    for (const [index, letter] of [...typed].entries()) {
      this.change(at + index, 0, letter);
      pictures.push(await this.picture());
    }
    return pictures;
  }

  private change(at: number, removed: number, text: string): void {
    const { session } = this;
    const path = session.uris.toPath(uri);
    const file = session.documents.source(path);
    if (!file) throw new Error('The document is open');
    const range = session.positions.range(file, { start: at, end: at + removed });
    session.documents.changed(path, ++this.version, [{ range, text }]);
    this.text = this.text.slice(0, at) + text + this.text.slice(at + removed);
    session.touch(path);
    session.analyze();
  }
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

function placesOf({ elements }: PreviewResult): Places {
  const places = new Map<string, { x: number; y: number }>();
  for (const { id, svg } of elements) {
    const match = /^<g data-id="[^"]*" class="node [^"]*" transform="translate\((\S+) (\S+)\)"/.exec(svg);
    if (match) places.set(id, { x: Number(match[1]), y: Number(match[2]) });
  }
  return places;
}

/** How far the nodes that are in both pictures moved, on average. */
function meanMovement(before: Places, after: Places): number {
  const both = [...before].flatMap(([id, a]) => {
    const b = after.get(id);
    return b ? [Math.hypot(a.x - b.x, a.y - b.y)] : [];
  });
  return both.reduce((sum, moved) => sum + moved, 0) / Math.max(1, both.length);
}

/** Edits as somebody makes them: what is replaced, and what is typed instead. */
const recorded: readonly (readonly [what: string, replaced: string, typed: string])[] = [
  ['a user more', '  bob@contoso.com\n', '  bob@contoso.com\n  dora@contoso.com  line +14255550107\n'],
  ['a provider is disabled', 'enabled true  enabledShared', 'enabled false  enabledShared'],
  ['a policy for one user', '  alice@contoso.com\n', '  alice@contoso.com  policy unset\n'],
  ['a mailbox moves', 'mailbox hosted\n  policy', 'mailbox local  umDialPlan Redmond\n  policy'],
  ['a proxy is mistyped and mended', 'proxyFqdn exap.um.outlook.com', 'proxyFqdn exap.um.outlook.com'],
  ['a security setting', 'voIPSecurity secured', 'voIPSecurity unsecured'],
  ['a destination', 'destination exap.um.outlook.com', 'destination exap.um.outlook.com'],
  ['a wave for more', 'move carol@contoso.com to', 'move carol@contoso.com, bob@contoso.com to'],
  [
    'a pool more',
    'branchSite Spokane {',
    'site Dallas { siteId 3  pool pool02.contoso.com { role frontEnd } }\nbranchSite Spokane {',
  ],
];

describe('while one types', () => {
  it.each(recorded)('nothing moves that is not touched: %s', async (_, replaced, typed) => {
    const panel = new Typed();
    await panel.open();
    let before = placesOf(await panel.picture());
    const first = before;
    for (const picture of await panel.type(replaced, typed)) {
      const after = placesOf(picture);
      expect(picture.elements.length).toBeGreaterThan(10);
      const same = before.size === after.size && [...before.keys()].every((id) => after.has(id));
      if (same) expect(meanMovement(before, after)).toBe(0);
      // A node that comes or goes moves what stands below it in its lane, by one row at most.
      else expect(meanMovement(before, after)).toBeLessThan(92 / 2);
      for (const [id, { x }] of before) if (after.has(id)) expect(after.get(id)?.x).toBe(x);
      before = after;
    }
    for (const [id] of first) if (!id.startsWith('unknown:')) expect(before.has(id), id).toBe(true);
  });

  it('a broken text leaves the picture of the one before, and says so', async () => {
    const panel = new Typed();
    await panel.open();
    const before = await panel.picture();
    const pictures = await panel.type('hostingProvider ExchangeOnline', 'hosting');
    for (const picture of pictures) expect(placesOf(picture)).toEqual(placesOf(before));
    expect(pictures.at(-1)).toMatchObject({ stale: 'past', summary: before.summary });
    const [back] = (await panel.type('hosting {', 'hostingProvider ExchangeOnline {')).slice(-1);
    expect(back).toMatchObject({ stale: false, summary: before.summary });
    expect(back?.elements).toEqual(before.elements);
  });

  it('the same text gives the same picture, whatever was looked at meanwhile', async () => {
    const panel = new Typed();
    await panel.open();
    const before = await panel.picture();
    const look = { wave: 'Pilot', unfolded: [] };
    const after = await panel.previews.preview({ textDocument: { uri }, look });
    expect(after.wave).toBe('Pilot');
    expect(placesOf(after)).toEqual(placesOf(before));
    expect(after.elements).not.toEqual(before.elements);
    const back = await panel.previews.preview({ textDocument: { uri }, look: { ...look, wave: null } });
    expect(back.elements).toEqual(before.elements);
  });
});
