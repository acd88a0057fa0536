import type { Option } from './arguments';
import { type Command, commonOptions } from './command';

export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.doc}`);
  return `Unified Messaging topologies of Lync and Skype for Business: check, route, export.

Usage: umtopo COMMAND [PATH …] [options]

${lines.join('\n')}

A PATH is a folder or a .umtopo file; without one it is the current folder.
umtopo COMMAND --help tells more. Exit codes: 0 nothing wrong, 1 errors, 2 wrong usage or a file that can't be read or written.
`;
}

export function commandHelp(command: Command): string {
  return `Usage: umtopo ${command.name} ${command.usage}

${command.doc}

${optionLines([...command.options, ...commonOptions])}
`;
}

function optionLines(options: readonly Option[]): string {
  const heads = options.map((option) => `--${option.name}${option.value ? ` ${option.value}` : ''}`);
  const width = Math.max(...heads.map((head) => head.length));
  return options.map((option, i) => `  ${(heads[i] ?? '').padEnd(width)}  ${option.doc}`).join('\n');
}
