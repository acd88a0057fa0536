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

  /** Where "Peek Error" of the test leads to; nowhere when it has no failure. */
  async function failure(test: string[]): Promise<{ file: string; line: number } | undefined> {
    const elsewhere = await vscode.workspace.openTextDocument({ content: 'elsewhere' });
    await vscode.window.showTextDocument(elsewhere);
    await vscode.commands.executeCommand('vscode.peekTestError', test.join('\0'));
    const editor = vscode.window.activeTextEditor;
    if (!editor || editor.document === elsewhere) return undefined;
    return { file: editor.document.uri.toString(), line: editor.selection.active.line + 1 };
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
    assert.deepEqual(await failure(test), { file: topology.toString(), line: lineOf('enabled true') });
    await replace('enabled false\n', 'enabled true\n');
    await vscode.commands.executeCommand('testing.runAll');
    assert.equal(await failure(test), undefined);
  });
});
