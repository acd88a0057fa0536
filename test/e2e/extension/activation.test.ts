import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from './until';

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

  it('shows the page of a rule as a reader wants it, and from there the page of a kind', async () => {
    const page = vscode.Uri.parse('umtopo-page:/rules/UM4009.md');
    const { getText } = await vscode.workspace.openTextDocument(page);
    assert.match(getText(), /^# UM4009 · /m);
    const kind = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(page, '../../language/pool.md'));
    assert.match(kind.getText(), /^# /m);

    await vscode.commands.executeCommand('vscode.open', page);
    // Not a text editor.
    await until(vscode.window.tabGroups.onDidChangeTabs, () => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputWebview;
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('explains what the last change cost', async () => {
    await vscode.commands.executeCommand('umtopo.explainPerformance');
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('umtopo-page:/performance.md'));
    assert.match(page.getText(), /^\| Facts, placements, rules \| \d/m);
    assert.match(page.getText(), /^\| Contoso \| \d+ files \| /m);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
