import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { drawGraph } from '../../../server/src/preview/draw';
import type { Ladder } from '../../../server/src/preview/ladder/ladder';
import { ladderSvg } from '../../../server/src/preview/ladder/ladderSvg';
import { standaloneSvg } from '../../../server/src/preview/svg';
import { empty, hostile, hostileNames, large, mixed } from './graphs';

interface Parsed {
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
  readonly texts: readonly string[];
}

/** Reads XML, strictly: whatever is not well-formed throws. */
function parse(xml: string): Parsed {
  const tags: string[] = [];
  const attributes: string[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    tags.push(tag.name);
    attributes.push(...Object.keys(tag.attributes));
  });
  parser.on('text', (text) => texts.push(text));
  parser.write(xml).close();
  return { tags, attributes, texts };
}

describe('the stand-alone picture', () => {
  it.each([
    ['mixed', mixed],
    ['hostile names', hostile()],
    ['nothing', empty],
    ['large', large(100)],
  ])('of %s is well-formed, has a title and a description, and needs nothing from outside', (_, graph) => {
    const svg = standaloneSvg(graph);
    const { tags, attributes } = parse(svg);
    expect(new Set(tags)).toEqual(
      new Set(
        ['svg', 'title', 'desc', 'style', 'rect', 'text', 'g', 'path', 'circle', 'tspan'].filter((tag) =>
          tags.includes(tag),
        ),
      ),
    );
    expect(tags.slice(0, 4)).toEqual(['svg', 'title', 'desc', 'style']);
    expect(attributes.filter((name) => /^on|href|^style$|src/.test(name))).toEqual([]);
    expect(svg).toContain('role="img"');
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(svg).not.toMatch(/url\(|@import|var\(|NaN|undefined|Infinity/);
  });

  it('gives the same bytes for the same graph', () => {
    expect(standaloneSvg(structuredClone(mixed))).toBe(standaloneSvg(mixed));
  });

  it('shows hostile names as text', () => {
    const { tags, texts } = parse(standaloneSvg(hostile()));
    expect(tags).not.toContain('script');
    const titles = texts.filter((text) => text.includes('Tenant'));
    for (const name of [hostileNames[0], hostileNames[1], hostileNames[2], hostileNames[3], hostileNames[5]]) {
      expect(titles.some((title) => title.includes(name))).toBe(true);
    }
  });

  it('lets no mark turn the direction of what follows', () => {
    expect(standaloneSvg(hostile())).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('shortens long names, and keeps them whole in the title', () => {
    const { texts } = parse(standaloneSvg(hostile()));
    expect(texts.some((text) => /^x+…$/.test(text) && text.length < 40)).toBe(true);
    expect(texts.some((text) => text.includes('x'.repeat(255)))).toBe(true);
  });

  it('says what is wrong in words and signs, not by colour only', () => {
    const svg = standaloneSvg(mixed);
    expect(svg).toContain('Plant: broken, Unsecured, while media must be encrypted.');
    const { elements } = drawGraph(mixed);
    const of = (id: string) => elements.find((element) => element.id === id)?.svg ?? '';
    expect(of('umdialplan:plant')).toContain('class="mark broken"');
    expect(of('umdialplan:plant')).toContain('calls are lost here: Unsecured, while media must be encrypted');
    expect(of('umdialplan:plant')).toContain('UM3001 +1');
    expect(of('umdialplan:plant>umservers:onprem')).toContain('class="mark broken"');
    expect(of('hostingprovider:oldhoster')).toContain('class="mark disabled"');
    expect(of('unknown')).toContain('class="mark unknown"');
    expect(of('umdialplan:redmond')).not.toContain('class="mark');
  });

  it('writes counts on the edges, with their thousands apart', () => {
    const { elements } = drawGraph(mixed);
    const label = elements.find(({ id }) => id === 'label:exumrouting>umdialplan:redmond');
    expect(label?.svg).toContain('>1,260<');
    expect(label?.svg).toContain('>EUM proxy<');
  });
});

describe('the parts of a picture', () => {
  it('have ids of their own', () => {
    const ids = drawGraph(mixed).elements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are each one well-formed element', () => {
    for (const { svg } of drawGraph(hostile()).elements) expect(parse(svg).tags[0]).toBe('g');
  });

  it('stand in the table as well', () => {
    const { table, summary } = drawGraph(mixed);
    expect(table).toHaveLength(mixed.nodes.length + mixed.edges.length);
    expect(table.find(({ id }) => id === 'umdialplan:plant')).toEqual({
      id: 'umdialplan:plant',
      name: 'Plant',
      kind: 'UM dial plan · SIP URI · unsecured',
      users: 86,
      state: 'calls are lost here',
      reason: 'Unsecured, while media must be encrypted · UM3001, UM3007',
    });
    expect(summary).toBe('4,210 users · 3 broken · 2 disabled · 2 unknown');
  });
});

describe('a ladder that stands alone', () => {
  const hostileName = '<script>alert(1)</script> "q" \'a\' & \u202eevil 😀';
  const long = 'x'.repeat(255);
  const ladder: Ladder = {
    title: `${hostileName} does not answer`,
    outcome: 'failed',
    verdict: `lost: ${hostileName}`,
    columns: [
      { id: 'a"b', kind: 'pool', hue: 'lync', label: hostileName, detail: hostileName, hops: [] },
      { id: 'c', kind: 'edge', hue: 'hosted', label: long, detail: long, hops: [], missing: true },
    ],
    steps: [
      {
        type: 'message',
        number: 1,
        from: 'a"b',
        to: 'c',
        label: long,
        target: hostileName,
        transport: long,
        kind: 'request',
        certainty: 'undocumented',
        details: [
          { text: hostileName, certainty: 'undocumented' },
          { text: `${long} ${long}`, certainty: 'documented' },
        ],
      },
      { type: 'note', number: 2, at: 'a"b', state: 'broken', label: hostileName, certainty: 'documented', details: [] },
    ],
  };

  it('is well-formed, and hostile names are text in it', () => {
    const svg = ladderSvg(ladder);
    const { tags, attributes, texts } = parse(svg);
    expect(tags).not.toContain('script');
    expect(attributes.filter((name) => /^on|href|^style$|src/.test(name))).toEqual([]);
    expect(texts.join('')).toContain('<script>alert(1)</script>');
    expect(svg).not.toMatch(/\u202e|url\(|@import|var\(|NaN|undefined|Infinity/);
    expect(ladderSvg(structuredClone(ladder))).toBe(svg);
  });

  it('says each step in its description, with what is not documented', () => {
    const { texts } = parse(ladderSvg(ladder));
    expect(texts.join('')).toContain('(not documented)');
    expect(texts.join('')).toContain('Not documented: ');
  });

  it('takes one palette where pixels are made of it', () => {
    expect(ladderSvg(ladder, 'dark')).not.toContain('@media');
    expect(ladderSvg(ladder, 'dark')).not.toContain('#ffffff');
  });
});
