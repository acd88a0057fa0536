export interface LargeSizes {
  readonly sites: number;
  readonly poolsPerSite: number;
  readonly providers: number;
  readonly tenantsPerProvider: number;
  readonly plans: number;
  readonly contacts: number;
}

/** A clean deployment with many objects and a group of users for each pool, as no example has it: its picture has to be folded. */
export function largeDeployment(sizes: LargeSizes): string {
  const { sites, poolsPerSite, providers, tenantsPerProvider, plans, contacts } = sizes;
  const lines = [
    'deployment Large { server lync2013  mode mixed  forest contoso.com }',
    'sipDomain contoso.com { isDefault true }',
    'site Edge { siteId 999  pool edge.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true } }',
    'accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true }',
    ...range(sites).map((s) => {
      const pools = range(poolsPerSite).map(
        (p) => `pool ${poolName(s, p)} { role frontEnd  edgePool edge.contoso.com }`,
      );
      return `site Site${pad(s)} { siteId ${s + 1}  ${pools.join('  ')} }`;
    }),
    ...range(providers).map(
      (p) =>
        `hostingProvider Provider${pad(p)} { proxyFqdn um${pad(p)}.contoso.net  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }`,
    ),
    ...range(providers).flatMap((p) =>
      range(tenantsPerProvider).flatMap((t) => [
        `tenant ${tenantName(p, t)} { provider Provider${pad(p)}  acceptedDomain contoso.com }`,
        `hostedVoicemailPolicy Policy${pad(p)}x${pad(t)} { destination um${pad(p)}.contoso.net  organization ${tenantName(p, t)} }`,
      ]),
    ),
    'exchange OnPrem {',
    '  version 2013  forest contoso.com',
    ...range(plans).flatMap((d) => [
      `  umServer ex${pad(d)}.contoso.com { umStartupMode dual  dialPlans Plan${pad(d)} }`,
      `  umDialPlan Plan${pad(d)} { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }`,
    ]),
    '}',
    ...range(contacts).map(
      (c) =>
        `exUmContact ova${pad(c)}@contoso.com { displayNumber +142555${String(50_000 + c)}  pool ${poolName(0, 0)}  ou "OU=Voice,DC=contoso,DC=com"  policy Policy${pad(0)}x${pad(0)} }`,
    ),
    ...range(sites).flatMap((s) =>
      range(poolsPerSite).map((p) => {
        const index = s * poolsPerSite + p;
        const [provider, tenant] = [index % Math.max(1, providers), index % Math.max(1, tenantsPerProvider)];
        const local = providers === 0 || (plans > 0 && index % 3 === 0);
        const where = local
          ? `mailbox local  umDialPlan Plan${pad(index % Math.max(1, plans))}`
          : `mailbox hosted  policy Policy${pad(provider)}x${pad(tenant)}`;
        return `users Group${pad(index)} { pool ${poolName(s, p)}  ${where}\n  user${index}@contoso.com  line +1425556${String(10_000 + index).slice(-4)}\n}`;
      }),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function poolName(site: number, pool: number): string {
  return `pool${pad(pool)}.site${pad(site)}.contoso.com`;
}

function tenantName(provider: number, tenant: number): string {
  return `t${pad(tenant)}.p${pad(provider)}.contoso.net`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function pad(index: number): string {
  return String(index + 1).padStart(2, '0');
}
