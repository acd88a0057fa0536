import { cleanText } from '../xml';
import type { Ladder, LadderStep } from './ladder';

/** What a step is called: `INVITE ex01.contoso.com:5063`. */
export function said(step: LadderStep): string {
  return step.type === 'note' ? step.label : [step.label, step.target].filter(Boolean).join(' ');
}

/** How much of it is written in documents; nothing where all is. */
export function certaintyWords({ certainty }: Pick<LadderStep, 'certainty'>): string {
  return { documented: '', inferred: 'deduced', undocumented: 'not documented' }[certainty];
}

/** Who says it to whom. */
export function ends(ladder: Ladder, step: LadderStep): { readonly from: string; readonly to: string } {
  const name = (id: string) => {
    const column = ladder.columns.find((each) => each.id === id);
    return column ? cleanText(nameOf(column)) : id;
  };
  return step.type === 'note' ? { from: name(step.at), to: '' } : { from: name(step.from), to: name(step.to) };
}

/** Two columns may bear one name, as the parts of one UM server do: then what it is tells them apart. */
function nameOf({ label, detail }: Ladder['columns'][number]): string {
  return `${label} (${detail})`;
}

/** Everything that is known of a step, as sentences: its tooltip, and its name for those who do not see it. */
export function describeStep(ladder: Ladder, step: LadderStep): string {
  const { from, to } = ends(ladder, step);
  const who = to === '' ? from : `${from} → ${to}`;
  const marks = [
    step.type === 'message' && step.lost ? 'the call is lost' : '',
    certaintyWords(step),
    step.type === 'message' ? (step.transport ?? '') : '',
  ].filter(Boolean);
  const head = [`${step.number}. ${who}: ${said(step)}`, ...marks].join(' · ');
  const source = step.source ? ` [${step.source}]` : '';
  const details = step.details.map((detail) => {
    const end = certaintyWords(detail);
    return `${detail.text}${end ? ` (${end})` : ''}${detail.source ? ` [${detail.source}]` : ''}`;
  });
  return [`${head}${source}`, ...details].join('. ');
}
