import { maximal } from '../capabilities';
import { Client, type Position, type Range } from '../client';
import { type Asked, everyRequest } from '../everyRequest';
import { placeFaults } from '../ranges';
import { followUps } from './followUps';

/**
 * An answer takes at most so long, in milliseconds, with the change before it. A machine that does other things delays what it likes: where the system tells how long
 * the server itself was at work, that counts, and an answer is slow only when it is each of so many times.
 */
const LIMIT = 50;
const ATTEMPTS = 5;
/** Before anything is measured: what a process reads and translates once is no part of an answer. */
const WARM_UP = 10;

interface Answered extends Asked {
  readonly answer: unknown;
}

interface Colours {
  readonly resultId: string;
  readonly data: readonly number[];
}

interface Splice {
  readonly start: number;
  readonly deleteCount: number;
  readonly data?: readonly number[];
}

interface Change {
  readonly range?: Range;
  readonly text: string;
}

/** Somebody at an editor: changes documents of a server, asks for everything behind each change, and complains about what is wrong. */
export class Typist {
  /** The methods that were answered. */
  readonly methods = new Set<string>();
  private readonly client = new Client();
  private readonly texts: Map<string, string>;
  private uri = '';
  private version = 1;
  private colours: Colours = { resultId: 'none', data: [] };
  private limit = Number.POSITIVE_INFINITY;
  /** What was done last, and what takes it back. */
  private last: { readonly change: Change; readonly back: Change } | undefined;
  /** The offset that was asked about last. */
  private asked = 0;

  /** @param files of the folder by their URI, as they are on the disk */
  private constructor(private readonly files: ReadonlyMap<string, string>) {
    this.texts = new Map(files);
  }

  static async start(files: ReadonlyMap<string, string> = new Map(), folder?: string): Promise<Typist> {
    const typist = new Typist(files);
    const { client } = typist;
    for (const method of ['client/registerCapability', 'window/workDoneProgress/create'])
      client.answers.set(method, () => null);
    for (const what of ['diagnostic', 'inlayHint', 'codeLens', 'semanticTokens', 'foldingRange'])
      client.answers.set(`workspace/${what}/refresh`, () => null);
    client.answers.set('workspace/configuration', ({ items }: never) => (items as []).map(() => null));
    await client.initialize(maximal, {
      ...(folder !== undefined && { workspaceFolders: [{ uri: folder, name: 'folder' }] }),
      initializationOptions: { commands: true },
    });
    return typist;
  }

  private get text(): string {
    return this.texts.get(this.uri) ?? '';
  }

  /** Opens a document; the one before is closed without being saved. */
  async open(uri: string, text: string): Promise<void> {
    if (this.uri !== '') {
      this.client.notify('textDocument/didClose', { textDocument: { uri: this.uri } });
      const saved = this.files.get(this.uri);
      if (saved === undefined) this.texts.delete(this.uri);
      else this.texts.set(this.uri, saved);
    }
    this.uri = uri;
    this.texts.set(uri, text);
    this.client.open(uri, text, uri.endsWith('.csv') ? 'csv' : 'umtopo');
    if (this.limit === LIMIT) return;
    for (let round = 0; round < WARM_UP; round++) await this.ask(Math.floor((text.length * round) / WARM_UP));
    this.limit = LIMIT;
  }

  /** Gives the document another text, all at once. */
  replace(text: string): void {
    this.last = { change: { text }, back: { text: this.text } };
    this.send(this.last.change);
    this.texts.set(this.uri, text);
  }

  /** Types at an offset, as an editor tells it. */
  insert(at: number, inserted: string): void {
    const start = this.position(at);
    const text = this.text.slice(0, at) + inserted + this.text.slice(at);
    this.texts.set(this.uri, text);
    const back = { range: { start, end: this.position(at + inserted.length) }, text: '' };
    this.last = { change: { range: { start, end: start }, text: inserted }, back };
    this.send(this.last.change);
  }

  /** Asks for everything at an offset; throws what an administrator would complain about. */
  async ask(offset: number): Promise<void> {
    this.asked = offset;
    const requests = everyRequest(this.uri, this.position(offset), this.line(offset), this.colours.resultId);
    let answers = await this.answered(requests);
    if (answers.slow) {
      for (const each of requests) await this.inTime(each, this.last);
      answers = await this.answered(requests);
    }
    this.colour(answers.all);
    const next = answers.all.flatMap(({ method, answer }) => followUps(method, answer));
    if ((await this.answered(next)).slow) for (const each of next) await this.inTime(each);
    this.listen();
  }

  /** The colours that the client has, with the difference, are those of the whole. */
  private colour(answers: readonly Answered[]): void {
    const answerOf = (method: string) =>
      answers.find((each) => each.method === `textDocument/semanticTokens/${method}`)?.answer;
    const full = answerOf('full') as Colours;
    const { edits = [], data: whole } = answerOf('full/delta') as Partial<Colours> & {
      readonly edits?: readonly Splice[];
    };
    const data = [...(whole ?? this.colours.data)];
    for (const edit of [...edits].reverse()) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    if (data.join() !== full.data.join())
      throw this.complaint('textDocument/semanticTokens/full/delta', 'leaves other colours than there are');
    this.colours = full;
  }

  /** Asks all at once: where the last answer is in time, each is. */
  private async answered(requests: readonly Asked[]): Promise<{ all: Answered[]; slow: boolean }> {
    const time = this.client.stopwatch();
    const all = await Promise.all(requests.map((each) => this.one(each)));
    return { all, slow: time() > this.limit };
  }

  private async one({ method, params, refuses }: Asked): Promise<Answered> {
    const answer = await this.client.request(method, params).catch((error: Error) => {
      if (refuses?.test(error.message)) return null;
      throw this.complaint(method, error.message);
    });
    this.methods.add(method);
    const asked = (params as { readonly item?: { readonly uri: string } }).item?.uri ?? this.uri;
    const faults = placeFaults(answer, this.texts, asked);
    if (faults.length > 0) throw this.complaint(method, `places that the text hasn't got: ${faults.join(', ')}`);
    return { method, params, answer };
  }

  /** @param again is taken back and done again before each attempt, so that nothing is remembered of it */
  private async inTime({ method, params }: Asked, again?: { readonly change: Change; readonly back: Change }) {
    const times: number[] = [];
    while (times.length < ATTEMPTS) {
      if (again) {
        this.send(again.back);
        await this.client.request('textDocument/diagnostic', { textDocument: { uri: this.uri } });
      }
      const time = this.client.stopwatch();
      if (again) this.send(again.change);
      await this.client.request(method, params).catch(() => undefined);
      times.push(Math.round(time()));
      if ((times.at(-1) as number) <= this.limit) return;
    }
    throw this.complaint(method, `slow each time: ${times.join(', ')} ms`);
  }

  /** What the server says beside its answers. */
  private listen(): void {
    if (this.client.stderr !== '') throw this.complaint('', `the server says ${this.client.stderr}`);
    for (const { method, params } of this.client.notifications.splice(0)) {
      const { type, message } = params as { readonly type?: number; readonly message?: string };
      if (/logMessage|showMessage$/.test(method) && type === 1) throw this.complaint(method, message ?? '');
    }
  }

  private send(change: Change): void {
    this.client.change(this.uri, ++this.version, change);
  }

  private position(offset: number): Position {
    const lines = this.text.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  }

  /** The line of an offset: what actions are asked for. */
  private line(offset: number): Range {
    const { line } = this.position(offset);
    const length = this.text.split(/\r\n|\r|\n/)[line]?.length ?? 0;
    return { start: { line, character: 0 }, end: { line, character: length } };
  }

  private complaint(method: string, what: string): Error {
    const { text, asked, uri } = this;
    const shown = `${text.slice(Math.max(0, asked - 300), asked)}▮${text.slice(asked, asked + 100)}`;
    return new Error(`${method} ${what}\nin ${uri} at ${asked} of ${text.length}:\n${shown}`);
  }

  async end(): Promise<void> {
    const code = await this.client.close();
    if (code !== 0) throw new Error(`The server ended with ${code}`);
  }

  kill(): void {
    this.client.kill();
  }
}
