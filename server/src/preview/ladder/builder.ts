import type { Cause, Decision } from '../../routing/types';
import type { Certainty, LadderColumn, LadderDetail, LadderMessage, LadderNote, LadderStep } from './ladder';

type Extra = { readonly details?: readonly LadderDetail[]; readonly source?: string; readonly certainty?: Certainty };

/** What can be said of a message beside its ends. */
export interface Said extends Extra {
  readonly kind?: LadderMessage['kind'];
  readonly target?: string | undefined;
  readonly transport?: string | undefined;
  readonly lost?: true;
  readonly cause?: Cause | undefined;
}

/** A ladder while it is told. */
export class LadderBuilder {
  private readonly byId = new Map<string, LadderColumn>();
  readonly steps: LadderStep[] = [];

  get columns(): readonly LadderColumn[] {
    return [...this.byId.values()];
  }

  /** Adds a column at the right; one that is there already only takes the hops. */
  column(column: Omit<LadderColumn, 'hops'> & { readonly hops?: readonly number[] }): string {
    const known = this.byId.get(column.id);
    const hops = [...(known?.hops ?? []), ...(column.hops ?? [])];
    this.byId.set(column.id, { ...(known ?? column), hops });
    return column.id;
  }

  /** One message from a column to another. */
  send(from: string, to: string, label: string, said: Said = {}): void {
    const { kind = 'request', target, transport, lost, cause } = said;
    this.steps.push({
      type: 'message',
      ...this.base(label, said),
      from,
      to,
      kind,
      ...(target !== undefined && { target }),
      ...(transport !== undefined && { transport }),
      ...(lost && { lost }),
      ...(cause && { cause }),
    });
  }

  /** The same message along a way, from each to the next. */
  pass(way: readonly string[], label: string, said: Said = {}): void {
    for (let i = 1; i < way.length; i++) {
      const [from, to] = [way[i - 1], way[i]];
      // What it carries, and by what, is said of the first leg.
      const later = { ...said, details: [], transport: undefined };
      if (from !== undefined && to !== undefined) this.send(from, to, label, i === 1 ? said : later);
    }
  }

  note(at: string, label: string, extra: Extra & { readonly state?: LadderNote['state'] } = {}): void {
    this.steps.push({ type: 'note', ...this.base(label, extra), at, state: extra.state ?? 'ok' });
  }

  /** Columns that nothing touches are no part of the story. */
  dropIdle(): void {
    const used = new Set(this.steps.flatMap((step) => (step.type === 'note' ? [step.at] : [step.from, step.to])));
    for (const id of this.byId.keys()) if (!used.has(id)) this.byId.delete(id);
  }

  private base(label: string, { details = [], source, certainty = 'documented' }: Extra) {
    return {
      number: this.steps.length + 1,
      label,
      details,
      certainty,
      ...(source !== undefined && { source }),
    };
  }
}

export function said(text: string, source: string, certainty: Certainty = 'documented'): LadderDetail {
  return { text, certainty, source };
}

/** What no document tells. */
export function unsaid(text: string): LadderDetail {
  return { text, certainty: 'undocumented' };
}

export function decided({ because, source, inferred, cause }: Decision): LadderDetail {
  return { text: because, source, certainty: inferred ? 'inferred' : 'documented', ...(cause && { cause }) };
}
