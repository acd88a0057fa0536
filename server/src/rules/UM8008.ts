import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM8008',
  severity: 'error',
  title: 'Tenant in an on-premises policy',
  basis: 'documented',
  source: ['I-2957'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `The documentation of \`New-\` and \`Set-CsHostedVoicemailPolicy\` lists \`-Tenant\`, a GUID. It belongs to the online service, where one topology serves many
tenants; on-premises the cmdlet fails with it. Which tenant's mailboxes are meant is said by \`organization\`. Drop it.`,
  bad: `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
  tenant 38aad667-af54-4397-aaa7-e94c79ec2308
  ^^^^^^
}`,
  good: `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com
}`,
};
