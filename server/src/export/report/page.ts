import type { Place } from '../../rules/types';
import type { LineWriter } from '../lines';
import { html } from './html';

/** A cell: a text, a number, or a text whose state is said by its colour too. */
export type Cell = string | number | { readonly text: string; readonly state: State };
export type State = 'good' | 'bad' | 'open';

export interface Row {
  readonly cells: readonly Cell[];
  readonly causes?: readonly Place[];
}

/** A table. Its columns of numbers stand to the right. */
export function table(writer: LineWriter, headers: readonly string[], rows: readonly Row[]): void {
  const numbers = headers.map((_, i) => rows.length > 0 && rows.every(({ cells }) => typeof cells[i] === 'number'));
  const titles = headers.map(
    (header, i) => `<th scope="col"${numbers[i] ? ' class="number"' : ''}>${html(header)}</th>`,
  );
  writer.line('<div class="scroll">');
  writer.line('<table>');
  writer.line(`<thead><tr>${titles.join('')}</tr></thead>`);
  writer.line('<tbody>');
  for (const { cells, causes } of rows) writer.line(`<tr>${cells.map(cellOf).join('')}</tr>`, causes);
  writer.line('</tbody>');
  writer.line('</table>');
  writer.line('</div>');
}

function cellOf(cell: Cell): string {
  if (typeof cell === 'number') return `<td class="number">${cell}</td>`;
  if (typeof cell === 'string') return `<td>${html(cell)}</td>`;
  return `<td class="${cell.state}">${html(cell.text)}</td>`;
}

/** What is to be ticked off. */
export function checklist(
  writer: LineWriter,
  items: readonly { readonly what: string; readonly how: readonly string[]; readonly causes: readonly Place[] }[],
): void {
  writer.line('<ul class="checklist">');
  for (const { what, how, causes } of items) {
    const lines = how.filter((line) => line !== '').map(instruction);
    writer.line(
      `<li><span class="what">${html(what)}</span><span class="how">${lines.join('<br />')}</span></li>`,
      causes,
    );
  }
  writer.line('</ul>');
}

/** A line of what is to be done: what is typed isn't broken at its hyphens. */
function instruction(line: string): string {
  return html(line).replace(/(^|[ (])(-[A-Z][A-Za-z]+|[A-Z][a-z]+-[A-Z][A-Za-z]+)/g, '$1<span class="typed">$2</span>');
}

/** A drawing that says itself what it shows. */
export function figure(writer: LineWriter, svg: string, causes?: readonly Place[]): void {
  writer.line('<figure>', causes);
  for (const line of svg.trimEnd().split(/\r\n?|\n/)) writer.line(line, causes);
  writer.line('</figure>', causes);
}
