import type { Deployment } from '../../model/deployment';
import { waveOrder } from '../../model/waves';
import { placeOf, textFact } from '../facts';
import type { LineWriter } from '../lines';
import type { Step } from '../plan';
import type { ReportContext } from './context';
import { html } from './html';
import { valueText } from './objects';
import { checklist, table } from './page';

/** The waves of a migration, in order. */
export function waves(writer: LineWriter, deployment: Deployment): void {
  const order = waveOrder(deployment).waves;
  if (order.length === 0) return;
  writer.line('<h2>Waves</h2>');
  table(
    writer,
    ['Wave', 'Date', 'Moves', 'Hosted voice mail is set', 'Retires'],
    order.map(({ name, declaration, moves }) => ({
      cells: [
        name,
        declaration ? (textFact(declaration, 'date') ?? '') : '',
        moves.length,
        { before: 'before the mailbox moves', never: 'not by this wave' }[
          textFact(declaration, 'hostedVoiceMail') ?? ''
        ] ?? 'after the mailbox has moved',
        valueText(declaration.fact('retire')),
      ],
      causes: [placeOf(declaration)],
    })),
  );
}

/** What no script does, to be ticked off, script by script in the order in which they are run. */
export function manualSteps(writer: LineWriter, { plans }: ReportContext): void {
  const lists = plans
    .map(({ path, plan }) => ({ path, steps: plan.steps.filter((step) => step.action.type === 'manual') }))
    .filter(({ steps }) => steps.length > 0);
  if (lists.length === 0) return;
  writer.line('<h2>To be done by hand</h2>');
  for (const { path, steps } of lists) {
    writer.line(`<h3>Beside <code>${html(path)}</code></h3>`);
    checklist(
      writer,
      steps.map((step) => ({ what: step.title, how: instructionsOf(step), causes: step.causes })),
    );
  }
}

function instructionsOf({ action }: Step): string[] {
  if (action.type !== 'manual') return [];
  return [...action.instructions, ...action.fields.map(({ name, value }) => `${name}: ${value}`)];
}

/** What the scripts change, and how each step is taken back. */
export function scriptSteps(writer: LineWriter, { plans }: ReportContext): void {
  const changing = plans
    .map(({ path, plan }) => ({
      path,
      steps: plan.steps.filter((step) => step.undo.type !== 'nothing' && step.action.type !== 'manual'),
    }))
    .filter(({ steps }) => steps.length > 0);
  if (changing.length === 0) return;
  writer.line('<h2>What the scripts do</h2>');
  for (const { path, steps } of changing) {
    writer.line(`<h3><code>${html(path)}</code></h3>`);
    table(
      writer,
      ['Step', 'What', 'Way back'],
      steps.map((step) => ({
        cells: [step.id, step.title, step.undo.type === 'irreversible' ? step.undo.reason : 'by its rollback'],
        causes: step.causes,
      })),
    );
  }
}
