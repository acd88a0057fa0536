// Loaded before a program that is measured, and before those that it starts: each leaves a line of what it used in the file that BENCH_USAGE names.
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { cpu: (userCPUTime + systemCPUTime) / 1000, rss: maxRSS / 1024 };
  appendFileSync(String(process.env.BENCH_USAGE), `${JSON.stringify(used)}\n`);
});
