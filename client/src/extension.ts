import type { ExtensionContext } from 'vscode';
import type { Api } from './activate';

/** One file for both places where VS Code runs extensions: most of it, the protocol's client, is the same in both. What belongs to the other one is never run. */
export async function activate(context: ExtensionContext): Promise<Api> {
  const inNode = typeof process === 'object' && process.versions?.node !== undefined;
  const side = inNode ? await import('./node') : await import('./browser');
  return side.activate(context);
}
