import type { Declaration } from '../../model/declaration';
import { parametersOf, textFact } from '../facts';
import type { Parameter, Wanted } from '../plan';
import { causesOf, type PlanBuilder } from './builder';
import { objectAction, undoOf } from './objects';

/** SIP domains: those that are missing, then the default one. [PS-SIPDOM] */
export function sipDomainSteps(builder: PlanBuilder): void {
  for (const declaration of builder.deployment.all('sipDomain')) {
    const isDefault = declaration.fact('isDefault') === true;
    const { name } = declaration;
    const identity: Parameter = { name: 'Identity', value: name };
    const makeDefault: Parameter = { name: 'IsDefault', value: true };
    builder.add('sipDomain', ['SipDomain', name], {
      title: `SIP domain ${name}${isDefault ? ', the default one' : ''}`,
      why: isDefault
        ? `Users' SIP addresses end with it. It is the default: calls from the telephone network to hosted UM carry it, so the Internet has to resolve it.`
        : `Users' SIP addresses end with it.`,
      proof: `Get-CsSipDomain -Identity ${name} shows it${isDefault ? ' with IsDefault True' : ''}.`,
      action: {
        type: 'object',
        target: `SIP domain ${name}`,
        get: { cmdlet: 'Get-CsSipDomain', parameters: [identity] },
        wanted: isDefault ? [{ property: 'IsDefault', value: true, compare: 'value' }] : [],
        create: [{ cmdlet: 'New-CsSipDomain', parameters: isDefault ? [identity, makeDefault] : [identity] }],
        ...(isDefault && {
          change: { cmdlet: 'Set-CsSipDomain', parameters: [identity, makeDefault] },
          afterwards:
            'The default SIP domain has changed: restart the services RTCCAA and RTCCAS on every Front End server.',
        }),
      },
      // A default domain can't be made an ordinary one, nor removed: another has to become the default.
      undo: isDefault
        ? {
            type: 'irreversible',
            reason:
              'Another SIP domain is made the default one by Set-CsSipDomain -IsDefault; this one can be removed then, when no address uses it.',
          }
        : undoOf(declaration, name),
      source: ['PS-SIPDOM'],
      causes: causesOf(declaration),
    });
  }
}

/** The Access Edge: federation allowed, partners found by DNS SRV. `Set-` has a parameter set for each way of routing, neither with `-Identity`. [PS-AEC] [EDGE] */
export function accessEdgeStep(builder: PlanBuilder): void {
  const [declaration] = builder.deployment.all('accessEdgeConfiguration');
  if (declaration === undefined) return;
  const byDefaultRoute = declaration.fact('useDefaultRouting') === true;
  const switchName = byDefaultRoute ? 'UseDefaultRouting' : 'UseDnsSrvRouting';
  const foreign = byDefaultRoute
    ? ['enablePartnerDiscovery', 'beClearingHouse']
    : ['verificationLevel', 'isPublicProvider', 'defaultRouteFqdn'];
  const always = byDefaultRoute
    ? ['allowFederatedUsers', 'defaultRouteFqdn']
    : ['allowFederatedUsers', 'enablePartnerDiscovery'];
  const values = parametersOf(declaration, builder.server, always).filter(
    ({ property }) =>
      property.name !== 'useDnsSrvRouting' && property.name !== 'useDefaultRouting' && !foreign.includes(property.name),
  );
  const wanted: Wanted[] = values.map(({ name, value }) => ({ property: name, value, compare: 'value' }));
  builder.add('accessEdge', ['AccessEdge'], {
    title: 'Access Edge configuration',
    why: byDefaultRoute
      ? 'Federation goes by one default route, as declared.'
      : builder.isHosted
        ? 'Hosted voice mail is reached by federation, and hosting providers work only while partners are found by DNS SRV records.'
        : 'Federation is set as declared.',
    proof: 'Get-CsAccessEdgeConfiguration shows the values below.',
    action: {
      type: 'object',
      target: 'the Access Edge configuration',
      get: { cmdlet: 'Get-CsAccessEdgeConfiguration', parameters: [] },
      wanted,
      absent: 'The Access Edge configuration was not found: may you read it?',
      change: {
        cmdlet: 'Set-CsAccessEdgeConfiguration',
        parameters: [{ name: switchName }, ...values.map(({ name, value }) => ({ name, value }))],
      },
      otherType: byDefaultRoute ? 'DnsSrvRouting' : 'DefaultRoute',
    },
    undo: {
      type: 'restore',
      except:
        'Where partners were found in the other way before (by DNS SRV, or by a default route), that is set back by hand: the values are in the snapshot.',
    },
    requires: builder.idsOf('sipDomain'),
    source: ['PS-AEC', 'EDGE'],
    causes: causesOf(declaration),
  });
}

/** Waits until the Edge knows what was changed. [EDGE] [ONPREMEXO] */
export function replicationStep(
  builder: PlanBuilder,
  phase: 'replication' | 'federation',
  name: string,
  after: string,
): void {
  const edges = builder.deployment.all('pool').filter((pool) => pool.fact('role') === 'edge');
  if (edges.length === 0) return;
  builder.add(phase, ['Replication', name], {
    title: `Replication to the Edge, after ${after}`,
    why: `The Edge works with a copy of the configuration. What follows needs ${after} to be there; it usually takes less than a minute.`,
    proof:
      'Get-CsManagementStoreReplicationStatus shows UpToDate True for each server; on the Edge, Get-CsHostingProvider -LocalStore shows what has arrived.',
    action: { type: 'check', check: { kind: 'replication' } },
    undo: { type: 'nothing' },
    requires: builder.idsOf('accessEdge', 'provider'),
    source: ['EDGE', 'ONPREMEXO'],
    causes: causesOf(...edges),
  });
}

const wellKnown = `Remove-CsHostingProvider takes the old one away; calls to its hosted voice mail fail until the new one is there`;

/** Hosting providers, with the values that the documents call optional and the syntax doesn't. [PS-NEWHP] [EDGE] */
export function hostingProviderSteps(builder: PlanBuilder): void {
  for (const declaration of builder.deployment.all('hostingProvider')) {
    const { name } = declaration;
    const shared = declaration.fact('enabledSharedAddressSpace') === true;
    builder.add('provider', ['HostingProvider', name], {
      title: `Hosting provider ${name}`,
      why: shared
        ? `A policy's destination must be the proxy of an enabled provider that shares the SIP domains, or the Edge refuses the call.`
        : 'Traffic with the provider flows only as far as it is declared here.',
      proof: `Get-CsHostingProvider -Identity '${name}' shows ProxyFqdn ${textFact(declaration, 'proxyFqdn') ?? '(not known)'} and the values below.`,
      action: objectAction(builder, declaration, {
        identity: name,
        always: ['enabled', 'enabledSharedAddressSpace', 'hostsOCSUsers', 'isLocal', 'verificationLevel'],
        immutable: ({ name: parameter, value }) =>
          `${parameter} of hosting provider ${name} is to be ${value} and can't be changed. ${wellKnown}. Run Remove-CsHostingProvider -Identity with this name, then this step again.`,
      }),
      undo: undoOf(declaration, name),
      requires: builder.idsOf('accessEdge', 'replication', 'internalDns'),
      source: ['PS-NEWHP', 'EDGE'],
      causes: causesOf(declaration),
    });
  }
}

/** Public providers. [PS-NEWPP] */
export function publicProviderSteps(builder: PlanBuilder): void {
  for (const declaration of builder.deployment.all('publicProvider')) {
    const { name } = declaration;
    builder.add('provider', ['PublicProvider', name], {
      title: `Public provider ${name}`,
      why: 'Instant messaging with its users is declared. It is no way to hosted voice mail.',
      proof: `Get-CsPublicProvider -Identity '${name}' shows it.`,
      action: publicProviderAction(builder, declaration),
      undo: undoOf(declaration, name),
      requires: builder.idsOf('accessEdge'),
      source: ['PS-NEWPP'],
      causes: causesOf(declaration),
    });
  }
}

function publicProviderAction(builder: PlanBuilder, declaration: Declaration): ReturnType<typeof objectAction> {
  const { name } = declaration;
  const action = objectAction(builder, declaration, {
    identity: name,
    always: ['enabled', 'verificationLevel'],
    immutable: ({ name: parameter, value }) =>
      `${parameter} of public provider ${name} is to be ${value} and can't be changed. Run Remove-CsPublicProvider -Identity with this name, then this step again.`,
  });
  // The icon is given when the provider is created and can't be asked to differ: Set- has no parameter for it.
  return { ...action, wanted: action.wanted.filter((wanted) => wanted.property !== 'IconUrl') };
}

/** Partners that may and may not federate. [PS-ALLOWDOM] */
export function domainListSteps(builder: PlanBuilder): void {
  for (const kind of ['allowedDomain', 'blockedDomain'] as const) {
    const allowed = kind === 'allowedDomain';
    for (const declaration of builder.deployment.all(kind)) {
      const { name } = declaration;
      builder.add('federation', [allowed ? 'AllowedDomain' : 'BlockedDomain', name], {
        title: `${allowed ? 'Allowed' : 'Blocked'} domain ${name}`,
        why: allowed ? 'A partner that may federate.' : 'A domain that may not federate.',
        proof: `${declaration.kind.cmdlets.get} -Identity ${name} shows it.`,
        action: objectAction(builder, declaration, { identity: name }),
        undo: undoOf(declaration, name),
        requires: builder.idsOf('accessEdge'),
        source: ['PS-ALLOWDOM'],
        causes: causesOf(declaration),
      });
    }
  }
}

/** The name that federation SRV records of a SIP domain point to: the Access Edge where its name lies in the domain, else `sip.` and the domain. [DNSSRV] [OCER] */
export function accessName(builder: PlanBuilder, domain: string): string | undefined {
  const edges = builder.deployment.all('pool').filter((pool) => pool.fact('role') === 'edge');
  const route = edges.find((pool) => pool.fact('federationRoute') === true) ?? edges[0];
  if (route === undefined) return undefined;
  const fqdn = textFact(route, 'accessFqdn');
  const own = fqdn?.toLowerCase().endsWith(`.${domain.toLowerCase()}`);
  return own ? fqdn : `sip.${domain}`;
}

/** Before a provider shares the address space, the federation records must resolve from inside. [EDGE] */
export function internalDnsSteps(builder: PlanBuilder): void {
  const sharing = builder.deployment
    .all('hostingProvider')
    .filter((provider) => provider.fact('enabledSharedAddressSpace') === true);
  if (sharing.length === 0 || !builder.isHosted) return;
  for (const domain of builder.deployment.all('sipDomain')) {
    const target = accessName(builder, domain.name);
    if (target === undefined) continue;
    const name = `_sipfederationtls._tcp.${domain.name}`;
    builder.add('internalDns', ['InternalSrv', domain.name], {
      title: `Federation record of ${domain.name}, seen from inside`,
      why: 'Once a provider shares the SIP domains, the servers look for their own federation record. Where internal DNS hides the public one, calls to hosted voice mail are lost.',
      proof: `nslookup -type=SRV ${name} names ${target}.`,
      action: {
        type: 'check',
        check: {
          kind: 'srv',
          name,
          target,
          otherwise: `${name} does not resolve to ${target} from this server. Add the records of the folder dns/internal to internal DNS, then run this step again.`,
        },
      },
      undo: { type: 'nothing' },
      requires: builder.idsOf('accessEdge', 'replication'),
      source: ['EDGE'],
      causes: causesOf(domain, ...sharing),
    });
  }
}
