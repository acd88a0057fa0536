import { type NodeBox, sizes } from './geometry';
import type { GraphNode } from './graph';
import type { Hue } from './hues';
import { icons, signs } from './icons';
import { fitText, textWidth } from './textWidth';
import { describeNode, kindNames, shortCount } from './words';
import { coordinate as at, cleanText, escapeXml } from './xml';

const padding = 11;

/** A node as a fragment: a card, a gate, or the heading of a site. */
export function drawNode(box: NodeBox, hue: Hue): string {
  const { node } = box;
  const parts = [
    `<g data-id="${escapeXml(node.id)}" class="node ${box.form} ${hue} ${node.state}${foldClass(node)}" transform="translate(${at(box.x)} ${at(box.y)})">`,
    `<title>${escapeXml(describeNode(node))}</title>`,
  ];
  if (box.form === 'heading') parts.push(heading(box));
  else if (box.form === 'gate') parts.push(gate(box));
  else parts.push(card(box));
  return `${parts.join('')}</g>`;
}

function foldClass({ fold }: GraphNode): string {
  if (!fold) return '';
  return fold.open ? ' fold open' : ' fold';
}

function card(box: NodeBox): string {
  const { node, width } = box;
  const right = width - padding;
  const [name, rest] = nameLines(cleanText(node.label), right - padding);
  const detail = node.detail ?? kindNames[node.kind];
  // Why something is not as it should be stands below its name, or else in the place of its detail.
  const why = node.state === 'ok' && !node.fold ? undefined : node.reason;
  const last = rest ? rest : why ? fitText(cleanText(why), right - padding, 11) : '';
  const eyebrow = fitText(cleanText(rest ? (why ?? detail) : detail), right - padding - 19 - (node.fold ? 14 : 0), 11);
  // One line stands in the middle, two fill the card.
  const top = last ? 21 : 27;
  return [
    // Cards that lie behind it tell that it is several.
    node.fold && `<path class="frame behind" d="M6-3h${at(width - 12)}M12-6h${at(width - 24)}"/>`,
    `<rect class="frame" width="${at(width)}" height="${at(box.height)}" rx="8"/>`,
    node.fold && foldSign(width - 17, 16, false),
    icon(node, padding - 1, top - 12, 15),
    text(nameSize(name, right - padding) === 15 ? 'name' : 'name small', padding, top + 22, name),
    // Blanks between texts part the words for those who hear them; a server's name and its domain are one word.
    rest && `${/^\./.test(rest) ? '' : ' '}${text('rest', padding, top + 38, rest)}`,
    ' ',
    text(rest && why ? 'why' : 'eyebrow', padding + 19, top, eyebrow),
    !rest && last && ` ${text('why', padding, top + 38, last)}`,
    stateMark(node, width - 2, box.height - 2),
    badge(node, width),
  ]
    .filter(Boolean)
    .join('');
}

/** Plus: opens; minus: closes. */
function foldSign(x: number, y: number, open: boolean): string {
  return `<path class="sign fold-sign" d="M${at(x - 4)} ${at(y)}h8${open ? '' : `M${at(x)} ${at(y - 4)}v8`}"/>`;
}

function gate(box: NodeBox): string {
  const { node, width, height } = box;
  const middle = width / 2;
  const words = cleanText(node.label).split(/\s+/);
  const lines = words.length > 1 ? [words[0] ?? '', words.slice(1).join(' ')] : words;
  // Of a high gate the upper part is what one sees first.
  const y = Math.min(height / 2, 240) - 10 - lines.length * 8;
  const users = node.users > 0 ? shortCount(node.users) : '';
  return [
    `<rect class="frame" width="${at(width)}" height="${at(height)}" rx="12"/>`,
    `<rect class="frame tint" width="${at(width)}" height="${at(height)}" rx="12"/>`,
    icon(node, middle - 13, y - 14, 26),
    lines
      .map((line, index) => text('name', middle, y + 32 + index * 17, fitText(line, width - 12, 13, true), 'middle'))
      .join(' '),
    users &&
      ` <g class="users">${personSign(middle - textWidth(users, 11) / 2 - 3, y + 46.5 + lines.length * 17 - 9)}` +
        `${text('users', middle + 5, y + 42 + lines.length * 17, users, 'middle')}</g>`,
    stateMark(node, width - 4, height - 4),
    badge(node, width),
  ].join('');
}

function heading(box: NodeBox): string {
  const { node, width } = box;
  const name = fitText(cleanText(node.label), width * (node.fold ? 0.75 : 0.62) - 20, 12, true);
  const start = textWidth(name, 12, true) + 28;
  const detail = node.detail ? fitText(cleanText(node.detail), width - start, 11) : '';
  return [
    // What a pointer can hit between the letters.
    `<rect width="${at(width)}" height="${at(box.height)}" fill="none" pointer-events="all"/>`,
    node.fold ? foldSign(7, 12, true) : icon(node, 0, 4.5, 14),
    text('name', 20, 16, name),
    detail && ` ${text('eyebrow', start, 16, detail)}`,
    badge(node, width),
  ].join('');
}

/** The size at which a name fits, of the two there are. */
function nameSize(name: string, width: number): number {
  return textWidth(name, 15, true) <= width ? 15 : 12.5;
}

/** A name on two lines: a server's above its domain, anything else where it can be parted. */
function nameLines(label: string, width: number): readonly [string, string] {
  const fqdn = /^([^\s.@]+)(\.[^\s.]+\..+|\.[^\s.]+)$/.exec(label);
  const [, host, domain] = fqdn ?? [];
  if (host && domain) return [fitText(host, width, nameSize(host, width), true), fitText(domain, width, 12)];
  if (textWidth(label, 15, true) <= width) return [label, ''];
  const words = label.slice(0, 200).split(' ');
  let first = words.shift() ?? '';
  while (words[0] !== undefined && textWidth(`${first} ${words[0]}`, 15, true) <= width) first += ` ${words.shift()}`;
  // One long word: rather smaller than cut.
  return [fitText(first, width, nameSize(first, width), true), fitText(words.join(' '), width, 12)];
}

function icon(node: GraphNode, x: number, y: number, size: number): string {
  const dots = node.kind === 'umDialPlan' ? ' dots' : '';
  const scale = Math.round((size / 16) * 1000) / 1000;
  return `<path class="icon${dots}" transform="translate(${at(x)} ${at(y)}) scale(${scale})" d="${icons[node.kind]}"/>`;
}

function personSign(x: number, y: number): string {
  return `<path class="sign" stroke-width="1.2" transform="translate(${at(x)} ${at(y)})" d="${signs.person}"/>`;
}

/** A sign at the corner, beside colour and outline. */
function stateMark(node: GraphNode, x: number, y: number): string {
  const { states = {} } = node.fold ?? {};
  const worst =
    node.state === 'ok' ? (['broken', 'unknown', 'disabled'] as const).find((each) => states[each]) : node.state;
  return worst === undefined ? '' : mark(worst, x, y, 8);
}

/** A disc with the sign of a state. */
export function mark(state: 'broken' | 'unknown' | 'disabled', x: number, y: number, radius: number): string {
  const scale = radius === 8 ? '' : ` scale(${at(radius / 8)})`;
  return (
    `<g transform="translate(${at(x)} ${at(y)})${scale}"><circle class="mark ${state}" r="8"/>` +
    `<path class="sign" d="${signs[state]}"/></g>`
  );
}

/** The worst code that stands on a node, and how many more. */
function badge(node: GraphNode, width: number): string {
  const [worst, ...more] = node.codes;
  if (worst === undefined) return '';
  const label = more.length > 0 ? `${worst} +${more.length}` : worst;
  const plate = Math.ceil(textWidth(label, 10, true)) + 24;
  const state = node.state === 'broken' ? 'broken' : 'unknown';
  const x = Math.min(width - plate - 8, sizes.card * 4);
  return (
    ` <g class="badge ${state}" transform="translate(${at(x)} -8)"><rect class="plate" width="${plate}" height="16" rx="8"/>` +
    `<path class="sign" transform="translate(10 8)" d="${signs.warning}"/>${text('name', 17, 11.6, label)}</g>`
  );
}

function text(style: string, x: number, y: number, content: string, anchor?: 'middle' | 'end'): string {
  const attribute = anchor ? ` text-anchor="${anchor}"` : '';
  return `<text class="${style}" x="${at(x)}" y="${at(y)}"${attribute}>${escapeXml(content)}</text>`;
}
