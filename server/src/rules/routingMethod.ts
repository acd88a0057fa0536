import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import { UNSET } from '../model/facts';

/** Whether a property is written with a value; `unknown` counts as one. */
export function isGiven(declaration: Declaration, property: string): boolean {
  const written = declaration.written.get(property);
  return written !== undefined && written.value !== UNSET;
}

/** Whether the Access Edge uses default routing; DNS SRV routing otherwise. */
export function usesDefaultRouting(read: FactReader, edge: Declaration): boolean {
  return read.flag(edge, 'useDefaultRouting') === true;
}

/** Default routing in a deployment with hosting providers is wrong as a whole (UM4003): nothing is said about its other parameters. */
export function isWrongMethod(deployment: Deployment, read: FactReader, edge: Declaration): boolean {
  return usesDefaultRouting(read, edge) && deployment.all('hostingProvider').length > 0;
}
