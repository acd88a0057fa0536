import { textWidth } from '../textWidth';
import { cleanText } from '../xml';
import type { Ladder, LadderColumn, LadderDetail, LadderMessage, LadderNote, LadderStep } from './ladder';
import { wrapText } from './wrapText';

/** All lengths are pixels at 100 %. */
export const ladderSizes = {
  margin: 20,
  /** The numbers of the steps, left of the first column. */
  gutter: 26,
  card: 148,
  cardHeight: 66,
  /** From one lifeline to the next. */
  pitch: 176,
  /** Text may be wider than its arrow. */
  textWidth: 330,
  noteWidth: 360,
  labelSize: 12,
  detailSize: 11,
  labelLine: 17,
  detailLine: 15,
  /** Before a detail, where its dot stands. */
  indent: 10,
  footer: 30,
  gap: 13,
} as const;

export interface ColumnBox {
  readonly column: LadderColumn;
  /** The lifeline's. */
  readonly x: number;
}

interface Wrapped {
  readonly detail: LadderDetail;
  readonly lines: readonly string[];
}

interface StepBox {
  readonly y: number;
  readonly height: number;
  /** Where the details start, and how wide they may be. */
  readonly textX: number;
  readonly textWidth: number;
  readonly wrapped: readonly Wrapped[];
}

export type PlacedStep =
  | (StepBox & { readonly step: LadderMessage; readonly from: number; readonly to: number; readonly labelX: number })
  | (StepBox & { readonly step: LadderNote; readonly x: number });

export interface LadderLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly ColumnBox[];
  readonly steps: readonly PlacedStep[];
}

/** What no document tells begins with these words. */
export const notDocumented = 'Not documented: ';

export function layoutLadder({ columns, steps }: Ladder): LadderLayout {
  const { margin, gutter, card, cardHeight, pitch, gap } = ladderSizes;
  const boxes = columns.map((column, i) => ({ column, x: margin + gutter + card / 2 + i * pitch }));
  const xOf = new Map(boxes.map(({ column, x }) => [column.id, x]));
  const width = Math.max(margin + gutter + (columns.length - 1) * pitch + card + margin, 620);
  let y = cardHeight + 22;
  const placed = steps.map((step) => {
    const box = place(step, xOf, width, y);
    y += box.height + gap;
    return box;
  });
  return { width, height: y + ladderSizes.footer, columns: boxes, steps: placed };
}

function place(step: LadderStep, xOf: ReadonlyMap<string, number>, width: number, y: number): PlacedStep {
  const { margin, gutter, noteWidth, textWidth: least, labelLine, indent } = ladderSizes;
  if (step.type === 'note') {
    const x = xOf.get(step.at) ?? 0;
    const wrapped = wrap(step.details, noteWidth - 24);
    const size = Math.min(noteWidth, Math.max(textWidth(step.label, 12, true), widest(wrapped) + indent) + 30);
    const textX = clamp(x - 20, margin + gutter, width - margin - size);
    const height = 28 + heightOf(wrapped) + (wrapped.length > 0 ? 5 : 0);
    return { step, x, y, height, textX, textWidth: size, wrapped };
  }
  const from = xOf.get(step.from) ?? 0;
  const to = xOf.get(step.to) ?? 0;
  const room = Math.max(Math.abs(to - from) - 20, least);
  const wrapped = wrap(step.details, room);
  const start = (needed: number) => clamp(Math.min(from, to) + 10, margin + gutter, width - margin - needed);
  const textX = start(widest(wrapped) + indent);
  const labelX = start(Math.min(room, labelWidth(step)));
  return { step, from, to, labelX, y, height: labelLine + 8 + heightOf(wrapped), textX, textWidth: room, wrapped };
}

/** What a message's label takes when nothing of it is cut. */
function labelWidth({ label, target = '', transport = '', certainty }: LadderMessage): number {
  const unsure = certainty === 'documented' ? '' : '(not documented)';
  return textWidth(label, 12, true) + textWidth(target, 12) + textWidth(transport, 12) + textWidth(unsure, 12) + 30;
}

function widest(wrapped: readonly Wrapped[]): number {
  return Math.ceil(Math.max(0, ...wrapped.flatMap(({ lines }) => lines.map((line) => textWidth(line, 11)))));
}

function heightOf(wrapped: readonly Wrapped[]): number {
  return wrapped.reduce((sum, { lines }) => sum + lines.length * ladderSizes.detailLine, 0);
}

function wrap(details: readonly LadderDetail[], room: number): Wrapped[] {
  return details.map((detail) => {
    const text = cleanText(detail.text);
    const said = detail.certainty === 'undocumented' ? `${notDocumented}${text}` : text;
    return { detail, lines: wrapText(said, room - ladderSizes.indent, ladderSizes.detailSize) };
  });
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
