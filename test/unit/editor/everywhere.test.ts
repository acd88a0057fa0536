import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';
import { EditorLaws } from '../../support/editorLaws';
import { Random, runSeed } from '../../support/random';
import { languageExample, oddlyWritten } from '../../support/topologies';

const path = '/t/main.umtopo';
const csv = 'SipAddress,LineURI,MailboxLocation\ndora@contoso.com,+14255550131,hosted\n';
const random = new Random(runSeed());

function opened(text: string): { workspace: Workspace; laws: EditorLaws } {
  const workspace = new Workspace();
  workspace.set(path, text);
  workspace.set('/t/sales.csv', csv);
  workspace.refresh();
  return { workspace, laws: new EditorLaws(workspace, path) };
}

/** Runs what may throw, and says for which text it did. */
function holds(text: string, offset: number, check: () => void): void {
  try {
    check();
  } catch (error) {
    const shown = `${text.slice(Math.max(0, offset - 200), offset)}▮${text.slice(offset, offset + 80)}`;
    throw new Error(`SEED=${random.seed}, at ${offset} of:\n${shown}`, { cause: error });
  }
}

const texts: readonly (readonly [string, string])[] = [
  ['the example of the language', languageExample],
  ['oddly written text', oddlyWritten],
];

describe.each(texts)('%s', (_, text) => {
  it('is answered for at every offset', () => {
    const { laws } = opened(text);
    holds(text, 0, () => laws.file());
    for (let offset = 0; offset <= text.length; offset += text.length > 3000 ? 3 : 1)
      holds(text, offset, () => laws.at(offset));
  }, 60_000);

  it('is answered for after every prefix', () => {
    for (let length = 0; length <= text.length; length += 1 + random.below(8)) {
      const prefix = text.slice(0, length);
      const { laws } = opened(prefix);
      holds(prefix, length, () => {
        laws.file();
        laws.at(length);
      });
    }
  }, 60_000);

  it('is answered for while it is typed into and torn apart', () => {
    const { workspace, laws } = opened(text);
    let now = text;
    for (let step = 0; step < 150; step++) {
      const start = random.below(now.length + 1);
      const end = Math.min(now.length, start + (random.chance(0.5) ? 0 : random.below(40)));
      const insert = random.pick([
        '',
        '{',
        '}',
        '"',
        ' ',
        '\n',
        ',',
        '@',
        '/',
        'expect ',
        'users U {',
        'policy ',
        'é🏔',
      ]);
      workspace.edit(path, [{ start, end, text: insert }]);
      workspace.refresh();
      now = now.slice(0, start) + insert + now.slice(end);
      const offset = start + insert.length;
      holds(now, offset, () => {
        laws.file();
        laws.at(offset);
        laws.at(random.below(now.length + 1));
      });
    }
    expect(workspace.file(path)?.text).toBe(now);
  }, 60_000);
});
