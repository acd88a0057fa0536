import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** Reads scripts with a grammar of PowerShell that isn't ours. */
let parser: Promise<Parser> | undefined;

async function load(): Promise<Parser> {
  await Parser.init();
  const made = new Parser();
  made.setLanguage(
    await Language.load(createRequire(import.meta.url).resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')),
  );
  return made;
}

/** A command as it stands in a script. */
export interface ReadCommand {
  readonly name: string;
  /** Parameters by name, without the dash; the texts of their arguments. */
  readonly parameters: readonly { readonly name: string; readonly argument: string | undefined }[];
  readonly line: number;
  /** Stands in the block of an `if ($PSCmdlet.ShouldProcess(…))`. */
  readonly asked: boolean;
}

export interface ReadScript {
  /** Places where the grammar doesn't understand the text. */
  readonly faults: readonly string[];
  readonly commands: readonly ReadCommand[];
  readonly functions: readonly string[];
  /** The values of all string literals between single quotes. */
  readonly literals: readonly string[];
}

/** Looks at the tree of a script. */
export async function withTree<T>(text: string, look: (root: Node) => T): Promise<T> {
  parser ??= load();
  const tree = (await parser).parse(text.replace(/^\ufeff/, ''));
  if (tree === null) throw new Error('There is no tree');
  const seen = look(tree.rootNode);
  tree.delete();
  return seen;
}

export async function readScript(text: string): Promise<ReadScript> {
  const lines = text.split(/\r?\n/);
  const faults: string[] = [];
  const commands: ReadCommand[] = [];
  const functions: string[] = [];
  const literals: string[] = [];
  const walk = (node: Node, asked: boolean): void => {
    if (node.isError || node.isMissing) faults.push(`${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`);
    if (node.type === 'command') {
      const read = readCommand(node, asked, lines[node.startPosition.row - 1] ?? '');
      if (read) commands.push(read);
    }
    if (node.type === 'function_name') functions.push(node.text);
    if (node.type === 'verbatim_string_characters') literals.push(literalValue(node.text));
    const asks = node.type === 'if_statement' && /^if \(\$PSCmdlet\.ShouldProcess\(/.test(node.text);
    for (const child of node.children) if (child) walk(child, asked || (asks && child.type === 'statement_block'));
  };
  await withTree(text, (root) => walk(root, false));
  return { faults, commands, functions, literals };
}

/** @param before the line before, where a table of parameters stands that the command takes by `@name`. */
function readCommand(node: Node, asked: boolean, before: string): ReadCommand | undefined {
  const name = node.children.find((child) => child?.type === 'command_name')?.text;
  if (name === undefined) return undefined;
  const parameters: { name: string; argument: string | undefined }[] = [];
  const elements = node.children.find((child) => child?.type === 'command_elements');
  for (const element of elements?.children ?? []) {
    if (!element || element.type === 'command_argument_sep') continue;
    const table = /^@(\w+)$/.exec(element.text)?.[1];
    if (table !== undefined) {
      const entry = /^\s*\$(\w+) = @\{ '(\w+)' = ('[^']*') \}$/.exec(before);
      if (entry?.[1] !== table) throw new Error(`Line ${node.startPosition.row}: no table for @${table}`);
      parameters.push({ name: entry[2] ?? '', argument: entry[3] });
    } else if (element.type === 'command_parameter')
      parameters.push({ name: element.text.slice(1), argument: undefined });
    else {
      const last = parameters[parameters.length - 1];
      if (last && last.argument === undefined) last.argument = element.text;
    }
  }
  return { name, parameters, line: node.startPosition.row + 1, asked };
}

/** What PowerShell reads out of a literal: a quote, typographic ones too, that is doubled stands for the second one. */
export function literalValue(text: string): string {
  return text.slice(1, -1).replace(/['\u2018\u2019\u201a\u201b](['\u2018\u2019\u201a\u201b])/g, '$1');
}
