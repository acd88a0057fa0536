import type { Ladder, LadderDetail, LadderStep } from '../../../server/src/preview/ladder/ladder';

const signs = { documented: '', inferred: ' (inferred)', undocumented: ' (undocumented)' } as const;

/** A ladder as one reads it aloud: who, to whom, what, and where it is written. */
export function renderLadder(ladder: Ladder, { details = true } = {}): string[] {
  const nameOf = new Map(ladder.columns.map(({ id, label, port }) => [id, port ? `${label}:${port}` : label]));
  const name = (id: string) => nameOf.get(id) ?? `?${id}`;
  const detail = ({ text, certainty, source }: LadderDetail) =>
    `      ${text}${certainty === 'documented' ? '' : signs[certainty]}${source ? ` [${source}]` : ''}`;
  const line = (step: LadderStep) => {
    const end = `${signs[step.certainty]}${step.source ? ` [${step.source}]` : ''}`;
    if (step.type === 'note')
      return `${name(step.at)}: ${step.label}${step.state === 'ok' ? '' : ` (${step.state})`}${end}`;
    const arrow = { request: '->', response: '<-', media: '<=>', event: '..' }[step.kind];
    const what = [step.label, step.target, step.transport].filter(Boolean).join(' · ');
    return `${name(step.from)} ${step.lost ? '-x' : arrow} ${name(step.to)}: ${what}${end}`;
  };
  return ladder.steps.flatMap((step) => [line(step), ...(details ? step.details.map(detail) : [])]);
}
