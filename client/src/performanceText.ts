import type { StatsResult, WorkCounts } from '../../server/src/lsp/protocol';

/** Stages in the order of the work, with what is counted in each. */
const stages: readonly (readonly [keyof WorkCounts['ms'], string, (work: WorkCounts) => readonly string[]])[] = [
  [
    'text',
    'Text',
    (work) => [
      `${counted(work.charactersScanned, 'character')} scanned`,
      `${counted(work.declarationsParsed, 'declaration')} parsed`,
      `${counted(work.rowsRead, 'row')} of users read in ${counted(work.pagesRead, 'page')}`,
    ],
  ],
  [
    'analysis',
    'Facts, placements, rules',
    (work) => [
      `${counted(work.rowsIndexed, 'row')} indexed`,
      `${counted(work.placementsJudged, 'placement')} judged`,
      `${counted(work.checksRun, 'check')} run`,
      `${counted(work.pagesSearched, 'page')} of rows searched for who shares an address or a number`,
      `${counted(work.groupsJudged, 'group')} of those who do judged`,
      `${counted(work.diagnosticsMade, 'problem')} of users put into words`,
    ],
  ],
  [
    'sending',
    'Diagnostics',
    (work) => [`${counted(work.diagnosticsSent, 'problem')} sent for ${counted(work.filesSent, 'file')}`],
  ],
  ['preview', 'Preview', (work) => [`${counted(work.previewElementsSent, 'part')} of pictures sent`]],
];

/** A page of Markdown: what the last change cost, stage by stage, and what there is. */
export function performanceText({ last, total, deployments }: StatsResult): string {
  const rows = stages.map(([stage, name, work]) => [
    name,
    work(last).join(', '),
    ms(last.ms[stage]),
    ms(total.ms[stage]),
  ]);
  const there = deployments.map(({ name, files, users, placements, ms: time }) => [
    escaped(name),
    counted(files, 'file'),
    counted(users, 'user'),
    counted(placements, 'placement'),
    ms(time),
  ]);
  return [
    '# Performance',
    "What the last change of a document cost the server. The work should follow what was changed, not how large the deployment is; users are judged by *placement*, the distinct combinations of what decides about a user's route.",
    table(['Stage', 'Work', 'Last change', 'Since the start'], rows),
    '## Deployments',
    table(['Deployment', 'Files', 'Users', 'Placements', 'Last analysis'], there),
    '*UM Topology: Explain Performance* brings this page up to date.',
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function counted(value: number, noun: string): string {
  return `${value.toLocaleString('en-US')} ${noun}${value === 1 ? '' : 's'}`;
}

function ms(value: number): string {
  return `${value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 })} ms`;
}

/** A name is text of the user's: it can't end a cell or begin markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#!]/g, '\\$&');
}
