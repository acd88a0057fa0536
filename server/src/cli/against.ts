import { resolve } from 'node:path';
import { count } from '../base/words';
import { type Against, belongs, compareExport, type Difference } from '../export/against';
import { sourceDigest } from '../export/manifest';
import { newHash } from './hash';
import type { Io } from './io';
import type { Opened } from './open';
import { earlierExport, standingAt } from './standing';
import { UsageError } from './usage';

/** Compares a deployment with a folder that it is said to have been exported to. @throws UsageError where no export stands there. */
export async function compareWith(opened: readonly Opened[], folder: string, io: Io): Promise<Against> {
  const [one, ...others] = opened;
  if (one === undefined || others.length > 0)
    throw new UsageError(`--against wants one deployment, there are ${opened.length} here: name its folder`);
  const at = resolve(io.cwd, folder);
  const earlier = await earlierExport(at);
  if (earlier === undefined)
    throw new UsageError(
      `${folder}/manifest.json is missing, or is not of an export: nothing can be said of this folder`,
    );
  const paths = earlier.files.map((file) => file.path);
  return compareExport(earlier, sourceDigest(one.deployment, newHash), await standingAt(at, paths));
}

const said: Readonly<Record<Difference['state'], string>> = {
  added: 'was added since',
  changed: 'was changed since',
  missing: 'is missing',
  outdated: 'was made of an earlier state of the topology',
};

/** For people: each difference on its line, and what follows from them. */
export function againstText(against: Against, folder: string): string {
  const lines = [
    ...against.source.map(({ path, state }) => `topology: ${path} ${said[state]}`),
    ...against.files.map(({ path, state }) => `${folder}/${path} ${said[state]}`),
  ];
  const { files, sameSource } = against;
  if (belongs(against)) lines.push(`${folder} belongs to this topology, and nothing in it was changed`);
  else if (sameSource) lines.push(`${folder} was exported of this topology, but ${count(files.length, 'file')} differ`);
  else lines.push(`${folder} belongs to another state of the topology: export again before you run anything in it`);
  return `${lines.join('\n')}\n`;
}
