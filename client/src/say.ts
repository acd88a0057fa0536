import { commands, window } from 'vscode';

export const say = {
  /** Says what went wrong, with the way to the details. */
  async error(message: string, cause: unknown): Promise<void> {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const choice = await window.showErrorMessage(`${message} ${reason}`, 'Show Output');
    if (choice) await commands.executeCommand('umtopo.showOutput');
  },
};
