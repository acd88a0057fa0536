import * as assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { fabrikam, lineOf } from '../lib/fabrikam';

describe('the tree and the Markdown preview', () => {
  let topology: vscode.Uri;
  let editor: vscode.TextEditor;

  before(async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace, 'a folder is open');
    topology = vscode.Uri.joinPath(workspace.uri, 'fabrikam-tree', 'fabrikam.umtopo');
    await vscode.workspace.fs.writeFile(topology, new TextEncoder().encode(fabrikam));
    const document = await vscode.workspace.openTextDocument(topology);
    editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  });

  async function cursorAt(line: number): Promise<void> {
    if (editor.selection.active.line + 1 === line) return;
    await new Promise<void>((resolve) => {
      const listener = vscode.window.onDidChangeTextEditorSelection(({ selections }) => {
        if (selections[0]?.active.line !== line - 1) return;
        listener.dispose();
        resolve();
      });
    });
  }

  it('finds what stands at the cursor in the tree, and leads from there to the text', async () => {
    const line = lineOf('pool edge01');
    editor.selection = new vscode.Selection(line - 1, 8, line - 1, 8);
    await vscode.commands.executeCommand('umtopo.revealInTree');
    await vscode.commands.executeCommand('list.focusUp');
    await vscode.commands.executeCommand('list.select');
    // What stands above it in the tree: the pool of its site.
    await cursorAt(lineOf('pool pool01'));
  });

  it('draw the route that a block names', async () => {
    interface Token {
      readonly info: string;
      readonly content: string;
      readonly map: null;
    }
    type Fence = (tokens: readonly Token[], index: number, options: unknown, env: unknown) => string;
    const markdown: { renderer: { rules: { fence?: Fence } } } = { renderer: { rules: {} } };
    const extension = vscode.extensions.getExtension('um-topology.um-topology');
    assert.ok(extension, 'the extension is there');
    (await extension.activate()).extendMarkdownIt(markdown);
    const token = { info: 'umtopo-route', content: 'alice@fabrikam.com\n', map: null };
    const env = { currentDocument: vscode.Uri.joinPath(topology, '../change.md') };
    const draw = () => markdown.renderer.rules.fence?.([token], 0, {}, env) ?? '';
    // It is drawn from what is known by now; each look asks again, and the answer comes in its time.
    while (/Finding|being read/.test(draw()))
      await vscode.commands.executeCommand('vscode.executeHoverProvider', topology, new vscode.Position(0, 0));
    const [, source = ''] =
      /<img src="data:image\/svg\+xml;base64,([^"]+)" alt="alice@fabrikam\.com[^"]*">/.exec(draw()) ?? [];
    assert.match(atob(source), /^<svg [\s\S]*<\/svg>\n$/);
    assert.match(draw(), /^<p class="code-line umtopo-route"/);
  });
});
