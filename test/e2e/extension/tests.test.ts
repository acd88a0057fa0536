import * as assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { fabrikam, lineOf } from '../lib/fabrikam';

describe('the Test Explorer', () => {
  const expectation = 'expect every user reaches ExchangeOnline';
  let topology: vscode.Uri;
  let tests: vscode.Uri;

  before(async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace, 'a folder is open');
    const folder = vscode.Uri.joinPath(workspace.uri, 'fabrikam-tests');
    topology = vscode.Uri.joinPath(folder, 'fabrikam.umtopo');
    tests = vscode.Uri.joinPath(folder, 'tests.umtopo');
    await vscode.workspace.fs.writeFile(topology, new TextEncoder().encode(fabrikam));
    await vscode.workspace.fs.writeFile(tests, new TextEncoder().encode(`${expectation}\n`));
    // Files that are open are known to the server at once, without a watcher's event.
    await vscode.workspace.openTextDocument(topology);
    await vscode.window.showTextDocument(tests);
  });

  /** The test's path in the tree, as the editor knows it: controller, deployment, file, expectation. */
  async function known(): Promise<string[]> {
    for (;;) {
      await vscode.commands.executeCommand('testing.refreshTests');
      const found = await vscode.commands.executeCommand<string[][]>('vscode.testing.getTestsInFile', tests);
      const test = found.find((path) => path.length === 4);
      if (test) return test;
    }
  }

  /** Until a place is the cursor's: a command that leads there may end before that is known here. */
  async function cursorAt(uri: vscode.Uri, line: number): Promise<void> {
    const there = () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.toString() === uri.toString() && editor.selection.active.line + 1 === line;
    };
    if (there()) return;
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!there()) return;
        listener.dispose();
        resolve();
      };
      const listener = vscode.Disposable.from(
        vscode.window.onDidChangeActiveTextEditor(look),
        vscode.window.onDidChangeTextEditorSelection(look),
      );
    });
  }

  /** Asks for the failure of a test with another document in front. */
  async function peek(test: string[]): Promise<vscode.TextDocument> {
    const elsewhere = await vscode.workspace.openTextDocument({ content: 'elsewhere' });
    await vscode.window.showTextDocument(elsewhere);
    await vscode.commands.executeCommand('vscode.peekTestError', test.join('\0'));
    return elsewhere;
  }

  async function replace(from: string, to: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(topology);
    const at = document.getText().indexOf(from);
    assert.notEqual(at, -1, from);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(topology, new vscode.Range(document.positionAt(at), document.positionAt(at + from.length)), to);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
  }

  it('has a test for each expectation, by deployment and file', async () => {
    const [, deployment, file, text] = await known();
    assert.equal(deployment, vscode.Uri.joinPath(tests, '..').toString());
    assert.equal(file, tests.toString());
    assert.equal(text, expectation);
  });

  it('leads from a failure to the line that decides, until it is mended', async () => {
    const test = await known();
    await replace('enabled true\n', 'enabled false\n');
    await vscode.commands.executeCommand('testing.runAll');
    await peek(test);
    await cursorAt(topology, lineOf('enabled true'));
    await replace('enabled false\n', 'enabled true\n');
    await vscode.commands.executeCommand('testing.runAll');
    const elsewhere = await peek(test);
    assert.equal(vscode.window.activeTextEditor?.document, elsewhere, 'there is no failure any more');
  });
});
