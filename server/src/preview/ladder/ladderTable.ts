import type { Ladder, LadderColumn, LadderDetail } from './ladder';
import { certaintyWords, ends, said } from './words';

/** A step as a row of the table that says the same as the picture. */
export interface LadderRow {
  readonly id: string;
  readonly number: number;
  readonly from: string;
  /** Empty for what one does alone. */
  readonly to: string;
  readonly what: string;
  /** The details, each with its source. */
  readonly details: readonly string[];
  /** `in order` · `deduced` · `not documented` · `the call is lost`. */
  readonly state: string;
  readonly source: string;
}

/** The ladder as rows, from top to bottom. */
export function ladderTable(ladder: Ladder): LadderRow[] {
  return ladder.steps.map((step) => {
    const lost = step.type === 'message' ? step.lost : step.state === 'broken';
    const open = step.type === 'note' && step.state === 'unknown';
    const transport = step.type === 'message' && step.transport ? ` · ${step.transport}` : '';
    return {
      id: `step:${step.number}`,
      number: step.number,
      ...ends(ladder, step),
      what: `${said(step)}${transport}`,
      details: step.details.map(detailText),
      state: lost ? 'the call is lost' : open ? 'facts are missing' : certaintyWords(step) || 'documented',
      source: step.source ?? '',
    };
  });
}

function detailText(detail: LadderDetail): string {
  const end = [certaintyWords(detail), detail.source ?? ''].filter(Boolean).join(', ');
  return end ? `${detail.text} [${end}]` : detail.text;
}

/** Where the step or the column of an id is written in the sources. */
export function causeOf(ladder: Ladder, id: string): LadderColumn['cause'] {
  const [kind, rest = ''] = id.split(/:(.*)/s);
  if (kind === 'column') return ladder.columns.find((column) => column.id === rest)?.cause;
  const step = ladder.steps.find(({ number }) => String(number) === rest);
  return step?.cause ?? step?.details.find(({ cause }) => cause)?.cause;
}
