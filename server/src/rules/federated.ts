import { isHostedMode } from './modes';
import type { RuleContext } from './types';

/** Whether traffic with others flows: hosted UM is used, or the Access Edge allows federation. */
export function isFederated(context: RuleContext): boolean {
  const [edge] = context.deployment.all('accessEdgeConfiguration');
  return isHostedMode(context) || (edge !== undefined && context.read.flag(edge, 'allowFederatedUsers') === true);
}

/** Whether the SIP address space is shared with a hosting provider. */
export function isShared({ deployment, read }: RuleContext): boolean {
  return deployment
    .all('hostingProvider')
    .some((provider) => read.flag(provider, 'enabledSharedAddressSpace') === true);
}
