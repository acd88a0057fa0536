import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { siteOf } from '../routing/effectivePolicy';

/** The rerouting configuration that applies to a pool: that of its site, else the declared global one. */
export function reroutingOf(deployment: Deployment, pool: Declaration): Declaration | undefined {
  const site = siteOf(pool);
  const own = site && deployment.named('voicemailReroutingConfiguration', `site:${site.name}`)[0];
  return own ?? deployment.named('voicemailReroutingConfiguration', 'global')[0];
}
