import { join } from 'node:path';
import type { Command } from '../command';
import { exitCodes, UsageError } from '../usage';

export const lsp: Command = {
  name: 'lsp',
  usage: '--stdio',
  doc: 'Runs the language server for any editor.',
  options: [{ name: 'stdio', doc: 'Speak the Language Server Protocol over standard input and output' }],
  async run({ values }) {
    if (values.stdio !== true) throw new UsageError('say how it is spoken to: umtopo lsp --stdio');
    // The server's own bundle, which stands beside this one: what the editor starts and what this starts are one file.
    require(join(__dirname, 'server.js'));
    return exitCodes.clean;
  },
};
