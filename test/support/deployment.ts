import type { Deployment } from '../../server/src/model/deployment';
import { Workspace } from '../../server/src/model/workspace';
import { fixture } from './fixture';

/** The workspace of a fixture, with all its files put in. */
export function workspaceOf(source: string): Workspace {
  const workspace = new Workspace();
  for (const { path, text } of fixture(source).files) workspace.set(path, text);
  workspace.refresh();
  return workspace;
}

/** The one deployment of a fixture. */
export function deploymentOf(source: string): Deployment {
  const [deployment, other] = workspaceOf(source).deployments;
  if (!deployment || other) throw new Error('the fixture has not exactly one deployment');
  return deployment;
}

/** A mixed deployment in which every route works; `users` and more declarations are added by the test. */
export const mixedBase = `deployment Contoso { server lync2013  mode mixed  forest contoso.com }
sipDomain contoso.com { isDefault true }
site Redmond {
  siteId 1
  pool pool01.contoso.com { role frontEnd  edgePool edge01.contoso.com }
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true }
}
branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch  edgePool edge01.contoso.com } }
exchange OnPrem {
  version 2013
  forest contoso.com
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond }
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
}
tenant contoso.onmicrosoft.com { provider ExchangeOnline  acceptedDomain contoso.com }
`;

/** The parts that the hosted half needs, one by one, so that a test can leave one out or change it. */
export const hostedParts = {
  accessEdge: 'accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true }',
  provider:
    'hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }',
  policy: 'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }',
};

export function mixedWith(text: string, parts: Partial<typeof hostedParts> = {}): Deployment {
  return deploymentOf(`${mixedBase}${Object.values({ ...hostedParts, ...parts }).join('\n')}\n${text}\n`);
}
