import { Deployment } from '../../model/deployment';
import { TopologyFile } from '../../model/sourceFile';
import { filterWords } from '../../syntax/keywords';
import { quoteWord } from '../../syntax/print';
import {
  type JsonCrowd,
  type JsonDeclaration,
  type JsonExpectation,
  type JsonFile,
  type JsonMove,
  type JsonProperties,
  type JsonSelection,
  type JsonTopology,
  type JsonValue,
  schemaVersion,
} from './shape';

/**
 * The deployment that a topology.json holds, as it was exported; users of CSV files are rows of their blocks.
 * @throws Error when the text is no topology.json of this version; the message says what is wrong.
 */
export function readTopologyJson(text: string): Deployment {
  const deployment = new Deployment('');
  const files = topologyTexts(text).map((file) => TopologyFile.read(file.path, file.text));
  deployment.update(files, (_, name) => ({ fault: `"${name}" is no part of topology.json` }));
  return deployment;
}

/** The topology files that a topology.json stands for. @throws Error as `readTopologyJson`. */
export function topologyTexts(text: string): { readonly path: string; readonly text: string }[] {
  let json: Partial<JsonTopology>;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Error(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (json === null || typeof json !== 'object' || !Array.isArray(json.files))
    throw new Error('This is no topology.json: it has no list of files');
  if (json.schemaVersion !== schemaVersion)
    throw new Error(
      `This topology.json has version ${String(json.schemaVersion)}; this version of UM Topology reads ${schemaVersion}`,
    );
  return json.files.map((file: JsonFile) => ({ path: file.path, text: fileText(file) }));
}

function fileText(file: JsonFile): string {
  return file.items
    .map((item) => `${('expect' in item ? expectText(item) : declarationText(item, '')).join('\n')}\n`)
    .join('\n');
}

function declarationText(declaration: JsonDeclaration, margin: string): string[] {
  const { kind, name, doc, properties = {}, rows = [], moves = [], children = [], users = [] } = declaration;
  const inner = `${margin}  `;
  const lines = (doc === undefined ? [] : doc.split(/\r\n?|\n/)).map((line) => `${margin}/// ${line}`.trimEnd());
  lines.push(`${margin}${kind}${name === undefined ? '' : ` ${quoteWord(name)}`} {`);
  for (const [word, value] of Object.entries(properties)) lines.push(`${inner}${propertyText(word, value)}`);
  for (const row of rows) {
    const owner = row.owner === undefined ? '' : ` ${quoteWord(row.owner)}`;
    lines.push(`${inner}${row.head}${owner}${propertiesText(row.properties)}`);
  }
  for (const { sipAddress, ...own } of users)
    lines.push(`${inner}${quoteWord(sipAddress)}${propertiesText(own as JsonProperties)}`);
  for (const move of moves) lines.push(`${inner}${moveText(move)}`);
  for (const child of children) for (const line of declarationText(child, inner)) lines.push(line);
  lines.push(`${margin}}`);
  return lines;
}

function propertiesText(properties: JsonProperties = {}): string {
  return Object.entries(properties)
    .map(([word, value]) => `  ${propertyText(word, value)}`)
    .join('');
}

function propertyText(word: string, value: JsonValue): string {
  return `${word} ${valueText(value)}`;
}

function valueText(value: JsonValue): string {
  if (value === null) return 'unset';
  if (Array.isArray(value)) return value.map((scalar) => quoteWord(String(scalar))).join(', ');
  if (typeof value !== 'object') return quoteWord(String(value));
  if ('unknown' in value) return 'unknown';
  return 'invalid' in value ? value.invalid.map(quoteWord).join(', ') : '';
}

function selectionText(selection: JsonSelection): string {
  if ('addresses' in selection) return selection.addresses.map(quoteWord).join(', ');
  if ('callTo' in selection) return `call to ${quoteWord(selection.callTo)}`;
  return `every ${crowdText(selection)}`;
}

function crowdText({ every, filters = [] }: JsonCrowd): string {
  const parts = filters.map(({ by, name }) => {
    const preposition = filterWords.in.some((word) => word === by) ? 'in' : 'with';
    return ` ${preposition} ${by} ${quoteWord(name)}`;
  });
  return every + parts.join('');
}

function moveText({ move, mailbox, properties }: JsonMove): string {
  return `move ${selectionText(move)} to${mailbox === undefined ? '' : ` ${mailbox}`}${propertiesText(properties)}`;
}

function expectText({ expect, on, before, after }: JsonExpectation): string[] {
  let text = 'expect ';
  if ('noneUnreachable' in expect) text += `no ${crowdText(expect.noneUnreachable)} unreachable`;
  else {
    const { reaches } = expect;
    const target =
      'word' in reaches ? reaches.word : `${reaches.kind ? `${reaches.kind} ` : ''}${nameText(reaches.name)}`;
    text += `${selectionText(expect.selection)} reaches ${target}`;
  }
  if (on !== undefined) text += ` on ${on}`;
  if (before !== undefined) text += ` before ${quoteWord(before)}`;
  if (after !== undefined) text += ` after ${quoteWord(after)}`;
  return [text];
}

/** An object that is called as one of the language's own targets stands in quotes. */
function nameText(name: string): string {
  return /^(hosted|local|nothing)$/i.test(name) ? `"${name}"` : quoteWord(name);
}
