import { addTo } from '../base/lists';
import type { Declaration } from '../model/declaration';
import { type FactReader, plainReader } from '../model/facts';
import type { Placement } from '../model/placement';
import { Survey } from '../model/survey';
import { attributeOf } from '../routing/attribute';
import { effectivePolicy } from '../routing/effectivePolicy';
import { choiceOf } from './crowd';
import { removeProperty, setProperty } from './fixes';
import { tenantsOf } from './tenants';
import type { Fix, Rule, RulePage } from './types';
import { attempt, usersOf, whoOf, witnesses } from './witnesses';

/** From this version on Azure AD Connect doesn't overwrite the attribute with nothing any more. [AADC-HIST] */
const MENDED = '1.2.65.0';

export const rule: Rule = {
  code: 'UM7009',
  severity: 'warning',
  title: 'Directory synchronization may blank the flag',
  basis: 'documented',
  source: ['I-4774', 'AADC-HIST'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { deployment, read, report } = context;
        const byTenant = new Map<Declaration, Placement[]>();
        const risky = new Set<Declaration>();
        for (const tenant of deployment.all('tenant'))
          attempt(context, 0, () => {
            if (mayBlank(read, tenant)) risky.add(tenant);
          });
        if (risky.size === 0) return;
        for (const users of blankable.of(crowd.deployment, context.notChecked))
          for (const tenant of users.value)
            if (risky.has(tenant)) for (const placement of users.placements) addTo(byTenant, tenant, placement);
        for (const [tenant, placements] of byTenant) {
          const property = tenant.written.has('azureADConnectVersion')
            ? 'azureADConnectVersion'
            : 'exchangeHybridWriteback';
          report({
            at: { path: tenant.path, ...tenant.valueSpan(property) },
            message: `Azure AD Connect writes msExchUCVoiceMailSettings back, and the flag of ${whoOf(placements)} is set on-premises alone: synchronization may blank HostedVoiceMail, and voice mail stops within half an hour`,
            users: usersOf(placements),
            related: witnesses(placements),
            fixes: () => mend(tenant, property),
          });
        }
      },
    },
  ],
};

/** The tenants of hosted users whose flag is set on-premises alone. Exchange's own pair comes from the cloud and stays. */
const blankable = new Survey(
  (placement) => {
    if (choiceOf(placement).um !== 'hosted' || attributeOf(plainReader, placement).exchange === true) return undefined;
    const { deployment } = placement;
    const { organization } = effectivePolicy(deployment, plainReader, placement);
    return tenantsOf(deployment, organization).filter((tenant) => tenant !== undefined);
  },
  (tenants) => tenants.map(({ id }) => id).join(' '),
);

/** Writes the attribute back, and has a version that may write nothing: before 1.2.65.0, or an unstated one. */
function mayBlank(read: FactReader, tenant: Declaration): boolean {
  const writesBack = read.flag(tenant, 'exchangeHybridWriteback');
  const version = read.text(tenant, 'azureADConnectVersion');
  if (writesBack === false) return false;
  return version === undefined ? writesBack === true : isBefore(version, MENDED);
}

function isBefore(version: string, other: string): boolean {
  const [left, right] = [version, other].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 4; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function mend(tenant: Declaration, property: string): Fix[] {
  const upgrade = setProperty(
    tenant,
    'azureADConnectVersion',
    MENDED,
    `Upgrade Azure AD Connect to ${MENDED} or later`,
  );
  const off = removeProperty(tenant, 'exchangeHybridWriteback', 'Write nothing back');
  return property === 'exchangeHybridWriteback' && off ? [upgrade, off] : [upgrade];
}

export const page: RulePage = {
  explanation: `In an Exchange hybrid Azure AD Connect writes \`msExchUCVoiceMailSettings\` from the cloud back to the forest. Where the cloud has no value, versions before
1.2.65.0 (25 October 2018) could overwrite what \`Set-CsUser -HostedVoiceMail $True\` had put there with nothing; administrators saw it blanked in less than half an hour.

Upgrade, or set the value where it comes from: enable the mailbox for UM in Exchange Online, so that \`ExchangeHostedVoiceMail=1\` is written back.`,
  bad: `tenant contoso.onmicrosoft.com { provider ExchangeOnline  exchangeHybridWriteback true  azureADConnectVersion 1.1.819.0 }
                                                                                                              ^^^^^^^^^`,
  good: `tenant contoso.onmicrosoft.com { provider ExchangeOnline  exchangeHybridWriteback true  azureADConnectVersion 1.2.65.0 }`,
  alsoBad: [
    `tenant contoso.onmicrosoft.com { provider ExchangeOnline  exchangeHybridWriteback true }
                                                                                  ^^^^`,
  ],
  alsoGood: [
    `tenant contoso.onmicrosoft.com { provider ExchangeOnline  exchangeHybridWriteback true }
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  exchangeHostedVoiceMail true
  alice@contoso.com  line +14255550101
}`,
  ],
};
