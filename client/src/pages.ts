import { type Disposable, Uri, workspace } from 'vscode';

const scheme = 'umtopo-page';

/** Below it are the pages of rules and kinds; VS Code's preview for Markdown shows them (`workbench.editorAssociations` in the manifest). */
export const pagesUri = `${scheme}:/`;

/** The pages travel in one file: two hundred small ones would be a fifth of the extension. */
export function servePages(extension: Uri): Disposable {
  const file = Uri.joinPath(extension, 'dist', 'pages.json');
  let pages: Promise<Readonly<Record<string, string>>> | undefined;
  const read = async () => JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      pages ??= read();
      return (await pages)[path.slice(1)] ?? `There is no page \`${path.slice(1)}\`.\n`;
    },
  });
}
