import type { Kind, Property } from '../types';
import { text } from './common';
import { userRow } from './userRow';

/** In a block, a property of the rows is the default of all its rows, and so it isn't a user's own any more. */
const rowDefaults: readonly Property[] = userRow.properties;

export const users: Kind = {
  name: 'users',
  plural: 'user groups',
  singular: 'user group',
  doc: 'A group of users, one a row or from CSV files. A property of the block is the default of its rows.',
  nameType: 'text',
  nameDoc: 'The name of the group, for `in group`.',
  parents: ['file'],
  cmdlets: { new: 'Enable-CsUser', set: 'Set-CsUser', get: 'Get-CsUser' },
  group: 'users',
  source: ['PS-ENABLEUSER', 'PS-SETUSER', 'USER'],
  properties: [
    {
      name: 'csv',
      doc: 'CSV files with more users, relative to this file and not above the root; UTF-8, or UTF-16 with BOM.',
      type: text,
      list: true,
      fact: true,
      source: [],
    },
    {
      name: 'delimiter',
      doc: 'The character between the cells of its CSV files.',
      type: text,
      defaultDoc: "the deployment's",
      fact: true,
      limits: { maximumLength: 1 },
      source: [],
    },
    ...rowDefaults,
  ],
  rows: [userRow],
  example: `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  extensions 55121  delegates dan@contoso.com
  dan@contoso.com    line +14255550122  extensions 55122
}`,
};
