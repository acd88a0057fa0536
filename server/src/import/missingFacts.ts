import { kinds } from '../vocabulary';
import type { KindName } from '../vocabulary/types';

/** Something that a routable deployment needs and the imported file can't hold. */
export interface MissingFact {
  /** In the administrator's words. */
  readonly what: string;
  /** The commands that show or export it, each in back-ticks, or what to decide. */
  readonly how: string;
  readonly kinds: readonly KindName[];
}

/** The kinds that a topology document holds completely. [REAL2] Waves are plans, so no document of what is deployed holds them or lacks them. */
const complete: readonly KindName[] = ['deployment', 'sipDomain', 'site', 'branchSite', 'pool', 'wave'];

/** The kinds of which more objects exist than a topology document tells: all others. */
export const incompleteKinds: readonly KindName[] = kinds
  .map(({ name }) => name)
  .filter((name) => !complete.includes(name));

const userColumns = [
  'SipAddress',
  'RegistrarPool',
  'LineURI',
  'PrivateLine',
  'Enabled',
  'EnterpriseVoiceEnabled',
  'HostedVoiceMail',
  'HostedVoicemailPolicy',
  'VoicePolicy',
  'DialPlan',
  'DisplayName',
  'UserPrincipalName',
];

/** What no topology document holds, what a call needs first at the top. Commands as administrators collect with. [PS-TOPO] [ROUTE] */
export const missingFacts: readonly MissingFact[] = [
  {
    what: 'the mode, where voice mail is answered',
    how: 'write `mode onPremises`, `mode crossPremises` or `mode mixed`',
    kinds: [],
  },
  {
    what: 'users',
    how: `\`Get-CsUser -ResultSize Unlimited | Select-Object ${userColumns.join(', ')} | Export-Csv users.csv -NoTypeInformation -Encoding UTF8\``,
    kinds: ['users'],
  },
  {
    what: 'the voice mail settings and EUM proxy addresses of users and contacts, in Active Directory',
    how: '`ldifde -f users.ldf -r "(msRTCSIP-PrimaryUserAddress=*)" -l msRTCSIP-PrimaryUserAddress,msExchUCVoiceMailSettings,proxyAddresses`',
    kinds: [],
  },
  {
    what: 'hosting providers',
    how: '`Get-CsHostingProvider | Select-Object * | Export-Clixml hostingProviders.xml`',
    kinds: ['hostingProvider'],
  },
  {
    what: 'hosted voice mail policies',
    how: '`Get-CsHostedVoicemailPolicy | Export-Clixml hostedVoicemailPolicies.xml`',
    kinds: ['hostedVoicemailPolicy'],
  },
  {
    what: 'contacts for subscriber access and auto attendants',
    how: '`Get-CsExUmContact | Export-Clixml exUmContacts.xml`',
    kinds: ['exUmContact'],
  },
  {
    what: 'the Access Edge configuration',
    how: '`Get-CsAccessEdgeConfiguration | Export-Clixml accessEdgeConfiguration.xml`',
    kinds: ['accessEdgeConfiguration'],
  },
  {
    what: 'local Unified Messaging, in the Exchange Management Shell',
    how: '`Get-UMDialPlan | Export-Clixml umDialPlans.xml`, and so with `Get-UMMailboxPolicy`, `Get-UMService`, `Get-UMCallRouterSettings`, `Get-UMIPGateway`, `Get-UMHuntGroup`, `Get-UMAutoAttendant`',
    kinds: ['exchange', 'umServer', 'umDialPlan', 'umMailboxPolicy', 'umIPGateway', 'umHuntGroup', 'umAutoAttendant'],
  },
  {
    what: 'tenants and their accepted domains, in the shells of the tenant',
    how: '`Get-CsTenantFederationConfiguration | Export-Clixml tenant.xml`, `Get-AcceptedDomain | Export-Clixml acceptedDomains.xml`',
    kinds: ['tenant', 'acceptedDomain'],
  },
  {
    what: 'public providers, allowed and blocked domains',
    how: '`Get-CsPublicProvider | Export-Clixml publicProviders.xml`, and so with `Get-CsAllowedDomain`, `Get-CsBlockedDomain`',
    kinds: ['publicProvider', 'allowedDomain', 'blockedDomain'],
  },
  {
    what: 'voice policies, dial plans, media and rerouting configuration',
    how: '`Get-CsVoicePolicy | Export-Clixml voicePolicies.xml`, and so with `Get-CsDialPlan`, `Get-CsMediaConfiguration`, `Get-CsVoicemailReroutingConfiguration`',
    kinds: ['voicePolicy', 'dialPlan', 'mediaConfiguration', 'voicemailReroutingConfiguration'],
  },
  {
    what: 'response groups',
    how: '`Get-CsRgsAgentGroup | Export-Clixml rgsAgentGroups.xml`',
    kinds: ['rgsAgentGroup'],
  },
  {
    what: 'certificates',
    how: '`Get-CsCertificate` on each server of Lync, `Get-ExchangeCertificate` on each UM server',
    kinds: ['certificate'],
  },
  {
    what: 'DNS zones and firewall rules',
    how: 'the zone files, or `Get-DnsServerResourceRecord -ZoneName contoso.com | Export-Clixml contoso.com.xml`; the rules from who runs the firewall',
    kinds: ['publicDnsZone', 'internalDnsZone', 'firewall'],
  },
];
