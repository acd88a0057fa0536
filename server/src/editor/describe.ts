import { count, orList, withArticle } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import {
  cmdletPage,
  type EnumValue,
  type Kind,
  type Limits,
  type Property,
  parameterOf,
  sourceOf,
} from '../vocabulary';
import { code, shown, source } from './markdown';
import { placementsOf } from './usage';

/** What is said of a word of the language, in Markdown; the same in a hover and beside a completion. */

export function describeKind(kind: Kind, page?: string): string {
  const { get, remove: _, ...making } = kind.cmdlets;
  const made = [...(kind.madeBy ? [kind.madeBy] : []), ...cmdletTexts(Object.values(making))];
  const read = cmdletTexts(get ? [get] : []);
  const title = page ? `[${kind.name}](${page})` : kind.name;
  return [
    `**${title}** — ${kind.singular}`,
    kind.doc,
    ...(kind.nameDoc ? [`Name: ${kind.nameDoc}`] : []),
    [
      ...(made.length > 0 ? [`Made with: ${made.join(', ')}`] : []),
      ...(read.length > 0 ? [`Read with: ${read.join(', ')}`] : []),
    ].join(' · '),
  ].join('\n\n');
}

/** Each cmdlet once, as a link to Microsoft's page of it where there is one. */
function cmdletTexts(names: readonly string[]): string[] {
  return [...new Set(names)].map((name) => {
    const page = cmdletPage(name);
    return page ? `[${code(name)}](${page})` : code(name);
  });
}

/** Property: type, default, limits, cmdlet and parameter, source; whether it is recommended rather than documented. */
export function describeProperty(property: Property, kind?: Kind): string {
  const notes = [
    ...(property.required ? ['required'] : []),
    ...(property.immutable ? ["can't be changed after creation"] : []),
  ];
  const lines = [
    `**${property.name}** ${typeText(property)}${notes.length > 0 ? ` · ${notes.join(' · ')}` : ''}`,
    property.doc,
    ...facts(property, kind),
  ];
  return lines.join('\n\n');
}

function facts(property: Property, kind: Kind | undefined): string[] {
  const lines: string[] = [];
  const standard = property.default === undefined ? property.defaultDoc : code(property.default);
  const limits = property.limits && limitsText(property.limits);
  const values = [...(standard ? [`Default: ${standard}`] : []), ...(limits ? [`Limits: ${limits}`] : [])];
  if (values.length > 0) lines.push(values.join(' · '));
  if (property.fact) lines.push('A fact: no cmdlet sets it.');
  else lines.push(parameterText(property, kind));
  if (property.roles) lines.push(`For pools of role ${orList(property.roles.map(code))} only.`);
  if (property.since) lines.push(`From ${code(property.since)} on.`);
  if (property.inferred) lines.push('Recommended: deduced from documented facts, not documented itself.');
  if (property.source.length > 0) lines.push(`Source: ${property.source.map(sourceText).join('; ')}`);
  return lines;
}

function sourceText(key: string): string {
  const found = sourceOf(key);
  return found ? `${shown(found.title)} (${key})` : key;
}

function parameterText(property: Property, kind: Kind | undefined): string {
  const cmdlets = property.cmdlets ?? [kind?.cmdlets.new, kind?.cmdlets.set].filter((name) => name !== undefined);
  const made = cmdlets.length === 0 && kind?.madeBy ? kind.madeBy : cmdletTexts(cmdlets).join(', ');
  return [made, code(`-${parameterOf(property)}`)].filter(Boolean).join(' ');
}

export function typeText({ type, list }: Property): string {
  const several = list ? ', several' : '';
  switch (type.type) {
    case 'reference':
      return `name of ${withArticle(type.to[0] ?? '').split(' ')[0]} ${orList(type.to.map(code))}${several}`;
    case 'enum':
      return `${type.values.map(({ value }) => code(value)).join(' · ')}${several}`;
    default:
      return `${typeWords[type.type]}${several}`;
  }
}

const typeWords = {
  boolean: '`true` or `false`',
  date: 'date',
  text: 'text',
  sipAddress: 'SIP address',
  distinguishedName: 'distinguished name',
  kind: 'name of a kind',
  scope: 'scope',
  fqdn: 'FQDN',
  ipAddress: 'IP address',
  phone: 'phone number',
  number: 'number',
  portRange: 'port or range of ports',
} as const;

function limitsText({ minimum, maximum, maximumLength, code: rule }: Limits): string {
  const range =
    minimum !== undefined && maximum !== undefined
      ? `${minimum} to ${maximum}`
      : minimum !== undefined
        ? `at least ${minimum}`
        : maximum !== undefined
          ? `at most ${maximum}`
          : '';
  const length = maximumLength === undefined ? '' : `at most ${count(maximumLength, 'character')}`;
  const words = [range, length].filter(Boolean).join(', ');
  return rule ? `${words || 'its form'} (${rule})` : words;
}

export function describeValue(value: EnumValue, property: Property): string {
  const since = value.since ? ` From ${code(value.since)} on.` : '';
  return `**${value.value}** — ${value.doc}${since}\n\n${code(property.name)}: ${property.doc}`;
}

/** A declared object as its file has it: its head, what is written of it, its doc comment, how many it serves. */
export function describeDeclaration(deployment: Deployment, declaration: Declaration): string {
  const { doc } = declaration.node;
  const organization = declaration.organization;
  const users = usersText(deployment, declaration);
  return [
    source(headText(deployment, declaration)),
    ...(doc ? [shown(doc.text)] : []),
    ...(organization ? [`In ${organization.kind.singular} ${shown(organization.name)}`] : []),
    ...(users ? [users] : []),
  ].join('\n\n');
}

const SHOWN = 12;

function headText(deployment: Deployment, declaration: Declaration): string {
  const { node, item, path } = declaration;
  const text = deployment.textOf(path);
  const at = (span: { start: number; end: number }): string =>
    text.slice(item.start + span.start, item.start + span.end).replace(/\s*\r?\n\s*/g, ' ');
  const head = `${declaration.kind.name}${node.name ? ` ${at(node.name)}` : ''}`;
  const written = [...declaration.written.values()].map((each) => `  ${at(each.node)}`);
  if (written.length === 0) return head;
  const more = written.length > SHOWN ? ['  // …'] : [];
  return [`${head} {`, ...written.slice(0, SHOWN), ...more, '}'].join('\n');
}

function usersText(deployment: Deployment, declaration: Declaration): string | undefined {
  const placements = placementsOf(deployment, declaration);
  if (placements === undefined) return undefined;
  const users = placements.reduce((sum, placement) => sum + placement.count, 0);
  return users === 0 ? 'No users' : `${count(users, 'user')} in ${count(placements.length, 'placement')}`;
}
