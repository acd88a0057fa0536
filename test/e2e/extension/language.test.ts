import * as assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';

/** A mistake in each of two files, one of them never opened, and one in a CSV file. */
const files: Readonly<Record<string, string>> = {
  'deployment.umtopo': `deployment Litware { server lync2013  mode mixed }
sipDomain litware.com { isDefault true }
hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled ture
}
hostedVoicemailPolicy Cloud { destination exap.um.outlook.com }
`,
  'users.umtopo': 'users Sales { csv "sales.csv"  policy Cloud }\nusers Plant { enabled perhaps }\n',
  'sales.csv': 'SipAddress,LineURI\nalice@litware.com,nonsense\n',
};

describe('the language in an editor', () => {
  let folder: vscode.Uri;
  let document: vscode.TextDocument;

  before(async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace, 'a folder is open');
    folder = vscode.Uri.joinPath(workspace.uri, 'litware-language');
    for (const [name, text] of Object.entries(files))
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
    document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'deployment.umtopo'));
    await vscode.window.showTextDocument(document);
  });

  const uriOf = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);

  function codes(name: string): unknown[] {
    return vscode.languages
      .getDiagnostics(uriOf(name))
      .map(({ code }) => (typeof code === 'object' ? code.value : code));
  }

  /** Until the diagnostics of a file are as they should be. */
  async function diagnosed(name: string, fits: (found: unknown[]) => boolean): Promise<void> {
    if (fits(codes(name))) return;
    await new Promise<void>((resolve) => {
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        if (!fits(codes(name))) return;
        listener.dispose();
        resolve();
      });
    });
  }

  function at(text: string, into = 1): vscode.Position {
    return document.positionAt(document.getText().indexOf(text) + into);
  }

  it('shows the mistakes of every file of the deployment, CSV files included', async () => {
    await diagnosed('deployment.umtopo', (found) => found.includes('UM0004'));
    await diagnosed('users.umtopo', (found) => found.includes('UM0004'));
    await diagnosed('sales.csv', (found) => found.includes('UM1008'));
  });

  it('mends one by a quick fix, and the mistake is gone', async () => {
    await diagnosed('deployment.umtopo', (found) => found.includes('UM0004'));
    const range = new vscode.Range(at('ture', 0), at('ture', 4));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      5,
    );
    const fix = actions.find(({ title }) => title === 'Change to true');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    assert.equal(fix.isPreferred, true);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await diagnosed('deployment.umtopo', (found) => !found.includes('UM0004'));
    assert.match(document.getText(), /enabled true/);
  });

  it('completes, with the required properties as tab stops', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(document.getText().length),
      undefined,
      100,
    );
    const item = list.items.find(
      ({ label }) => (typeof label === 'string' ? label : label.label) === 'hostingProvider',
    );
    assert.ok(item?.insertText instanceof vscode.SnippetString);
    assert.match(item.insertText.value, /proxyFqdn \$\{2\}/);
  });

  it('shows hovers, and leads from a destination to its provider', async () => {
    const place = at('exap.um.outlook.com }');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place,
    );
    const texts = hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value));
    assert.match(texts.join('\n'), /hostingProvider ExchangeOnline \{/);
    const [ofKind] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at('hostedVoicemailPolicy'),
    );
    const [kind] = (ofKind?.contents ?? []) as vscode.MarkdownString[];
    assert.match(kind?.value ?? '', /\[hostedVoicemailPolicy\]\(command:vscode\.open\?/);
    const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      place,
    );
    const [link] = links;
    assert.ok(link);
    const range = 'targetRange' in link ? (link.targetSelectionRange ?? link.targetRange) : link.range;
    assert.equal(document.getText(range), 'ExchangeOnline');
  });

  it('formats', async () => {
    const loose = await vscode.workspace.openTextDocument({
      language: 'umtopo',
      content: 'sipDomain   a.com {isDefault true}',
    });
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      loose.uri,
      {},
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(loose.uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.equal(loose.getText(), 'sipDomain a.com { isDefault true }\n');
  });

  it('follows what changes outside the editor', async () => {
    const mended = 'SipAddress,LineURI\nalice@litware.com,+14255550101\n';
    await vscode.workspace.fs.writeFile(uriOf('sales.csv'), new TextEncoder().encode(mended));
    await diagnosed('sales.csv', (found) => !found.includes('UM1008'));
  });
});
