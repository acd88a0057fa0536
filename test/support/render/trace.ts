import type { Deployment } from '../../../server/src/model/deployment';
import type { Cause, Route } from '../../../server/src/routing/types';

/** Everything that a route says, each cause as the text it points to. */
export function renderTrace(deployment: Deployment, route: Route): string[] {
  const at = (cause: Cause | undefined): string =>
    cause ? ` <${deployment.textOf(cause.path).slice(cause.start, cause.end)}>` : '';
  const { outcome, target, policy, destination, organization, umDialPlan, contact, umServers, needs, failure } = route;
  const facts = Object.entries({
    policy: policy && `${policy.name} (${policy.scope})`,
    destination,
    organization: organization.join(', '),
    umDialPlan,
    umServers: umServers.join(', '),
    contact,
    needs: needs.join(', '),
  }).filter(([, value]) => value);
  return [
    [outcome, target].filter(Boolean).join(' '),
    ...facts.map(([name, value]) => `  ${name}: ${value}`),
    ...route.hops.map(
      ({ at: where, role, port, protocol, note, cause }) =>
        `  > ${role} ${where}${port === undefined ? '' : `:${port}`}${protocol ? ` ${protocol}` : ''}${note ? ` (${note})` : ''}${at(cause)}`,
    ),
    ...route.decisions.map(
      ({ step, because, source, inferred, cause }) =>
        `  - ${step}: ${because} [${source}${inferred ? ', deduced' : ''}]${at(cause)}`,
    ),
    ...(failure
      ? [
          `  ! ${failure.at}${failure.code ? ` ${failure.code}` : ''}: ${failure.reason}${at(failure.cause)}`,
          `    the caller: ${failure.caller}`,
          `    seen: ${failure.symptom}`,
        ]
      : []),
  ];
}
