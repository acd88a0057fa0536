import type { RouteResult } from '../../../server/src/lsp/protocol';

/** Who answers, in one sentence. */
export function answer(route: RouteResult): string {
  const { outcome, target, destination, organization, policy, umDialPlan, contact } = route;
  const through = contact ? ` through the contact ${contact}` : '';
  switch (outcome) {
    case 'hosted': {
      const tenant = organization.length > 0 ? ` for ${organization.join(', ')}` : '';
      const by = policy ? `, by the ${policy.scope} policy ${policy.name}` : '';
      return `Answered by the hosted service ${target ?? ''} at ${destination ?? 'an unknown address'}${tenant}${by}${through}.`;
    }
    case 'local':
      return `Answered on-premises, by UM dial plan ${target ?? umDialPlan ?? ''}${through}.`;
    case 'none':
      return 'Nobody answers, by design.';
    case 'failed':
      return `Sent${target ? ` to ${target}` : ''}${through}, and lost: ${route.failure?.reason ?? 'no reason is known'}.`;
    case 'unknown':
      return 'It cannot be told who answers.';
  }
}
