import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { parameterOf } from '../../vocabulary';
import { cmdletValue, hasSince, listFact, parametersOf, propertyNamed, textFact } from '../facts';
import type { Parameter, Plan } from '../plan';
import { causesOf, PlanBuilder } from './builder';
import { usedCmdlets } from './usedCmdlets';

/** The tenants of a deployment in which something is hosted. */
export function onlineTenants(deployment: Deployment): readonly Declaration[] {
  return deployment.mode === 'crossPremises' || deployment.mode === 'mixed' ? deployment.all('tenant') : [];
}

/** What is set in one tenant. The cmdlets for UM objects are no part of Exchange Online any more: these are stated, to be entered where they are. [DNSSRV] [HYBRID] */
export function onlinePlan(deployment: Deployment, tenant: Declaration): Plan {
  const builder = new PlanBuilder(deployment);
  const inside = (...kinds: readonly string[]): Declaration[] =>
    tenant.children.filter((child) => kinds.includes(child.kind.name));
  for (const domain of inside('acceptedDomain')) acceptedDomainStep(builder, tenant, domain);
  federationSteps(builder, tenant);
  for (const object of inside('umDialPlan', 'umMailboxPolicy', 'umAutoAttendant')) umStep(builder, tenant, object);
  const domains = usedCmdlets(builder.steps).includes('Get-AcceptedDomain');
  builder.add('prerequisites', ['Shell'], {
    title: 'The sessions of the tenant',
    why: `Connect to ${tenant.name} before: Exchange Online, and Skype for Business Online or Teams where federation is set. The cmdlets of a local Exchange must not be in the same session, they have the same names.`,
    proof: `Get-Command finds the cmdlets${domains ? `, Get-AcceptedDomain the domain ${tenant.name}` : ''}.`,
    action: {
      type: 'check',
      check: {
        kind: 'shell',
        shell: 'Windows PowerShell connected to the tenant (Connect-ExchangeOnline, Connect-MicrosoftTeams)',
        cmdlets: usedCmdlets(builder.steps),
        modules: [],
        // The tenant has the domain of its own name; a local Exchange and other tenants don't.
        ...(domains && {
          only: { cmdlet: 'Get-AcceptedDomain', parameters: [{ name: 'Identity', value: tenant.name }] },
        }),
      },
    },
    undo: { type: 'nothing' },
    source: ['HYBRID'],
    causes: causesOf(tenant),
  });
  return { shell: 'online', steps: builder.steps };
}

function acceptedDomainStep(builder: PlanBuilder, tenant: Declaration, declaration: Declaration): void {
  const { name } = declaration;
  const value = cmdletValue(propertyNamed(declaration, 'domainType'), declaration.fact('domainType'));
  if (value === undefined) return;
  const identity: Parameter = { name: 'Identity', value: name };
  builder.add('provider', ['AcceptedDomain', name], {
    title: `Accepted domain ${name}`,
    why: 'A SIP domain that is shared with the tenant has to be an authoritative accepted domain of it.',
    proof: `Get-AcceptedDomain -Identity ${name} shows DomainType ${String(value)}.`,
    action: {
      type: 'object',
      target: `accepted domain ${name}`,
      get: { cmdlet: 'Get-AcceptedDomain', parameters: [identity] },
      wanted: [{ property: 'DomainType', value, compare: 'value' }],
      absent: `${tenant.name} has no domain ${name}: add it in the admin center, prove by the TXT record it asks for that the domain is yours, then run this step again.`,
      change: { cmdlet: 'Set-AcceptedDomain', parameters: [identity, { name: 'DomainType', value }] },
    },
    undo: { type: 'restore' },
    source: ['DNSSRV'],
    causes: causesOf(declaration, tenant),
  });
}

function federationSteps(builder: PlanBuilder, tenant: Declaration): void {
  const set = parametersOf(tenant, undefined).filter(({ value }) => typeof value === 'boolean');
  if (set.length > 0)
    builder.add('federation', ['TenantFederation'], {
      title: `Federation of ${tenant.name}`,
      why: 'The tenant has to know that the SIP domains are shared, or moves of Lync users fail with error 510; what it allows has to agree with the Access Edge.',
      proof: 'Get-CsTenantFederationConfiguration shows the values below.',
      action: {
        type: 'object',
        target: `federation of ${tenant.name}`,
        get: { cmdlet: 'Get-CsTenantFederationConfiguration', parameters: [] },
        wanted: set.map(({ name, value }) => ({ property: name, value, compare: 'value' })),
        absent: 'The federation configuration was not found: is the session connected?',
        change: {
          cmdlet: 'Set-CsTenantFederationConfiguration',
          parameters: set.map(({ name, value }) => ({ name, value })),
        },
      },
      undo: { type: 'restore' },
      source: ['HYBRID', 'FEDLO'],
      causes: causesOf(tenant),
    });
  const lists = (['allowedDomains', 'blockedDomains'] as const)
    .map((property) => ({ name: property, value: listFact(tenant, property).join(', ') }))
    .filter(({ value }) => value !== '');
  if (lists.length === 0) return;
  builder.add('federation', ['TenantDomains'], {
    title: `Allowed and blocked domains of ${tenant.name}`,
    why: 'The lists of the tenant have to agree with those of the Access Edge when users are homed online.',
    proof: 'Get-CsTenantFederationConfiguration shows the same domains.',
    action: {
      type: 'manual',
      instructions: [
        'Enter these domains in the admin center, or by Set-CsTenantFederationConfiguration: it replaces the whole list.',
      ],
      fields: lists,
    },
    undo: { type: 'irreversible', reason: 'The lists before are noted by whoever changes them.' },
    source: ['HYBRID'],
    causes: causesOf(tenant),
  });
}

const numbers: Readonly<Record<string, string>> = {
  umDialPlan: 'accessTelephoneNumbers',
  umAutoAttendant: 'pilotIdentifierList',
};

function umStep(builder: PlanBuilder, tenant: Declaration, object: Declaration): void {
  const { kind, name } = object;
  const property = numbers[kind.name];
  const fields = kind.properties.flatMap((entry) => {
    if (!object.written.has(entry.name)) return [];
    const value = cmdletValue(entry, object.fact(entry.name));
    if (value === undefined || value === null) return [];
    return [{ name: parameterOf(entry), value: Array.isArray(value) ? value.join(', ') : String(value) }];
  });
  const service =
    textFact(tenant, 'voicemailService') ?? (hasSince(builder.server, 'sfb2019') ? 'cloudVoicemail' : 'exchangeUM');
  builder.add('policy', [kind.name.charAt(0).toUpperCase() + kind.name.slice(1), name], {
    title: `${kind.singular} ${name} of ${tenant.name}`,
    why:
      property === undefined
        ? 'Mailboxes that move take it over from their local policy.'
        : 'The numbers of the contacts have to be entered on this side too, or hosted UM does not know which menu answers.',
    proof: 'It is shown with these values.',
    action: {
      type: 'manual',
      instructions: [
        service === 'exchangeUM'
          ? 'Where the tenant still has Exchange UM: make it with these values. Exchange Online has no cmdlet for it any more since UM was switched off in February 2020; Cloud Voicemail needs none.'
          : 'Cloud Voicemail has no such object: nothing to do.',
      ],
      fields,
      ...(service !== 'exchangeUM' && { onlyTold: true }),
    },
    undo: { type: 'irreversible', reason: 'It is removed where it was made.' },
    source: ['CONTACT', 'B-MSXFAQ'],
    causes: causesOf(object, tenant),
  });
}
