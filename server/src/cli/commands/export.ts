import { resolve } from 'node:path';
import { count } from '../../base/words';
import { type ExportTarget, exportDeployment, exportTargets, type Refusal } from '../../export/export';
import { textValue } from '../arguments';
import type { Command } from '../command';
import { writeAll } from '../disk';
import { diagnosticText } from '../formats/checkText';
import { type Io, styleFor } from '../io';
import { type Judged, judge, openOne } from '../open';
import { exitCodes, UsageError } from '../usage';

export const exportCommand: Command = {
  name: 'export',
  usage: '[PATH] --out DIR [--target TARGET,…] [--wave NAME] [--force]',
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
    { name: 'force', doc: 'Write although there are errors; every file says so in its first lines' },
  ],
  async run({ values, paths }, io) {
    const out = textValue(values, 'out');
    if (out === undefined) throw new UsageError('--out DIR is missing: the folder that the files are written to');
    const judged = judge(await openOne(paths, io));
    const targets = targetsOf(textValue(values, 'target'));
    const wave = textValue(values, 'wave');
    const result = exportDeployment(judged.deployment, judged.analysis, {
      force: values.force === true,
      ...(targets && { targets }),
      ...(wave !== undefined && { wave }),
    });
    if (result.refused) return refuse(judged, result.refused, textValue(values, 'color') ?? 'auto', io);
    const files = result.files.map((file) => ({ path: file.path, content: file.bytes() }));
    await writeAll(resolve(io.cwd, out), files);
    for (const { path } of files) io.out(`${out}/${path}\n`);
    if (values.quiet !== true)
      io.err(`umtopo: ${count(files.length, 'file')} written; ${out}/README.md says what to do with them\n`);
    return exitCodes.clean;
  },
};

function targetsOf(text: string | undefined): readonly ExportTarget[] | undefined {
  const names = text?.split(',');
  if (names === undefined || names.includes('all')) return undefined;
  return exportTargets.filter((target) => names.includes(target));
}

function refuse(judged: Judged, refusal: Refusal, color: string, io: Io): number {
  if (refusal.reason === 'noWave') throw new UsageError(refusal.message);
  const style = styleFor(color, { ...io, terminal: false });
  for (const error of refusal.errors) io.err(`${diagnosticText(judged, error, style)}\n`);
  io.err(`umtopo export: ${refusal.message}\n`);
  return exitCodes.errors;
}
