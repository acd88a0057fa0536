import type { Deployment, Mode } from '../model/deployment';
import { type FactReader, UnknownFact } from '../model/facts';
import type { ServerVersion } from '../vocabulary/types';
import type { Place } from './types';

/**
 * The declared mode.
 * @throws UnknownFact when it isn't known; silently when it is missing or no mode, which is reported where it stands.
 */
export function modeOf({ deployment, read }: { deployment: Deployment; read: FactReader }): Mode {
  const { head } = deployment;
  const mode = head && read.text(head, 'mode');
  if (mode === 'onPremises' || mode === 'crossPremises' || mode === 'mixed') return mode;
  throw new UnknownFact(head, 'mode', true);
}

/** Whether hosted UM is used: cross-premises and mixed mode. */
export function isHostedMode(context: { deployment: Deployment; read: FactReader }): boolean {
  return modeOf(context) !== 'onPremises';
}

/** Whether local UM is used: on-premises and mixed mode. */
export function isLocalMode(context: { deployment: Deployment; read: FactReader }): boolean {
  return modeOf(context) !== 'crossPremises';
}

/** The declared server version. @throws UnknownFact when it isn't known; silently when it is none, which is reported where it stands. */
export function serverOf({
  deployment,
  read,
}: {
  deployment: Deployment;
  read: FactReader;
}): ServerVersion | undefined {
  const { head } = deployment;
  return head && read.text(head, 'server') === undefined ? undefined : deployment.server;
}

/** "cross-premises mode" */
export function modeWords(mode: Mode): string {
  return { onPremises: 'on-premises mode', crossPremises: 'cross-premises mode', mixed: 'mixed mode' }[mode];
}

/** Where the mode is declared: the place of faults whose object doesn't exist. */
export function modePlace(deployment: Deployment): Place {
  const { head } = deployment;
  return head ? { path: head.path, ...head.valueSpan('mode') } : { path: deployment.root, start: 0, end: 0 };
}
