import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { propertyOf } from '../vocabulary';
import { hasSince } from './facts';

/** Kinds of which nothing that is run comes in any mode, and why. */
const judgedOnly: Readonly<Record<string, string>> = {
  certificate:
    'Certificates are requested, issued and assigned with the tools of their servers: a declared one is judged, and made by nobody here.',
  firewall: 'Firewalls are set up with their own tools: a declared one is judged, and changed by nobody here.',
  rgsAgentGroup: 'Response groups stay as they are: their agents are declared so that the rules know of them.',
};

/** Why no line of a script or a zone comes of a declaration of which none does. */
export function reasonUnscripted({ mode, server }: Deployment, declaration: Declaration): string {
  const { kind, organization } = declaration;
  const reason = judgedOnly[kind.name];
  if (reason !== undefined) return reason;
  const around = kind.name === 'tenant' || kind.name === 'exchange' ? kind.name : organization?.kind.name;
  if (mode === 'onPremises' && around === 'tenant')
    return 'In on-premises mode no voice mail is hosted: nothing is made in a tenant.';
  if (mode === 'crossPremises' && (around === 'exchange' || declaration.fact('tool') === 'ocsUmUtil'))
    return 'In cross-premises mode all voice mail is hosted: nothing is made for local UM.';
  const written = [...declaration.written.keys()].map((word) => propertyOf(kind, word));
  if (written.length > 0 && written.every((property) => !hasSince(server, property?.since)))
    return 'What is written came with a later version of the server.';
  return kind.name === 'wave' ? 'It moves nobody.' : nothingAsked;
}

/** Nothing better is known. */
export const nothingAsked = 'It asks for nothing that is run.';
