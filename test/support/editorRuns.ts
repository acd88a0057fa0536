import { Workspace } from '../../server/src/model/workspace';
import { EditorLaws } from './editorLaws';
import type { Random } from './random';

const path = '/t/main.umtopo';
const csv = 'SipAddress,LineURI,MailboxLocation\ndora@contoso.com,+14255550131,hosted\n';

function opened(text: string): { workspace: Workspace; laws: EditorLaws } {
  const workspace = new Workspace();
  workspace.set(path, text);
  workspace.set('/t/sales.csv', csv);
  workspace.refresh();
  return { workspace, laws: new EditorLaws(workspace, path) };
}

/** Runs what may throw, and says for which text it did. */
function holds(random: Random, text: string, offset: number, check: () => void): void {
  try {
    check();
  } catch (error) {
    const shown = `${text.slice(Math.max(0, offset - 200), offset)}▮${text.slice(offset, offset + 80)}`;
    throw new Error(`SEED=${random.seed}, at ${offset} of:\n${shown}`, { cause: error });
  }
}

/** Asks everything about a text at offsets that are at most `step` apart. */
export function atOffsets(text: string, step: number, random: Random): void {
  const { laws } = opened(text);
  holds(random, text, 0, () => laws.file());
  for (let offset = 0; offset <= text.length; offset += 1 + random.below(step))
    holds(random, text, offset, () => laws.at(offset));
}

/** Asks everything at the end of prefixes of a text. */
export function atPrefixes(text: string, step: number, random: Random): void {
  for (let length = 0; length <= text.length; length += 1 + random.below(step)) {
    const prefix = text.slice(0, length);
    const { laws } = opened(prefix);
    holds(random, prefix, length, () => {
      laws.file();
      laws.at(length);
    });
  }
}

const pieces = ['', '{', '}', '"', ' ', '\n', ',', '@', '/', 'expect ', 'users U {', 'policy ', 'é🏔'];

/** Asks everything where random edits tear a text apart, one after the other. @returns the text then, and what the workspace holds. */
export function whileTyped(text: string, edits: number, random: Random): { text: string; held: string | undefined } {
  const { workspace, laws } = opened(text);
  let now = text;
  for (let step = 0; step < edits; step++) {
    const start = random.below(now.length + 1);
    const end = Math.min(now.length, start + (random.chance(0.5) ? 0 : random.below(40)));
    const insert = random.pick(pieces);
    workspace.edit(path, [{ start, end, text: insert }]);
    workspace.refresh();
    now = now.slice(0, start) + insert + now.slice(end);
    const offset = start + insert.length;
    holds(random, now, offset, () => {
      laws.file();
      laws.at(offset);
      laws.at(random.below(now.length + 1));
    });
  }
  return { text: now, held: workspace.file(path)?.text };
}
