import { packed } from '../base/packed';
import type { Span } from '../base/span';
import { fold, nearest, sameWord, upperFirst, withArticle } from '../base/words';
import type { Body, ColumnsNode, DeclarationNode, Item, PropertyNode, RowNode, Word } from '../syntax/ast';
import { kindOf, propertyOf, rowKindOf, rowPropertyOf, userRow } from '../vocabulary';
import type { Kind, Property, RowKind } from '../vocabulary/types';
import { type Fact, type FactOwner, INVALID, type Scalar, UNSET } from './facts';
import {
  addressFault,
  bareAddress,
  defaultOf,
  fqdnFault,
  parseValue,
  phoneRemark,
  stateWord,
  type ValueFault,
} from './values';
import { WrittenProperties } from './writtenProperties';

/** A fault of a declaration's own text. Offsets are relative to its item. */
export interface ModelProblem extends Span {
  readonly code: string;
  readonly message: string;
  /** When it isn't the code's own. */
  readonly severity?: 'error' | 'warning' | 'information' | 'hint';
  readonly fixes?: readonly {
    readonly title: string;
    /** What is meant may be another value: never written without being chosen. */
    readonly guess?: true;
    readonly changes: readonly { start: number; end: number; text: string }[];
  }[];
}

let nextId = 0;

/** A declared object, its values read and typed. Made once for an item's text and used again as long as that text stands. */
export class Declaration implements FactOwner {
  private readonly number = nextId++;
  private ownChildren: Declaration[] | undefined;
  private ownRows: DeclaredRow[] | undefined;
  readonly written = new WrittenProperties();
  /** The name as it is written, without `tag:`; empty when it is missing. */
  readonly name: string;
  /** What names are compared by. */
  readonly key: string;
  /** The name is missing or no name of its kind. */
  readonly nameFault: boolean;

  constructor(
    readonly kind: Kind,
    readonly path: string,
    private currentItem: Item,
    private currentNode: DeclarationNode,
    readonly parent: Declaration | undefined,
    problems: ModelProblem[],
  ) {
    const text = currentNode.name?.text ?? '';
    const bare =
      kind.nameType === 'sipAddress'
        ? bareAddress(text)
        : kind.nameType === 'scopeOrText'
          ? text.replace(/^tag:/i, '')
          : text;
    this.name = bare;
    this.key = fold(bare);
    this.nameFault = this.checkName(problems);
  }

  get id(): string {
    return `declaration${this.number}`;
  }

  get children(): readonly Declaration[] {
    return this.ownChildren ?? packed([]);
  }

  get rows(): readonly DeclaredRow[] {
    return this.ownRows ?? packed([]);
  }

  /** While it is read. */
  addChild(child: Declaration): void {
    this.ownChildren ??= [];
    this.ownChildren.push(child);
  }

  addRow(row: DeclaredRow): void {
    this.ownRows ??= [];
    this.ownRows.push(row);
  }

  get item(): Item {
    return this.currentItem;
  }

  get node(): DeclarationNode {
    return this.currentNode;
  }

  /** Takes the state of a `users` block of which only rows changed. */
  rebind(item: Item, node: DeclarationNode): void {
    this.currentItem = item;
    this.currentNode = node;
  }

  /** The `exchange` or `tenant` around it, for the kinds whose names belong to one. */
  get organization(): Declaration | undefined {
    if (!this.kind.inOrganization) return undefined;
    for (let around = this.parent; around; around = around.parent) {
      if (around.kind.name === 'exchange' || around.kind.name === 'tenant') return around;
    }
    return undefined;
  }

  /** `ORG\NAME` for the kinds whose names belong to an organization. */
  get qualifiedName(): string {
    const organization = this.organization;
    return organization ? `${organization.name}\\${this.name}` : this.name;
  }

  fact(property: string): Fact | undefined {
    const written = this.written.get(property);
    if (written) return written.value;
    const entry = propertyOf(this.kind, property);
    return entry && defaultOf(entry);
  }

  /** Where a span of its item stands in the file. */
  absolute(span: Span): Span {
    return { start: this.item.start + span.start, end: this.item.start + span.end };
  }

  /** The name, or the kind's word where there is none: what a diagnostic about the object marks. */
  get head(): Span {
    return this.absolute(this.node.name ?? this.node.kind);
  }

  get span(): Span {
    return this.absolute(this.node);
  }

  /** The value of a written property, else the head. */
  valueSpan(property: string, index = 0): Span {
    const node = this.written.get(property)?.node;
    if (node === undefined) return this.head;
    return this.absolute(node.values[index] ?? node.values[0] ?? node.word);
  }

  propertySpan(property: string): Span | undefined {
    const node = this.written.get(property)?.node;
    return node && this.absolute(node);
  }

  /** Its own text has a fault that hides what it is: a missing or wrong name, a required property that is missing or wrong. */
  get isFaulty(): boolean {
    if (this.nameFault) return true;
    return this.kind.properties.some((property) => {
      const value = this.written.get(property.name)?.value;
      return property.required === true && (value === undefined || value === INVALID);
    });
  }

  private checkName(problems: ModelProblem[]): boolean {
    const { name } = this.node;
    if (name === undefined) return this.kind.nameType !== 'none';
    if (this.kind.nameType === 'none') return false;
    let fault: ValueFault | undefined;
    if (name.text === '')
      fault = {
        code: 'UM0001',
        message: `The name of ${withArticle(this.kind.singular)} can't be empty`,
        suggestions: [],
      };
    else if (this.kind.nameType === 'fqdn') fault = fqdnFault(name.text);
    else if (this.kind.nameType === 'sipAddress') fault = addressFault(name.text);
    else if (this.kind.nameType === 'scope' && !isScope(name.text)) {
      fault = {
        code: 'UM0004',
        message: `"${name.text}" is no scope; write global, site:NAME or service:ROLE:FQDN`,
        suggestions: [],
      };
    }
    if (fault) problems.push(faultProblem(name, fault));
    return fault !== undefined;
  }
}

function isScope(text: string): boolean {
  return /^(global|site:.+|service:.+)$/i.test(text);
}

/** A line of a block that starts with a head of its own: a DNS record, a firewall rule. */
export interface DeclaredRow {
  readonly kind: RowKind;
  readonly node: RowNode;
  readonly owner: string;
  readonly written: WrittenProperties;
}

/** The value of a row's property, with its default. */
export function rowFact(row: DeclaredRow, property: string): Fact | undefined {
  const written = row.written.get(property);
  if (written) return written.value;
  const entry = rowPropertyOf(row.kind, property);
  return entry && defaultOf(entry);
}

/** The problem of a value that is none of its type, with the fixes for what it probably should be. */
export function faultProblem(word: Word, fault: ValueFault): ModelProblem {
  const fixes = fault.suggestions.slice(0, 4).map((text) => ({
    title: `Change to ${text}`,
    // The country code may be missing as well.
    ...(fault.code === 'UM1010' && { guess: true as const }),
    changes: [{ start: word.start, end: word.end, text: word.quoted ? JSON.stringify(text) : text }],
  }));
  return {
    code: fault.code,
    start: word.start,
    end: word.end,
    message: fault.message,
    ...(fixes.length > 0 && { fixes }),
  };
}

/** Reads the declarations of an item, nested ones behind the one around them. */
export function readDeclarations(
  path: string,
  item: Item,
): { readonly declarations: readonly Declaration[]; readonly problems: readonly ModelProblem[] } {
  const declarations: Declaration[] = [];
  const problems: ModelProblem[] = [];
  if (item.node?.type === 'declaration') readInto(path, item, item.node, undefined, declarations, problems);
  return { declarations: packed(declarations), problems: packed(problems) };
}

function readInto(
  path: string,
  item: Item,
  node: DeclarationNode,
  parent: Declaration | undefined,
  declarations: Declaration[],
  problems: ModelProblem[],
): void {
  const kind = kindOf(node.kind.text) ?? (node.meant && kindOf(node.meant));
  if (kind === undefined) return;
  const declaration = new Declaration(kind, path, item, node, parent, problems);
  declarations.push(declaration);
  parent?.addChild(declaration);
  for (const element of node.body?.elements ?? []) {
    if (element.type === 'property') readProperty(declaration.written, kind, element, problems);
    else if (element.type === 'declaration') readInto(path, item, element, declaration, declarations, problems);
    else if (element.type === 'row' && kind.name !== 'users') readRow(declaration, element, problems);
    else if (element.type === 'columns') checkColumns(element, problems);
  }
  if (isBrokenOff(item, node, kind)) return;
  const meant = meantProperties(kind, node);
  for (const property of kind.properties)
    if (!meant.has(property.name))
      checkRequired(kind.singular, property, declaration.written, node.name ?? node.kind, problems, node);
}

/** A declaration without a block whose head is unfinished or torn: that is said, and what the block would need is not missing yet. */
function isBrokenOff(item: Item, node: DeclarationNode, kind: Kind): boolean {
  if (node.body !== undefined) return false;
  if (node.name === undefined && kind.nameType !== 'none') return true;
  return item.problems.some(({ code, start }) => code === 'UM0001' && start >= node.start && start <= node.end + 1);
}

/** The properties that mistyped words most likely mean: the word is told, not that the property is missing. */
function meantProperties(kind: Kind, { body }: DeclarationNode): ReadonlySet<string> {
  const names = kind.properties.map(({ name }) => name);
  const words = (body?.elements ?? []).flatMap((element) =>
    element.type === 'property' && propertyOf(kind, element.word.text) === undefined ? element.word.text : [],
  );
  return new Set(words.flatMap((word) => nearest(word, names) ?? []));
}

/** A column stands for a property of a user's row, and its cells for values that the property takes. */
function checkColumns(node: ColumnsNode, problems: ModelProblem[]): void {
  const named = new Set<string>();
  for (const { property: word, values, start, end } of node.columns) {
    const property = rowPropertyOf(userRow, word.text);
    const name = property?.name ?? fold(word.text);
    if (named.has(name)) {
      const message = `\`${property?.name ?? word.text}\` has two columns here; the first one counts`;
      const fixes = [{ title: 'Remove the second one', changes: [{ start, end, text: '' }] }];
      problems.push({ code: 'UM0006', start: word.start, end: word.end, message, fixes });
      continue;
    }
    named.add(name);
    if (sameWord(word.text, 'sipAddress')) continue;
    if (property === undefined) {
      const guess = nearest(word.text, ['sipAddress', ...userRow.properties.map((candidate) => candidate.name)]);
      const message = `There is no property \`${word.text}\` of users${guess ? `; did you mean \`${guess}\`?` : ''}`;
      problems.push(faultProblem(word, { code: 'UM0003', message, suggestions: guess ? [guess] : [] }));
      continue;
    }
    for (const { value } of values) {
      if (stateWord(value.text, value.quoted)) continue;
      const parsed = parseValue(property, value.text);
      if (parsed.fault) problems.push(faultProblem(value, parsed.fault));
    }
  }
}

function readRow(declaration: Declaration, node: RowNode, problems: ModelProblem[]): void {
  const kind = rowKindOf(declaration.kind, node.head.text);
  if (kind === undefined) return;
  const written = new WrittenProperties();
  for (const property of node.properties) readProperty(written, kind, property, problems);
  for (const property of kind.properties) checkRequired(`row \`${kind.head}\``, property, written, node.head, problems);
  declaration.addRow({ kind, node, owner: node.owner?.text ?? '', written });
}

function checkRequired(
  what: string,
  property: Property,
  written: WrittenProperties,
  at: Word,
  problems: ModelProblem[],
  declaration?: DeclarationNode,
): void {
  if (!property.required) return;
  const there = written.get(property.name);
  if (there && there.value !== UNSET) return;
  const code = property.codes?.missing ?? 'UM0005';
  const where = there ? there.node : at;
  const fixes = declaration?.body?.closed && !there ? insertions(declaration.body, property) : [];
  problems.push({
    code,
    start: where.start,
    end: where.end,
    message: `${upperFirst(withArticle(what))} needs \`${property.name}\`: ${lowerFirst(firstClause(property.doc))}`,
    ...(fixes.length > 0 && { fixes }),
  });
}

/** The first thing that a text says. */
function firstClause(text: string): string {
  return text.replace(/(?:; |\. (?=[A-Z])).*$/s, '').replace(/\.$/, '');
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The property with each of few values that an enum has, the first of many, else its default, or `unknown`. */
function insertions({ start }: Body, property: Property): NonNullable<ModelProblem['fixes']> {
  const { type } = property;
  // What a pool is for, its place and its users tell: UM0005 offers it.
  if (property.name === 'role') return [];
  const values =
    type.type === 'enum'
      ? type.values.slice(0, type.values.length > 3 ? 1 : 3).map(({ value }) => value)
      : [property.default ?? (type.type === 'boolean' ? 'false' : 'unknown')];
  return values.map((value) => ({
    title: `Add \`${property.name} ${value}\``,
    guess: true as const,
    changes: [{ start: start + 1, end: start + 1, text: ` ${property.name} ${value} ` }],
  }));
}

function isRowKind(kind: Kind | RowKind): kind is RowKind {
  return 'head' in kind;
}

/** Reads a property into the written ones of its block or row; a fault of its word or value is reported at the word or value. */
export function readProperty(
  written: WrittenProperties,
  kind: Kind | RowKind,
  node: PropertyNode,
  problems: ModelProblem[],
): void {
  const property = isRowKind(kind) ? rowPropertyOf(kind, node.word.text) : propertyOf(kind, node.word.text);
  if (property === undefined) {
    if (node.values.length > 0) problems.push(unknownProperty(kind, node));
    return;
  }
  if (written.has(property.name)) {
    problems.push({
      code: 'UM0006',
      start: node.start,
      end: node.end,
      message: `\`${property.name}\` is given twice in this ${isRowKind(kind) ? 'row' : 'block'}; the first one counts`,
      fixes: [{ title: 'Remove the second one', changes: [{ start: node.start, end: node.end, text: '' }] }],
    });
    return;
  }
  written.add({
    property,
    node,
    value: node.values.length === 0 ? INVALID : readValue(property, node.values, problems),
  });
}

function unknownProperty(kind: Kind | RowKind, node: PropertyNode): ModelProblem {
  const { word } = node;
  const names = kind.properties.map((property) => property.name);
  const guess = nearest(word.text, names);
  const where = isRowKind(kind)
    ? kind.head === 'sipAddress'
      ? "a user's row"
      : `\`${kind.head}\` rows`
    : `\`${kind.name}\``;
  const fixes = [
    ...(guess
      ? [{ title: `Change to \`${guess}\``, changes: [{ start: word.start, end: word.end, text: guess }] }]
      : []),
    { title: `Remove \`${word.text}\``, changes: [{ start: node.start, end: node.end, text: '' }] },
  ];
  const code = unknownPropertyCode(kind, word.text);
  if (code === 'UM8008') {
    const message =
      'Tenant belongs to the online service: on-premises New- and Set-CsHostedVoicemailPolicy refuse it. Which tenant is meant is said by `organization`';
    return { code, start: word.start, end: word.end, message, fixes: fixes.slice(-1) };
  }
  return {
    code,
    start: word.start,
    end: word.end,
    message: guess
      ? `There is no property \`${word.text}\` in ${where}; did you mean \`${guess}\`?`
      : `There is no property \`${word.text}\` in ${where}`,
    fixes,
  };
}

/** The field has codes of its own for parameters that a hosted voice mail policy doesn't take. */
function unknownPropertyCode(kind: Kind | RowKind, word: string): string {
  if (isRowKind(kind) || kind.name !== 'hostedVoicemailPolicy') return 'UM0003';
  if (/^tenant$/i.test(word)) return 'UM8008';
  return /^business-?unit$/i.test(word) ? 'UM1030' : 'UM0003';
}

/** A distinguished name without its quotes: the commas in it made it a list. */
function unquotedName(property: Property, values: readonly Word[]): ModelProblem {
  const name = JSON.stringify(values.map(({ text }) => text).join(','));
  const start = values[0]?.start ?? 0;
  const end = values.at(-1)?.end ?? start;
  return {
    code: 'UM0004',
    start,
    end,
    message: `\`${property.name}\` takes one value: a distinguished name has commas, so it stands in quotes`,
    fixes: [{ title: `Change to ${name}`, changes: [{ start, end, text: name }] }],
  };
}

/** The value of a property, `INVALID` with a report when it is none of its type. */
export function readValue(property: Property, values: readonly Word[], problems: ModelProblem[]): Fact {
  const [first, second] = values;
  if (first === undefined) return INVALID;
  const state = stateWord(first.text, first.quoted);
  if (state && values.length === 1) return state;
  if (second && property.type.type === 'distinguishedName') {
    problems.push(unquotedName(property, values));
    return INVALID;
  }
  if (second && !property.list) {
    const last = values[values.length - 1] ?? second;
    problems.push({
      code: 'UM0004',
      start: second.start,
      end: last.end,
      message: `\`${property.name}\` takes one value`,
      fixes: [{ title: `Keep ${first.text}`, changes: [{ start: first.end, end: last.end, text: '' }] }],
    });
  }
  const scalars: Scalar[] = [];
  let invalid = false;
  for (const word of property.list ? values : [first]) {
    const parsed = parseValue(property, word.text);
    if (parsed.fault) {
      problems.push(faultProblem(word, parsed.fault));
      invalid = true;
    } else {
      scalars.push(parsed.value);
      const remark = phoneRemark(property, word.text);
      if (remark) problems.push(faultProblem(word, remark));
    }
  }
  if (invalid && scalars.length === 0) return INVALID;
  return property.list ? packed(scalars) : (scalars[0] ?? INVALID);
}
