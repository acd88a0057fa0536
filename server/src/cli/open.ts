import { resolve } from 'node:path';
import { folderOf, relativePath } from '../base/paths';
import { count, sameWord } from '../base/words';
import type { Deployment } from '../model/deployment';
import type { DeploymentFiles } from '../model/deploymentFiles';
import { around } from '../model/readingOrder';
import { TopologyFile } from '../model/sourceFile';
import { waveNamed, waveOrder } from '../model/waves';
import { Workspace } from '../model/workspace';
import type { Severities } from '../rules/analyze';
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
  readonly deployments: readonly Opened[];
  /** Files that can't be read, each with its reason. */
  readonly unreadable: readonly string[];
  /** Lets go of deployments that were worked on, beyond so many as don't matter. */
  rest(): void;
}

/** So many deployments are kept: of thousands one after the other is worked on. */
const KEPT = 16;

/** Opens the deployments that paths mean: a folder's own, those below it, and the one it belongs to; of a file the one it belongs to. */
export async function openDeployments(paths: readonly string[], io: Io): Promise<OpenedAll> {
  const disk = new DiskFiles();
  const workspace = new Workspace(disk);
  const rest = (): void => void workspace.members.rest(KEPT, () => false);
  const named: Named[] = [];
  for (const path of paths.length === 0 ? ['.'] : paths) named.push(await lookAt(path, disk, io));
  await workspace.open([...new Set(named.map(({ read }) => read))], async () => rest());
  const unreadableFiles = workspace.unreadableFiles.map((file) => file.path);
  const known = new Set([...workspace.paths, ...unreadableFiles].flatMap((path) => [path, ...around(path)]));
  const missing = named.find(({ absolute }) => !known.has(absolute));
  if (missing) throw new UsageError(`${missing.path}: there is no .umtopo file here or below`);
  const files = new Set(named.filter(({ isFile }) => isFile).map(({ absolute }) => absolute));
  const folders = new Set(named.filter(({ isFile }) => !isFile).map(({ absolute }) => absolute));
  const enclosing = new Set(named.filter(({ isFile }) => !isFile).flatMap(({ enclosed }) => enclosed ?? []));
  const isMeant = ({ root, files: own }: DeploymentFiles): boolean =>
    enclosing.has(root) ||
    [root, ...around(root)].some((folder) => folders.has(folder)) ||
    own.some(({ path }) => files.has(path));
  const unreadable = workspace.unreadableFiles.map(({ path, fault }) => `${shown(path, io)}: ${fault}`);
  const deployments: Opened[] = [];
  for (const member of [...workspace.members.all].filter(isMeant))
    deployments.push(await describe(member, disk, unreadable, io));
  return { deployments, unreadable, rest };
}

/** A path that a command names, and what is read for it. */
interface Named {
  readonly path: string;
  readonly absolute: string;
  readonly isFile: boolean;
  /** The folder of the deployment that the path lies in. */
  readonly enclosed: string | undefined;
  readonly read: string;
}

async function lookAt(path: string, disk: DiskFiles, io: Io): Promise<Named> {
  const absolute = trimmed(slashed(resolve(io.cwd, path)));
  const isFile = (await kindOfPath(absolute)) === 'file';
  if (isFile && !absolute.toLowerCase().endsWith('.umtopo'))
    throw new UsageError(`${path} is no .umtopo file; name a folder or a .umtopo file`);
  const folder = isFile ? folderOf(absolute) : absolute;
  const enclosed = await enclosingRoot(disk, folder);
  return { path, absolute, isFile, enclosed, read: enclosed ?? folder };
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
async function describe(member: DeploymentFiles, disk: DiskFiles, faults: string[], io: Io): Promise<Opened> {
  const folder = member.standalone ? folderOf(member.root) : member.root;
  const opened = (severities: Severities): Opened => ({
    get deployment() {
      return member.deployment;
    },
    root: shown(member.root, io),
    folder,
    severities,
  });
  const path = `${folder}/umtopo.json`;
  const read = member.standalone ? undefined : await disk.read(path);
  if (read === undefined) return opened(new Map());
  if (read.fault !== undefined) {
    faults.push(`${shown(path, io)}: ${read.fault}`);
    return opened(new Map());
  }
  const settings = readSettings(read.text);
  const lines = new LineIndex(read.text);
  for (const { start, message } of settings.faults) {
    const line = lines.lineAt(start);
    faults.push(`${shown(path, io)}:${line + 1}:${start - lines.lineStart(line) + 1}: ${message}`);
  }
  return opened(settings.severities);
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
