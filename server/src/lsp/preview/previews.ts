import type { Deployment } from '../../model/deployment';
import { waveNamed, waveOrder } from '../../model/waves';
import { buildGraph } from '../../preview/buildGraph';
import { type Drawing, drawGraph } from '../../preview/draw';
import { type FoldedGraph, foldGraph } from '../../preview/fold';
import type { RoutingGraph } from '../../preview/graph';
import { type DrawingPatch, diffDrawings } from '../../preview/patch';
import { faultyFiles, holdsLess, type Understanding, understandingOf } from '../../preview/stale';
import { panelStyle } from '../../preview/style';
import type { Analysis, Diagnostic } from '../../rules/analyze';
import {
  type PreviewLook,
  type PreviewLookParams,
  type PreviewParams,
  type PreviewPatch,
  type PreviewResult,
  type PreviewWave,
  previewChanged,
} from '../protocol';
import type { Session } from '../session';

/** What a panel shows of one deployment. */
export interface Shown {
  readonly look: PreviewLook;
  readonly waves: readonly PreviewWave[];
  /** How many waves are done. */
  readonly done: number;
  readonly understanding: Understanding;
  /** Every object by itself, and as it is drawn. */
  readonly whole: RoutingGraph;
  readonly folded: FoldedGraph;
  readonly drawing: Drawing;
  readonly version: number;
  readonly stale: PreviewResult['stale'];
}

/** What a picture was drawn from. */
interface Source {
  readonly topology: number;
  readonly analysis: Analysis;
  readonly faults: string;
}

/** Whether the same is said of the same files; where in a file doesn't matter as long as no declaration changed. */
function alike({ files: before }: Analysis, { files: now }: Analysis): boolean {
  if (before.size !== now.size) return false;
  for (const [path, one] of now) {
    const other = before.get(path);
    if (other !== one && (other === undefined || !areAlike(other.diagnostics, one.diagnostics))) return false;
  }
  return true;
}

function areAlike(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i];
      return (
        one === other || (one.code === other?.code && one.severity === other.severity && one.users === other.users)
      );
    })
  );
}

const standardLook: PreviewLook = { wave: null, unfolded: [] };

/** The pictures that somebody looks at. Each is drawn again after an analysis, and what changed is sent. */
export class Previews {
  private readonly shown = new Map<string, Shown>();

  /** Those to be drawn again: behind the diagnostics, which somebody waits for. */
  private readonly pending = new Set<string>();
  private readonly sources = new WeakMap<Deployment, Source>();

  constructor(readonly session: Session) {
    session.attention.watched.push(() => this.shown.keys());
    session.rounds.analyzed.push(() => {
      for (const root of this.shown.keys()) if (this.mayDiffer(root)) this.pending.add(root);
      if (this.pending.size > 0) session.host.defer(() => this.drawPending());
    });
  }

  private drawPending(): void {
    const roots = [...this.pending];
    this.pending.clear();
    this.session.work.in('preview', () => {
      for (const root of roots) this.update(root);
    });
  }

  /** Whether anything changed that the picture shows: most edits in rows change nothing of it. */
  private mayDiffer(root: string): boolean {
    const deployment = this.session.deploymentAt(root);
    if (deployment === undefined) return true;
    const analysis = this.session.analyses.analysis(deployment);
    if (analysis === undefined) return true;
    const before = this.sources.get(deployment);
    const faults = [...faultyFiles(deployment)].join('\n');
    this.sources.set(deployment, { topology: deployment.topologyVersion, analysis, faults });
    return (
      before === undefined ||
      before.topology !== deployment.topologyVersion ||
      before.faults !== faults ||
      before.analysis.signature !== analysis.signature ||
      !alike(before.analysis, analysis)
    );
  }

  /** The whole picture. From then on its patches are sent. */
  async preview({ textDocument, look }: PreviewParams): Promise<PreviewResult> {
    const { session } = this;
    const target = await session.target(textDocument);
    if (target === undefined || target.deployment.standalone) return nothing();
    session.analyze();
    this.drawPending();
    const { deployment } = target;
    const before = this.shown.get(deployment.root);
    const shown =
      before && (look === undefined || sameLook(look, before.look))
        ? before
        : this.draw(deployment, look ?? standardLook, before);
    this.shown.set(deployment.root, shown);
    const { drawing, version } = shown;
    return {
      root: session.uris.toUri(deployment.root),
      name: deployment.name,
      style: panelStyle,
      ...drawing,
      version,
      ...stateOf(shown),
    };
  }

  /** Looks at a picture in another way. */
  look({ root, wave, unfolded }: PreviewLookParams): void {
    this.update(this.session.uris.toPath(root), { wave, unfolded });
  }

  /** Nobody looks at it any more. */
  closed(root: string): void {
    this.shown.delete(this.session.uris.toPath(root));
  }

  /** The picture of a deployment, with what it was drawn from. */
  of(root: string): { readonly deployment: Deployment; readonly shown: Shown } | undefined {
    this.drawPending();
    const path = this.session.uris.toPath(root);
    const shown = this.shown.get(path);
    const deployment = this.session.deploymentAt(path);
    return shown && deployment && { deployment, shown };
  }

  private draw(deployment: Deployment, look: PreviewLook, before: Shown | undefined): Shown {
    const version = (before?.version ?? 0) + 1;
    const faulty = faultyFiles(deployment);
    const understanding = understandingOf(deployment);
    if (before && sameLook(look, before.look) && holdsLess(before.understanding, understanding, faulty))
      return { ...before, version, stale: 'past' };
    const { waves } = waveOrder(deployment);
    const done = look.wave === null ? 0 : waveNamed(deployment, look.wave) + 1;
    const diagnostics = this.session.analyses.analysis(deployment)?.diagnostics ?? [];
    const whole = buildGraph(deployment, diagnostics, done);
    const folded = foldGraph(whole, new Set(look.unfolded));
    return {
      look,
      waves: waves.map(({ name, declaration }) => {
        const date = declaration.fact('date');
        return { name, date: typeof date === 'string' ? date : null };
      }),
      done,
      understanding,
      whole,
      folded,
      drawing: drawGraph(folded.graph, before?.drawing),
      version,
      stale: faulty.size > 0 ? 'faults' : false,
    };
  }

  private update(root: string, look?: PreviewLook): void {
    const { session } = this;
    const before = this.shown.get(root);
    if (before === undefined) return;
    const deployment = session.deploymentAt(root);
    // A file that is written just now may be read as empty: the deployment comes back, and somebody still looks at it.
    if (deployment === undefined || deployment.standalone) return;
    const after = this.draw(deployment, look ?? before.look, before);
    const drawn = diffDrawings(before.drawing, after.drawing);
    const [was, is] = [stateOf(before), stateOf(after)];
    if (drawn === undefined && JSON.stringify(was) === JSON.stringify(is)) {
      this.shown.set(root, { ...after, version: before.version });
      return;
    }
    this.shown.set(root, after);
    const patch: PreviewPatch = {
      root: session.uris.toUri(root),
      from: before.version,
      version: after.version,
      ...(drawn ?? unchanged(after.drawing)),
      ...is,
    };
    session.work.previewElementsSent += patch.elements.length;
    void session.connection.sendNotification(previewChanged, patch);
  }
}

function sameLook(a: PreviewLook, b: PreviewLook): boolean {
  return (
    a.wave === b.wave && a.unfolded.length === b.unfolded.length && a.unfolded.every((id) => b.unfolded.includes(id))
  );
}

function stateOf({ waves, done, stale }: Shown): Pick<PreviewResult, 'waves' | 'wave' | 'stale'> {
  return { waves, wave: waves[done - 1]?.name ?? null, stale };
}

function unchanged({ width, height, summary }: Drawing): DrawingPatch {
  const none = { start: 0, removed: 0, items: [] };
  return { width, height, summary, elements: [], removed: [], order: none, table: none };
}

const nothing = (): PreviewResult => ({
  name: '',
  version: 0,
  width: 0,
  height: 0,
  style: panelStyle,
  elements: [],
  table: [],
  summary: 'This file belongs to no deployment: no file beside or above it declares one',
  waves: [],
  wave: null,
  stale: false,
});
