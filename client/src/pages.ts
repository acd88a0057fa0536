import { commands, Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type StatsResult, statsRequest } from '../../server/src/lsp/protocol';
import { performanceText } from './performanceText';
import { say } from './say';

const scheme = 'umtopo-page';

/** Below it are the pages of rules and kinds; VS Code's preview for Markdown shows them (`workbench.editorAssociations` in the manifest). */
export const pagesUri = `${scheme}:/`;
const performance = Uri.parse(`${pagesUri}performance.md`);

/**
 * The pages of rules and kinds, and what the server says of its work: `umtopo.explainPerformance`. The former travel in one file, since two hundred small ones would be
 * a fifth of the extension.
 */
export function registerPages(extension: Uri, client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  const file = Uri.joinPath(extension, 'dist', 'pages.json');
  let pages: Promise<Readonly<Record<string, string>>> | undefined;
  const read = async () => JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
  let explained = '';
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent({ path }) {
        if (path === performance.path) return explained;
        pages ??= read();
        return (await pages)[path.slice(1)] ?? `There is no page \`${path.slice(1)}\`.\n`;
      },
    }),
    commands.registerCommand('umtopo.explainPerformance', async () => {
      try {
        explained = performanceText(await client.sendRequest<StatsResult>(statsRequest));
        changed.fire(performance);
        await commands.executeCommand('vscode.open', performance);
      } catch (error) {
        await say.error('The server does not say what its work costs.', error);
      }
    }),
  );
}
