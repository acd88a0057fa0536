import { resolve } from 'node:path';
import { count } from '../../base/words';
import { type ExportTarget, exportDeployment, exportTargets, type Refusal } from '../../export/export';
import { isFqdn } from '../../model/values';
import { pictureGraph } from '../../preview/buildGraph';
import { standaloneSvg } from '../../preview/svg';
import { textValue } from '../arguments';
import type { Command } from '../command';
import { writeAll } from '../disk';
import { earlierFiles, removeLeftOver } from '../earlierExport';
import { diagnosticText } from '../formats/checkText';
import { type Io, styleFor } from '../io';
import { type Judged, judge, openOne } from '../open';
import { exitCodes, UsageError } from '../usage';

export const exportCommand: Command = {
  name: 'export',
  usage: '[PATH] --out DIR [--target TARGET,…] [--wave NAME] [--ttl SECONDS] [--name-server NAME] [--force]',
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
  ],
  async run({ values, paths }, io) {
    const out = textValue(values, 'out');
    if (out === undefined) throw new UsageError('--out DIR is missing: the folder that the files are written to');
    const timeToLive = secondsOf(textValue(values, 'ttl'));
    const nameServer = nameServerOf(textValue(values, 'name-server'));
    const judged = judge(await openOne(paths, io));
    const { deployment, analysis } = judged;
    const targets = targetsOf(textValue(values, 'target'));
    const wave = textValue(values, 'wave');
    const wantsReport = wave === undefined && (targets === undefined || targets.includes('report'));
    const result = exportDeployment(deployment, analysis, {
      ...(wantsReport && { graph: standaloneSvg(pictureGraph(deployment, analysis.diagnostics)) }),
      force: values.force === true,
      ...(targets && { targets }),
      ...(wave !== undefined && { wave }),
      ...(timeToLive !== undefined && { timeToLive }),
      ...(nameServer !== undefined && { nameServer }),
    });
    if (result.refused) return refuse(judged, result.refused, textValue(values, 'color') ?? 'auto', io);
    const files = result.files.map((file) => ({ path: file.path, content: file.bytes() }));
    const folder = resolve(io.cwd, out);
    // An export of a part says nothing about the other files of a whole one: these stay.
    const whole = targets === undefined && wave === undefined;
    const earlier = whole ? await earlierFiles(folder) : [];
    await writeAll(folder, files);
    const written = files.map((file) => file.path);
    for (const path of written) io.out(`${out}/${path}\n`);
    const { removed, kept } = await removeLeftOver(folder, earlier, written);
    for (const path of kept)
      io.err(
        `umtopo: ${out}/${path} is of an earlier export and was changed since: it was kept, though this export has it no more; move or delete it\n`,
      );
    if (values.quiet === true) return exitCodes.clean;
    if (removed.length > 0) io.err(`umtopo: ${count(removed.length, 'file')} of an earlier export removed\n`);
    io.err(`umtopo: ${count(files.length, 'file')} written; ${out}/README.md says what to do with them\n`);
    return exitCodes.clean;
  },
};

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

function refuse(judged: Judged, refusal: Refusal, color: string, io: Io): number {
  if (refusal.reason === 'noWave') throw new UsageError(refusal.message);
  const style = styleFor(color, { ...io, terminal: false });
  for (const error of refusal.errors) io.err(`${diagnosticText(judged, error, style)}\n`);
  io.err(`umtopo export: ${refusal.message}\n`);
  return exitCodes.errors;
}
