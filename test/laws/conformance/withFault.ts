import { fixture } from '../../support/fixture';
import { deployments } from './deployments';
import type { Fault } from './faults';

/** The deployment's files with the fault in them. */
export function withFault({ within, change }: Fault): Map<string, string> {
  const files = new Map<string, string>(fixture(deployments[within]).files.map(({ path, text }) => [path, text]));
  for (const [from, to] of change) {
    const holding = [...files].filter(([, text]) => text.includes(from));
    const [path, text] = holding[0] ?? [];
    if (path === undefined || text === undefined) throw new Error(`no file has ${from}`);
    files.set(
      path,
      text.replace(from, () => to),
    );
  }
  // A call that fails makes expectations fail; what is asked here is what the rules say of the fault itself.
  if (!change.some(([, to]) => to.includes('expect ') || to.includes('csv ')))
    for (const [path, text] of files) files.set(path, text.replace(/^expect .*/gm, ''));
  return files;
}

/** Where the fault is to be found: path and line. */
export function lineOf(files: ReadonlyMap<string, string>, { change, at }: Fault): string {
  const sought = at ?? (change.at(-1)?.[1].split('\n')[0] as string);
  for (const [path, text] of files) {
    const offset = text.indexOf(sought);
    if (offset >= 0) return `${path}:${text.slice(0, offset).split('\n').length}`;
  }
  throw new Error(`no line has ${sought}`);
}
