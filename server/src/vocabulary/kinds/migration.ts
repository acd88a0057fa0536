import type { Kind } from '../types';
import { date, oneOf, reference } from './common';

export const wave: Kind = {
  name: 'wave',
  plural: 'waves',
  singular: 'wave',
  doc: 'Users and contacts that move together, with `move` lines. A line sees the state just before the wave; its further properties are new values.',
  nameType: 'text',
  nameDoc: 'The name, for `before`, `after` and `in wave`.',
  parents: ['file'],
  cmdlets: {},
  madeBy: 'nothing: a plan',
  group: 'migration',
  source: ['EX-HYB', 'ROUTE'],
  properties: [
    {
      name: 'date',
      doc: 'When the wave is to run; orders waves that `after` leaves open.',
      type: date,
      fact: true,
      source: [],
    },
    {
      name: 'after',
      doc: 'The waves that must have run before.',
      type: reference('wave'),
      list: true,
      fact: true,
      source: [],
    },
    {
      name: 'hostedVoiceMail',
      doc: "When Set-CsUser sets Lync's flag, seen from the move of the mailbox; before it, calls reach an empty mailbox.",
      type: oneOf(
        { value: 'after', doc: 'After the mailbox has moved.' },
        { value: 'before', doc: 'Before the mailbox moves.' },
        { value: 'never', doc: 'Not at all: Exchange writes its own pair.' },
      ),
      default: 'after',
      fact: true,
      inferred: true,
      source: ['ROUTE', 'USER'],
    },
    {
      name: 'retire',
      doc: 'Exchange organizations whose local UM is removed at the end of this wave: contacts, hunt groups, gateways and dial plans. From then on it answers nobody. Transitional mixed mode needs one.',
      type: reference('exchange'),
      list: true,
      fact: true,
      inferred: true,
      source: ['ARCH'],
    },
  ],
  example: `wave Pilot {
  date 2013-06-03
  move carol@contoso.com, dan@contoso.com to hosted policy Cloud
}`,
};
