import { existsSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Where the time of some work goes, as V8's sampling profiler sees it: own time of functions, by the room of the source that they come from. */

interface Frame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

export interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame; readonly children?: readonly number[] }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** Milliseconds by what did it. */
export type Shares = ReadonlyMap<string, number>;

/** Microseconds between two samples. */
const INTERVAL = 100;

/** Profiles work in this process. */
export function profiled(work: () => void): Shares {
  const session = new Session();
  session.connect();
  let found: Profile | undefined;
  const post = (method: string, params = {}): void => {
    session.post(method, params, (error: Error | null, result?: object) => {
      if (error) throw error;
      if (result && 'profile' in result) found = result.profile as Profile;
    });
  };
  post('Profiler.enable');
  post('Profiler.setSamplingInterval', { interval: INTERVAL });
  post('Profiler.start');
  work();
  post('Profiler.stop');
  session.disconnect();
  if (!found) throw new Error('The profiler gave nothing');
  return sharesOf(found);
}

/** @param profile as the inspector and `node --cpu-prof` give it */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profile): Shares {
  const doer = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (id: number, caller: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const own = doerOf(node.callFrame) ?? caller;
    doer.set(id, own);
    for (const child of node.children ?? []) visit(child, own);
  };
  visit(nodes[0]?.id ?? 0, 'Node and V8');
  const shares = new Map<string, number>();
  samples.forEach((id, index) => {
    const name = doer.get(id);
    // A sample that comes much too late was none of ours: the machine did something else.
    const time = Math.min(timeDeltas[index] ?? 0, 10 * INTERVAL) / 1000;
    if (name && name !== idle) shares.set(name, (shares.get(name) ?? 0) + time);
  });
  return shares;
}

const idle = 'idle';

/** What a function belongs to; `undefined` for what V8 itself does for whoever calls it. */
function doerOf(frame: Frame): string | undefined {
  if (frame.functionName === '(garbage collector)') return 'collecting garbage';
  if (frame.functionName === '(idle)') return idle;
  if (frame.url === '') return undefined;
  if (frame.url.startsWith('node:')) return 'Node and V8';
  const source = sourceOf(frame);
  const [, room] = /server\/src\/(\w+)\//.exec(source) ?? [];
  if (room) return `\`${room}/\``;
  const [, library] = /node_modules\/(?:@?(chevrotain|vscode))/.exec(source) ?? [];
  return library === 'vscode' ? 'the library of the protocol' : (library ?? 'Node and V8');
}

const maps = new Map<string, SourceMap | undefined>();

/** The source that a place of a built file comes from. */
function sourceOf({ url, lineNumber, columnNumber }: Frame): string {
  const file = url.startsWith('file:') ? fileURLToPath(url) : url;
  if (!maps.has(file)) maps.set(file, mapOf(file));
  const entry = maps.get(file)?.findEntry(lineNumber, columnNumber);
  return entry && 'originalSource' in entry ? entry.originalSource : '';
}

function mapOf(file: string): SourceMap | undefined {
  if (!existsSync(file)) return undefined;
  if (existsSync(`${file}.map`)) return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const [, inline] =
    /sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/.exec(readFileSync(file, 'utf8')) ?? [];
  return inline ? new SourceMap(JSON.parse(Buffer.from(inline, 'base64').toString())) : undefined;
}
