import { count } from '../../base/words';
import { belongs } from '../../export/against';
import { againstText, compareWith } from '../against';
import { textValue } from '../arguments';
import { type Command, formatOption } from '../command';
import { checkGithub } from '../formats/checkGithub';
import { checkJson, summarize } from '../formats/checkJson';
import { checkSarif } from '../formats/checkSarif';
import { checkText } from '../formats/checkText';
import { printPieces } from '../formats/pieces';
import { styleFor } from '../io';
import { judgeAll } from '../judge';
import { openDeployments } from '../open';
import { exitCodes, UsageError } from '../usage';

export const check: Command = {
  name: 'check',
  usage: '[PATH …] [--verbose] [--max-warnings N] [--against DIR]',
  doc: 'Shows everything that is wrong in the deployments under the paths, failed expectations among it.',
  options: [
    formatOption('text', 'json', 'sarif', 'github'),
    { name: 'verbose', doc: 'Also list what was not checked, and which facts are missing for it' },
    { name: 'max-warnings', value: 'N', doc: 'Exit with 1 when there are more than N warnings' },
    {
      name: 'against',
      value: 'DIR',
      doc: 'Also say whether what was exported to this folder belongs to the topology as it is now, and is unchanged; exit with 1 when not',
    },
  ],
  async run({ values, paths }, io) {
    const limit = maximum(textValue(values, 'max-warnings'));
    const opened = await openDeployments(paths, io);
    const { deployments, unreadable } = opened;
    // Nothing that could be judged: to say that nothing is wrong would mislead.
    if (deployments.length === 0 && unreadable.length > 0) throw new UsageError(unreadable.join('\n'));
    const judged = judgeAll(opened);
    const quiet = values.quiet === true;
    const folder = textValue(values, 'against');
    const against = folder === undefined ? undefined : await compareWith(deployments, folder, io);
    switch (textValue(values, 'format')) {
      case 'json':
        printPieces(io, checkJson(judged, against));
        break;
      case 'sarif':
        printPieces(io, checkSarif(judged, io.version));
        break;
      case 'github':
        printPieces(io, checkGithub(judged));
        break;
      default:
        printPieces(
          io,
          checkText(judged, styleFor(textValue(values, 'color') ?? 'auto', io), {
            verbose: values.verbose === true,
            quiet,
          }),
        );
        if (against && folder !== undefined && !(quiet && belongs(against))) io.out(againstText(against, folder));
    }
    if (unreadable.length > 0) throw new UsageError(unreadable.join('\n'));
    const { errors, warnings } = summarize(judged);
    if (errors > 0) return exitCodes.errors;
    if (limit !== undefined && warnings > limit) {
      // Also when asked to be quiet: nothing else says why it ends with 1.
      io.err(`umtopo: ${count(warnings, 'warning')}, more than the ${limit} that --max-warnings allows\n`);
      return exitCodes.errors;
    }
    return against === undefined || belongs(against) ? exitCodes.clean : exitCodes.errors;
  },
};

function maximum(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UsageError(`--max-warnings takes a number, not "${text}"`);
  return Number(text);
}
