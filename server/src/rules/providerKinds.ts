import type { Declaration } from '../model/declaration';
import type { FactReader } from '../model/facts';
import { removeProperty, setPropertyEdit } from './fixes';
import type { Fix } from './types';

/** Shared address space off, yet Lync accounts hosted: none of the three documented kinds. */
export function isUndocumentedKind(read: FactReader, provider: Declaration): boolean {
  return read.flag(provider, 'hostsOCSUsers') === true && read.flag(provider, 'enabledSharedAddressSpace') !== true;
}

/** Makes a provider one of the documented kinds. */
export function becomeKind(provider: Declaration, shared: boolean, hostsUsers: boolean, title: string): Fix {
  const wanted = { enabledSharedAddressSpace: shared, hostsOCSUsers: hostsUsers };
  const edits = Object.entries(wanted).flatMap(([property, value]) =>
    provider.fact(property) === value ? [] : [setPropertyEdit(provider, property, String(value))],
  );
  // Of those that host no Lync accounts an AutodiscoverUrl means nothing (UM2008).
  const url = hostsUsers ? [] : (removeProperty(provider, 'autodiscoverUrl')?.edits ?? []);
  return { title, edits: [...edits, ...url] };
}
