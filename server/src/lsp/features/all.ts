import { codeActions } from './codeActions';
import type { Feature } from './feature';

/** Everything beside text synchronisation and diagnostics. */
export const features: readonly Feature[] = [codeActions];
