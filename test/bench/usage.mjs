// Loaded before a program: when it ends, what it used goes to file descriptor 3.
import { writeSync } from 'node:fs';

process.once('exit', () => {
  const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ megabytes: maxRSS / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 }));
});
