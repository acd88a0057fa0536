import { CmdletError, change, create, defaultsOf, given, need, type Parameters, text } from './objects';
import type { DeployedSystem, Properties, Session } from './system';

type Effect = (system: DeployedSystem, session: Session, identity: string, parameters: Parameters) => void;

/** Numbers are unique among users and contacts. [PS-NEWCON] */
function claimNumber(system: DeployedSystem, number: string, of: string): void {
  if (number === '') return;
  const bare = (value: unknown): string => String(value ?? '').replace(/^tel:/i, '');
  const holders = [
    ...system.all('lync', 'CsUser').map(([who, { LineURI }]) => [who, LineURI] as const),
    ...system.all('lync', 'CsExUmContact').map(([who, { DisplayNumber }]) => [who, DisplayNumber] as const),
  ];
  for (const [who, held] of holders)
    if (who !== of.toLowerCase() && bare(held) === bare(number))
      throw new CmdletError(`${number} is already in use by ${who}`);
}

/** User, site, global: the first that there is. [POL] */
function effectivePolicy(system: DeployedSystem, owner: Properties): Properties | undefined {
  const granted = owner.HostedVoicemailPolicy;
  if (typeof granted === 'string') return system.get('lync', 'CsHostedVoicemailPolicy', granted);
  const site = system.surroundings.siteOfPool.get(String(owner.RegistrarPool).toLowerCase());
  return (
    (site === undefined ? undefined : system.get('lync', 'CsHostedVoicemailPolicy', `site:${site}`)) ??
    system.get('lync', 'CsHostedVoicemailPolicy', 'Global')
  );
}

function needPool(system: DeployedSystem, parameters: Parameters, name: string): void {
  const pool = text(parameters, name);
  if (!system.surroundings.pools.has(pool.toLowerCase())) throw new CmdletError(`Cannot find pool ${pool}`);
}

function needDomain(system: DeployedSystem, address: string): void {
  need(system, 'lync', 'CsSipDomain', address.slice(address.indexOf('@') + 1));
}

/** Policies that somebody has been granted stay. */
function removeGrantable(noun: string, property: string): Effect {
  return (system, session, identity) => {
    need(system, session, noun, identity);
    if (/^global$/i.test(identity)) throw new CmdletError(`The global ${noun} is there in every deployment`);
    for (const kind of ['CsUser', 'CsExUmContact'])
      for (const [who, owner] of system.all(session, kind))
        if (String(owner[property] ?? '').toLowerCase() === identity.toLowerCase())
          throw new CmdletError(`${noun} ${identity} is granted to ${who}`);
    system.remove(session, noun, identity);
  };
}

function grant(noun: string, property: string): Effect {
  return (system, session, identity, parameters) => {
    const policy = parameters.get('PolicyName');
    if (typeof policy === 'string') need(system, session, noun, policy);
    const kind = system.get(session, 'CsUser', identity) ? 'CsUser' : 'CsExUmContact';
    const owner = need(system, session, kind, identity);
    system.put(session, kind, identity, { ...owner, [property]: policy ?? null });
  };
}

/** Scoped objects stand at sites that Topology Builder has published. */
function createScoped(noun: string): Effect {
  return (system, session, identity, parameters) => {
    const site = /^site:(.*)$/i.exec(identity)?.[1];
    if (site !== undefined && !system.surroundings.sites.has(site.toLowerCase()))
      throw new CmdletError(`Cannot find site ${site}`);
    create(system, session, noun, identity, parameters);
  };
}

/** An object of Exchange that others belong to stays while there are any. */
function removeUnlessUsed(noun: string, ...users: readonly (readonly [noun: string, property: string])[]): Effect {
  return (system, session, identity) => {
    need(system, session, noun, identity);
    for (const [kind, property] of users)
      for (const [who, object] of system.all(session, kind)) {
        const value = object[property];
        const names = Array.isArray(value) ? value.map(String) : [String(value ?? '')];
        if (names.some((name) => name.toLowerCase() === identity.toLowerCase()))
          throw new CmdletError(`${noun} ${identity} is used by ${kind} ${who}`);
      }
    system.remove(session, noun, identity);
  };
}

function setStatus(noun: string, status: string): Effect {
  return (system, session, identity) => {
    system.put(session, noun, identity, { ...need(system, session, noun, identity), Status: status });
  };
}

export const effects: Readonly<Record<string, Effect>> = {
  'New-CsSipDomain': (system, session, identity, parameters) => {
    create(system, session, 'CsSipDomain', identity, parameters);
    if (parameters.get('IsDefault') === true) makeDefault(system, identity);
  },
  'Set-CsSipDomain': (system, session, identity, parameters) => {
    need(system, session, 'CsSipDomain', identity);
    if (parameters.get('IsDefault') !== true) throw new CmdletError('The default SIP domain is chosen, never given up');
    makeDefault(system, identity);
  },
  'Remove-CsSipDomain': (system, session, identity) => {
    const domain = need(system, session, 'CsSipDomain', identity);
    if (domain.IsDefault === true) throw new CmdletError(`${identity} is the default SIP domain`);
    for (const kind of ['CsUser', 'CsExUmContact'])
      for (const [who, { Enabled }] of system.all(session, kind))
        if (Enabled !== false && who.endsWith(`@${identity.toLowerCase()}`))
          throw new CmdletError(`${identity} is used by ${who}`);
    system.remove(session, 'CsSipDomain', identity);
  },
  'Set-CsAccessEdgeConfiguration': (system, session, _, parameters) => {
    const type = parameters.has('UseDefaultRouting') ? 'DefaultRoute' : 'DnsSrvRouting';
    const before = need(system, session, 'CsAccessEdgeConfiguration', 'global');
    system.put(session, 'CsAccessEdgeConfiguration', 'global', { ...before, ...given(parameters, before), type });
  },
  'New-CsHostingProvider': (system, session, identity, parameters) => {
    for (const [name, { ProxyFqdn }] of system.all(session, 'CsHostingProvider'))
      if (String(ProxyFqdn).toLowerCase() === text(parameters, 'ProxyFqdn').toLowerCase())
        throw new CmdletError(`${ProxyFqdn} is the proxy of ${name}`);
    create(system, session, 'CsHostingProvider', identity, parameters);
  },
  'New-CsHostedVoicemailPolicy': createScoped('CsHostedVoicemailPolicy'),
  'New-CsVoicePolicy': createScoped('CsVoicePolicy'),
  'New-CsDialPlan': createScoped('CsDialPlan'),
  'New-CsMediaConfiguration': createScoped('CsMediaConfiguration'),
  'New-CsVoicemailReroutingConfiguration': createScoped('CsVoicemailReroutingConfiguration'),
  'Grant-CsHostedVoicemailPolicy': grant('CsHostedVoicemailPolicy', 'HostedVoicemailPolicy'),
  'Grant-CsVoicePolicy': grant('CsVoicePolicy', 'VoicePolicy'),
  'Grant-CsDialPlan': grant('CsDialPlan', 'DialPlan'),
  'Remove-CsHostedVoicemailPolicy': removeGrantable('CsHostedVoicemailPolicy', 'HostedVoicemailPolicy'),
  'Remove-CsVoicePolicy': removeGrantable('CsVoicePolicy', 'VoicePolicy'),
  'Remove-CsDialPlan': removeGrantable('CsDialPlan', 'DialPlan'),
  'Enable-CsUser': (system, session, account, parameters) => {
    const address = text(parameters, 'SipAddress');
    const identity = String(parameters.get('Identity'));
    if (!system.surroundings.accounts.has(identity.toLowerCase()))
      throw new CmdletError(`Active Directory has no ${account}`);
    if (system.get(session, 'CsUser', address)) throw new CmdletError(`${address} is already enabled`);
    needPool(system, parameters, 'RegistrarPool');
    needDomain(system, address);
    system.put(session, 'CsUser', address, newUser(text(parameters, 'RegistrarPool')));
  },
  'Set-CsUser': (system, session, identity, parameters) => {
    const user = need(system, session, 'CsUser', identity);
    if (parameters.get('HostedVoiceMail') === true && !effectivePolicy(system, user)?.Destination)
      throw new CmdletError(`No hosted voice mail policy with a destination applies to ${identity}`);
    claimNumber(system, text(parameters, 'LineURI'), identity);
    change(system, session, 'CsUser', identity, parameters);
  },
  'Move-CsUser': (system, session, identity, parameters) => {
    needPool(system, parameters, 'Target');
    const user = need(system, session, 'CsUser', identity);
    system.put(session, 'CsUser', identity, { ...user, RegistrarPool: text(parameters, 'Target') });
  },
  'New-CsExUmContact': (system, session, identity, parameters) => {
    needPool(system, parameters, 'RegistrarPool');
    needDomain(system, identity);
    claimNumber(system, text(parameters, 'DisplayNumber'), identity);
    const contact = create(system, session, 'CsExUmContact', identity, parameters);
    Object.assign(contact, { Enabled: true, EnterpriseVoiceEnabled: true, tool: 'newCsExUmContact' });
  },
  'Set-CsExUmContact': (system, session, identity, parameters) => {
    claimNumber(system, text(parameters, 'DisplayNumber'), identity);
    change(system, session, 'CsExUmContact', identity, parameters);
  },
  'New-UMDialPlan': (system, session, identity, parameters) => {
    create(system, session, 'UMDialPlan', identity, parameters);
    if (parameters.get('GenerateUMMailboxPolicy') !== false)
      system.put(session, 'UMMailboxPolicy', `${identity} Default Policy`, {
        ...defaultsOf('UMMailboxPolicy'),
        UMDialPlan: identity,
      });
  },
  'Remove-UMDialPlan': removeUnlessUsed(
    'UMDialPlan',
    ['UMMailboxPolicy', 'UMDialPlan'],
    ['UMAutoAttendant', 'UMDialPlan'],
    ['UMHuntGroup', 'UMDialPlan'],
    ['UMService', 'DialPlans'],
    ['UMServer', 'DialPlans'],
    ['UMCallRouterSettings', 'DialPlans'],
  ),
  'New-UMMailboxPolicy': needsDialPlan('UMMailboxPolicy'),
  'Remove-UMMailboxPolicy': removeUnlessUsed('UMMailboxPolicy', ['UMMailbox', 'UMMailboxPolicy']),
  'New-UMIPGateway': (system, session, identity, parameters) => {
    create(system, session, 'UMIPGateway', identity, parameters);
    const plan = parameters.get('UMDialPlan');
    if (typeof plan === 'string')
      system.put(session, 'UMHuntGroup', `${identity}\\DefaultHuntGroup`, { UMDialPlan: plan, UMIPGateway: identity });
  },
  'Remove-UMIPGateway': (system, session, identity) => {
    need(system, session, 'UMIPGateway', identity);
    for (const [group] of system.all(session, 'UMHuntGroup'))
      if (group.startsWith(`${identity.toLowerCase()}\\`)) system.remove(session, 'UMHuntGroup', group);
    system.remove(session, 'UMIPGateway', identity);
  },
  'New-UMHuntGroup': (system, session, identity, parameters) => {
    const [gateway, plan] = [text(parameters, 'UMIPGateway'), text(parameters, 'UMDialPlan')];
    need(system, session, 'UMIPGateway', gateway);
    need(system, session, 'UMDialPlan', plan);
    create(system, session, 'UMHuntGroup', `${gateway}\\${identity}`, parameters);
  },
  'New-UMAutoAttendant': (system, session, identity, parameters) => {
    need(system, session, 'UMDialPlan', text(parameters, 'UMDialPlan'));
    const attendant = create(system, session, 'UMAutoAttendant', identity, parameters);
    attendant.Status = 'Disabled';
  },
  'Enable-UMAutoAttendant': setStatus('UMAutoAttendant', 'Enabled'),
  'Disable-UMAutoAttendant': setStatus('UMAutoAttendant', 'Disabled'),
  'Enable-ExchangeCertificate': (system, session, _, parameters) => {
    const identity = `${text(parameters, 'Server')} ${text(parameters, 'Thumbprint')}`;
    const before = need(system, session, 'ExchangeCertificate', identity);
    const services = [...(before.Services as readonly string[]), ...(parameters.get('Services') as readonly string[])];
    system.put(session, 'ExchangeCertificate', identity, { Services: [...new Set(services)] });
  },
  'Disable-UMMailbox': (system, session, identity) => {
    need(system, session, 'UMMailbox', identity);
    system.remove(session, 'UMMailbox', identity);
  },
  'Enable-UMMailbox': (system, session, identity, parameters) => {
    if (system.get(session, 'UMMailbox', identity)) throw new CmdletError(`${identity} is already enabled for UM`);
    const policy = parameters.get('UMMailboxPolicy');
    const plan = typeof policy === 'string' ? need(system, session, 'UMMailboxPolicy', policy).UMDialPlan : undefined;
    system.put(session, 'UMMailbox', identity, { ...given(parameters, {}), UMDialPlan: plan ?? null });
  },
};

function needsDialPlan(noun: string): Effect {
  return (system, session, identity, parameters) => {
    need(system, session, 'UMDialPlan', text(parameters, 'UMDialPlan'));
    create(system, session, noun, identity, parameters);
  };
}

/** There is always exactly one default SIP domain. */
function makeDefault(system: DeployedSystem, identity: string): void {
  for (const [name, domain] of system.all('lync', 'CsSipDomain'))
    system.put('lync', 'CsSipDomain', name, { ...domain, IsDefault: name === identity.toLowerCase() });
}

/** What `Enable-CsUser` leaves. */
export function newUser(pool: string): Properties {
  return {
    RegistrarPool: pool,
    Enabled: true,
    AudioVideoDisabled: false,
    EnterpriseVoiceEnabled: false,
    LineURI: null,
    PrivateLine: null,
    HostedVoiceMail: null,
    HostedVoicemailPolicy: null,
    VoicePolicy: null,
    DialPlan: null,
  };
}
