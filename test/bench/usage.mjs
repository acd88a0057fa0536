// Loaded before a program that is measured: leaves what the process used in the file that BENCH_USAGE names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { cpu: (userCPUTime + systemCPUTime) / 1000, rss: maxRSS / 1024 };
  writeFileSync(String(process.env.BENCH_USAGE), JSON.stringify(used));
});
