import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A client written from the text of the Language Server Protocol, sharing no code with the server or its libraries. */

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

type Answer = (params: never) => unknown;

export class Client {
  readonly notifications: { readonly method: string; readonly params: never }[] = [];
  /** Requests of the server, by method; others are answered with "method not found". */
  readonly answers = new Map<string, Answer>();
  readonly exited: Promise<number | null>;
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly pending = new Map<number, { resolve(result: never): void; reject(error: Error): void }>();
  private readonly waiting = new Set<() => void>();
  private buffer: Buffer = Buffer.alloc(0);
  private nextId = 1;
  stderr = '';

  constructor(
    command: readonly string[] = [process.execPath, 'dist/server.js', '--stdio'],
    env: NodeJS.ProcessEnv = process.env,
  ) {
    const [program, ...args] = command;
    this.process = spawn(program as string, args, { stdio: ['pipe', 'pipe', 'pipe'], env });
    this.process.stdout.on('data', (chunk: Buffer) => this.read(chunk));
    this.process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    this.exited = new Promise((resolve) => this.process.on('exit', (code) => resolve(code)));
    void this.exited.then((code) => {
      for (const { reject } of this.pending.values())
        reject(new Error(`The server ended with ${code}: ${this.stderr}`));
    });
  }

  private read(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const headerEnd = this.buffer.indexOf('\r\n\r\n');
      if (headerEnd < 0) return;
      const header = this.buffer.subarray(0, headerEnd).toString('ascii');
      const length = Number(/Content-Length: *(\d+)/i.exec(header)?.[1]);
      if (this.buffer.length < headerEnd + 4 + length) return;
      const body = this.buffer.subarray(headerEnd + 4, headerEnd + 4 + length).toString('utf8');
      this.buffer = this.buffer.subarray(headerEnd + 4 + length);
      this.take(JSON.parse(body) as Message);
    }
  }

  private take(message: Message): void {
    if (message.method === undefined) {
      const waiting = this.pending.get(message.id as number);
      this.pending.delete(message.id as number);
      if (message.error) waiting?.reject(new Error(`${message.error.code}: ${message.error.message}`));
      else waiting?.resolve(message.result as never);
      return;
    }
    if (message.id === undefined) {
      this.notifications.push({ method: message.method, params: message.params as never });
      for (const look of [...this.waiting]) look();
      return;
    }
    const answer = this.answers.get(message.method);
    if (answer === undefined) {
      this.write({ id: message.id, error: { code: -32601, message: `no ${message.method} here` } });
      return;
    }
    void Promise.resolve(answer(message.params as never)).then((result) =>
      this.write({ id: message.id, result: result ?? null }),
    );
  }

  /** Sends a message as it is. */
  write(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  request<R>(method: string, params?: object): Promise<R> {
    return this.begin<R>(method, params).answer;
  }

  /** Sends a request that may be cancelled by its id. */
  begin<R>(method: string, params?: object): { readonly id: number; readonly answer: Promise<R> } {
    const id = this.nextId++;
    const answer = new Promise<R>((resolve, reject) => {
      this.pending.set(id, { resolve: resolve as (result: never) => void, reject });
      this.write({ id, method, ...(params && { params }) });
    });
    return { id, answer };
  }

  notify(method: string, params: object = {}): void {
    this.write({ method, params });
  }

  /** The first notification from `from` on that fits, now or later. */
  notification<P>(method: string, fits: (params: P) => boolean = () => true, from = 0): Promise<P> {
    return new Promise((resolve) => {
      let next = from;
      const look = (): void => {
        for (; next < this.notifications.length; next++) {
          const { method: found, params } = this.notifications[next] as { method: string; params: never };
          if (found !== method || !fits(params)) continue;
          this.waiting.delete(look);
          resolve(params);
          return;
        }
      };
      this.waiting.add(look);
      look();
    });
  }

  async initialize<R = { capabilities: Record<string, unknown> }>(
    capabilities: object = {},
    params: object = {},
  ): Promise<R> {
    const result = await this.request<R>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...params,
    });
    this.notify('initialized');
    return result;
  }

  open(uri: string, text: string, languageId = 'umtopo'): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  change(uri: string, version: number, ...contentChanges: readonly object[]): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** Starts to measure. @returns what tells the milliseconds since: those that the server was at work, where the system counts them (Linux), else all */
  stopwatch(): () => number {
    const start = performance.now();
    const busy = this.busy();
    return () => (busy === undefined ? performance.now() - start : (this.busy() ?? 0) - busy);
  }

  /** The most memory that the server had so far, in megabytes; `undefined` where the machine doesn't tell. */
  get peakMegabytes(): number | undefined {
    try {
      const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${this.process.pid}/status`, 'ascii')) ?? [];
      return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
    } catch {
      return undefined;
    }
  }

  /** Milliseconds of processor time of the server's main thread. */
  private busy(): number | undefined {
    try {
      return Number(readFileSync(`/proc/${this.process.pid}/schedstat`, 'ascii').split(' ')[0]) / 1e6;
    } catch {
      return undefined;
    }
  }

  /** Ends the server as the protocol says. */
  async close(): Promise<number | null> {
    await this.request('shutdown');
    this.write({ method: 'exit' });
    return this.exited;
  }

  /** For a test that failed half-way. */
  kill(): void {
    this.process.kill();
  }
}
