import { csvCell } from '../base/csvText';
import type { Span, TextChange } from '../base/span';
import { fold, withArticle } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { addressFault, fqdnFault } from '../model/values';
import { endsAtom } from '../syntax/characters';
import { quoteWord } from '../syntax/print';
import { type Mention, mentionAt, thingsOf } from './mentions';
import { mentionsOf } from './references';
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
  if (mention.naming.by === 'property')
    return `${mention.text} is the ${mention.naming.property} of ${kind.singular} ${name}; it can't be changed after creation: remove the ${kind.singular} and create it again`;
  if (kind.nameImmutable)
    return `The name of ${withArticle(kind.singular)} can't be changed in the deployed system: declare a new one, move what refers to ${name || 'it'}, and remove the old one`;
  return undefined;
}

/** The edits that give what stands at an offset another name, in all files of the deployment; or why that can't be. */
export function rename(
  deployment: Deployment,
  path: string,
  offset: number,
  newName: string,
): readonly RenameEdit[] | Refusal {
  const found = renamable(deployment, path, offset);
  if ('refused' in found) return found;
  const { thing } = found;
  const why = nameFault(deployment, thing, newName);
  if (why !== undefined) return { refused: why };
  const edits = mentionsOf(deployment, thing)
    .filter(({ naming }) => naming.by !== 'property' && naming.by !== 'number' && naming.by !== 'file')
    .map((mention) => editOf(deployment, mention, newName));
  return withoutDoubles(edits);
}

function nameFault(deployment: Deployment, thing: Thing, name: string): string | undefined {
  if (name.trim() === '') return "A name can't be empty";
  if (/[\r\n]/.test(name)) return 'A name stands on one line';
  if (thing.is === 'user') return addressCollision(deployment, name) ?? addressFault(name)?.message;
  if (thing.is === 'file') return undefined;
  const { declaration } = thing;
  const { kind } = declaration;
  if (kind.nameType === 'sipAddress') return addressCollision(deployment, name) ?? addressFault(name)?.message;
  if (kind.nameType === 'fqdn') {
    const fault = fqdnFault(name);
    if (fault) return fault.message;
  }
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

function addressCollision(deployment: Deployment, address: string): string | undefined {
  const bare = address.replace(/^sip:/i, '');
  if (deployment.usersWithAddress(bare).length > 0) return `There is a user ${bare} already`;
  return deployment.named('exUmContact', bare).length > 0 ? `There is a contact ${bare} already` : undefined;
}

/** Replaces the name in its word. A word that needs quotes for it gets them; a cell keeps to the rules of CSV. */
function editOf(deployment: Deployment, mention: Mention, name: string): RenameEdit {
  const { path, spot } = mention;
  const text = deployment.textOf(path);
  const isCell = path.toLowerCase().endsWith('.csv') || !deployment.files.some((file) => file.path === path);
  const whole = text.slice(spot.start, spot.end);
  const before = whole.slice(0, mention.start - spot.start);
  const after = whole.slice(mention.end - spot.start);
  if (isCell) return cellEdit(mention, whole, name);
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

function cellEdit({ path, spot, text }: Mention, whole: string, name: string): RenameEdit {
  const quoted = whole.startsWith('"');
  const cell = quoted ? whole.slice(1, -1).replaceAll('""', '"') : whole;
  // The name in its cell: of a list one of several, of an address perhaps the domain only.
  const at = fold(cell).indexOf(fold(text));
  const changed = at < 0 ? name : cell.slice(0, at) + name + cell.slice(at + text.length);
  const written = quoted ? `"${changed.replaceAll('"', '""')}"` : csvCell(changed);
  return { path, start: spot.start, end: spot.end, text: written };
}

function withoutDoubles(edits: readonly RenameEdit[]): RenameEdit[] {
  const seen = new Set<string>();
  return edits.filter(({ path, start }) => {
    const key = `${path}:${start}`;
    return !seen.has(key) && seen.add(key);
  });
}

export function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}
