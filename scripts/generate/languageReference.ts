import {
  childrenOf,
  type Kind,
  kinds,
  type Property,
  parameterOf,
  type RowKind,
  sources,
  takesColumns,
  takesMoves,
  userRow,
} from '../../server/src/vocabulary';
import { defaultOf, formOf, kindLink, limitsOf, madeWith, sourceLinks, table } from './describe';
import type { GeneratedFile, Generator } from './file';

const folder = 'docs/language';
const note = '<!-- Generated from the vocabulary by "npm run docs". -->';

const groups: Readonly<Record<Kind['group'], string>> = {
  deployment: 'The deployment',
  topology: 'Sites, pools and domains',
  federation: 'Federation, providers and tenants',
  policies: 'Policies and configurations',
  exchange: 'Exchange Unified Messaging',
  contacts: 'Contacts and agent groups',
  users: 'Users',
  network: 'Certificates, DNS, firewall',
  migration: 'Migration',
};

function standsFor(property: Property): string {
  const { fact, cmdlets } = property;
  if (fact) return '*fact*';
  const parameter = `\`-${parameterOf(property)}\``;
  return cmdlets ? `${cmdlets.map((cmdlet) => `\`${cmdlet}\``).join(', ')} ${parameter}` : parameter;
}

function meaning({ doc, aliases, immutable, inferred, since, roles, source }: Property): string {
  return [
    doc,
    ...(immutable ? ['Cannot be changed after creation.'] : []),
    ...(roles ? [`For pools of role ${roles.map((role) => `\`${role}\``).join(', ')} only.`] : []),
    ...(aliases ? [`Also read: ${aliases.map((alias) => `\`${alias}\``).join(', ')}.`] : []),
    ...(since ? [`From \`${since}\` on.`] : []),
    ...(inferred ? ['A recommendation: deduced, not documented.'] : []),
    ...(source.length > 0 ? [sourceLinks(source)] : []),
  ].join(' ');
}

function propertyTable(properties: readonly Property[]): string {
  return table(
    ['Property', 'Value', 'Default', 'Stands for', 'Meaning'],
    properties.map((each) => [`\`${each.name}\``, formOf(each), defaultOf(each), standsFor(each), meaning(each)]),
  );
}

function enumTables(properties: readonly Property[]): string[] {
  return properties.flatMap(({ name, type }) => {
    if (type.type !== 'enum') return [];
    const rows = type.values.map(({ value, doc, aliases, since }) => [
      `\`${value}\``,
      [
        doc,
        ...(aliases ? [`Also read: ${aliases.map((alias) => `\`${alias}\``).join(', ')}.`] : []),
        ...(since ? [`From \`${since}\` on.`] : []),
      ].join(' '),
    ]);
    return [`### Values of \`${name}\``, table(['Value', 'Meaning'], rows)];
  });
}

function rowSection(row: RowKind): string[] {
  if (row === userRow) {
    return [
      '## Rows',
      `${row.doc} Every property above but \`csv\` and \`delimiter\` may stand in a row: \`alice@contoso.com  line +14255550101\`, or \`alice@contoso.com { … }\` over several lines.`,
    ];
  }
  const head = `\`${row.head}${row.owner ? ' OWNER' : ''}\``;
  const owner = row.owner ? ' The owner is relative to the zone, `@` the zone itself.' : '';
  return [`## Rows ${head}`, `${row.doc}${owner}`, propertyTable(row.properties), ...enumTables(row.properties)];
}

function csvSection(): string[] {
  const rows = [
    ['the address', userRow.csvHeaders?.map((header) => `\`${header}\``).join(', ') ?? ''],
    ...userRow.properties
      .filter(({ csvHeaders }) => csvHeaders)
      .map(({ name, csvHeaders }) => [`\`${name}\``, csvHeaders!.map((header) => `\`${header}\``).join(', ')]),
  ];
  return [
    '## Headers of CSV files',
    'Without `columns` a header is the name of a property, whatever its case, or one of these; other columns are ignored.',
    table(['Property', 'Header'], rows),
  ];
}

function kindPage(kind: Kind): GeneratedFile {
  const inside = childrenOf(kind);
  const facts = [
    ...(kind.nameDoc ? [['Name', kind.nameDoc]] : []),
    ...(kind.nameLimits ? [['Name, limit', limitsOf(kind.nameLimits)]] : []),
    ...(kind.nameImmutable ? [['Name, later', 'cannot be changed in the deployed system']] : []),
    ['Stands in', kind.parents.map((parent) => (parent === 'file' ? 'a file' : kindLink(parent))).join(', ')],
    ...(kind.single ? [['How many', 'one in a deployment']] : []),
    ['Made with', madeWith(kind)],
    ...(inside.length > 0 ? [['Contains', inside.map(({ name }) => kindLink(name)).join(', ')]] : []),
    ...(takesColumns(kind) ? [['Also', '`columns { … }`, see [CSV files](syntax.md#users-and-csv-files)']] : []),
    ...(takesMoves(kind) ? [['Also', '`move` lines, see [Waves](syntax.md#waves)']] : []),
    ['Sources', sourceLinks(kind.source)],
  ];
  const sections = [
    note,
    `# \`${kind.name}\``,
    kind.doc,
    table(['', ''], facts),
    `\`\`\`umtopo\n${kind.example}\n\`\`\``,
    ...(kind.properties.length > 0
      ? ['## Properties', propertyTable(kind.properties), ...enumTables(kind.properties)]
      : []),
    ...(kind.rows ?? []).flatMap(rowSection),
    ...(kind.name === 'users' ? csvSection() : []),
    '[All kinds](README.md) · [The language](syntax.md) · [Sources](sources.md)',
  ];
  return { path: `${folder}/${kind.name}.md`, content: `${sections.join('\n\n')}\n` };
}

function index(): GeneratedFile {
  const sections = Object.entries(groups).flatMap(([group, title]) => [
    `## ${title}`,
    table(
      ['Kind', 'Made with', 'What it is'],
      kinds.filter((kind) => kind.group === group).map((kind) => [kindLink(kind.name), madeWith(kind), kind.doc]),
    ),
  ]);
  const content = [
    note,
    '# Language reference',
    'A topology file states what a deployment is, in declarations of these kinds. Each kind is the noun of the cmdlet that makes the object, each property the parameter, each value the value, all in camelCase; case never matters. How files are written and read: [the language](syntax.md). Where the facts come from: [sources](sources.md).',
    ...sections,
  ];
  return { path: `${folder}/README.md`, content: `${content.join('\n\n')}\n` };
}

function sourcePage(): GeneratedFile {
  const rows = sources.map(({ key, title, location }) => [`<a id="${key.toLowerCase()}"></a>${key}`, title, location]);
  const content = [
    note,
    '# Sources',
    'The documents, cmdlet pages, reports and samples that facts in the reference are taken from. What is marked as a recommendation is deduced from them and stands in none.',
    table(['Key', 'Title', 'Where'], rows),
  ];
  return { path: `${folder}/sources.md`, content: `${content.join('\n\n')}\n` };
}

/** A page a kind, an index, and the sources. */
export const generateLanguageReference: Generator = () => [index(), ...kinds.map(kindPage), sourcePage()];
