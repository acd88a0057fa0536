import { readFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { chromiumFlags, ensureChromium } from '../../scripts/workbench/chromium.mjs';
import { Workspace } from '../../server/src/model/workspace';
import { buildGraph, pictureGraph } from '../../server/src/preview/buildGraph';
import { type Drawing, drawGraph } from '../../server/src/preview/draw';
import type { GraphNode, RoutingGraph } from '../../server/src/preview/graph';
import { diffDrawings } from '../../server/src/preview/patch';
import { panelStyle } from '../../server/src/preview/style';
import { type LargeSizes, largeDeployment } from '../support/largeDeployment';
import { generateDeployment } from './generate';

/**
 * What a picture costs. From nothing: graph and SVG of a deployment that was just read, nothing folded. A patch: one node looks otherwise. In the page: the time between two
 * frames while the picture is moved and zoomed, in a browser without a GPU. Milliseconds; of the runs the fastest tenth counts, as whatever else the machine does comes on top.
 */

const runs = 30;

function measured(work: () => void): number {
  globalThis.gc?.();
  const start = performance.now();
  work();
  return performance.now() - start;
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function report(name: string, times: readonly number[], share: number, limit: number): boolean {
  const time = percentile(times, share);
  const p = `p${Math.round(share * 100)}`;
  const verdict = time <= limit ? `at most ${limit} ms` : `NOT at most ${limit} ms`;
  const middle = percentile(times, 0.5).toFixed(1).padStart(6);
  console.log(`${name.padEnd(40)} p50 ${middle}  ${p} ${time.toFixed(1).padStart(6)}  ${verdict}`);
  return time <= limit;
}

function deploymentOf(files: Iterable<readonly [string, string]>) {
  const workspace = new Workspace();
  for (const [path, text] of files) workspace.set(`/d/${path}`, text);
  workspace.refresh();
  const [deployment] = workspace.deployments;
  if (!deployment) throw new Error('there is a deployment');
  return deployment;
}

const sizes: readonly (readonly [nodes: number, sizes: LargeSizes, limit: number])[] = [
  [20, { sites: 3, poolsPerSite: 1, providers: 2, tenantsPerProvider: 1, plans: 2, contacts: 2 }, 4],
  [200, { sites: 20, poolsPerSite: 3, providers: 10, tenantsPerProvider: 4, plans: 30, contacts: 25 }, 16],
  [1000, { sites: 60, poolsPerSite: 5, providers: 20, tenantsPerProvider: 12, plans: 150, contacts: 130 }, 80],
];

type Drawn = readonly [RoutingGraph, Drawing];

function drawing(): { kept: boolean; middle: Drawn; largest: Drawn } {
  let kept = true;
  const drawings: Drawn[] = [];
  for (const [count, size, limit] of sizes) {
    const text = largeDeployment(size);
    const whole: number[] = [];
    const patches: number[] = [];
    let graph: RoutingGraph | undefined;
    let drawn: Drawing | undefined;
    for (let run = 0; run < runs; run++) {
      const deployment = deploymentOf([['main.umtopo', text]]);
      whole.push(
        measured(() => {
          graph = buildGraph(deployment, []);
          drawn = drawGraph(graph);
        }),
      );
      const [before, at] = [drawn as Drawing, graph as RoutingGraph];
      const nodes = at.nodes.map((node, index) => (index === 10 ? { ...node, detail: `run ${run}` } : { ...node }));
      const after: RoutingGraph = { ...at, nodes, edges: at.edges.map((edge) => ({ ...edge })) };
      patches.push(measured(() => diffDrawings(before, drawGraph(after, before))));
      if (run === 0) drawings.push([at, before]);
    }
    const about = `${graph?.nodes.length} nodes, ${graph?.edges.length} edges`;
    if (Math.abs((graph?.nodes.length ?? 0) - count) > count / 20) throw new Error(`${about}, not ${count}`);
    kept = report(`graph and SVG of ${about}`, whole, 0.1, limit) && kept;
    kept = report(`patch of one of ${count} nodes`, patches, 0.1, 4) && kept;
  }
  const [, middle, largest] = drawings;
  if (!middle || !largest) throw new Error('something was drawn');
  return { kept, middle, largest };
}

/** A million users draw what a thousand draw. */
function manyUsers(): boolean {
  const counts = [1000, 1_000_000].map((users) => {
    const deployment = deploymentOf(generateDeployment(users));
    let nodes = 0;
    const time = measured(() => {
      nodes = pictureGraph(deployment, []).nodes.length;
    });
    console.log(`graph of ${users} users`.padEnd(40), `${nodes} nodes in ${time.toFixed(1)}`);
    return nodes;
  });
  return counts[0] === counts[1];
}

/** The page of the preview with a drawing, without VS Code around it. */
async function openPage(page: Page, { width, height, elements, table, summary }: Drawing): Promise<void> {
  await page.setContent(`<!DOCTYPE html><html lang="en"><head><title>Routing</title></head><body></body></html>`);
  await page.addStyleTag({ content: readFileSync('dist/webview/main.css', 'utf8') });
  await page.evaluate(() => {
    Object.assign(window, {
      acquireVsCodeApi: () => ({ postMessage: () => undefined, getState: () => undefined, setState: () => undefined }),
    });
  });
  await page.addScriptTag({ content: readFileSync('dist/webview/main.js', 'utf8') });
  const picture = {
    root: 'file:///d',
    name: 'Large',
    version: 1,
    style: panelStyle,
    waves: [],
    wave: null,
    stale: false,
  };
  const result = { ...picture, width, height, elements, table, summary };
  await page.evaluate(
    (shown) => window.postMessage({ type: 'show', uri: 'file:///d', view: 'picture', result: shown }),
    result,
  );
  await page.locator('.node').first().waitFor();
}

/** Intervals between frames, while something is done at each. */
function frames(page: Page, what: 'nothing' | 'pan' | 'zoom'): Promise<number[]> {
  return page.evaluate(async (doing) => {
    const stage = document.querySelector('.stage') as HTMLElement;
    const intervals: number[] = [];
    const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    let last = await next();
    for (let frame = 0; frame < 240; frame++) {
      const turn = frame % 40 < 20 ? 1 : -1;
      const wheel = doing === 'pan' ? { deltaX: 12 * turn, deltaY: 9 * turn } : { deltaY: 4 * turn, ctrlKey: true };
      const event = new WheelEvent('wheel', { ...wheel, clientX: 600, clientY: 400, cancelable: true, bubbles: true });
      if (doing !== 'nothing') stage.dispatchEvent(event);
      const now = await next();
      intervals.push(now - last);
      last = now;
    }
    return intervals.slice(20);
  }, what);
}

/** The patches of a pool that looks otherwise each time, as the server sends them. */
function edits(graph: RoutingGraph, drawn: Drawing): object[] {
  const state = { root: 'file:///d', name: 'Large', waves: [], wave: null, stale: false };
  const pool = graph.nodes.findIndex(({ kind }) => kind === 'pool');
  let before = drawn;
  return Array.from({ length: 60 }, (_, index) => {
    const version = index + 1;
    const change = (node: GraphNode) => ({ ...node, detail: `version ${version}`, users: node.users + version });
    const nodes = graph.nodes.map((node, at) => (at === pool ? change(node) : node));
    const after = drawGraph({ ...graph, nodes }, before);
    const patch = diffDrawings(before, after);
    before = after;
    return { ...state, ...patch, from: version, version: version + 1 };
  });
}

/** From a patch that arrives to the frame after the one it is drawn in. */
function patches(page: Page, list: readonly object[]): Promise<number[]> {
  return page.evaluate(async (changes) => {
    const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const times: number[] = [];
    for (const patch of changes) {
      await next();
      const start = performance.now();
      window.postMessage({ type: 'patch', patch });
      // The message, the frame that draws it, the frame that follows.
      await new Promise((resolve) => setTimeout(resolve));
      await next();
      await next();
      times.push(performance.now() - start);
    }
    return times.slice(5);
  }, list);
}

async function moving(middle: Drawn, largest: Drawn): Promise<boolean> {
  const executablePath = await ensureChromium(console.log);
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await openPage(page, largest[1]);
    const still = await frames(page, 'nothing');
    console.log(
      `frames while nothing moves (floor)`.padEnd(40),
      `p50 ${percentile(still, 0.5).toFixed(1).padStart(6)}  p95 ${percentile(still, 0.95).toFixed(1).padStart(6)}`,
    );
    const pan = report('frames while 1,000 nodes are moved', await frames(page, 'pan'), 0.95, 17);
    const zoom = report('frames while 1,000 nodes are zoomed', await frames(page, 'zoom'), 0.95, 17);
    const whole = report('a patch of 1,000 unfolded nodes → screen', await patches(page, edits(...largest)), 0.95, 50);
    const usual = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await openPage(usual, middle[1]);
    const shown = report('a patch of 200 nodes → screen', await patches(usual, edits(...middle)), 0.95, 50);
    return pan && zoom && whole && shown;
  } finally {
    await browser.close();
  }
}

async function run(): Promise<boolean> {
  const { kept, middle, largest } = drawing();
  const same = manyUsers();
  const smooth = await moving(middle, largest);
  return kept && same && smooth;
}

void run().then((kept) => {
  if (!kept) process.exitCode = 1;
});
