import type { Declaration } from '../model/declaration';
import type { FactReader } from '../model/facts';
import { removeProperty } from './fixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0015',
  severity: 'error',
  title: 'Waves in a cycle or against their dates',
  basis: 'language',
  source: [],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['wave'],
      check(wave, { deployment, read, report }) {
        const before = (of: Declaration): Declaration[] =>
          read.list(of, 'after').flatMap((name) => deployment.find('wave', name) ?? []);
        // A cycle is one fault: it is told at one of its waves, once.
        let told = false;
        read.list(wave, 'after').forEach((name, i) => {
          const earlier = deployment.find('wave', name);
          if (earlier === undefined) return;
          const at = { path: wave.path, ...wave.valueSpan('after', i) };
          const way = wayBack(earlier, wave, before);
          if (way) {
            if (told || faulty(cycleOf(deployment.all('wave'), wave, before), read, before) !== wave) return;
            told = true;
            const names = [wave, ...way].map((each) => each.name);
            report({
              at,
              message: `These waves wait for each other and none can ever run: ${names.join(' after ')}`,
              related: way
                .filter((each) => each !== wave)
                .map((each) => ({ at: { path: each.path, ...each.valueSpan('after') }, message: `Wave ${each.name}` })),
              fixes: () => {
                const fix = read.list(wave, 'after').length === 1 ? removeProperty(wave, 'after') : undefined;
                return fix ? [fix] : [];
              },
            });
            return;
          }
          const [own, other] = [read.text(wave, 'date'), read.text(earlier, 'date')];
          if (own === undefined || other === undefined || own >= other) return;
          report({
            at: { path: wave.path, ...wave.valueSpan('date') },
            message: `Wave ${wave.name} is to run after ${earlier.name}, but on an earlier day: ${own} comes before ${other}`,
            related: [
              { at, message: `${wave.name} runs after ${earlier.name}` },
              { at: { path: earlier.path, ...earlier.valueSpan('date') }, message: `The date of ${earlier.name}` },
            ],
          });
        });
      },
    },
  ],
};

/** The waves that wait for one and that it waits for. */
function cycleOf(
  waves: readonly Declaration[],
  wave: Declaration,
  before: (wave: Declaration) => Declaration[],
): Declaration[] {
  return waves.filter((each) => wayBack(each, wave, before) && wayBack(wave, each, before));
}

/** Of the waves in a cycle the one that waits for a later day; without such dates the first declared. */
function faulty(
  cycle: readonly Declaration[],
  read: FactReader,
  before: (wave: Declaration) => Declaration[],
): Declaration | undefined {
  const againstDates = cycle.find((wave) => {
    const own = read.text(wave, 'date');
    return before(wave).some((each) => {
      const other = read.text(each, 'date');
      return cycle.includes(each) && own !== undefined && other !== undefined && own < other;
    });
  });
  return againstDates ?? cycle[0];
}

/** The waves from one back to another, by `after`. */
function wayBack(
  from: Declaration,
  to: Declaration,
  before: (wave: Declaration) => Declaration[],
): Declaration[] | undefined {
  const seen = new Set<Declaration>();
  const search = (at: Declaration): Declaration[] | undefined => {
    if (at === to) return [at];
    if (seen.has(at)) return undefined;
    seen.add(at);
    for (const next of before(at)) {
      const found = search(next);
      if (found) return [at, ...found];
    }
    return undefined;
  };
  return search(from);
}

export const page: RulePage = {
  explanation: `Waves follow \`after\`, then \`date\`, then their names. When they wait for each other there is no order in which they could run; when a wave that runs after
another has an earlier date, one of the two is wrong, and it can't be said what a call meets in between.`,
  bad: `wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
wave Rest  { date 2013-05-01  after Pilot  move dan@contoso.com to hosted policy Cloud }
                  ^^^^^^^^^^`,
  good: `wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
wave Rest  { date 2013-07-01  after Pilot  move dan@contoso.com to hosted policy Cloud }`,
  alsoBad: [
    `wave Pilot { after Rest  move carol@contoso.com to hosted policy Cloud }
                   ^^^^
wave Rest  { after Pilot  move dan@contoso.com to hosted policy Cloud }`,
    `wave Rest  { date 2013-07-01  after Pilot  move dan@contoso.com to hosted policy Cloud }
wave Pilot { date 2013-06-03  after Rest  move carol@contoso.com to hosted policy Cloud }
                                    ^^^^`,
    `wave Pilot { after Pilot  move carol@contoso.com to hosted policy Cloud }
                   ^^^^^`,
  ],
};
