import { access, readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { decodeText } from '../../base/decode';
import { applyChanges } from '../../base/span';
import { topologyTexts } from '../../export/json/fromJson';
import { ImportError } from '../../import/importError';
import { type ImportResult, importFile } from '../../import/importFile';
import { formatText } from '../../syntax/format';
import { parse } from '../../syntax/parse';
import { textValue } from '../arguments';
import type { Command } from '../command';
import { reasonOf, writeAll } from '../disk';
import { shown } from '../open';
import { exitCodes, UsageError } from '../usage';

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE … --out DIR',
  doc: 'Makes a deployment of files of a real one: a published topology (Get-CsTopology -AsXml), or a Topology Builder file; or of the topology.json of an export.',
  options: [{ name: 'out', value: 'DIR', doc: 'The folder that the deployment is written to' }],
  async run({ values, paths }, io) {
    const out = textValue(values, 'out');
    if (paths.length === 0) throw new UsageError('which file? umtopo import FILE --out DIR');
    if (out === undefined) throw new UsageError('--out DIR is missing: the folder that the deployment is written to');
    if (paths.length > 1) throw new UsageError('one topology makes one deployment; name one file');
    const [path = ''] = paths;
    const bytes = await readFile(resolve(io.cwd, path)).catch((error: unknown) => {
      throw new UsageError(`${path}: ${reasonOf(error)}`);
    });
    const result = /\.json$/i.test(path) ? topologyOrExplain(path, bytes) : importOrExplain(path, bytes);
    const folder = resolve(io.cwd, out);
    for (const file of result.files) {
      const there = await access(resolve(folder, file.path)).then(
        () => true,
        () => false,
      );
      if (there)
        throw new UsageError(
          `${out}/${file.path} exists already; name a new folder by --out, so that nothing is overwritten`,
        );
    }
    await writeAll(
      folder,
      result.files.map((file) => ({ path: file.path, content: file.text })),
    );
    for (const file of result.files) io.out(`${shown(`${folder}/${file.path}`, io)}\n`);
    if (values.quiet === true) return exitCodes.clean;
    for (const note of result.notes) io.err(`${path}:${note.line}: ${note.message}\n`);
    if (result.missing.length > 0) io.err('\nThe file cannot tell what a routable deployment needs beside it:\n');
    for (const { what, how } of result.missing) io.err(`  - ${what}: ${how}\n`);
    return exitCodes.clean;
  },
};

/** Below the deployment's folder, whoever wrote the text. */
const ownPath = /^(?:[^/\\:\0]+\/)*[^/\\:\0]+\.umtopo$/i;

/** A topology.json of an export: nothing of it is missing. */
function topologyOrExplain(path: string, bytes: Uint8Array): ImportResult {
  const decoded = decodeText(bytes);
  try {
    if (decoded.fault !== undefined) throw new Error(decoded.fault);
    const files = topologyTexts(decoded.text).map(({ path: name, text }) => ({
      path: name,
      text: applyChanges(text, formatText(text, parse(text))),
    }));
    for (const file of files)
      if (!ownPath.test(file.path) || file.path.split('/').includes('..'))
        throw new Error(`It names a file ${JSON.stringify(file.path)}, which is no .umtopo file below its folder`);
    return { files, missing: [], notes: [] };
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function importOrExplain(path: string, bytes: Uint8Array): ImportResult {
  try {
    return importFile(basename(path), bytes);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const place =
      error.line === undefined ? '' : `:${error.line}${error.column === undefined ? '' : `:${error.column}`}`;
    throw new UsageError(`${path}${place}: ${error.message}`);
  }
}
