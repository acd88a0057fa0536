import * as assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { fabrikam, lineOf } from '../lib/fabrikam';

describe('the live view of an export', () => {
  let topology: vscode.TextDocument;
  let script: vscode.TextDocument;

  before(async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace, 'a folder is open');
    const uri = vscode.Uri.joinPath(workspace.uri, 'fabrikam-live', 'fabrikam.umtopo');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(fabrikam));
    topology = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(topology, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('umtopo.openLiveExport', uri, 'powershell/10-lync.ps1');
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'umtopo-export');
    assert.ok(editor, 'it stands beside the topology');
    script = editor.document;
  });
  after(() => topology.save());

  /** The line, from 0, of the script on which a text first stands. */
  function scriptLine(text: string): number {
    return script
      .getText()
      .split(/\r?\n/)
      .findIndex((line) => line.includes(text));
  }

  async function untilScript(holds: (text: string) => boolean): Promise<void> {
    if (holds(script.getText())) return;
    await new Promise<void>((resolve) => {
      const listener = vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== script || !holds(script.getText())) return;
        listener.dispose();
        resolve();
      });
    });
  }

  async function replace(text: string, by: string): Promise<void> {
    const at = topology.positionAt(topology.getText().indexOf(text));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(topology.uri, new vscode.Range(at, at.translate(0, text.length)), by);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('stands beside the topology in the language of its name', () => {
    assert.match(script.uri.path, /\/powershell\/10-lync\.ps1$/);
    assert.equal(script.languageId, 'powershell');
    assert.ok(scriptLine("'exap.um.outlook.com'") > 0);
  });

  it('follows what is typed, half-typed text and errors too', async () => {
    const before = script.getText();
    await replace('provider ExchangeOnline ', 'provider Exchange ');
    await replace('hostingProvider ExchangeOnline {', 'hostingProvider Exchange {');
    await untilScript((text) => text.includes("-Identity 'Exchange'") && !text.includes("-Identity 'ExchangeOnline'"));
    await replace('verificationLevel useSource', 'verificationLevel "use');
    await untilScript((text) => /^# EXPORTED ALTHOUGH THE TOPOLOGY HAS/m.test(text));
    await replace('verificationLevel "use', 'verificationLevel useSource');
    await replace('hostingProvider Exchange {', 'hostingProvider ExchangeOnline {');
    await replace('provider Exchange ', 'provider ExchangeOnline ');
    await untilScript((text) => text === before);
  });

  it('leads from a line to its source', async () => {
    const at = new vscode.Position(scriptLine("'exap.um.outlook.com'"), 0);
    const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      script.uri,
      at,
    );
    const lines = links.map((link) => link.targetRange.start.line + 1);
    assert.ok(lines.includes(lineOf('hostingProvider ExchangeOnline')), `lines ${lines.join(', ')}`);
    assert.equal(links[0]?.targetUri.toString(), topology.uri.toString());

    const editor = await vscode.window.showTextDocument(script);
    editor.selection = new vscode.Selection(at, at);
    const moved = new Promise<vscode.TextEditor>((resolve) => {
      const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document !== topology) return;
        listener.dispose();
        resolve(textEditor);
      });
    });
    await vscode.commands.executeCommand('umtopo.goToSource');
    assert.equal((await moved).selection.active.line + 1, lineOf('hostingProvider ExchangeOnline'));
  });
});
