import type { DeploymentState } from '../../server/src/lsp/protocol';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'Information' | 'Warning' | 'Error';
}

/** What the status item says of a deployment: `Contoso: 2 errors`, `4,210 users, analysed in 3 ms`. */
export function describeDeployment(loading: boolean, deployment: DeploymentState | undefined): StatusText {
  if (!deployment && loading) return { text: 'Reading the deployment', detail: '', severity: 'Information' };
  if (!deployment) {
    const detail = 'No deployment declaration in this folder or above it';
    return { text: 'No deployment', detail, severity: 'Information' };
  }
  const { name, users, errors, warnings, ms, proofs } = deployment;
  const found = [errors > 0 && plural(errors, 'error'), warnings > 0 && plural(warnings, 'warning')].filter(Boolean);
  return {
    text: `${name}: ${found.length > 0 ? found.join(', ') : 'no problems'}`,
    detail: [`${plural(users, 'user')}, analysed in ${Math.max(1, Math.round(ms))} ms`, ...proofs.map(proofLine)].join(
      '; ',
    ),
    severity: errors > 0 ? 'Error' : warnings > 0 ? 'Warning' : 'Information',
  };
}

/** A sign before what is proved of every deployment: true, false, undecided. */
function proofLine({ text, holds }: DeploymentState['proofs'][number]): string {
  return `${holds === null ? '?' : holds ? '\u2713' : '\u2717'} ${text}`;
}

function plural(value: number, noun: string): string {
  return `${value.toLocaleString('en-US')} ${noun}${value === 1 ? '' : 's'}`;
}
