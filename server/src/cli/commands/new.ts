import { basename, resolve } from 'node:path';
import { domainFault, modes, newDeployment, servers, unless } from '../../templates/newDeployment';
import { textValue } from '../arguments';
import type { Command } from '../command';
import { codeOf, DiskFiles, kindOfPath, slashed, writeAll } from '../disk';
import { shown } from '../open';
import { exitCodes, UsageError } from '../usage';

export const newCommand: Command = {
  name: 'new',
  usage: 'DIR [--mode MODE] [--server SERVER] [--domain DOMAIN]',
  doc: 'Writes a deployment to start from, which checks clean, into a new or empty folder.',
  options: [
    {
      name: 'mode',
      value: 'MODE',
      values: modes,
      doc: `Where voice mail is: ${modes.join(', ')} (${unless.mode} unless said)`,
    },
    {
      name: 'server',
      value: 'SERVER',
      values: servers,
      doc: `What the pools run: ${servers.join(', ')} (${unless.server} unless said)`,
    },
    { name: 'domain', value: 'DOMAIN', doc: `The SIP domain (${unless.domain} unless said)` },
  ],
  async run({ values, paths }, io) {
    const [dir, other] = paths;
    if (dir === undefined) throw new UsageError('which folder? umtopo new DIR');
    if (other !== undefined) throw new UsageError('one folder at a time: the second one is left over');
    const folder = slashed(resolve(io.cwd, dir));
    const domain = textValue(values, 'domain') ?? unless.domain;
    const fault = domainFault(domain);
    if (fault) throw new UsageError(`--domain: ${fault}`);
    const files = newDeployment({
      name: basename(folder) || 'Deployment',
      mode: textValue(values, 'mode') ?? unless.mode,
      server: textValue(values, 'server') ?? unless.server,
      domain,
    });
    await refuseTaken(folder, dir);
    await writeAll(
      folder,
      files.map(({ path, text }) => ({ path, content: text })),
    );
    for (const { path } of files) io.out(`${shown(`${folder}/${path}`, io)}\n`);
    if (values.quiet !== true)
      io.err(`\nNext: umtopo check ${dir}, then replace what is made up by what is deployed.\n`);
    return exitCodes.clean;
  },
};

/** A topology that is there, or below, would become part of the new deployment, or be written over. */
async function refuseTaken(folder: string, dir: string): Promise<void> {
  try {
    if ((await kindOfPath(folder)) === 'file') throw new UsageError(`${dir} is a file; name a folder`);
  } catch (error) {
    if (codeOf(error instanceof UsageError ? error.cause : error) === 'ENOENT') return;
    throw error;
  }
  const [first] = await new DiskFiles().list(folder);
  if (first !== undefined)
    throw new UsageError(
      `${dir} holds a deployment already (${first.slice(folder.length + 1)}); name a folder without .umtopo files`,
    );
}
