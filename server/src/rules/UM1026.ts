import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1026',
  severity: 'error',
  title: 'Port out of range',
  basis: 'documented',
  source: ['PS-UMGW'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `A port is a number from 0 to 65535. Beyond that neither the cmdlet takes it nor could anything listen there.`,
  bad: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond  port 65536 }
                                                                            ^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond  port 5061 }
}`,
};
