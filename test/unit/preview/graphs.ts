import type { GraphEdge, GraphNode, RoutingGraph } from '../../../server/src/preview/graph';

type NodeInput = Pick<GraphNode, 'id' | 'kind' | 'lane' | 'label'> & Partial<GraphNode>;
type EdgeInput = Pick<GraphEdge, 'from' | 'to'> & Partial<GraphEdge>;

export function node(input: NodeInput): GraphNode {
  return { state: 'ok', users: 0, codes: [], ...input };
}

export function edge(input: EdgeInput): GraphEdge {
  return { id: `${input.from}>${input.to}`, users: 0, state: 'ok', ...input };
}

/** A deployment in mixed mode: some mailboxes on-premises, some hosted, and one of each fault. */
export const mixed: RoutingGraph = {
  title: 'Contoso',
  users: 4210,
  nodes: [
    node({ id: 'pstn', kind: 'pstn', lane: 'callers', label: 'PSTN', detail: 'Telephone' }),
    node({ id: 'clients', kind: 'clients', lane: 'callers', label: 'Lync clients', detail: 'SIP' }),
    node({ id: 'federation', kind: 'federation', lane: 'callers', label: 'Federation', detail: '2 domains' }),
    node({ id: 'site:redmond', kind: 'site', lane: 'pools', label: 'Redmond', detail: 'Central site' }),
    node({
      id: 'pool:pool01.contoso.com',
      kind: 'pool',
      lane: 'pools',
      label: 'pool01.contoso.com',
      detail: 'Front End · 2 servers',
      users: 4090,
    }),
    node({ id: 'site:spokane', kind: 'site', lane: 'pools', label: 'Spokane', detail: 'Branch site' }),
    node({
      id: 'pool:sba01.contoso.com',
      kind: 'pool',
      lane: 'pools',
      label: 'sba01.contoso.com',
      detail: 'Survivable Branch',
      users: 120,
    }),
    node({
      id: 'exumrouting',
      kind: 'exUmRouting',
      lane: 'routing',
      label: 'ExUM Routing',
      users: 4210,
    }),
    node({
      id: 'umdialplan:redmond',
      kind: 'umDialPlan',
      lane: 'paths',
      label: 'Redmond',
      detail: 'SIP URI · secured',
      users: 1260,
    }),
    node({
      id: 'umdialplan:plant',
      kind: 'umDialPlan',
      lane: 'paths',
      label: 'Plant',
      state: 'broken',
      detail: 'SIP URI · unsecured',
      reason: 'Unsecured, while media must be encrypted',
      users: 86,
      codes: ['UM3001', 'UM3007'],
    }),
    node({
      id: 'edge:edge01.contoso.com',
      kind: 'edge',
      lane: 'paths',
      label: 'edge01.contoso.com',
      detail: 'sip.contoso.com',
      users: 2800,
    }),
    node({
      id: 'umservers:onprem',
      kind: 'umServers',
      lane: 'services',
      label: 'OnPrem',
      detail: '2 UM servers · 2013',
      users: 1260,
    }),
    node({
      id: 'hostingprovider:exchangeonline',
      kind: 'hostingProvider',
      lane: 'services',
      label: 'ExchangeOnline',
      detail: 'exap.um.outlook.com',
      users: 2760,
      codes: ['UM2002'],
    }),
    node({
      id: 'hostingprovider:oldhoster',
      kind: 'hostingProvider',
      lane: 'services',
      label: 'OldHoster',
      detail: 'um.litware.com',
      state: 'disabled',
      reason: 'Not enabled',
      users: 40,
    }),
    node({ id: 'mailboxes:onprem', kind: 'mailboxes', lane: 'mailboxes', label: 'OnPrem', users: 1260 }),
    node({
      id: 'tenant:contoso.onmicrosoft.com',
      kind: 'tenant',
      lane: 'mailboxes',
      label: 'contoso.onmicrosoft.com',
      detail: 'Cloud Voicemail',
      users: 2760,
    }),
    node({
      id: 'novoicemail',
      kind: 'noVoicemail',
      lane: 'mailboxes',
      label: 'No voice mail',
      detail: 'No Enterprise Voice',
      users: 34,
    }),
    node({
      id: 'unknown',
      kind: 'unknown',
      lane: 'mailboxes',
      label: 'Not known',
      reason: 'exchangeHostedVoiceMail is unknown',
      state: 'unknown',
      users: 30,
    }),
    node({
      id: 'lost',
      kind: 'lost',
      lane: 'mailboxes',
      label: 'Lost',
      state: 'broken',
      reason: 'Calls end here',
      users: 126,
    }),
  ],
  edges: [
    edge({ from: 'pstn', to: 'pool:pool01.contoso.com', users: 4090 }),
    edge({ from: 'clients', to: 'pool:pool01.contoso.com', users: 4090 }),
    edge({ from: 'clients', to: 'pool:sba01.contoso.com', users: 120 }),
    edge({ from: 'federation', to: 'pool:pool01.contoso.com', users: 4090 }),
    edge({ from: 'pool:pool01.contoso.com', to: 'exumrouting', users: 4056 }),
    edge({ from: 'pool:sba01.contoso.com', to: 'exumrouting', users: 120 }),
    edge({ from: 'pool:pool01.contoso.com', to: 'novoicemail', users: 34 }),
    edge({ from: 'exumrouting', to: 'umdialplan:redmond', users: 1260, label: 'EUM proxy' }),
    edge({ from: 'exumrouting', to: 'umdialplan:plant', users: 86, label: 'EUM proxy' }),
    edge({ from: 'exumrouting', to: 'edge:edge01.contoso.com', users: 2800, label: 'policy Cloud (tag)' }),
    edge({
      from: 'exumrouting',
      to: 'unknown',
      users: 30,
      state: 'unknown',
      reason: 'exchangeHostedVoiceMail is unknown',
    }),
    edge({ from: 'umdialplan:redmond', to: 'umservers:onprem', users: 1260, label: 'mtls 5061' }),
    edge({
      from: 'umdialplan:plant',
      to: 'umservers:onprem',
      users: 86,
      label: 'mtls 5061',
      state: 'broken',
      reason: 'Encryption does not match',
    }),
    edge({ from: 'edge:edge01.contoso.com', to: 'hostingprovider:exchangeonline', users: 2760, label: 'mtls 5061' }),
    edge({
      from: 'edge:edge01.contoso.com',
      to: 'hostingprovider:oldhoster',
      users: 40,
      label: 'mtls 5061',
      state: 'disabled',
      reason: 'The provider is not enabled',
    }),
    edge({ from: 'umservers:onprem', to: 'mailboxes:onprem', users: 1260 }),
    edge({ from: 'hostingprovider:exchangeonline', to: 'tenant:contoso.onmicrosoft.com', users: 2760 }),
  ],
};

/** The least there is. */
export const empty: RoutingGraph = { title: 'Empty', users: 0, nodes: [], edges: [] };

/** Names that do harm where they are not taken as text. */
export const hostileNames = [
  '<script>alert(1)</script>',
  `"quoted" 'twice' & more`,
  ']]>--><!--',
  'שלום עולם',
  'مرحبا\u202Egnp.exe',
  '👩‍👩‍👧‍👦🇩🇪 mail',
  'a\u0000b\u0007c\uD800d\r\ne',
  '名'.repeat(60),
  'x'.repeat(255),
  'W'.repeat(255),
] as const;

export function hostile(): RoutingGraph {
  const nodes = hostileNames.flatMap((name, index) => [
    node({
      id: `pool:${name}`,
      kind: 'pool',
      lane: 'pools',
      label: name,
      detail: name,
      reason: name,
      state: (['ok', 'disabled', 'broken', 'unknown'] as const)[index % 4] ?? 'ok',
      users: index,
      codes: [name.slice(0, 8)],
    }),
    node({ id: `tenant:${name}`, kind: 'tenant', lane: 'mailboxes', label: name, users: index }),
  ]);
  const edges = hostileNames.map((name, index) =>
    edge({
      from: `pool:${name}`,
      to: `tenant:${name}`,
      label: name,
      reason: name,
      users: index,
      state: (['ok', 'broken', 'unknown', 'disabled'] as const)[index % 4] ?? 'ok',
    }),
  );
  return { title: hostileNames.join(' '), users: 100, nodes, edges };
}

/** A graph of about `size` nodes, as large deployments have it. */
export function large(size: number): RoutingGraph {
  const pools = Math.ceil(size * 0.45);
  const plans = Math.ceil(size * 0.2);
  const nodes: GraphNode[] = [
    node({ id: 'pstn', kind: 'pstn', lane: 'callers', label: 'PSTN' }),
    node({ id: 'clients', kind: 'clients', lane: 'callers', label: 'Lync clients' }),
    node({ id: 'routing', kind: 'exUmRouting', lane: 'routing', label: 'ExUM Routing' }),
  ];
  const edges: GraphEdge[] = [];
  for (let index = 0; index < pools; index++) {
    const id = `pool:${index}`;
    const users = (index * 7919) % 5000;
    nodes.push(node({ id, kind: 'pool', lane: 'pools', label: `pool${index}.contoso.com`, users }));
    edges.push(edge({ from: index % 2 ? 'pstn' : 'clients', to: id, users }), edge({ from: id, to: 'routing', users }));
  }
  for (let index = 0; index < plans; index++) {
    const ids = [`plan:${index}`, `servers:${index}`, `mailboxes:${index}`] as const;
    const users = (index * 104729) % 9000;
    nodes.push(
      node({ id: ids[0], kind: 'umDialPlan', lane: 'paths', label: `Plan ${index}`, users }),
      node({ id: ids[1], kind: 'umServers', lane: 'services', label: `Servers ${index}`, users }),
      node({ id: ids[2], kind: 'mailboxes', lane: 'mailboxes', label: `Mailboxes ${index}`, users }),
    );
    edges.push(
      edge({ from: 'routing', to: ids[0], users, label: 'EUM proxy' }),
      edge({ from: ids[0], to: ids[1], users, label: 'mtls 5061' }),
      edge({ from: ids[1], to: ids[2], users }),
    );
  }
  return { title: 'Large', users: pools * 2500, nodes, edges };
}
