import { resolve } from 'node:path';
import { pictureGraph } from '../../preview/buildGraph';
import { standaloneSvg } from '../../preview/svg';
import { textValue } from '../arguments';
import type { Command } from '../command';
import { writeWhole } from '../disk';
import { judge, openOne, wavesUpTo } from '../open';
import { exitCodes, UsageError } from '../usage';

export const preview: Command = {
  name: 'preview',
  usage: '[PATH] --out FILE.svg [--wave NAME]',
  doc: 'Writes the routing preview as an SVG that stands alone.',
  options: [
    { name: 'out', value: 'FILE.svg', doc: 'The file that the picture is written to' },
    { name: 'wave', value: 'NAME', doc: 'When that wave is done, with all before it' },
  ],
  async run({ values, paths }, io) {
    const out = textValue(values, 'out');
    if (out === undefined) throw new UsageError('--out FILE.svg is missing: the file that the picture is written to');
    if (!/\.svg$/i.test(out)) throw new UsageError(`${out}: the picture is an SVG; name a file that ends in .svg`);
    const judged = judge(await openOne(paths, io));
    const waves = wavesUpTo(judged.deployment, textValue(values, 'wave'));
    await writeWhole(
      resolve(io.cwd, out),
      standaloneSvg(pictureGraph(judged.deployment, judged.analysis.diagnostics, waves)),
    );
    if (values.quiet !== true) io.out(`${out}\n`);
    return exitCodes.clean;
  },
};
