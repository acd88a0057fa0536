import { policyIdentity } from '../../../server/src/export/plan/scopes';
import type { Declaration } from '../../../server/src/model/declaration';
import type { Deployment } from '../../../server/src/model/deployment';
import { siteOf } from '../../../server/src/routing/effectivePolicy';
import { defaultsOf } from './objects';
import { DeployedSystem, type Properties } from './system';

/** The shell of an object: that of Lync, of its Exchange organization, or of its tenant. */
export function sessionOf(declaration: Declaration): string {
  if (declaration.kind.name === 'tenant') return `online:${declaration.key}`;
  const { organization } = declaration;
  if (organization === undefined) return 'lync';
  return `${organization.kind.name === 'tenant' ? 'online' : 'exchange'}:${organization.key}`;
}

/**
 * A deployed system before the first script: servers are installed, pools and sites published, accounts are there. Of what scripts make there is only what is there in
 * every deployment.
 */
export function installed(deployment: Deployment): DeployedSystem {
  const pools = deployment.all('pool');
  const sites = deployment.all('site', 'branchSite');
  const accounts = new Map<string, string>();
  for (const user of deployment.users()) {
    const address = user.address.replace(/^sip:/i, '').toLowerCase();
    const account = user.fact('userPrincipalName');
    accounts.set(typeof account === 'string' ? account.toLowerCase() : address, address);
  }
  const system = DeployedSystem.of({
    accounts,
    pools: new Set(pools.map((pool) => pool.key)),
    sites: new Set(sites.map((site) => site.key)),
    siteOfPool: new Map(pools.flatMap((pool) => (siteOf(pool) ? [[pool.key, siteOf(pool)?.key ?? '']] : []))),
  });
  putGlobals(system);
  for (const declaration of deployment.declarations) putInstalled(deployment, system, declaration);
  return system;
}

function putGlobals(system: DeployedSystem): void {
  const put = (noun: string, properties: Properties): void =>
    system.put('lync', noun, 'Global', { ...defaultsOf(noun), ...properties });
  put('CsHostedVoicemailPolicy', { Destination: null, Organization: null, Description: null });
  put('CsVoicePolicy', { Description: null });
  put('CsDialPlan', { SimpleName: 'DefaultProfile', Description: null });
  put('CsMediaConfiguration', { EncryptionLevel: 'RequireEncryption' });
  put('CsVoicemailReroutingConfiguration', { Enabled: false, AutoAttendantNumber: null, SubscriberAccessNumber: null });
  put('CsAccessEdgeConfiguration', {
    AllowFederatedUsers: false,
    EnablePartnerDiscovery: true,
    type: 'DnsSrvRouting',
  });
  system.put('lync', 'CsSipDomain', 'first.example', { IsDefault: true });
}

/** What setup and others than these scripts make. */
function putInstalled(deployment: Deployment, system: DeployedSystem, declaration: Declaration): void {
  const { kind, name } = declaration;
  const session = sessionOf(declaration);
  switch (kind.name) {
    case 'umServer': {
      const listens: Properties = { ...defaultsOf('UMService'), DialPlans: [], UMStartupMode: 'TCP' };
      for (const noun of ['UMServer', 'UMService', 'UMCallRouterSettings'])
        system.put(session, noun, name, { ...listens });
      return;
    }
    case 'certificate': {
      const server = deployment.find('umServer', String(declaration.fact('umServer')));
      const thumbprint = declaration.fact('thumbprint');
      if (server && typeof thumbprint === 'string')
        system.put(sessionOf(server), 'ExchangeCertificate', `${server.name} ${thumbprint}`, { Services: ['SMTP'] });
      return;
    }
    case 'tenant':
      system.put(session, 'CsTenantFederationConfiguration', 'global', {
        SharedSipAddressSpace: false,
        AllowFederatedUsers: true,
      });
      return;
    case 'acceptedDomain':
      system.put(session, 'AcceptedDomain', name, { DomainType: 'InternalRelay' });
      return;
    default:
  }
}

/** The identity by which cmdlets know an object of a declaration. */
export function identityOf(declaration: Declaration): string {
  if (declaration.kind.name === 'exUmContact') return `sip:${declaration.name}`;
  if (
    /^(?:hostedVoicemailPolicy|voicePolicy|dialPlan|mediaConfiguration|voicemailReroutingConfiguration)$/.test(
      declaration.kind.name,
    )
  )
    return policyIdentity(declaration);
  if (declaration.kind.name === 'umHuntGroup') {
    const gateway = String(declaration.fact('umIPGateway') ?? '').replace(/^.*\\/, '');
    return `${gateway}\\${declaration.name}`;
  }
  return declaration.name;
}
