import { addTo } from '../../base/lists';
import type { Deployment } from '../../model/deployment';
import { textFact } from '../facts';
import type { Plan } from '../plan';
import type { UserSelection } from '../users/usersFile';
import { causesOf, PlanBuilder } from './builder';
import { hostedContactSteps, localUmSteps } from './contacts';
import {
  accessEdgeStep,
  domainListSteps,
  hostingProviderSteps,
  internalDnsSteps,
  publicProviderSteps,
  replicationStep,
  sipDomainSteps,
} from './federation';
import { hostedPolicySteps, mediaSteps, reroutingSteps, voiceSteps } from './policies';
import { usedCmdlets } from './usedCmdlets';
import { userSteps } from './users';

/** What the Lync Server Management Shell does to make a deployment as it is declared. */
export function lyncPlan(deployment: Deployment, users: UserSelection): Plan {
  const builder = new PlanBuilder(deployment);
  sipDomainSteps(builder);
  accessEdgeStep(builder);
  if (builder.idsOf('accessEdge').length > 0)
    replicationStep(builder, 'replication', 'AccessEdge', 'the Access Edge configuration');
  internalDnsSteps(builder);
  hostingProviderSteps(builder);
  publicProviderSteps(builder);
  domainListSteps(builder);
  if (builder.idsOf('provider').length > 0) replicationStep(builder, 'federation', 'Providers', 'the providers');
  mediaSteps(builder);
  hostedPolicySteps(builder);
  voiceSteps(builder);
  userSteps(builder, users);
  hostedContactSteps(builder);
  if (builder.isLocal) localUmSteps(builder);
  reroutingSteps(builder);
  prerequisiteSteps(builder, users);
  return { shell: 'lync', steps: builder.steps };
}

/** What must be true before the first change: looked at, never made. */
export function prerequisiteSteps(builder: PlanBuilder, users: UserSelection, whole = true): void {
  const { deployment } = builder;
  builder.add('prerequisites', ['Shell'], {
    title: 'The management shell',
    why: 'The cmdlets come with Lync Server or Skype for Business Server; the script has to run where they are.',
    proof: 'Get-Command finds them.',
    action: {
      type: 'check',
      check: {
        kind: 'shell',
        shell: 'Lync Server (Skype for Business Server) Management Shell',
        cmdlets: usedCmdlets(builder.steps),
        modules: ['SkypeForBusiness', 'Lync'],
      },
    },
    undo: { type: 'nothing' },
    source: ['PROC'],
    causes: builder.root,
  });
  if (whole) topologyChecks(builder);
  if (whole || builder.idsOf('hostedContacts').length > 0) ouChecks(builder);
  if (users.count > 0)
    builder.add('prerequisites', ['UsersFile'], {
      title: 'The list of users',
      why: 'What is set of each user stands there.',
      proof: 'The file of -UsersPath has its columns.',
      action: {
        type: 'check',
        check: { kind: 'usersFile', columns: readColumns(builder) },
      },
      undo: { type: 'nothing' },
      source: ['PROC'],
      causes: causesOf(...deployment.all('users')),
    });
}

/** The columns of users.csv that the steps read. */
function readColumns(builder: PlanBuilder): string[] {
  const columns = new Set(['SipAddress', 'Identity', 'RegistrarPool']);
  for (const { action } of builder.steps) {
    if (action.type !== 'users') continue;
    for (const setting of action.settings) if ('column' in setting) columns.add(setting.column);
  }
  return [...columns];
}

/** Pools and sites that the steps name: Topology Builder makes them. */
function topologyChecks(builder: PlanBuilder): void {
  const { deployment } = builder;
  const homes = deployment.all('pool').filter((pool) => pool.fact('role') !== 'trustedApplication');
  for (const pool of homes) {
    builder.add('prerequisites', ['Pool', pool.name], {
      title: `Pool ${pool.name}`,
      why: 'Topology Builder makes pools and publishes them; no step of this script does.',
      proof: `Get-CsPool -Identity ${pool.name} finds it.`,
      action: {
        type: 'check',
        check: {
          kind: 'found',
          get: { cmdlet: 'Get-CsPool', parameters: [{ name: 'Identity', value: pool.name }] },
          missing: `There is no pool ${pool.name}: publish it with Topology Builder first.`,
        },
      },
      undo: { type: 'nothing' },
      source: ['PS-POOL'],
      causes: causesOf(pool),
    });
  }
  for (const site of deployment.all('site', 'branchSite')) {
    builder.add('prerequisites', ['Site', site.name], {
      title: `Site ${site.name}`,
      why: 'Policies of a site are found by its name.',
      proof: `Get-CsSite -Identity '${site.name}' finds it.`,
      action: {
        type: 'check',
        check: {
          kind: 'found',
          get: { cmdlet: 'Get-CsSite', parameters: [{ name: 'Identity', value: site.name }] },
          missing: `There is no site ${site.name}: publish it with Topology Builder first.`,
        },
      },
      undo: { type: 'nothing' },
      source: ['PS-SITE'],
      causes: causesOf(site),
    });
  }
}

/** Rights in the containers of contacts. [OUPERM] */
function ouChecks(builder: PlanBuilder): void {
  const contacts = builder.deployment
    .all('exUmContact')
    .filter((contact) => contact.fact('tool') === 'newCsExUmContact');
  const units = new Map<string, typeof contacts>();
  for (const contact of contacts) {
    const ou = textFact(contact, 'ou');
    if (ou !== undefined) addTo(units, ou, contact);
  }
  let n = 0;
  for (const [ou, inside] of units) {
    builder.add('prerequisites', ['OU', String(++n)], {
      title: `Rights in ${ou}`,
      why: 'Members of RTCUniversalUserAdmins create contacts only in containers in which they have rights.',
      proof: 'Test-CsOUPermission answers True.',
      action: {
        type: 'check',
        check: {
          kind: 'true',
          test: {
            cmdlet: 'Test-CsOUPermission',
            parameters: [
              { name: 'ObjectType', value: 'AppContact' },
              { name: 'OU', value: ou },
            ],
          },
          otherwise: `RTCUniversalUserAdmins has no rights for contacts in ${ou}. A domain administrator grants them: Grant-CsOUPermission -ObjectType AppContact -OU with this name. Domain administrators need no grant: they may go on with the next step.`,
        },
      },
      undo: { type: 'nothing' },
      source: ['OUPERM'],
      causes: causesOf(...inside),
    });
  }
}
