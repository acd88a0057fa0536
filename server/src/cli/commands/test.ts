import type { Expectation } from '../../model/deployment';
import { waveOrder } from '../../model/waves';
import { evaluate, type Verdict } from '../../routing/expectations';
import { textValue } from '../arguments';
import { type Command, formatOption } from '../command';
import { type Examined, testJson, testJunit, testText } from '../formats/testFormats';
import { styleFor } from '../io';
import { type Opened, openDeployments, wavesUpTo } from '../open';
import { exitCodes, UsageError } from '../usage';

export const test: Command = {
  name: 'test',
  usage: '[PATH …] [--wave NAME]',
  doc: 'Runs the `expect` declarations.',
  options: [
    formatOption('text', 'json', 'junit'),
    { name: 'wave', value: 'NAME', doc: 'Only what is expected before or after that wave' },
  ],
  async run({ values, paths }, io) {
    const { deployments, unreadable } = await openDeployments(paths, io);
    if (unreadable.length > 0) throw new UsageError(unreadable.join('\n'));
    const wave = textValue(values, 'wave');
    const examined = deployments.flatMap((opened) => examine(opened, wave));
    const format = textValue(values, 'format');
    if (format === 'json') io.out(testJson(examined));
    else if (format === 'junit') io.out(testJunit(examined));
    else io.out(testText(examined, styleFor(textValue(values, 'color') ?? 'auto', io)));
    return examined.some(({ verdict }) => verdict.passed === false) ? exitCodes.errors : exitCodes.clean;
  },
};

function examine(opened: Opened, wave: string | undefined): Examined[] {
  const { deployment } = opened;
  if (wave !== undefined) wavesUpTo(deployment, wave);
  const order = waveOrder(deployment).waves;
  const about = (expectation: Expectation): boolean => {
    if (wave === undefined) return true;
    const name = expectation.node.when?.wave.text.toLowerCase();
    return name !== undefined && name === wave.toLowerCase() && order.some((entry) => entry.declaration.key === name);
  };
  return deployment.expectations.filter(about).map((expectation): Examined => {
    const verdict: Verdict = evaluate(deployment, expectation);
    return { opened, expectation, verdict };
  });
}
