import type { Source } from './types';

/** The documents, cmdlet pages, reports and samples that facts are taken from. */
export const sources: readonly Source[] = [];
