import { isHostedMode } from './modes';
import type { RuleContext } from './types';

type Context = Pick<RuleContext, 'deployment' | 'read'>;

/** Whether traffic with others flows: hosted UM is used, or the Access Edge allows federation. */
export function isFederated(context: Context): boolean {
  return isHostedMode(context) || federationOf(context);
}

/** Whether the Access Edge allows federation. */
export function federationOf({ deployment, read }: Context): boolean {
  const [edge] = deployment.all('accessEdgeConfiguration');
  return edge !== undefined && read.flag(edge, 'allowFederatedUsers') === true;
}

/** Whether the SIP address space is shared with a hosting provider. */
export function isShared({ deployment, read }: Context): boolean {
  return deployment
    .all('hostingProvider')
    .some((provider) => read.flag(provider, 'enabledSharedAddressSpace') === true);
}
