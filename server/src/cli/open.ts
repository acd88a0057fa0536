import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { folderOf, isBelow, relativePath } from '../base/paths';
import { count, sameWord } from '../base/words';
import type { Deployment } from '../model/deployment';
import { TopologyFile } from '../model/sourceFile';
import { waveNamed, waveOrder } from '../model/waves';
import { Workspace } from '../model/workspace';
import { type Analysis, Analyzer, type Severities } from '../rules/analyze';
import { readSettings } from '../rules/severities';
import { LineIndex } from '../syntax/lineIndex';
import { DiskFiles, kindOfPath, slashed } from './disk';
import type { Io } from './io';
import { UsageError } from './usage';

/** A deployment as a command works on it. */
export interface Opened {
  readonly deployment: Deployment;
  /** As it is printed: relative to the working folder, with `/`. */
  readonly root: string;
  /** The folder that its files' paths are printed relative to. */
  readonly folder: string;
  /** Severities that the `umtopo.json` beside the deployment sets. */
  readonly severities?: Severities;
}

export interface OpenedAll {
  readonly workspace: Workspace;
  readonly deployments: readonly Opened[];
  /** Files that can't be read, each with its reason. */
  readonly unreadable: readonly string[];
}

/** Opens the deployments that paths mean: a folder's own, those below it, and the one it belongs to; of a file the one it belongs to. */
export async function openDeployments(paths: readonly string[], io: Io): Promise<OpenedAll> {
  const disk = new DiskFiles();
  const workspace = new Workspace(disk);
  const chosen: ((deployment: Deployment) => boolean)[] = [];
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const absolute = trimmed(slashed(resolve(io.cwd, path)));
    const kind = await kindOfPath(absolute);
    if (kind === 'file' && !absolute.toLowerCase().endsWith('.umtopo'))
      throw new UsageError(`${path} is no .umtopo file; name a folder or a .umtopo file`);
    const folder = kind === 'folder' ? absolute : folderOf(absolute);
    const around = await enclosingRoot(disk, folder);
    await workspace.open([around ?? folder]);
    const known = [...workspace.paths, ...workspace.unreadableFiles.map((file) => file.path)];
    if (!known.some((file) => isBelow(file, absolute)))
      throw new UsageError(`${path}: there is no .umtopo file here or below`);
    chosen.push((deployment) => {
      if (kind === 'file') return deployment.source(absolute) !== undefined;
      return isBelow(deployment.root, absolute) || (around !== undefined && deployment.root === around);
    });
  }
  const unreadable = workspace.unreadableFiles.map(({ path, fault }) => `${shown(path, io)}: ${fault}`);
  const deployments: Opened[] = [];
  for (const deployment of workspace.deployments.filter((each) => chosen.some((test) => test(each))))
    deployments.push(await describe(deployment, disk, unreadable, io));
  return { workspace, deployments, unreadable };
}

/** So many deployments are named where one has to be chosen. */
const SHOWN = 10;

function trimmed(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

export function shown(path: string, io: Io): string {
  const relative = relativePath(path, trimmed(slashed(io.cwd)));
  return relative === '' || path === trimmed(slashed(io.cwd)) ? '.' : relative;
}

/** Also reads the settings beside the deployment; their faults are told with the files that can't be read. */
async function describe(deployment: Deployment, disk: DiskFiles, faults: string[], io: Io): Promise<Opened> {
  const folder = deployment.standalone ? folderOf(deployment.root) : deployment.root;
  const opened = { deployment, root: shown(deployment.root, io), folder };
  const path = `${folder}/umtopo.json`;
  const read = deployment.standalone ? undefined : await disk.read(path);
  if (read === undefined) return { ...opened, severities: new Map() };
  if (read.fault !== undefined) {
    faults.push(`${shown(path, io)}: ${read.fault}`);
    return { ...opened, severities: new Map() };
  }
  const settings = readSettings(read.text);
  const lines = new LineIndex(read.text);
  for (const { start, message } of settings.faults) {
    const line = lines.lineAt(start);
    faults.push(`${shown(path, io)}:${line + 1}:${start - lines.lineStart(line) + 1}: ${message}`);
  }
  return { ...opened, severities: settings.severities };
}

/** The nearest folder, this one or above, in which a file declares a deployment. */
async function enclosingRoot(disk: DiskFiles, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = folderOf(at)) {
    for (const path of await disk.listFlat(at)) {
      const read = await disk.read(path);
      if (read?.text !== undefined && declares(path, read.text)) return at;
    }
    if (at === '' || at === folderOf(at)) return undefined;
  }
}

function declares(path: string, text: string): boolean {
  if (!/deployment/i.test(text)) return false;
  return TopologyFile.read(path, text).tree.items.some(
    (item) => item.node?.type === 'declaration' && sameWord(item.node.kind.text, 'deployment'),
  );
}

/** Opens the one deployment that a path means. @throws UsageError when there are several, or none. */
export async function openOne(paths: readonly string[], io: Io): Promise<Opened> {
  if (paths.length > 1) throw new UsageError(`name one folder; ${paths.length} are named`);
  const { deployments, unreadable } = await openDeployments(paths, io);
  if (unreadable.length > 0) throw new UsageError(unreadable.join('\n'));
  const real = deployments.filter(({ deployment }) => !deployment.standalone);
  const [first] = real.length > 0 ? real : deployments;
  if (first === undefined) throw new UsageError(`${paths[0] ?? '.'}: there is no deployment here`);
  if (real.length > 1) {
    const names = real.slice(0, SHOWN).map(({ root }) => root);
    if (real.length > SHOWN) names.push(`${real.length - SHOWN} more`);
    const around = real.some(({ folder }) => real.some((other) => other.folder.startsWith(`${folder}/`)));
    const outer = around ? ', or a file of the one that lies around another' : '';
    throw new UsageError(
      `there are ${count(real.length, 'deployment')} here: ${names.join(', ')}; name one of these folders${outer}`,
    );
  }
  return first;
}

export interface Judged extends Opened {
  readonly analysis: Analysis;
  /** Milliseconds that the analysis took. */
  readonly ms: number;
}

export function judge(opened: Opened): Judged {
  const start = performance.now();
  const analysis = new Analyzer(opened.deployment).analyze(opened.severities);
  return { ...opened, analysis, ms: Math.round(performance.now() - start) };
}

/** How many waves are done at `--wave NAME`. @throws UsageError when there is no such wave. */
export function wavesUpTo(deployment: Deployment, name: string | undefined): number {
  if (name === undefined) return 0;
  const index = waveNamed(deployment, name);
  if (index >= 0) return index + 1;
  const names = waveOrder(deployment).waves.map((wave) => wave.name);
  throw new UsageError(
    `there is no wave "${name}"; ${names.length === 0 ? 'the deployment has none' : `there are ${names.join(', ')}`}`,
  );
}
