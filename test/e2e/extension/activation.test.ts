import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is activated by a .umtopo file', async () => {
    const [file] = await vscode.workspace.findFiles('mixed/**/*.umtopo', undefined, 1);
    assert.ok(file, 'the workspace has a topology');
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.languageId, 'umtopo');

    const extension = vscode.extensions.getExtension('um-topology.um-topology');
    assert.ok(extension, 'VS Code knows the extension');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
