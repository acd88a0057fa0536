import { nearest } from '../base/words';
import { replace } from './fixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0011',
  severity: 'error',
  title: 'CSV file missing or unreadable',
  basis: 'language',
  source: [],
  checks: [
    {
      looksAt: 'text',
      fixes({ path, start, end }, deployment) {
        const written = deployment.textOf(path).slice(start, end).replaceAll('"', '');
        const names = deployment.paths
          .filter((other) => other.toLowerCase().endsWith('.csv'))
          .map((other) => other.split('/').pop() ?? other);
        const guess = nearest(written, names);
        return guess ? [replace(path, { start, end }, JSON.stringify(guess), `Change to "${guess}"`)] : [];
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `A CSV file is named relative to the file that names it, and lies in the deployment's folder or below. It is UTF-8, or UTF-16 with BOM. Its users are not
part of the deployment until it can be read: nothing is checked or exported for them.`,
  bad: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  csv "../sales.csv"
      ^^^^^^^^^^^^^^
}`,
  good: `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  csv "sales.csv"
}
//- /sales.csv
SipAddress,LineURI
erin@contoso.com,+14255550105`,
};
