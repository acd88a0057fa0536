import { Client } from '../protocol/client';
import { everyRequest } from '../protocol/everyRequest';
import { hostedParts, mixedBase } from '../support/deployment';

/**
 * What each request costs with 10, 1,000 and 100,000 users: milliseconds that the built server is at work, over the protocol (on other systems than Linux those on the
 * client's clock). Those about a whole file or the whole workspace grow with it, and are named; no other may.
 */

const uri = 'untitled:Untitled-1';
const sizes = [10, 1_000, 100_000] as const;
const rounds = 15;
/** Answers about a screen or a bounded number of rows are full with a thousand users; what is within these is noise, and milliseconds of reading the message. */
const FACTOR = 2;
const SLACK = 3;

function topology(users: number): string {
  const kinds = ['mailbox hosted  policy Cloud', 'mailbox local  umDialPlan Redmond', 'mailbox none'];
  const rows = Array.from(
    { length: users },
    (_, i) => `  user${i}@contoso.com  line +14255550100;ext=${10000 + i}  ${kinds[i % 3]}`,
  );
  const head = `${mixedBase}${Object.values(hostedParts).join('\n')}\n`;
  return `${head}users Sales {\n  pool pool01.contoso.com\n${rows.join('\n')}\n}\n`;
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

/** p50 and p95 of each request in the middle of the users, on the policy that a third of them has. */
async function measure(users: number): Promise<Map<string, { p50: number; p95: number; wide: boolean }>> {
  const client = new Client();
  await client.initialize({ textDocument: { diagnostic: {} } });
  const text = topology(users);
  client.open(uri, text);
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.includes('user0@'));
  const line = first + Math.floor(users / 6) * 3;
  const position = { line, character: (lines[line] as string).indexOf('Cloud') + 2 };
  const found = new Map<string, { p50: number; p95: number; wide: boolean }>();
  for (const { method, params, workspaceWide } of everyRequest(uri, position, { start: position, end: position })) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const time = client.stopwatch();
      await client.request(method, params).catch(() => undefined);
      times.push(time());
    }
    const { only } = (params as { readonly context?: { readonly only?: readonly string[] } }).context ?? {};
    found.set(only ? `${method} (${only})` : method, {
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      wide: workspaceWide === true,
    });
  }
  await client.close();
  return found;
}

const measured = [];
for (const users of sizes) measured.push(await measure(users));
const [small] = measured;
console.log(
  `\n${'each request, p50 / p95 in ms'.padEnd(38)}${sizes.map((users) => `${users} users`.padStart(18)).join('')}`,
);
for (const method of small?.keys() ?? []) {
  const cells = measured.map((each) => each.get(method));
  const shown = cells.map((cell) => `${cell?.p50.toFixed(1)} / ${cell?.p95.toFixed(1)}`.padStart(18)).join('');
  const grows = cells.some((cell, index) => {
    const smaller = cells[index - 1];
    return cell && smaller && !cell.wide && cell.p50 > smaller.p50 * FACTOR + SLACK;
  });
  if (grows) process.exitCode = 1;
  console.log(
    `${method.padEnd(38)}${shown}${cells[0]?.wide ? '  whole file or deployment' : grows ? '  GROWS with the users' : ''}`,
  );
}
