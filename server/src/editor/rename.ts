import { csvCell } from '../base/csvText';
import type { Span, TextChange } from '../base/span';
import { finished, type Steps } from '../base/steps';
import { fold, sameWord, withArticle } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { addressFault, fqdnFault } from '../model/values';
import { scopeOf } from '../routing/effectivePolicy';
import { endsAtom } from '../syntax/characters';
import { quoteWord } from '../syntax/print';
import { csvReading } from './csvReading';
import { type Mention, mentionAt, thingsOf } from './mentions';
import { inOrder, mentionSteps } from './references';
import type { Thing } from './things';
import { spotAt } from './walk';

/** Why something can't be renamed, in the administrator's words. */
export interface Refusal {
  readonly refused: string;
}

export interface RenamePlace extends Span {
  /** The name as it stands there. */
  readonly placeholder: string;
}

export interface RenameEdit extends TextChange {
  readonly path: string;
}

/** What would be renamed at an offset, or why nothing can be. */
export function prepareRename(deployment: Deployment, path: string, offset: number): RenamePlace | Refusal {
  const found = renamable(deployment, path, offset);
  if ('refused' in found) return found;
  const { mention } = found;
  return { start: mention.start, end: mention.end, placeholder: mention.text };
}

function renamable(
  deployment: Deployment,
  path: string,
  offset: number,
): { readonly mention: Mention; readonly thing: Thing } | Refusal {
  const spot = spotAt(deployment, path, offset);
  const mention = spot && mentionAt(spot, offset);
  if (mention === undefined) return { refused: 'Only names can be renamed: of an object, a group, a wave, a user' };
  const things = thingsOf(deployment, mention);
  const [thing] = things;
  if (thing === undefined) return { refused: `Nothing declared has the name ${mention.text}` };
  if (things.length > 1)
    return { refused: `${mention.text} stands for several objects: write ORG\\NAME, or name them apart, first` };
  const why = fixedName(mention, thing);
  return why === undefined ? { mention, thing } : { refused: why };
}

/** Why the name of a thing is fixed; `undefined` when it isn't. */
function fixedName(mention: Mention, thing: Thing): string | undefined {
  if (thing.is === 'file') return 'A file is renamed in the explorer; the references follow';
  if (mention.naming.by === 'number') return 'A number is no name: change it where it is given';
  if (thing.is === 'user') return undefined;
  const { kind, name } = thing.declaration;
  if (mention.naming.by === 'host')
    return `${mention.text} is a host of ${kind.singular} ${name}: its name is changed in DNS, then wherever it stands`;
  if (mention.naming.by === 'property')
    return `${mention.text} is the ${mention.naming.property} of ${kind.singular} ${name}; it can't be changed after creation: remove the ${kind.singular} and create it again`;
  if (kind.nameType === 'scopeOrText') return fixedScope(thing.declaration);
  if (kind.nameImmutable)
    return `The name of ${withArticle(kind.singular)} can't be changed in the deployed system: declare a new one, move what refers to ${name || 'it'}, and remove the old one`;
  return undefined;
}

/** A per-user policy is made anew under its new name and granted again; what a scope is called, its place says. */
function fixedScope(policy: Declaration): string | undefined {
  const { kind, name } = policy;
  switch (scopeOf(policy)) {
    case 'user':
      return undefined;
    case 'global':
      return `The global ${kind.singular} always exists: it can be neither renamed nor removed`;
    default:
      return `${name} is named for where it applies: rename the ${scopeOf(policy) === 'site' ? 'site' : 'pool'}, or declare another ${kind.singular}`;
  }
}

/** The edits that give what stands at an offset another name, in all files of the deployment; or why that can't be. */
export function rename(
  deployment: Deployment,
  path: string,
  offset: number,
  newName: string,
): readonly RenameEdit[] | Refusal {
  return finished(renameSteps(deployment, path, offset, newName));
}

export function* renameSteps(
  deployment: Deployment,
  path: string,
  offset: number,
  newName: string,
): Steps<readonly RenameEdit[] | Refusal> {
  const found = renamable(deployment, path, offset);
  if ('refused' in found) return found;
  const { thing } = found;
  const why = nameFault(deployment, thing, newName);
  if (why !== undefined) return { refused: why };
  const edits: RenameEdit[] = [];
  const known = new Map<Mention, RenameEdit | undefined>();
  const take = (mention: Mention, moved: number): void => {
    if (!known.has(mention)) known.set(mention, editOf(deployment, mention, newName));
    const edit = known.get(mention);
    if (edit) edits.push({ path: edit.path, start: edit.start + moved, end: edit.end + moved, text: edit.text });
  };
  yield* mentionSteps(deployment, thing, { take, limit: Number.POSITIVE_INFINITY });
  edits.sort(inOrder);
  yield;
  const once = withoutDoubles(edits);
  yield;
  return once;
}

function nameFault(deployment: Deployment, thing: Thing, name: string): string | undefined {
  if (name.trim() === '') return "A name can't be empty";
  if (/[\r\n]/.test(name)) return 'A name stands on one line';
  if (thing.is === 'user') return addressFault(name)?.message ?? addressCollision(deployment, thing.user.address, name);
  if (thing.is === 'file') return undefined;
  const { declaration } = thing;
  const { kind } = declaration;
  if (kind.nameType === 'sipAddress')
    return addressFault(name)?.message ?? addressCollision(deployment, declaration.name, name);
  if (kind.nameType === 'fqdn') {
    const fault = fqdnFault(name);
    if (fault) return fault.message;
  }
  if (kind.nameType === 'scopeOrText' && /^(?:tag:|site:|service:|global$)/i.test(name))
    return `${name} would be another scope: the ${kind.singular} would no longer be granted by its name`;
  if (name.includes('\\')) return "A backslash parts an organization from a name: it can't be in one";
  return collision(deployment, declaration, name);
}

function collision(deployment: Deployment, declaration: Declaration, name: string): string | undefined {
  const { kind, organization } = declaration;
  const kinds = kind.name === 'site' || kind.name === 'branchSite' ? (['site', 'branchSite'] as const) : [kind.name];
  const other = kinds
    .flatMap((each) => deployment.named(each, name))
    .find((each) => each !== declaration && each.organization === organization);
  return other && `There is ${withArticle(other.kind.singular)} ${other.name} already`;
}

function addressCollision(deployment: Deployment, own: string, address: string): string | undefined {
  const bare = address.replace(/^sip:/i, '');
  if (sameWord(bare, own)) return undefined;
  if (deployment.usersWithAddress(bare).length > 0) return `There is a user ${bare} already`;
  return deployment.named('exUmContact', bare).length > 0 ? `There is a contact ${bare} already` : undefined;
}

/** Replaces the name in its word; not what names the thing otherwise. A word that needs quotes for it gets them; a cell keeps to the rules of CSV. */
function editOf(deployment: Deployment, mention: Mention, name: string): RenameEdit | undefined {
  const { path, spot } = mention;
  const { by } = mention.naming;
  if (by !== 'name' && by !== 'declaration' && by !== 'address') return undefined;
  const { text, shift } = deployment.window(path, spot.start, spot.end);
  const isCell = !deployment.files.some((file) => file.path === path);
  const whole = text.slice(spot.start - shift, spot.end - shift);
  const before = whole.slice(0, mention.start - spot.start);
  const after = whole.slice(mention.end - spot.start);
  if (isCell) return cellEdit(mention, whole, name, csvReading(deployment, path)?.delimiter);
  if (spot.quoted) {
    const inside = JSON.stringify(name).slice(1, -1);
    const spansAll = before === '' && after === '';
    return { path, start: mention.start, end: mention.end, text: spansAll ? JSON.stringify(name) : inside };
  }
  const value = `${before}${name}${after}`;
  if (quoteWord(value) === value && ![...value].some((letter) => endsAtom(letter.charCodeAt(0))))
    return { path, start: mention.start, end: mention.end, text: name };
  return { path, start: spot.start, end: spot.end, text: quoteWord(value) };
}

/** Of a cell the part that has the name; none where the cell only stands for it by `columns`. */
function cellEdit(mention: Mention, whole: string, name: string, delimiter?: string): RenameEdit | undefined {
  const { path, spot } = mention;
  const quoted = whole.startsWith('"');
  const cell = quoted ? whole.slice(1, -1).replaceAll('""', '"') : whole;
  const isList = spot.role.is === 'value' && spot.role.property.list === true;
  const parts = (isList ? cell.split(';') : [cell]).map((part) => partWith(part, mention, name));
  if (parts.every((part) => part === undefined)) return undefined;
  const changed = parts.map((part, index) => part ?? (isList ? cell.split(';')[index] : cell)).join(';');
  const written = quoted ? `"${changed.replaceAll('"', '""')}"` : csvCell(changed, delimiter);
  return { path, start: spot.start, end: spot.end, text: written };
}

/** A value with its name replaced; `undefined` when it is another value. */
function partWith(part: string, { text, spot }: Mention, name: string): string | undefined {
  const value = part.trim();
  const bare = value.replace(/^(?:sip|tag):/i, '');
  if (!sameWord(value, spot.text) && !sameWord(bare, spot.text)) return undefined;
  // `ORG\NAME` and the domain of an address are parts of the value.
  const isFirst = fold(bare).startsWith(`${fold(text)}\\`);
  const renamed = isFirst ? name + bare.slice(text.length) : bare.slice(0, bare.length - text.length) + name;
  return part.replace(bare, () => renamed);
}

/** A file that two groups name has each of its cells twice. */
function withoutDoubles(edits: readonly RenameEdit[]): RenameEdit[] {
  return edits.filter((edit, i) => i === 0 || inOrder(edits[i - 1] as RenameEdit, edit) !== 0);
}

export function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}
