import { median } from '../measure';
import { type Run, runProgram, TimeLimit } from '../programs';
import { generateProvider } from '../provider';
import type { Comparison } from './comparison';
import { type Edited, type EditorTimes, edit, type Taken } from './languageServer';
import { generateLikeC4 } from './likec4';

/** How much of its language it is given, until it finishes. */
const SIZES = [10_000, 5_000, 2_000] as const;

/** What both sides are given, and how: the same for all that is compared with LikeC4. */
export interface Setting {
  /** LikeC4's command line. */
  readonly program: string;
  readonly runs: number;
  /** Milliseconds that it may take for a task. */
  readonly limit: number;
  readonly comparison: Comparison;
  /** Writes files into a folder of that name. @returns the folder */
  write(name: string, files: ReadonlyMap<string, string>): string;
}

/** `likec4 validate` and `umtopo check`, by turns. */
export function compareValidating(setting: Setting): void {
  for (const size of SIZES) if (validate(setting, size)) return;
}

/** The two language servers, by turns. */
export async function compareEditing(setting: Setting): Promise<void> {
  for (const size of SIZES) if (await editing(setting, size)) return;
}

function inputs({ write }: Setting, size: number): { readonly theirs: string; readonly ours: string } {
  return {
    theirs: write(`likec4-${size}`, generateLikeC4(size)),
    ours: write(`users-${size}`, generateProvider({ users: size, mistakes: 0 })),
  };
}

/** @returns whether it finished */
function validate(setting: Setting, size: number): boolean {
  const { program, runs, limit, comparison } = setting;
  const { theirs, ours } = inputs(setting, size);
  const what = `LikeC4: \`validate\` ${size.toLocaleString('en')} elements; \`check\` as many users`;
  const peer: Run[] = [];
  const own: Run[] = [];
  const cpu = (taken: readonly Run[]): number[] => taken.map(({ cpuMs }) => cpuMs);
  const most = (taken: readonly Run[]): number[] => taken.map(({ megabytes }) => megabytes);
  try {
    for (let run = 0; run < runs; run++) {
      own.push(runProgram(['dist/cli.js', 'check', ours]));
      peer.push(runProgram([program, 'validate', theirs], [0, 1], limit));
    }
  } catch (error) {
    if (!(error instanceof TimeLimit)) throw error;
    comparison.unfinished(what, 'ms', 20, limit, cpu(own));
    return false;
  }
  comparison.add(what, 'ms', 20, cpu(peer), cpu(own));
  comparison.add('LikeC4: peak memory of these', 'MB', 5, most(peer), most(own));
  return true;
}

/** @returns whether it finished */
async function editing(setting: Setting, size: number): Promise<boolean> {
  const { program, runs, limit, comparison } = setting;
  const { theirs, ours } = inputs(setting, size);
  const servers: { readonly peer: Edited; readonly own: Edited } = {
    peer: {
      command: [process.execPath, program, 'lsp', '--stdio'],
      folder: theirs,
      file: 'model0.c4',
      languageId: 'likec4',
      before: ' -> ',
    },
    own: {
      command: [process.execPath, 'dist/server.js', '--stdio'],
      folder: ours,
      file: 'users/Group01.umtopo',
      languageId: 'umtopo',
      before: 'policy ',
    },
  };
  const peer: EditorTimes[] = [];
  const own: EditorTimes[] = [];
  const opened =
    (of: keyof Taken) =>
    (run: EditorTimes): number =>
      run.opened[of];
  const edits =
    (of: keyof Taken) =>
    (run: EditorTimes): number =>
      median(run.edits.map((each) => each[of]));
  const completions = (run: EditorTimes): number => median(run.completions.map(({ waited }) => waited));
  const elements = `${size.toLocaleString('en')} elements or users`;
  try {
    for (let run = 0; run < runs; run++) {
      own.push(await edit(servers.own, limit));
      peer.push(await edit(servers.peer, limit));
    }
  } catch (error) {
    if (!(error instanceof TimeLimit)) throw error;
    comparison.unfinished(
      `LikeC4: open → diagnostics, edits, completion, ${elements}`,
      'ms',
      30,
      limit,
      own.map(opened('waited')),
    );
    return false;
  }
  const add = (what: string, goal: number | undefined, number: (run: EditorTimes) => number): void =>
    comparison.add(what, 'ms', goal, peer.map(number), own.map(number));
  add(`LikeC4: open → diagnostics, ${elements}`, 30, opened('waited'));
  add('— of it at work', undefined, opened('worked'));
  add('LikeC4: edit → diagnostics in it', 100, edits('waited'));
  add('— of it at work', undefined, edits('worked'));
  add(
    `LikeC4: completion (${(peer[0]?.offered ?? 0).toLocaleString('en')} names; ${own[0]?.offered})`,
    10,
    completions,
  );
  return true;
}
