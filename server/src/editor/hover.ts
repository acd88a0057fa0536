import type { Span } from '../base/span';
import { count, sameWord } from '../base/words';
import type { Deployment } from '../model/deployment';
import { ruleOf } from '../rules/registry';
import { enumValueOf, type Kind, kindOf } from '../vocabulary';
import { commentWordAt } from './commentWords';
import { cellAt, csvReading, meaningOf } from './csvReading';
import { describeDeclaration, describeKind, describeProperty, describeValue } from './describe';
import { describeUser } from './describeUser';
import { code, shown } from './markdown';
import { type Mention, mentionAt, mentionsIn, thingsOf } from './mentions';
import type { Holder, Spot } from './spots';
import { spotAt } from './walk';

export interface Hover extends Span {
  /** Markdown. */
  readonly text: string;
}

/** Where the pages of kinds and rules are read. */
export interface Pages {
  kind(name: string): string | undefined;
  rule(code: string): string | undefined;
}

/** What is known of the word at an offset. */
export function hover(deployment: Deployment, path: string, offset: number, pages?: Pages): Hover | undefined {
  const found = hoverAt(deployment, path, offset, pages);
  return found && pages ? { ...found, text: withRulePages(found.text, pages) } : found;
}

/** The codes of rules as links to their pages, where they stand in prose. */
function withRulePages(text: string, pages: Pages): string {
  return text.replace(/```[\s\S]*?```|`[^`\n]*`|\[[^\]\n]*\]\([^)\n]*\)|\bUM\d{4}\b/g, (found) => {
    const page = /^UM\d{4}$/.test(found) && ruleOf(found) ? pages.rule(found) : undefined;
    return page ? `[${found}](${page})` : found;
  });
}

function hoverAt(deployment: Deployment, path: string, offset: number, pages: Pages | undefined): Hover | undefined {
  const spot = spotAt(deployment, path, offset);
  if (spot === undefined) return describeHeader(deployment, path, offset) ?? describeComment(deployment, path, offset);
  const mention = ownValue(deployment, spot) ? undefined : mentionAt(spot, offset);
  const named = mention && describeMention(deployment, mention);
  if (mention && named) return { start: mention.start, end: mention.end, text: named };
  const text = describeWord(deployment, spot, pages);
  return text === undefined ? undefined : { start: spot.start, end: spot.end, text };
}

/** A value by which its own holder is known to others: there its property is told. */
function ownValue(deployment: Deployment, spot: Spot): boolean {
  const { role } = spot;
  if (role.is !== 'value') return false;
  const { holder } = role;
  const [mention] = mentionsIn(spot);
  if (mention?.naming.by !== 'property' && mention?.naming.by !== 'number') return false;
  return thingsOf(deployment, mention).some((thing) =>
    thing.is === 'user'
      ? holder.is === 'user' && holder.user.address === thing.user.address
      : thing.is === 'declaration' && holder.is === 'block' && holder.declaration === thing.declaration,
  );
}

/** A header of a CSV file. */
function describeHeader(deployment: Deployment, path: string, offset: number): Hover | undefined {
  const reading = csvReading(deployment, path);
  const found = reading && cellAt(reading, offset);
  if (reading === undefined || !found?.isHeader || found.cell.text === '') return undefined;
  const { start, end, text } = found.cell;
  const meaning = meaningOf(reading, text);
  if (meaning === 'sipAddress') return { start, end, text: `**${shown(text)}** — the SIP address of the user` };
  if (meaning) return { start, end, text: describeProperty(meaning) };
  const how = reading.columns ? '`columns` does not name it' : 'no property has this name';
  return { start, end, text: `**${shown(text)}** — not read: ${how}` };
}

/** A rule's code or a cmdlet's name in a comment. */
function describeComment(deployment: Deployment, path: string, offset: number): Hover | undefined {
  const word = commentWordAt(deployment, path, offset);
  if (word === undefined) return undefined;
  const { start, end, text, page } = word;
  if ('uri' in page) return { start, end, text: `[${text}](${page.uri})` };
  const rule = ruleOf(page.rule);
  return rule && { start, end, text: `**${rule.code}** — ${rule.title} · ${rule.severity}` };
}

function describeMention(deployment: Deployment, mention: Mention): string | undefined {
  const things = thingsOf(deployment, mention);
  const texts = things.flatMap((thing) => {
    if (thing.is === 'declaration') return describeDeclaration(deployment, thing.declaration);
    if (thing.is === 'user') return describeUser(deployment, thing.user);
    return fileText(deployment, thing.path) ?? [];
  });
  if (texts.length < 2) return texts[0];
  return [`${code(mention.text)} is ambiguous:`, ...texts].join('\n\n');
}

function fileText(deployment: Deployment, path: string): string | undefined {
  const found = deployment.source(path);
  if (found === undefined) return undefined;
  const users = deployment.blocks
    .flatMap((block) => block.segments)
    .reduce((sum, segment) => sum + (segment.path === path ? segment.page.count : 0), 0);
  return `${shown(path.slice(path.lastIndexOf('/') + 1))}: ${count(users, 'user')}`;
}

function describeWord(deployment: Deployment, spot: Spot, pages: Pages | undefined): string | undefined {
  const { role } = spot;
  switch (role.is) {
    case 'kind':
    case 'targetKind':
      return role.kind && describeKind(role.kind, pages?.kind(role.kind.name));
    case 'word':
      return withInherited(describeProperty(role.property, kindOfHolder(role.holder)), deployment, spot);
    case 'value': {
      const value = enumValueOf(role.property, spot.text);
      const named = role.property.type.type === 'kind' ? kindOf(spot.text) : undefined;
      if (value) return describeValue(value, role.property);
      return named
        ? describeKind(named, pages?.kind(named.name))
        : describeProperty(role.property, kindOfHolder(role.holder));
    }
    case 'column':
    case 'header':
      return role.property && describeProperty(role.property);
    case 'meaning': {
      const value = role.property && enumValueOf(role.property, spot.text);
      return role.property && (value ? describeValue(value, role.property) : describeProperty(role.property));
    }
    case 'record':
    case 'owner':
      return `**${role.kind.head}** — ${role.kind.doc}`;
    case 'keyword':
      return keywords[role.word];
    case 'place':
      return places[spot.text.toLowerCase()];
    case 'target':
      return sameWord(spot.text, 'nothing') ? targets.nothing : targets[spot.text.toLowerCase()];
    case 'event':
      return events[spot.text.toLowerCase()];
    default:
      return undefined;
  }
}

function kindOfHolder(holder: Holder): Kind | undefined {
  return holder.is === 'block' ? holder.declaration.kind : undefined;
}

/** Of a row's property: what it would be without the row's own value. */
function withInherited(text: string, deployment: Deployment, spot: Spot): string {
  if (spot.role.is !== 'word' || spot.role.holder.is !== 'user') return text;
  const { declaration } = spot.role.holder;
  const written = declaration.written.get(spot.role.property.name)?.node;
  if (written === undefined) return text;
  const value = deployment
    .textOf(declaration.path)
    .slice(declaration.item.start + (written.values[0]?.start ?? written.end), declaration.item.start + written.end);
  return `${text}\n\nThe group ${shown(declaration.name)} says ${code(value)}; this row says otherwise.`;
}

const keywords = {
  move: '**move** — who moves in this wave, and where to: `move SELECTION to hosted`, with further properties as new values. It sees the state just before the wave.',
  expect:
    '**expect** — where a call has to end: `expect SELECTION reaches TARGET` or `expect no user unreachable`, perhaps with `on EVENT`, `before WAVE` or `after WAVE`. One that fails is an error on its line.',
  columns:
    '**columns** — which header of the CSV files stands for which property, and which cells for which value: `columns { sipAddress "Mail"  mailbox "Where" { hosted "Cloud" } }`',
} as const;

const places: Readonly<Record<string, string>> = {
  hosted: '**hosted** — the mailbox moves to the tenant; hosted UM answers then.',
  local: '**local** — the mailbox moves to a local Exchange server.',
  none: '**none** — the mailbox goes away, and voice mail with it.',
};

const targets: Readonly<Record<string, string>> = {
  hosted: '**hosted** — any hosting provider answers.',
  local: '**local** — any local UM server answers.',
  nothing: '**nothing** — nobody answers, or the call is lost.',
};

const events: Readonly<Record<string, string>> = {
  noanswer: '**noAnswer** — the user does not answer: the call goes to voice mail. The default.',
  busy: '**busy** — the user is in another call.',
  forwarded: '**forwarded** — the user forwards calls to voice mail.',
  donotdisturb: '**doNotDisturb** — the user does not want to be disturbed.',
  direct: '**direct** — somebody dials straight into the voice mail of the user.',
  callvoicemail: '**callVoicemail** — the user calls the own voice mail (subscriber access).',
  missedcall: '**missedCall** — the notification of a missed call.',
  mwi: '**mwi** — the message waiting indicator.',
  playonphone: '**playOnPhone** — a message is played on the phone.',
  escape: '**escape** — the timer of the voice policy ends a call that the mobile phone would answer.',
  wanoutage: '**wanOutage** — the branch site has lost its central site.',
};
