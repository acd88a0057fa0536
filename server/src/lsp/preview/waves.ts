import { waveNamed } from '../../model/waves';
import { waveChanges } from '../../preview/waveChanges';
import type { PreviewWaveParams, PreviewWaveResult } from '../protocol';
import type { Previews } from './previews';

/** What a wave changes; nothing where there is no such wave. */
export function changesOf(previews: Previews, { root, wave }: PreviewWaveParams): PreviewWaveResult {
  const pictured = previews.of(root);
  const index = pictured ? waveNamed(pictured.deployment, wave) : -1;
  if (pictured === undefined || index < 0) return { changes: [], unchanged: 0, retired: [] };
  return waveChanges(pictured.deployment, index);
}
