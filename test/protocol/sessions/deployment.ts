import { generateProvider } from '../../bench/provider';

/** Files by their path: a deployment of six thousand users in blocks and in a CSV file, with a mistake here and there. */
export function startingFiles(): Map<string, string> {
  const files = new Map(generateProvider({ users: 4000, files: 2, mistakes: 0.002 }));
  const generated = generateProvider({ users: 2000, files: 1, form: 'csv', mistakes: 0.002 });
  // Other people than those of the blocks.
  const csv = generated.get('users/Group01.csv')?.replaceAll('sip:', 'sip:c.').replaceAll(';ext=1', ';ext=2');
  const block = generated
    .get('users/Group01.umtopo')
    ?.replace('users Group01', 'users Sales')
    .replace('Group01', 'Sales');
  files.set('users/Sales.csv', csv ?? '').set('users/Sales.umtopo', block ?? '');
  const waves = [
    'wave Pilot { date 2013-06-03  move every user in group Group01 to hosted policy Tenant1 }',
    'expect every user in group Sales reaches ExchangeOnline',
    'expect no user unreachable after Pilot',
  ];
  return files.set('waves.umtopo', `${waves.join('\n')}\n`);
}
