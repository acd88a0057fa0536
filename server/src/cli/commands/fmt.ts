import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeText } from '../../base/decode';
import { applyChanges } from '../../base/span';
import { count } from '../../base/words';
import { formatText } from '../../syntax/format';
import { parse } from '../../syntax/parse';
import type { Command } from '../command';
import { DiskFiles, kindOfPath, reasonOf, slashed, writeWhole } from '../disk';
import { shown } from '../open';
import { exitCodes, UsageError } from '../usage';

export const fmt: Command = {
  name: 'fmt',
  usage: '[PATH …] [--check]',
  doc: 'Formats files in place. What a mistake touches stays as it is.',
  options: [{ name: 'check', doc: 'Change nothing; list the files that would change and exit with 1' }],
  async run({ values, paths }, io) {
    const disk = new DiskFiles();
    const files = new Set<string>();
    for (const path of paths.length === 0 ? ['.'] : paths) {
      const absolute = slashed(resolve(io.cwd, path));
      if ((await kindOfPath(absolute)) === 'file') files.add(absolute);
      else for (const file of await disk.list(absolute)) files.add(file);
    }
    if (files.size === 0) throw new UsageError('there is no .umtopo file here or below');
    const changed: string[] = [];
    const unreadable: string[] = [];
    for (const file of files) {
      const bytes = await readFile(file).catch((error: unknown) => {
        throw new UsageError(`${shown(file, io)}: ${reasonOf(error)}`);
      });
      const { text, fault } = decodeText(bytes);
      if (text === undefined) {
        unreadable.push(`${shown(file, io)}: ${fault}`);
        continue;
      }
      const formatted = applyChanges(text, formatText(text, parse(text)));
      if (formatted === text) continue;
      changed.push(shown(file, io));
      if (values.check !== true) await writeWhole(file, encodeAs(bytes, formatted));
    }
    for (const file of changed) io.out(`${file}\n`);
    if (values.quiet !== true) io.err(summary(changed.length, files.size, values.check === true));
    if (unreadable.length > 0) throw new UsageError(unreadable.join('\n'));
    return values.check === true && changed.length > 0 ? exitCodes.errors : exitCodes.clean;
  },
};

function summary(changed: number, all: number, check: boolean): string {
  if (changed === 0) return `umtopo: ${count(all, 'file')} already formatted\n`;
  return `umtopo: ${count(changed, 'file')} ${check ? 'would be' : ''} formatted\n`.replace('  ', ' ');
}

/** The text in the encoding that the file had. */
function encodeAs(before: Uint8Array, text: string): Uint8Array {
  if (before[0] === 0xff && before[1] === 0xfe) return Buffer.from(text, 'utf16le');
  if (before[0] === 0xfe && before[1] === 0xff) return Buffer.from(text, 'utf16le').swap16();
  return Buffer.from(text, 'utf8');
}
