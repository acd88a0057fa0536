import { nearest } from '../base/words';
import { parseArguments } from './arguments';
import { type Command, commonOptions } from './command';
import { commandHelp, generalHelp } from './help';
import type { Io } from './io';
import { exitCodes, UsageError } from './usage';

/** Runs a command line. Never throws: what goes wrong is said in a sentence, with the exit code of `cli.md`'s contract. */
export async function main(words: readonly string[], commands: readonly Command[], io: Io): Promise<number> {
  const [first, ...rest] = words;
  if (first === undefined) {
    io.err(generalHelp(commands));
    return exitCodes.usage;
  }
  if (first === '--version') return print(io, `${io.version}\n`);
  if (first === '--help' || first === '-h' || (first === 'help' && rest.length === 0))
    return print(io, generalHelp(commands));
  const name = first === 'help' ? rest[0] : first;
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const guess = nearest(
      String(name),
      commands.map((candidate) => candidate.name),
    );
    io.err(
      `umtopo: there is no command "${name}"; ${guess ? `did you mean "${guess}"? ` : ''}umtopo --help lists them\n`,
    );
    return exitCodes.usage;
  }
  if (first === 'help') return print(io, commandHelp(command));
  try {
    const parsed = parseArguments(rest, [...command.options, ...commonOptions]);
    if (parsed.values.help === true) return print(io, commandHelp(command));
    if (parsed.values.version === true) return print(io, `${io.version}\n`);
    return await command.run(parsed, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`umtopo ${command.name}: ${error.message}\n`);
      return exitCodes.usage;
    }
    const text = error instanceof Error ? error.message : String(error);
    io.err(`umtopo ${command.name}: this is a fault of umtopo itself: ${text}\n`);
    if (io.env.UMTOPO_DEBUG && error instanceof Error) io.err(`${error.stack}\n`);
    return exitCodes.usage;
  }
}

function print(io: Io, text: string): number {
  io.out(text);
  return exitCodes.clean;
}
