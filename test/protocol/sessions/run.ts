import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../../support/random';
import { beyond } from './bounds';
import { startingFiles } from './deployment';
import { Editor } from './editor';
import { Work } from './edits';

/**
 * Edits a deployment over the protocol. After every edit that it was left the time for the server has done no more than the edit is worth; after some of them it says of every file what a server
 * says that is started on the same texts.
 * @param every so many edits the diagnostics are compared.
 */
export async function session(seed: number, edits: number, every: number): Promise<void> {
  await inFolder(async (folder) => {
    const editor = await Editor.start(folder, startingFiles());
    const done: string[] = [];
    try {
      for (const path of ['deployment.umtopo', 'users/Group01.umtopo', 'users/Sales.csv']) editor.open(path);
      await editor.look();
      const random = new Random(seed);
      const work = new Work(editor, random);
      let before = await editor.counted();
      let hurried = false;
      for (let step = 1; step <= edits; step++) {
        const edit = await work.next();
        done.push(`${step} ${edit.kind}: ${edit.note}`);
        // Into the analysis of the edit before: what was begun is given up.
        if (step % every !== 0 && random.chance(0.2)) {
          hurried = true;
          await new Promise((resolve) => setTimeout(resolve, random.below(12)));
          continue;
        }
        const after = await editor.counted();
        const more = hurried ? [] : beyond(edit, before, after);
        if (more.length > 0) throw new Error(more.join('; '));
        before = after;
        hurried = false;
        if (step % every === 0) isSaid(editor.said(), await saidFromNothing(editor.texts));
      }
      await editor.end();
    } catch (error) {
      editor.kill();
      throw new Error(`SEED=${seed}: ${(error as Error).message}\n${done.slice(-12).join('\n')}`, { cause: error });
    }
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'umtopo-session-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a server says that is started on these texts. */
async function saidFromNothing(files: ReadonlyMap<string, string>): Promise<string> {
  return inFolder(async (folder) => {
    const editor = await Editor.start(folder, files);
    await editor.end();
    return editor.said();
  });
}

function isSaid(said: string, wanted: string): void {
  if (said === wanted) return;
  const [one, other] = [said.split('\n'), wanted.split('\n')];
  const at = one.findIndex((line, i) => line !== other[i]);
  const around = (lines: readonly string[]) => lines.slice(Math.max(0, at - 12), at + 12).join('\n');
  throw new Error(`said\n${around(one)}\nto be said\n${around(other)}\nafter`);
}
