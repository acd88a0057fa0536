import { fold } from '../base/words';
import { type PrintedDeclaration, type PrintedProperty, unknownWord } from '../syntax/print';
import type { DeployedTopology } from './deployedTopology';
import { incompleteKinds, missingFacts } from './missingFacts';
import { homelessRemarks } from './remarks';
import { isInferred } from './serverVersions';
import { wrap, wrapWords } from './wrap';

/** The deployment, with what the topology can't tell as `unknown` and `incomplete`, and its SIP domains. */
export function deploymentDeclarations(topology: DeployedTopology): PrintedDeclaration[] {
  const { document } = topology;
  const name = document.defaultDomain ?? document.domains[0]?.name ?? 'Imported';
  return [
    {
      kind: 'deployment',
      name,
      doc: documentation(topology),
      properties: [
        server(topology),
        { word: 'cumulativeUpdate', values: [unknownWord] },
        {
          word: 'mode',
          values: [unknownWord],
          comments: ['Your decision: onPremises, crossPremises or mixed (and then whether mixed mode is to end)'],
        },
        { word: 'transitional', values: [unknownWord] },
        { word: 'forest', values: [unknownWord] },
        {
          word: 'incomplete',
          values: incompleteKinds.map((kind) => ({ bare: kind })),
          comments: ['More of these exist than is written here; take a kind out when all of it is declared'],
        },
      ],
      remarks: remarks(topology),
    },
    ...sipDomains(topology),
  ];
}

/** A command stays on one line, however long, so that it can be copied. */
function documentation({ document }: DeployedTopology): string[] {
  const published = document.form === 'published';
  const origin = published ? 'the published topology (Get-CsTopology -AsXml)' : 'a Topology Builder file';
  const signature = document.signature ? `, signature ${document.signature}` : '';
  const text = [
    `Imported from ${document.file}, ${origin}${signature}.`,
    'It tells sites, pools and SIP domains. Before a call can be routed the rest has to be added;',
    'this is what is missing, and where to read it:',
  ].join(' ');
  return [...wrapWords(text), ...missingFacts.flatMap(({ what, how }) => [`- ${what}:`, `  ${how}`])];
}

function server({ server: version }: DeployedTopology): PrintedProperty {
  if (version === undefined) return { word: 'server', values: [unknownWord] };
  const property: PrintedProperty = { word: 'server', values: [{ bare: version }] };
  if (!isInferred(version)) return property;
  return { ...property, comments: ['Inferred from the ServiceVersion; no document lists these numbers: check it'] };
}

function remarks(topology: DeployedTopology): string[] {
  const { document } = topology;
  const homeless = homelessRemarks(topology);
  return [
    ...(document.allowAllDomains ? ['Every SIP domain counts as internal (AllowAllDomains)'] : []),
    ...document.simpleUrls.map(
      ({ component, domain, activeUrl }) => `Simple URL ${component} of ${domain}: ${activeUrl}`,
    ),
    ...(homeless.length > 0 ? [...wrap('Services whose place is not in the file:', [], ''), ...homeless] : []),
  ];
}

/** The SIP domains, each once, exactly one of them the default. */
function sipDomains({ document, notes }: DeployedTopology): PrintedDeclaration[] {
  const { defaultDomain } = document;
  const found = new Map<string, PrintedDeclaration>();
  const isDefault: PrintedProperty = { word: 'isDefault', values: [{ bare: 'true' }] };
  const domain = (name: string, comments: readonly string[]): PrintedDeclaration => ({
    kind: 'sipDomain',
    name,
    comments,
    properties: defaultDomain !== undefined && fold(name) === fold(defaultDomain) ? [isDefault] : [],
  });
  for (const { name, allowSubDomains, line } of document.domains) {
    if (found.has(fold(name))) notes.push({ message: `SIP domain ${name} stands twice in the file`, line });
    else found.set(fold(name), domain(name, allowSubDomains ? ['Its subdomains count too (AllowSubDomains)'] : []));
  }
  if (defaultDomain === undefined) {
    notes.push({ message: 'The file names no default SIP domain: set `isDefault` on one', line: 1 });
    const unsure: PrintedProperty = { word: 'isDefault', values: [unknownWord] };
    return [...found.values()].map((declaration) => ({ ...declaration, properties: [unsure] }));
  }
  if (!found.has(fold(defaultDomain))) {
    notes.push({
      message: `The default SIP domain ${defaultDomain} is not among the internal domains; it was declared`,
      line: 1,
    });
    return [domain(defaultDomain, []), ...found.values()];
  }
  return [...found.values()];
}
