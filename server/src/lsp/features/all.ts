import { codeActions } from './codeActions';
import { completions } from './completion';
import { definitions } from './definition';
import { outline } from './documentSymbols';
import type { Feature } from './feature';
import { formatting } from './formatting';
import { hovers } from './hover';

/** Everything beside text synchronisation and diagnostics. */
export const features: readonly Feature[] = [hovers, completions, definitions, outline, formatting, codeActions];
