import { planOf } from '../routing/localRoute';
import type { Check } from './types';

/**
 * What must be unique and isn't known of somebody: it may be what another one has, so for them it is not checked. The groups that share a known value are found
 * all the same.
 */
export const unknownLines: Check = {
  looksAt: 'placement',
  check: (placement, { read }) => void read.read(placement, 'line'),
};

export const unknownDisplayNumbers: Check = {
  looksAt: 'declaration',
  kinds: ['exUmContact'],
  check: (contact, { read }) => void read.read(contact, 'displayNumber'),
};

export const unknownNumbers: readonly Check[] = [unknownLines, unknownDisplayNumbers];

/** An extension is unique in its dial plan: without extensions the plan doesn't matter. */
export const unknownExtensions: Check = {
  looksAt: 'placement',
  check(placement, { deployment, read }) {
    if (read.list(placement, 'extensions').length > 0) planOf(deployment, read, placement);
  },
};
