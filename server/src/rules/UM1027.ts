import { replace } from './fixes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1027',
  severity: 'error',
  title: 'Number of TLS connections out of range',
  basis: 'documented',
  source: ['PS-AEC'],
  checks: [{ looksAt: 'text', fixes: ({ path, start, end }) => [replace(path, { start, end }, '4', 'Change to 4')] }],
};

export const page: RulePage = {
  explanation: `\`-OutgoingTlsCountForFederatedPartners\` takes 1 to 4 and is 4 unless it is said otherwise; the documentation advises to leave it there.`,
  bad: `accessEdgeConfiguration {
  allowFederatedUsers true
  useDnsSrvRouting true
  enablePartnerDiscovery false
  outgoingTlsCountForFederatedPartners 8
                                       ^
}`,
  good: `accessEdgeConfiguration {
  allowFederatedUsers true
  useDnsSrvRouting true
  enablePartnerDiscovery false
  outgoingTlsCountForFederatedPartners 4
}`,
};
