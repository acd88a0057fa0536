import { expect, it } from 'vitest';
import { performanceText } from '../../../client/src/performanceText';

it('says of the last change what was done in each stage, and how long it took', () => {
  const work = {
    charactersLexed: 40_000,
    charactersScanned: 1200,
    declarationsParsed: 1,
    rowsRead: 512,
    pagesRead: 1,
    rowsIndexed: 1024,
    placementsJudged: 2,
    checksRun: 14,
    groupsJudged: 0,
    pagesSearched: 1,
    diagnosticsMade: 3,
    diagnosticsSent: 3,
    filesSent: 2,
    previewElementsSent: 0,
    ms: { text: 0.42, analysis: 3.26, sending: 0.1, preview: 0 },
  };
  const total = { ...work, ms: { text: 30, analysis: 1510.4, sending: 2, preview: 80 } };
  const deployments = [{ root: 'file:///a', name: 'A|B *c*', files: 1, users: 1_000_000, placements: 84, ms: 3.26 }];
  const text = performanceText({ last: work, total, deployments });
  expect(text).toContain(
    '| Text | 1,200 characters scanned, 1 declaration parsed, 512 rows of users read in 1 page | 0.4 ms | 30 ms |',
  );
  expect(text).toContain(
    '| Facts, placements, rules | 1,024 rows indexed, 2 placements judged, 14 checks run, 1 page of rows searched for who shares an address or a number, 0 groups of those who do judged, 3 problems of users put into words | 3.3 ms | 1,510 ms |',
  );
  expect(text).toContain('| Diagnostics | 3 problems sent for 2 files | 0.1 ms | 2 ms |');
  expect(text).toContain('| A\\|B \\*c\\* | 1 file | 1,000,000 users | 84 placements | 3.3 ms |');
});
