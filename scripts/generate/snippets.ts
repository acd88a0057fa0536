import { type Kind, kinds, type Property, takesMoves, type ValueType } from '../../server/src/vocabulary';
import { type Generator, jsonFile } from './file';

/** What a tab stop holds at first, by type. */
function placeholder(type: ValueType, name: string): string {
  switch (type.type) {
    case 'boolean':
      return '|true,false|';
    case 'enum':
      return `|${type.values.map(({ value }) => value).join(',')}|`;
    case 'number':
      return ':1';
    case 'date':
      return ':2013-06-03';
    case 'fqdn':
      return ':host.contoso.com';
    case 'sipAddress':
      return ':alice@contoso.com';
    case 'phone':
      return ':+14255550100';
    case 'ipAddress':
      return ':203.0.113.10';
    case 'distinguishedName':
      return ':"OU=Voice,DC=contoso,DC=com"';
    case 'portRange':
      return ':5061';
    default:
      return `:${name}`;
  }
}

/** What the kind's example has behind a word: a name or value that an administrator recognizes. */
function exampleOf(kind: Kind, word: string): string | undefined {
  return new RegExp(`(?:^|\\s)${word}[ \\t]+("[^"]*"|[^\\s{}(),"/]+)`).exec(kind.example)?.[1];
}

/** A placeholder's own marks, escaped. */
const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

function body(kind: Kind): string[] {
  let stop = 1;
  const tabStop = (text: string) => `\${${stop++}${text}}`;
  const properties = (list: readonly Property[]) =>
    list
      .filter(({ required }) => required)
      .map(({ name, type }) => {
        const example = type.type === 'enum' ? undefined : exampleOf(kind, name);
        return `${name} ${tabStop(example ? `:${escapeSnippet(example)}` : placeholder(type, name))}`;
      });
  const name = kind.nameType === 'none' ? '' : ` ${tabStop(`:${escapeSnippet(exampleOf(kind, kind.name) ?? 'Name')}`)}`;
  const head = `${kind.name}${name} {`;
  const lines = properties(kind.properties);
  const row = kind.rows?.[0];
  if (row && row.head !== 'sipAddress') {
    const owner = row.owner ? ` ${tabStop(':_sipfederationtls._tcp')}` : '';
    lines.push(`${row.head}${owner} ${properties(row.properties).join('  ')}`);
  }
  if (takesMoves(kind)) lines.push(`move ${tabStop(':alice@contoso.com')} to ${tabStop('|hosted,local,none|')}`);
  return [head, ...lines.map((line) => `\t${line}`), '\t$0', '}'];
}

/** One snippet a kind, with what it requires, and one for an expectation. */
export const generateSnippets: Generator = () => [
  jsonFile('syntaxes/umtopo.code-snippets', {
    ...Object.fromEntries(
      kinds.map((kind) => [kind.singular, { prefix: kind.name, description: kind.doc, body: body(kind) }]),
    ),
    expectation: {
      prefix: 'expect',
      description: 'Where a call has to end; checked with the rest of the deployment.',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's own syntax
      body: ['expect ${1:alice@contoso.com} reaches ${2|hosted,local,nothing|}$0'],
    },
  }),
];
