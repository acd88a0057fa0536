import type { Deployment } from '../../model/deployment';
import type { Verdict } from '../../routing/expectations';
import type { Analysis } from '../../rules/analyze';
import type { Place } from '../../rules/types';
import type { Plan } from '../plan';

/** What the sections of a report are made of. */
export interface ReportContext {
  readonly deployment: Deployment;
  readonly analysis: Pick<Analysis, 'diagnostics'> & Partial<Analysis>;
  readonly root: readonly Place[];
  /** The digest of the topology, or what stands for it. */
  readonly source: string;
  readonly warning: string | undefined;
  /** The routing graph after so many waves as the text of an SVG; `ids` begin with what they are given. */
  readonly graph: Graph | undefined;
  /** Of the scripts, by the path of their file. */
  readonly plans: readonly { readonly path: string; readonly plan: Plan }[];
}

export type Graph = (waves: number, ids: string) => string;

/** An expectation and what became of it. */
export interface Examined {
  readonly text: string;
  readonly verdict: Verdict;
  readonly causes: readonly Place[];
}
