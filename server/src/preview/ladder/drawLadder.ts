import type { DrawnElement } from '../draw';
import { mark } from '../drawNode';
import type { Hue } from '../hues';
import { icons } from '../icons';
import { fitText, textWidth } from '../textWidth';
import { coordinate as at, cleanText, escapeXml } from '../xml';
import type { Ladder, LadderColumn, LadderMessage, LadderNote } from './ladder';
import { type ColumnBox, layoutLadder, type PlacedStep, ladderSizes as sizes } from './layoutLadder';
import { describeStep } from './words';

/** The picture of a ladder in parts. */
export interface LadderDrawing {
  readonly width: number;
  readonly height: number;
  /** In drawing order: lifelines, their heads, then step by step. */
  readonly elements: readonly DrawnElement[];
}

const footer = 'Dashed: not documented, or deduced from what is. Provisional answers and ACK are left out.';

/** Draws a ladder. The same ladder gives the same bytes. */
export function drawLadder(ladder: Ladder): LadderDrawing {
  const { width, height, columns, steps } = layoutLadder(ladder);
  const hueOf = new Map(ladder.columns.map(({ id, hue }) => [id, hue]));
  return {
    width,
    height,
    elements: [
      ...columns.map((box) => ({ id: `lifeline:${box.column.id}`, svg: drawLifeline(box, height) })),
      ...columns.map((box) => ({ id: `column:${box.column.id}`, svg: drawHead(box) })),
      ...steps.map((placed) => {
        const id = `step:${placed.step.number}`;
        return { id, svg: drawStep(ladder, placed, id, hueOf) };
      }),
      { id: 'footer', svg: text('footer', sizes.margin + sizes.gutter, height - 6, footer) },
    ],
  };
}

function drawLifeline({ column, x }: ColumnBox, height: number): string {
  const style = column.missing ? 'lifeline missing' : 'lifeline';
  return `<path class="${style}" d="M${at(x)} ${sizes.cardHeight}V${at(height - sizes.footer)}"/>`;
}

function drawHead({ column, x }: ColumnBox): string {
  const { card, cardHeight } = sizes;
  const inner = card - 18;
  const [host, domain] = nameLines(cleanText(column.label));
  const port = column.port === undefined ? '' : `:${column.port}`;
  const state = column.missing ? 'broken' : 'ok';
  return [
    `<g data-id="column:${escapeXml(column.id)}" class="node head ${column.hue} ${state}" transform="translate(${at(x - card / 2)} 0)">`,
    `<title>${escapeXml(describeHead(column))}</title>`,
    `<rect class="frame" width="${card}" height="${cardHeight}" rx="8"/>`,
    `<path class="icon${column.kind === 'umDialPlan' ? ' dots' : ''}" transform="translate(9 9) scale(0.938)" d="${icons[column.kind]}"/>`,
    text('eyebrow', 29, 21, fitText(column.detail, inner - 19, 11)),
    ' ',
    text('name small', 10, domain ? 40 : 44, fitText(host, inner, 12.5, true)),
    domain && text('rest', 10, 55, fitText(`${domain}${port}`, inner, 11)),
    column.missing && mark('broken', card - 2, cardHeight - 2, 8),
    '</g>',
  ].join('');
}

function describeHead({ label, detail, port, missing }: LadderColumn): string {
  return [`${label}, ${detail}`, port === undefined ? '' : `port ${port}`, missing ? 'the call never gets here' : '']
    .filter(Boolean)
    .join(' · ');
}

/** A server's name above its domain, an address's before its own. */
function nameLines(label: string): readonly [string, string] {
  const parted = /^([^\s.@]+)([.@].+)$/.exec(label);
  return parted?.[1] && parted[2] ? [parted[1], parted[2]] : [label, ''];
}

function drawStep(ladder: Ladder, placed: PlacedStep, id: string, hueOf: ReadonlyMap<string, Hue>): string {
  const { step, y } = placed;
  const kind = step.type === 'note' ? `note ${step.state === 'ok' ? '' : step.state}` : messageClass(step, hueOf);
  return [
    `<g data-id="${id}" class="step ${kind.trim()}" transform="translate(0 ${at(y)})">`,
    `<title>${escapeXml(describeStep(ladder, step))}</title>`,
    text('number', sizes.margin + 14, step.type === 'note' ? 18 : 25, String(step.number), 'end'),
    ' ',
    step.type === 'note' ? drawNote(placed, step) : drawMessage(placed, step),
    '</g>',
  ].join('');
}

function messageClass(step: LadderMessage, hueOf: ReadonlyMap<string, Hue>): string {
  const to = hueOf.get(step.to) ?? 'neutral';
  const hue = to === 'neutral' ? (hueOf.get(step.from) ?? 'neutral') : to;
  return `message ${hue} ${step.kind} ${step.certainty}${step.lost ? ' lost' : ''}`;
}

function drawMessage(placed: PlacedStep, step: LadderMessage): string {
  if (!('from' in placed)) return '';
  const { from, to, labelX, textX, textWidth: room, wrapped } = placed;
  const line = sizes.labelLine + 8;
  const direction = to > from ? 1 : -1;
  const end = step.lost ? from + (to - from) * 0.62 : to - direction * 1.5;
  const start = from + direction * 1.5;
  const parts = [label(step, labelX, room), ' '];
  if (step.kind === 'media') {
    const span = Math.abs(to - from) - 14;
    const left = Math.min(from, to) + 7;
    parts.push(`<rect class="band" x="${at(left)}" y="${line - 3}" width="${at(span)}" height="6" rx="3"/>`);
    parts.push(tip(left - 4, line, -1, step), tip(left + span + 4, line, 1, step));
  } else {
    parts.push(`<path class="arrow" d="M${at(start)} ${line}H${at(step.lost ? end : end - direction * 5)}"/>`);
    parts.push(step.lost ? mark('broken', end, line, 8) : tip(end, line, direction, step));
  }
  return [...parts, ...details(wrapped, textX, line + (step.kind === 'media' ? 18 : 16))].join('');
}

/** What is said, where it goes, and by what: as much as there is room for. */
function label(step: LadderMessage, x: number, room: number): string {
  const words = [`<tspan class="method">${escapeXml(step.label)}</tspan>`];
  let used = textWidth(step.label, sizes.labelSize, true);
  const add = (style: string, said: string) => {
    const fitting = fitText(cleanText(said), room - used - 8, sizes.labelSize);
    if (room - used < 30) return;
    used += textWidth(fitting, sizes.labelSize) + 8;
    words.push(` <tspan class="${style}" dx="4">${escapeXml(fitting)}</tspan>`);
  };
  if (step.target) add('target', step.target);
  if (step.transport) add('quiet', step.transport);
  if (step.certainty !== 'documented') add('unsure', step.certainty === 'inferred' ? '(deduced)' : '(not documented)');
  return `<text class="label" x="${at(x)}" y="13">${words.join('')}</text>`;
}

/** The head of an arrow: full for a request, open for an answer and for what just happens. */
function tip(x: number, y: number, direction: number, { kind }: LadderMessage): string {
  const back = at(x - direction * 9);
  const open = kind === 'response' || kind === 'event';
  const shape = `M${back} ${y - 4.5}L${at(x)} ${y}L${back} ${y + 4.5}`;
  return `<path class="tip ${open ? 'open' : 'full'}" d="${open ? shape : `${shape}z`}"/>`;
}

function drawNote(placed: PlacedStep, step: LadderNote): string {
  if (!('x' in placed)) return '';
  const { x, textX, textWidth: width, height, wrapped } = placed;
  const parts = [
    `<rect class="frame" x="${at(textX)}" width="${at(width)}" height="${at(height)}" rx="6"/>`,
    `<path class="tack" d="M${at(x)} 0v5"/>`,
    text('label method', textX + 12, 18, fitText(cleanText(step.label), width - 24, 12, true)),
    ' ',
  ];
  parts.push(...details(wrapped, textX + 12, 36));
  if (step.state !== 'ok') parts.push(mark(step.state, textX + width - 2, height - 2, 8));
  return parts.join('');
}

/** Each detail behind a dot; what is not documented behind a ring. */
function details(wrapped: PlacedStep['wrapped'], x: number, top: number): string[] {
  let y = top;
  return wrapped.flatMap(({ detail, lines }) => {
    const dot = `<circle class="dot ${detail.certainty}" cx="${at(x + 2.5)}" cy="${at(y - 3.8)}" r="1.8"/>`;
    const drawn = lines.map((line, i) =>
      text(`detail ${detail.certainty}`, x + sizes.indent, y + i * sizes.detailLine, line),
    );
    y += lines.length * sizes.detailLine;
    return [dot, drawn.join(' '), ' '];
  });
}

function text(style: string, x: number, y: number, content: string, anchor?: 'end'): string {
  const attribute = anchor ? ` text-anchor="${anchor}"` : '';
  return `<text class="${style}" x="${at(x)}" y="${at(y)}"${attribute}>${escapeXml(content)}</text>`;
}
