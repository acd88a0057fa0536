import type { Connection } from 'vscode-languageserver';
import { Previews } from '../../server/src/lsp/preview/previews';
import { Diagnostics } from '../../server/src/lsp/publish';
import { Session } from '../../server/src/lsp/session';
import { type Spent, spent } from './measure';

/** The server as it is built, without a protocol around it: what is sent is written and counted. Edits give what they took. */
export class EditedServer {
  readonly session: Session;
  readonly previews: Previews;
  /** The characters that were sent. */
  sent = 0;
  private version = 2;

  /** @param files by their URI */
  constructor(
    private readonly root: string,
    files: ReadonlyMap<string, string>,
  ) {
    const count = (message: object): void => {
      this.sent += JSON.stringify(message).length;
    };
    const connection = {
      console: { error: console.error },
      sendDiagnostics: count,
      sendNotification: (_method: string, message: object) => count(message),
      languages: {},
    } as unknown as Connection;
    const disk = {
      list: async () => [...files.keys()].filter((path) => path.endsWith('.umtopo')),
      read: async (path: string) => {
        const found = files.get(path);
        return found === undefined ? undefined : { text: found };
      },
    };
    const defer = (task: () => void) => void setImmediate(task);
    this.session = new Session(
      connection,
      { version: '', disk, defer, now: () => performance.now() },
      {
        processId: null,
        rootUri: root,
        capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
        workspaceFolders: [{ uri: root, name: 'bench' }],
      },
    );
    new Diagnostics(this.session);
    this.previews = new Previews(this.session);
  }

  async load(): Promise<void> {
    await this.session.load(() => this.session.openFolders(this.session.folders));
    await this.session.allUpToDate(undefined);
  }

  /** @param path relative to the root @returns as the session names it, open in the editor */
  open(path: string): string {
    const { session } = this;
    const opened = session.uris.toPath(`${this.root}/${path}`);
    const { text } = session.workspace.file(opened) ?? session.workspace.csvFile(opened) ?? { text: '' };
    session.documents.opened(opened, path.endsWith('.csv') ? 'csv' : 'umtopo', 1, text);
    session.analyze();
    return opened;
  }

  edit(path: string, line: number, character: number, remove: number, typed: string): Spent {
    const { session } = this;
    const range = { start: { line, character }, end: { line, character: character + remove } };
    return spent(() => {
      session.documents.changed(path, this.version++, [{ range, text: typed }]);
      session.touch(path);
      session.analyze();
      if (path.endsWith('/deployment.umtopo')) this.previews.of(session.uris.toUri(this.root));
    });
  }

  /** Begins new lines and types rows into them, a character at a time. */
  type(group: string, rows: number): Spent[] {
    const times: Spent[] = [];
    const middle = Math.floor((this.session.workspace.file(group)?.lines.lineCount ?? 0) / 2);
    for (let row = 0; row < rows; row++) {
      const line = middle + row;
      times.push(this.edit(group, line, 0, 0, '\n'));
      const typed = `  new.person${row}@contoso.com  line +14255550100;ext=${5_000_000 + row}  mailbox hosted  policy Tenant3`;
      for (let character = 0; character < typed.length; character++)
        times.push(this.edit(group, line, character, 0, typed[character] as string));
    }
    return times;
  }

  /** Makes the destination of a policy that a tenth of the hosted users have another one, and back. */
  editPolicy(topology: string, count: number): Spent[] {
    const lines = (this.session.workspace.file(topology)?.text ?? '').split('\n');
    const line = lines.findIndex((each) => each.startsWith('hostedVoicemailPolicy Tenant3 '));
    const character = (lines[line] ?? '').indexOf('exap.um');
    return Array.from({ length: count }, (_, i) => this.edit(topology, line, character, i % 2, i % 2 ? '' : 'x'));
  }

  /** Changes a digit in a row, in one after the other. */
  correct(group: string, count: number): Spent[] {
    const file = () => this.session.workspace.file(group);
    const middle = Math.floor((file()?.lines.lineCount ?? 0) / 3);
    return Array.from({ length: count }, (_, i) => {
      const line = middle + i;
      // Not of the whole text: no editor asks the server for that between two keys.
      const row = file()?.characters.slice(file()?.lines.lineStart(line) ?? 0, file()?.lines.lineEnd(line)) ?? '';
      const digit = row.indexOf('ext=') + 4;
      return this.edit(group, line, digit, 1, String((Number(row[digit]) + 1) % 10));
    });
  }
}
