import { fold } from '../base/words';
import type { Declaration } from '../model/declaration';
import { UNSET } from '../model/facts';
import type { KindName } from '../vocabulary/types';
import { setProperty } from './fixes';
import { hybridOf } from './hybrid';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { attempt } from './witnesses';

export const rule: Rule = {
  code: 'UM4031',
  severity: 'warning',
  title: 'Federation lists of Edge and tenant differ',
  basis: 'documented',
  source: ['HYBRID'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const tenants = hybridOf(crowd, context)?.tenants ?? [];
        const [tenant] = tenants;
        if (tenant === undefined || tenants.length > 1) return;
        attempt(context, 0, () => compareSwitch(tenant, context));
        attempt(context, 0, () => compareAllowed(tenant, context));
        attempt(context, 0, () => {
          if (tenant.written.has('blockedDomains')) compareList(tenant, 'blockedDomains', 'blockedDomain', context);
        });
      },
    },
  ],
};

/** The Access Edge configuration; undeclared it has its defaults, unless more is known to exist. */
function edgeOf({ deployment, complete }: RuleContext): Declaration | undefined {
  const [edge] = deployment.all('accessEdgeConfiguration');
  if (edge === undefined) complete('accessEdgeConfiguration');
  return edge;
}

function reportAt(
  context: RuleContext,
  tenant: Declaration,
  property: string,
  message: string,
  fixes: () => Fix[],
): void {
  context.report({
    at: { path: tenant.path, ...tenant.valueSpan(property) },
    message: `${message}. In a hybrid the two must match, or a partner reaches only the users of one side`,
    fixes,
  });
}

function compareSwitch(tenant: Declaration, context: RuleContext): void {
  const { read } = context;
  if (!tenant.written.has('allowFederatedUsers')) return;
  const edge = edgeOf(context);
  const here = edge !== undefined && read.flag(edge, 'allowFederatedUsers') === true;
  const there = read.flag(tenant, 'allowFederatedUsers') === true;
  if (here === there) return;
  const message = `The tenant ${there ? 'allows' : 'does not allow'} federation, the Access Edge does${there ? ' not' : ''}`;
  reportAt(context, tenant, 'allowFederatedUsers', message, () => [
    setProperty(tenant, 'allowFederatedUsers', String(here)),
  ]);
}

/** `unset`: all known domains, open federation. */
function compareAllowed(tenant: Declaration, context: RuleContext): void {
  const { deployment, read } = context;
  if (!tenant.written.has('allowedDomains')) return;
  const edge = edgeOf(context);
  const openHere = edge !== undefined && read.flag(edge, 'enablePartnerDiscovery') === true;
  const openThere = read.read(tenant, 'allowedDomains') === UNSET;
  if (openHere !== openThere) {
    const listed = deployment.all('allowedDomain').map((domain) => domain.name);
    const fixes = (): Fix[] =>
      openHere
        ? [setProperty(tenant, 'allowedDomains', 'unset', 'Allow all known domains')]
        : listFix(tenant, 'allowedDomains', listed);
    const message = openHere
      ? 'The tenant allows only the listed domains, and the Access Edge has open federation'
      : 'The tenant allows all known domains, and the Access Edge only the listed ones';
    reportAt(context, tenant, 'allowedDomains', message, fixes);
  } else if (!openThere) compareList(tenant, 'allowedDomains', 'allowedDomain', context);
}

function listFix(tenant: Declaration, property: string, names: readonly string[]): Fix[] {
  return names.length === 0
    ? []
    : [setProperty(tenant, property, names.join(', '), 'Take over the list of this deployment')];
}

function compareList(tenant: Declaration, property: string, kind: KindName, context: RuleContext): void {
  const { deployment, read, complete } = context;
  const here = deployment.all(kind).map((domain) => domain.name);
  const there = read.list(tenant, property);
  const missingHere = there.filter((name) => !here.some((other) => fold(other) === fold(name)));
  const missingThere = here.filter((name) => !there.some((other) => fold(other) === fold(name)));
  if (missingHere.length > 0) complete(kind);
  if (missingHere.length + missingThere.length === 0) return;
  const word = property === 'allowedDomains' ? 'allowed' : 'blocked';
  const parts = [
    ...(missingHere.length > 0 ? [`${missingHere.join(', ')} ${word} in the tenant only`] : []),
    ...(missingThere.length > 0 ? [`${missingThere.join(', ')} ${word} here only`] : []),
  ];
  const message = `The lists of ${word} domains differ: ${parts.join('; ')}`;
  reportAt(context, tenant, property, message, () => {
    if (here.length > 0) return listFix(tenant, property, here);
    return word === 'blocked' ? [setProperty(tenant, property, 'unset', 'Block nothing')] : [];
  });
}

export const page: RulePage = {
  explanation: `In a hybrid a partner writes to a SIP address without knowing on which side the user is. When one side allows the partner and the other doesn't, or one is
open and the other closed, some users are reached and their neighbours aren't. The lists of allowed and blocked domains, and open or closed federation, have to be equal
on the Access Edge and in the tenant. What the tenant doesn't state isn't compared; \`allowedDomains unset\` means all known domains.`,
  bad: `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  verificationLevel useSourceVerification
  autodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
}
users Online {
  hostingProvider LyncOnline
  erin@contoso.com
}
allowedDomain fabrikam.com
tenant contoso.onmicrosoft.com { provider ExchangeOnline, LyncOnline  allowFederatedUsers true  allowedDomains litwareinc.com }
                                                                                                               ^^^^^^^^^^^^^^`,
  good: `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  verificationLevel useSourceVerification
  autodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
}
users Online {
  hostingProvider LyncOnline
  erin@contoso.com
}
allowedDomain fabrikam.com
tenant contoso.onmicrosoft.com { provider ExchangeOnline, LyncOnline  allowFederatedUsers true  allowedDomains fabrikam.com }`,
  alsoBad: [
    `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  verificationLevel useSourceVerification
  autodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
}
users Online {
  hostingProvider LyncOnline
  erin@contoso.com
}
tenant contoso.onmicrosoft.com { provider ExchangeOnline, LyncOnline  allowFederatedUsers false }
                                                                                          ^^^^^`,
    `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  verificationLevel useSourceVerification
  autodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
}
users Online {
  hostingProvider LyncOnline
  erin@contoso.com
}
allowedDomain fabrikam.com
tenant contoso.onmicrosoft.com { provider ExchangeOnline, LyncOnline  allowedDomains unset }
                                                                                     ^^^^^`,
    `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  verificationLevel useSourceVerification
  autodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
}
users Online {
  hostingProvider LyncOnline
  erin@contoso.com
}
blockedDomain fabrikam.com
tenant contoso.onmicrosoft.com { provider ExchangeOnline, LyncOnline  blockedDomains litwareinc.com }
                                                                                     ^^^^^^^^^^^^^^`,
  ],
};
