import { TopologyFile } from '../../server/src/model/sourceFile';
import type { ExampleBase } from '../../server/src/rules/types';
import type { Body, DeclarationNode, Element, Item } from '../../server/src/syntax/ast';

/**
 * Clean deployments that examples are parts of: no rule has anything to say about them. The mixed one is the two others together. They use the names of the
 * language's own example, and the addresses and numbers kept for documentation.
 */
const head = (mode: string): string => `deployment Contoso { server lync2013  mode ${mode}  forest contoso.com }
sipDomain contoso.com { isDefault true }
`;

const hostedPart = `accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true  enablePartnerDiscovery false }
hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}
tenant contoso.onmicrosoft.com {
  provider ExchangeOnline
  acceptedDomain contoso.com
}
hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}
`;

const hostedUsers = `users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102
}
`;

const localPart = `exchange OnPrem {
  version 2013
  forest contoso.com
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond }
  umDialPlan Redmond {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100
  }
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  extensions 55121
  dan@contoso.com    line +14255550122  extensions 55122
}
exUmContact ova-local@contoso.com {
  tool ocsUmUtil
  displayNumber +14255550100
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan Redmond
}
`;

const siteWithEdge = `site Redmond {
  siteId 1
  pool pool01.contoso.com { role frontEnd  computers fe01.contoso.com, fe02.contoso.com  edgePool edge01.contoso.com }
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true }
}
`;

export const bases: Readonly<Record<ExampleBase, string>> = {
  onPremises: `${head('onPremises')}site Redmond {
  siteId 1
  pool pool01.contoso.com { role frontEnd  computers fe01.contoso.com, fe02.contoso.com }
}
${localPart}`,
  crossPremises: `${head('crossPremises')}${siteWithEdge}${hostedPart}${hostedUsers}`,
  mixed: `${head('mixed')}${siteWithEdge}${hostedPart}${localPart}${hostedUsers}`,
  none: '',
};

/** A part of a deployment put into a clean one. */
export interface Merged {
  /** The part, with what its blocks leave out of the base's, and where its own text went. */
  readonly text: string;
  /** Where an offset of the part is in `text`. */
  readonly moved: (offset: number) => number;
  /** What is left of the base. */
  readonly rest: string;
}

/** Blocks that an example adds to: what it doesn't say of them is as in the base. Others it replaces. */
const containers = new Set(['site', 'branchsite', 'exchange', 'tenant']);
const nameless = new Set(['deployment', 'accessedgeconfiguration']);

function idOf(node: DeclarationNode): string {
  const kind = node.kind.text.toLowerCase();
  return nameless.has(kind) ? kind : `${kind} ${node.name?.text.toLowerCase() ?? ''}`;
}

/** `// Without pool edge01.contoso.com, tenant` takes objects away from the base, by name or all of a kind. */
function withoutIn(part: string): Set<string> {
  const lines = [...part.matchAll(/^\/\/ Without (.+)$/gm)];
  return new Set(lines.flatMap(([, list]) => (list as string).split(',').map((each) => each.trim().toLowerCase())));
}

/** Puts a part of a deployment into a clean one. What the part declares takes the place of what the base declares under that name. */
export function mergeInto(base: string, part: string): Merged {
  const without = withoutIn(part);
  const gone = (node: DeclarationNode): boolean => without.has(idOf(node)) || without.has(node.kind.text.toLowerCase());
  const inPart = new Map(declarationsOf(part).map(({ item, node }) => [idOf(node), { item, node }]));
  const insertions: { at: number; text: string }[] = [];
  const rest: string[] = [];
  for (const { item, node } of declarationsOf(base)) {
    if (gone(node)) continue;
    const own = inPart.get(idOf(node));
    const slice = (from: number, to: number): string => base.slice(item.start + from, item.start + to);
    if (own === undefined) {
      const removed = declarationsIn(node.body).filter(gone);
      let text = slice(node.start, node.end);
      for (const child of [...removed].reverse())
        text = text.slice(0, child.start - node.start) + text.slice(child.end - node.start);
      rest.push(text);
    } else if (containers.has(node.kind.text.toLowerCase()) && own.node.body?.closed) {
      const mentioned = new Set(own.node.body.elements.map(elementId));
      const left = (node.body?.elements ?? []).filter(
        (element) => !mentioned.has(elementId(element)) && !(element.type === 'declaration' && gone(element)),
      );
      const text = left.map((element) => `  ${slice(element.start, element.end)}\n`).join('');
      insertions.push({ at: own.item.start + own.node.body.end - 1, text: left.length > 0 ? `\n${text}` : '' });
    }
  }
  insertions.sort((a, b) => a.at - b.at);
  let text = '';
  let position = 0;
  for (const insertion of insertions) {
    text += part.slice(position, insertion.at) + insertion.text;
    position = insertion.at;
  }
  text += part.slice(position);
  const moved = (offset: number): number =>
    insertions.reduce((sum, { at, text: inserted }) => (at < offset ? sum + inserted.length : sum), offset);
  return { text, moved, rest: rest.length > 0 ? `${rest.join('\n')}\n` : '' };
}

function declarationsOf(text: string): { item: Item; node: DeclarationNode }[] {
  return TopologyFile.read('/', text).tree.items.flatMap((item) =>
    item.node?.type === 'declaration' ? [{ item, node: item.node }] : [],
  );
}

function declarationsIn(body: Body | undefined): DeclarationNode[] {
  return (body?.elements ?? []).filter((element): element is DeclarationNode => element.type === 'declaration');
}

function elementId(element: Element): string {
  if (element.type === 'declaration') return idOf(element);
  return element.type === 'property' ? `property ${element.word.text.toLowerCase()}` : `${element.start}`;
}
