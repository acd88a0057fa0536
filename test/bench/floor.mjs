// The least that any check has to do: read the files of a folder and hash the address of each line, without case. What the check costs beyond it is its own work.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const seen = new Map();
for (const entry of readdirSync(process.argv[2] ?? '.', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let from = start;
    while (text.charCodeAt(from) === 32) from++;
    let hash = 0x811c9dc5;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 44) break;
      hash = Math.imul(hash ^ (code >= 65 && code <= 90 ? code + 32 : code), 0x01000193);
    }
    seen.set(hash, (seen.get(hash) ?? 0) + 1);
    start = end + 1;
  }
}
console.log(seen.size);
