import { resolve } from 'node:path';
import { pictureGraph } from '../../preview/buildGraph';
import { buildLadder } from '../../preview/ladder/buildLadder';
import { ladderSvg } from '../../preview/ladder/ladderSvg';
import { standaloneSvg, type Theme } from '../../preview/svg';
import { asked, eventNamed } from '../../routing/asked';
import { callEvents } from '../../routing/types';
import { textValue, type Values } from '../arguments';
import type { Command } from '../command';
import { writeWhole } from '../disk';
import { analyzed } from '../judge';
import { type Opened, openOne, wavesUpTo } from '../open';
import { rasterize } from '../rasterize';
import { exitCodes, UsageError } from '../usage';

export const preview: Command = {
  name: 'preview',
  usage: '[PATH] --out FILE.svg [--wave NAME] [--view graph|ladder --of ADDRESS-OR-NUMBER]',
  doc: 'Writes the routing preview, or a call as a SIP ladder, as an SVG that stands alone.',
  options: [
    { name: 'out', value: 'FILE.svg', doc: 'The file that the picture is written to; FILE.png with @resvg/resvg-js' },
    { name: 'wave', value: 'NAME', doc: 'When that wave is done, with all before it' },
    {
      name: 'view',
      value: 'VIEW',
      values: ['graph', 'ladder'],
      doc: 'The routing graph, or one call as a ladder: graph, ladder (graph unless said, ladder with --of)',
    },
    { name: 'of', value: 'ADDRESS', doc: 'Whose call the ladder shows: an address or a number' },
    {
      name: 'event',
      value: 'EVENT',
      values: callEvents,
      doc: `What happens in the ladder: ${callEvents.join(', ')} (noAnswer unless said)`,
    },
  ],
  async run({ values, paths }, io) {
    const out = textValue(values, 'out');
    if (out === undefined) throw new UsageError('--out FILE.svg is missing: the file that the picture is written to');
    const png = /\.png$/i.test(out);
    if (!png && !/\.svg$/i.test(out))
      throw new UsageError(`${out}: the picture is an SVG or a PNG; name a file that ends in .svg or .png`);
    const opened = await openOne(paths, io);
    // Pixels don't follow the reader's mode.
    const svg = draw(opened, values, png ? 'light' : 'auto');
    await writeWhole(resolve(io.cwd, out), png ? rasterize(svg, io.cwd) : svg);
    if (values.quiet !== true) io.out(`${out}\n`);
    return exitCodes.clean;
  },
};

function draw(opened: Opened, values: Values, theme: Theme): string {
  const { deployment } = opened;
  const of = textValue(values, 'of');
  const event = textValue(values, 'event');
  const waves = wavesUpTo(deployment, textValue(values, 'wave'));
  if ((textValue(values, 'view') ?? (of === undefined ? 'graph' : 'ladder')) === 'graph') {
    if (of !== undefined || event !== undefined)
      throw new UsageError('--of and --event belong to the ladder: --view ladder --of ADDRESS');
    return standaloneSvg(pictureGraph(deployment, analyzed(opened).diagnostics, waves), theme);
  }
  if (of === undefined) throw new UsageError('whose call? --view ladder --of ADDRESS-OR-NUMBER');
  const question = asked(of, event === undefined ? undefined : eventNamed(event));
  if (question.isNumber && event !== undefined)
    throw new UsageError('a number takes no event: the contact that has it decides');
  const ladder = buildLadder(deployment, question, waves);
  if (ladder === undefined) {
    throw new UsageError(
      question.isNumber
        ? `nobody has the number ${of}: neither a contact nor a user`
        : `there is no user and no contact ${of} in ${opened.root}`,
    );
  }
  return ladderSvg(ladder, theme);
}
