import { commands, Disposable, type LogOutputChannel, ProgressLocation, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { say } from '../say';

/** The commands about the server itself: restart it, and read what it says. */
export function registerServerCommands(client: BaseLanguageClient, output: LogOutputChannel): Disposable {
  return Disposable.from(
    commands.registerCommand('umtopo.showOutput', () => output.show(true)),
    commands.registerCommand('umtopo.restartServer', async () => {
      try {
        await window.withProgress({ location: ProgressLocation.Window, title: 'Restarting UM Topology' }, async () => {
          if (client.state === State.Running) await client.stop();
          await client.start();
        });
      } catch (error) {
        await say.error('The language server does not start.', error);
      }
    }),
  );
}
