import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import { serverOf } from './modes';

/** What answers voice mail in a tenant: Cloud Voicemail from Skype for Business Server 2019 on, unless it is said otherwise. */
export function voicemailService(
  deployment: Deployment,
  read: FactReader,
  tenant: Declaration | undefined,
): 'exchangeUM' | 'cloudVoicemail' {
  const own = tenant && read.text(tenant, 'voicemailService');
  if (own === 'exchangeUM' || own === 'cloudVoicemail') return own;
  const server = serverOf({ deployment, read });
  return server === 'sfb2019' || server === 'sfbSE' ? 'cloudVoicemail' : 'exchangeUM';
}

/** The declared tenants that a policy's organization names; `undefined` in the place of one that isn't declared. */
export function tenantsOf(deployment: Deployment, organization: readonly string[]): (Declaration | undefined)[] {
  return organization.map((name) => deployment.named('tenant', name)[0]);
}

/** The accepted domains that a tenant declares. */
export function acceptedDomains(tenant: Declaration): Declaration[] {
  return tenant.children.filter((child) => child.kind.name === 'acceptedDomain');
}
