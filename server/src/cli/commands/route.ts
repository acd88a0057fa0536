import { waveOrder } from '../../model/waves';
import { asked, eventNamed, routeOfAsked } from '../../routing/asked';
import { callEvents } from '../../routing/types';
import { textValue } from '../arguments';
import { type Command, formatOption } from '../command';
import { routeJson, routeText } from '../formats/routeFormats';
import { styleFor } from '../io';
import { openOne, wavesUpTo } from '../open';
import { exitCodes, UsageError } from '../usage';

export const route: Command = {
  name: 'route',
  usage: 'ADDRESS-OR-NUMBER [PATH] [--event EVENT] [--wave NAME]',
  doc: 'Tells where a call goes, hop by hop, and why.',
  options: [
    formatOption('text', 'json'),
    {
      name: 'event',
      value: 'EVENT',
      values: callEvents,
      doc: `What happens: ${callEvents.join(', ')} (noAnswer unless said)`,
    },
    { name: 'wave', value: 'NAME', doc: 'When that wave is done, with all before it' },
  ],
  async run({ values, paths }, io) {
    const [of, ...rest] = paths;
    if (of === undefined) throw new UsageError('whose call? umtopo route ADDRESS-OR-NUMBER [PATH]');
    const opened = await openOne(rest, io);
    const { deployment } = opened;
    const wave = textValue(values, 'wave');
    const waves = wavesUpTo(deployment, wave);
    const said = textValue(values, 'event');
    const question = asked(of, said === undefined ? undefined : eventNamed(said));
    const { isNumber, event } = question;
    if (isNumber && event) throw new UsageError('a number takes no event: the contact that has it decides');
    const found = routeOfAsked(deployment, question, waves);
    if (found === undefined) {
      throw new UsageError(
        isNumber
          ? `nobody has the number ${of}: neither a contact nor a user`
          : `there is no user and no contact ${of} in ${opened.root}`,
      );
    }
    const answer = {
      address: of.replace(/^(sip|tel):/i, ''),
      event: isNumber ? null : (event ?? 'noAnswer'),
      // As it is declared, whatever the case it was asked in.
      wave: wave === undefined ? null : (waveOrder(deployment).waves[waves - 1]?.name ?? wave),
    };
    if (textValue(values, 'format') === 'json') io.out(routeJson(opened, answer, found));
    else io.out(routeText(opened, answer, found, styleFor(textValue(values, 'color') ?? 'auto', io)));
    return exitCodes.clean;
  },
};
