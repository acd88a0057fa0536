import type { Kind } from '../types';
import { exUmContact, rgsAgentGroup } from './contacts';
import { deployment } from './deployment';
import { internalDnsZone, publicDnsZone } from './dns';
import { exchange, umServer } from './exchange';
import { accessEdgeConfiguration, allowedDomain, blockedDomain } from './federation';
import { wave } from './migration';
import { certificate, firewall } from './network';
import {
  dialPlan,
  hostedVoicemailPolicy,
  mediaConfiguration,
  voicemailReroutingConfiguration,
  voicePolicy,
} from './policies';
import { pool } from './pool';
import { hostingProvider, publicProvider } from './providers';
import { acceptedDomain, tenant } from './tenant';
import { branchSite, sipDomain, site } from './topology';
import { umDialPlan, umMailboxPolicy } from './umDialPlan';
import { umAutoAttendant, umHuntGroup, umIPGateway } from './umRouting';
import { users } from './users';

/** Every kind, in the order of the language's table. */
export const kinds: readonly Kind[] = [
  deployment,
  sipDomain,
  site,
  branchSite,
  pool,
  mediaConfiguration,
  accessEdgeConfiguration,
  hostingProvider,
  publicProvider,
  allowedDomain,
  blockedDomain,
  tenant,
  acceptedDomain,
  hostedVoicemailPolicy,
  exchange,
  umServer,
  umDialPlan,
  umMailboxPolicy,
  umIPGateway,
  umHuntGroup,
  umAutoAttendant,
  dialPlan,
  voicePolicy,
  voicemailReroutingConfiguration,
  exUmContact,
  rgsAgentGroup,
  users,
  certificate,
  publicDnsZone,
  internalDnsZone,
  firewall,
  wave,
];
