import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kinds } from '../../server/src/vocabulary';
import { hostedParts, mixedBase } from '../support/deployment';
import { isShort, type Measure, publish } from './measure';
import { runProgram } from './programs';

/** A check of a deployment with thousands of declarations of one kind, for each kind, and of waves that name thousands of users: what rules ask of each must not be asked of all others. */

const sizes = [isShort ? 500 : 1000, isShort ? 2000 : 8000] as const;
const times = sizes[1] / sizes[0];
const folder = mkdtempSync(join(tmpdir(), 'umtopo-bench-'));
const head = `${mixedBase}${Object.values(hostedParts).join('\n')}\n`;
/** Declared once in a deployment, or measured elsewhere. */
const once = new Set(['deployment', 'users', 'wave']);

/** Copies of an example under names and numbers of their own. */
function copies(example: string, count: number): string {
  const copy = (_: unknown, i: number): string =>
    example
      .replace(/contoso/gi, `contoso${i}`)
      .replace(/\+1(\d{6})\d{4}/g, `+1$1${i}`)
      .replace(/^(\s*(?:exchange organization|\w+) )"?([\w.@*-]+)"?( .*\{|\s*\{)/gm, (all, kind, name, rest) =>
        /contoso\d/.test(name) ? all : `${kind}${name}${i}${rest}`,
      );
  return Array.from({ length: count }, copy).join('\n');
}

function movedOneByOne(count: number): string {
  const each = <T>(give: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => give(i));
  const rows = each(
    (i) => `  user${i}@contoso.com  line +14255550100;ext=${100_000 + i}  mailbox hosted  policy Cloud`,
  );
  const moves = each((i) => `  move user${i}@contoso.com to local`);
  return `users All {\n  pool pool01.contoso.com\n${rows.join('\n')}\n}\nwave First {\n${moves.join('\n')}\n}\n`;
}

/** Milliseconds of processor time. */
function check(text: string): number {
  const path = join(folder, 'in');
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'main.umtopo'), head + text);
  return runProgram(['dist/cli.js', 'check', path], [0, 1]).cpuMs;
}

const measures: Measure[] = [];
try {
  const works = kinds
    .filter(({ name }) => !once.has(name))
    .map(({ name, example }) => [name, (count: number) => copies(example, count)] as const);
  for (const [name, make] of [...works, ['moves of a wave', movedOneByOne] as const]) {
    const [small, large] = [check(make(sizes[0])), check(make(sizes[1]))];
    measures.push({
      name: `${name}: growth from ${sizes[0].toLocaleString('en')} to ${sizes[1].toLocaleString('en')} of them`,
      unit: 'exponent',
      median: Math.log(large / small) / Math.log(times),
      runs: 1,
      goal: { of: 'median', limit: 1.15 },
    });
    console.log(`${name.padEnd(34)} ${small.toFixed(0).padStart(6)} ms → ${large.toFixed(0).padStart(6)} ms`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
const worst = measures.toSorted((a, b) => b.median - a.median).slice(0, 3);
publish({
  title: 'Many declarations',
  about: `Processor time of a check of ${sizes[0].toLocaleString('en')} and of ${sizes[1].toLocaleString('en')} copies of each kind’s example, and of a wave that names as many users; the three of ${measures.length} that grow fastest. 1 would be in proportion.`,
  measures: worst,
});
