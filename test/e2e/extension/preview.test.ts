import * as assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { fabrikam } from '../lib/fabrikam';
import { until } from './until';

describe('the commands', () => {
  let folder: vscode.Uri;
  let document: vscode.TextDocument;

  before(async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace, 'a folder is open');
    folder = vscode.Uri.joinPath(workspace.uri, 'fabrikam-commands');
    document = await open('fabrikam.umtopo', fabrikam);
  });

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    const uri = vscode.Uri.joinPath(folder, name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const opened = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(opened);
    return opened;
  }

  it('are all there', async () => {
    const manifest = vscode.extensions.getExtension('um-topology.um-topology')?.packageJSON;
    const declared: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    );
  });

  function preview(): vscode.Tab | undefined {
    const isPreview = (tab: vscode.Tab) =>
      tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('umtopo.preview');
    return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isPreview);
  }

  async function untilPreviewIs(label: string): Promise<void> {
    await until(vscode.window.tabGroups.onDidChangeTabs, () => preview()?.label === label);
  }

  it('open the preview beside the editor', async () => {
    await vscode.commands.executeCommand('umtopo.showPreview', document.uri);
    await untilPreviewIs('Routing of Fabrikam');
    assert.notEqual(preview()?.group.viewColumn, vscode.window.activeTextEditor?.viewColumn);
  });

  it('draw as soon as there is a deployment to draw', async () => {
    const alone = await open('later/later.umtopo', 'sipDomain litware.com { isDefault true }\n');
    await vscode.commands.executeCommand('umtopo.showPreview', alone.uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(alone.uri, new vscode.Position(0, 0), 'deployment Later { server lync2013  mode onPremises }\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilPreviewIs('Routing of Later');
    await alone.save();
    await vscode.workspace.fs.delete(alone.uri);
  });

  it('export into a folder, and leave nothing unfinished there', async () => {
    const target = vscode.Uri.joinPath(folder, 'out');
    const written = await vscode.commands.executeCommand<vscode.Uri[]>('umtopo.export', document.uri, target);
    const names = written.map(({ path }) => path.slice(target.path.length + 1));
    assert.ok(names.includes('powershell/10-lync.ps1'), names.join(', '));
    const script = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(target, 'powershell/10-lync.ps1'));
    assert.deepEqual([...script.slice(0, 3)], [0xef, 0xbb, 0xbf], 'Windows PowerShell 3.0 needs the BOM');
    const unfinished = async () =>
      (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).filter((name) => /^\.out/.test(name));
    assert.deepEqual(await unfinished(), []);

    // Again: what nobody touched is replaced without a question, and what is no longer written goes.
    const manifestUri = vscode.Uri.joinPath(target, 'manifest.json');
    const manifest = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(manifestUri)));
    const [one] = manifest.files;
    manifest.files.push({ ...one, path: 'waves/09-Old/README.md' });
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(target, one.path));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, 'waves/09-Old/README.md'), bytes);
    await vscode.workspace.fs.writeFile(manifestUri, new TextEncoder().encode(JSON.stringify(manifest)));
    const again = await vscode.commands.executeCommand<vscode.Uri[]>('umtopo.export', document.uri, target);
    assert.equal(again.length, written.length);
    await assert.rejects(async () => vscode.workspace.fs.stat(vscode.Uri.joinPath(target, 'waves/09-Old')));
    assert.deepEqual(await unfinished(), []);
  });

  it('ask before they replace a file that somebody changed', async () => {
    const target = vscode.Uri.joinPath(folder, 'asked');
    await vscode.commands.executeCommand('umtopo.export', document.uri, target);
    const readme = vscode.Uri.joinPath(target, 'README.md');
    const own = new TextEncoder().encode('notes of the administrator');
    await vscode.workspace.fs.writeFile(readme, own);

    const { showWarningMessage } = vscode.window;
    const asked: { message: string; detail: string | undefined; modal: boolean | undefined }[] = [];
    let answer: string | undefined;
    Object.assign(vscode.window, {
      showWarningMessage: async (message: string, { detail, modal }: vscode.MessageOptions) => {
        asked.push({ message, detail, modal });
        return answer;
      },
    });
    try {
      assert.equal(await vscode.commands.executeCommand('umtopo.export', document.uri, target), undefined);
      assert.deepEqual([...(await vscode.workspace.fs.readFile(readme))], [...own], 'dismissed: nothing was written');
      answer = 'Replace';
      assert.ok(await vscode.commands.executeCommand('umtopo.export', document.uri, target));
      assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(readme)), /^# Fabrikam/);
    } finally {
      Object.assign(vscode.window, { showWarningMessage });
    }
    assert.equal(asked.length, 2);
    assert.equal(asked[0]?.modal, true);
    assert.match(
      asked[0]?.message ?? '',
      /^The export would replace a file in .*asked that is not as an export left it\.$/,
    );
    assert.match(asked[0]?.detail ?? '', /^README\.md /);
  });

  it('show a route as a document', async () => {
    await vscode.commands.executeCommand('umtopo.showRoute', document.uri, 'alice@fabrikam.com');
    const route = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'umtopo-route');
    assert.match(route?.getText() ?? '', /^# alice@fabrikam\.com\n\nAnswered by the hosted service ExchangeOnline/);
    assert.match(route?.getText() ?? '', /fabrikam\.umtopo:\d+/);
  });

  it('export nothing while there are errors', async () => {
    const broken = await open('broken/broken.umtopo', fabrikam.replace('role edge ', 'role edgy '));
    const target = vscode.Uri.joinPath(folder, 'refused');
    const written = await vscode.commands.executeCommand('umtopo.export', broken.uri, target);
    assert.equal(written, undefined);
    await assert.rejects(async () => vscode.workspace.fs.stat(target), 'the folder was not even made');
  });
});
