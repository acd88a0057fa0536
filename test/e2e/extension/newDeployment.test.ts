import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

describe('a new deployment', () => {
  const choices = { name: 'Tailspin', mode: 'mixed', server: 'sfb2015', domain: 'tailspin.com' };

  it('is written into a folder of its own, and opened', async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace, 'a folder is open');
    const folder = vscode.Uri.joinPath(workspace.uri, 'tailspin-new');
    await vscode.workspace.fs.createDirectory(folder);
    const make = () => vscode.commands.executeCommand<vscode.Uri[]>('umtopo.newDeployment', folder, choices);
    const written = await make();
    const names = written.map(({ path }) => path.slice(folder.path.length + 1));
    assert.deepEqual(names.slice(0, 2), ['Tailspin/deployment.umtopo', 'Tailspin/sites.umtopo']);
    const document = vscode.window.activeTextEditor?.document;
    assert.match(document?.getText() ?? '', /deployment Tailspin \{\n {2}server sfb2015\n {2}mode mixed/);

    assert.equal(await make(), undefined, 'not over a deployment that is there');
    const now = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, 'Tailspin'));
    assert.deepEqual(now.map(([name]) => name).sort(), names.map((name) => name.slice('Tailspin/'.length)).sort());
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });
});
