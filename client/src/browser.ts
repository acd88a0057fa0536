import type { ExtensionContext } from 'vscode';

/** Called by VS Code when a topology is opened. */
export function activate(_context: ExtensionContext): void {}
