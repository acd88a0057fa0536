import { count, userCount } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { plainReader, UnknownFact } from '../../model/facts';
import { waveOrder } from '../../model/waves';
import { effectivePolicy } from '../../routing/effectivePolicy';
import { crowdOfMoves } from './moved';

/** What stands behind a declaration's name: what one looks for first in a thing of its kind. */
export function describe(deployment: Deployment, declaration: Declaration): string {
  const text = (property: string) => textOf(declaration, property);
  const parts: Readonly<Record<string, () => readonly (string | undefined)[]>> = {
    deployment: () => [text('mode'), text('server')],
    sipDomain: () => [flag(declaration, 'isDefault') ? 'default' : undefined],
    site: () => [text('city')],
    branchSite: () => [`branch of ${text('centralSite') ?? '?'}`],
    pool: () => [roles[text('role') ?? ''] ?? text('role'), servers(declaration)],
    hostingProvider: () => [off(declaration, 'enabled'), text('proxyFqdn')],
    publicProvider: () => [off(declaration, 'enabled'), text('proxyFqdn')],
    tenant: () => [text('provider')],
    hostedVoicemailPolicy: () => [userCount(usersWithPolicy(deployment, declaration)), text('destination')],
    exchange: () => [text('version')],
    umServer: () => [text('version'), text('services')],
    umDialPlan: () => [text('uriType'), text('voIPSecurity')],
    umIPGateway: () => [text('address')],
    umAutoAttendant: () => [text('pilotIdentifierList'), text('status')],
    users: () => [userCount(deployment.block(declaration)?.count ?? 0), text('mailbox')],
    exUmContact: () => [
      text('displayNumber'),
      flag(declaration, 'autoAttendant') ? 'auto attendant' : 'subscriber access',
    ],
    wave: () => [text('date'), moved(deployment, declaration)],
  };
  return (parts[declaration.kind.name]?.() ?? []).filter(Boolean).join(' · ');
}

/** Whether a thing is switched off, so that it is drawn quietly. */
export function isOff(declaration: Declaration): boolean {
  const { name } = declaration.kind;
  if (name === 'hostingProvider' || name === 'publicProvider') return !flag(declaration, 'enabled');
  if (name === 'exUmContact') return declaration.fact('enabled') === false;
  return name === 'umIPGateway' && declaration.fact('status') === 'disabled';
}

const roles: Readonly<Record<string, string>> = {
  frontEnd: 'Front End',
  standardEdition: 'Standard Edition',
  director: 'Director',
  edge: 'Edge',
  mediation: 'Mediation',
  survivableBranch: 'Survivable Branch',
  trustedApplication: 'Trusted Application',
};

function servers(pool: Declaration): string | undefined {
  const computers = pool.fact('computers');
  return Array.isArray(computers) && computers.length > 1 ? count(computers.length, 'server') : undefined;
}

function off(declaration: Declaration, property: string): string | undefined {
  return flag(declaration, property) ? undefined : 'disabled';
}

function flag(declaration: Declaration, property: string): boolean {
  return declaration.fact(property) === true;
}

function textOf(declaration: Declaration, property: string): string | undefined {
  const fact = declaration.fact(property);
  if (Array.isArray(fact)) return fact.join(', ');
  return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : undefined;
}

/** Users whom a policy applies to, granted or by scope; those who hang on an unknown fact are not counted. */
function usersWithPolicy(deployment: Deployment, policy: Declaration): number {
  let users = 0;
  for (const placement of deployment.placements()) {
    try {
      if (effectivePolicy(deployment, plainReader, placement).policy === policy) users += placement.count;
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
    }
  }
  return users;
}

function moved(deployment: Deployment, declaration: Declaration): string | undefined {
  const { waves } = waveOrder(deployment);
  const index = waves.findIndex((wave) => wave.declaration === declaration);
  const users = index < 0 ? undefined : crowdOfMoves(deployment, index);
  return users === undefined ? undefined : `moves ${userCount(users)}`;
}
