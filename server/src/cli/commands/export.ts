import { resolve } from 'node:path';
import { count } from '../../base/words';
import { type Conflict, conflictsOf, type EarlierExport, type LeftOver, leftOverOf } from '../../export/earlier';
import { exportDeployment, type Refusal } from '../../export/export';
import type { ExportFile } from '../../export/file';
import { type ExportTarget, exportTargets } from '../../export/targets';
import { isFqdn } from '../../model/values';
import { pictureGraph } from '../../preview/buildGraph';
import { standaloneSvg } from '../../preview/svg';
import { textValue } from '../arguments';
import type { Command } from '../command';
import { slashed } from '../disk';
import { diagnosticText } from '../formats/checkText';
import { printedOf } from '../formats/place';
import { newHash } from '../hash';
import { type Io, styleFor } from '../io';
import { analyzed } from '../judge';
import { type Opened, openOne } from '../open';
import { leftBehind, Staging } from '../staging';
import { earlierExport, earlierWithMap, standingAt } from '../standing';
import { exitCodes, UsageError } from '../usage';

export const exportCommand: Command = {
  name: 'export',
  usage:
    '[PATH] --out DIR [--target TARGET,…] [--wave NAME] [--ttl SECONDS] [--name-server NAME] [--force] [--overwrite]',
  doc: 'Writes the validated configuration: scripts, DNS zones, users, JSON. With an error in the deployment nothing is written.',
  options: [
    { name: 'out', value: 'DIR', doc: 'The folder that the files are written to' },
    {
      name: 'target',
      value: 'TARGET,…',
      values: [...exportTargets, 'all'],
      several: true,
      doc: `What to write: ${exportTargets.join(', ')} or all (all unless said)`,
    },
    { name: 'wave', value: 'NAME', doc: 'Only what that wave changes' },
    {
      name: 'ttl',
      value: 'SECONDS',
      doc: "Time to live of DNS records that don't say their own, in seconds (3600 unless said)",
    },
    {
      name: 'name-server',
      value: 'NAME',
      doc: 'The name server that the SOA and NS records of the zones name, fully qualified (localhost unless said)',
    },
    { name: 'force', doc: 'Write although there are errors; every file says so in its first lines' },
    {
      name: 'overwrite',
      doc: 'Also replace files that were changed since they were exported, or that no export wrote',
    },
  ],
  async run({ values, paths }, io) {
    const out = textValue(values, 'out');
    if (out === undefined) throw new UsageError('--out DIR is missing: the folder that the files are written to');
    const timeToLive = secondsOf(textValue(values, 'ttl'));
    const nameServer = nameServerOf(textValue(values, 'name-server'));
    const opened = await openOne(paths, io);
    const { deployment } = opened;
    const analysis = analyzed(opened);
    const targets = targetsOf(textValue(values, 'target'));
    const wave = textValue(values, 'wave');
    const wantsReport = wave === undefined && (targets === undefined || targets.includes('report'));
    // An export of a part leaves the other files of an earlier one: these stay listed, and README.md and the source map go on telling of them.
    const whole = targets === undefined && wave === undefined;
    const folder = resolve(io.cwd, out);
    const earlier = await (whole ? earlierExport(folder) : earlierWithMap(folder));
    const result = exportDeployment(deployment, analysis, {
      ...(wantsReport && {
        graph: (waves: number, ids: string) =>
          standaloneSvg(pictureGraph(deployment, analysis.diagnostics, waves), 'auto', ids),
      }),
      ...(!whole && earlier && { kept: earlier }),
      newHash,
      force: values.force === true,
      ...(targets && { targets }),
      ...(wave !== undefined && { wave }),
      ...(timeToLive !== undefined && { timeToLive }),
      ...(nameServer !== undefined && { nameServer }),
    });
    if (result.refused) return refuse(opened, result.refused, textValue(values, 'color') ?? 'auto', io);
    const { refusal, leftOver } = await writeFiles(folder, result.files, earlier, {
      overwrite: values.overwrite === true,
      whole,
    });
    if (refusal) {
      for (const { path, reason } of refusal) io.err(`${out}/${path} ${reason}\n`);
      io.err(`umtopo export: nothing was written: ${wayOut(refusal)}\n`);
      return exitCodes.errors;
    }
    for (const { path } of result.files) io.out(`${out}/${path}\n`);
    for (const path of await leftBehind(folder))
      io.err(
        `umtopo: ${slashed(path)} is of an export that was killed, or is under way: \`old\` in it has files of ${out} that were to be replaced, if any; delete it when you have seen to these\n`,
      );
    for (const path of leftOver.keep)
      io.err(
        `umtopo: ${out}/${path} is of an earlier export and was changed since: it was kept, though this export has it no more; move or delete it\n`,
      );
    if (values.quiet === true) return exitCodes.clean;
    const { remove } = leftOver;
    if (remove.length > 0) io.err(`umtopo: ${count(remove.length, 'file')} of an earlier export removed\n`);
    io.err(`umtopo: ${count(result.files.length, 'file')} written; ${out}/README.md says what to do with them\n`);
    return exitCodes.clean;
  },
};

interface Written {
  /** What is in the way: nothing was written. */
  readonly refusal?: readonly Conflict[];
  readonly leftOver: LeftOver;
}

/** Writes all files, or none. */
async function writeFiles(
  folder: string,
  files: readonly ExportFile[],
  earlier: EarlierExport | undefined,
  { overwrite, whole }: { readonly overwrite: boolean; readonly whole: boolean },
): Promise<Written> {
  const staging = await Staging.beside(folder);
  try {
    for (const file of files) await staging.write(file.path, file.bytes(newHash()));
    const written = files.map((file) => ({ path: file.path, sha256: file.digest().sha256 }));
    const paths = written.map(({ path }) => path);
    const conflicts = conflictsOf(await standingAt(folder, paths), earlier, written);
    const refusal = conflicts.filter(({ blocked }) => blocked || !overwrite);
    if (refusal.length > 0) return { refusal, leftOver: { remove: [], keep: [] } };
    const before = whole ? (earlier?.files ?? []).map(({ path }) => path) : [];
    const leftOver = leftOverOf(await standingAt(folder, before), earlier, paths);
    await staging.move(leftOver.remove);
    return { leftOver };
  } finally {
    await staging.end();
  }
}

function wayOut(conflicts: readonly Conflict[]): string {
  const [these, them] = conflicts.length === 1 ? ['this file', 'it'] : ['these files', 'them'];
  const anyway = conflicts.some(({ blocked }) => blocked) ? '' : `, or replace ${them} with --overwrite`;
  return `move ${these} away, name another folder by --out${anyway}`;
}

function targetsOf(text: string | undefined): readonly ExportTarget[] | undefined {
  const names = text?.split(',');
  if (names === undefined || names.includes('all')) return undefined;
  return exportTargets.filter((target) => names.includes(target));
}

/** The longest time to live there is. [RFC 2181] */
const LONGEST_TIME = 2 ** 31 - 1;

function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text) || Number(text) > LONGEST_TIME)
    throw new UsageError(`--ttl takes whole seconds from 0 to ${LONGEST_TIME}, not "${text}"`);
  return Number(text);
}

function nameServerOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const name = text.replace(/\.$/, '');
  if (name !== 'localhost' && !isFqdn(name))
    throw new UsageError(`--name-server takes a fully qualified name such as ns1.contoso.com, not "${text}"`);
  return name;
}

function refuse(opened: Opened, refusal: Refusal, color: string, io: Io): number {
  if (refusal.reason === 'noWave') throw new UsageError(refusal.message);
  const style = styleFor(color, { ...io, terminal: false });
  const { root, deployment } = opened;
  const printed = { ...printedOf(opened), root, standalone: deployment.standalone };
  for (const error of refusal.errors) io.err(`${diagnosticText(printed, error, style)}\n`);
  io.err(`umtopo export: ${refusal.message}\n`);
  return exitCodes.errors;
}
