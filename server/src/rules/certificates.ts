import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import type { Place } from './types';

/** The Edge pool whose external certificate this is. */
export function edgeOfCertificate(
  deployment: Deployment,
  read: FactReader,
  certificate: Declaration,
): Declaration | undefined {
  if (!read.list(certificate, 'usage').includes('edgeExternal')) return undefined;
  const pool = deployment.find('pool', read.text(certificate, 'pool'));
  return pool && read.text(pool, 'role') === 'edge' ? pool : undefined;
}

/** The UM server whose certificate this is. */
export function umServerOfCertificate(
  deployment: Deployment,
  read: FactReader,
  certificate: Declaration,
): Declaration | undefined {
  if (!read.list(certificate, 'usage').some((usage) => usage === 'um' || usage === 'umCallRouter')) return undefined;
  return deployment.find('umServer', read.text(certificate, 'umServer'));
}

/** Whether the certificate's alternative names hold a name as it is; a wildcard doesn't count for SIP. */
export function hasAlternativeName(read: FactReader, certificate: Declaration, name: string): boolean {
  return read.list(certificate, 'san').some((entry) => sameWord(entry, name));
}

/** All values of a list, else the object's name. */
export function listPlace(declaration: Declaration, property: string): Place {
  const { start } = declaration.valueSpan(property);
  const count = declaration.written.get(property)?.node.values.length ?? 1;
  return { path: declaration.path, start, end: declaration.valueSpan(property, count - 1).end };
}
