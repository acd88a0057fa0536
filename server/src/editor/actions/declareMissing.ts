import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { addDeclaration, insertIntoBlock } from '../../rules/fixes';
import type { FixEdit } from '../../rules/types';
import { type Kind, kindOf, type Property } from '../../vocabulary';
import { type Mention, mentionsAt, thingsOf } from '../mentions';
import { spotAt } from '../walk';
import type { Action, ActionPlace } from './action';

/** Declares what a word names and nobody has declared, with what its kind requires: of the example of the kind, to be replaced. */
export function declareMissing({ deployment, path, range, diagnostics }: ActionPlace): Action[] {
  const spot = spotAt(deployment, path, range.start);
  if (spot === undefined) return [];
  const mends = diagnostics.filter(({ start, end }) => start <= range.end && range.start <= end);
  return mentionsAt(spot, range.start)
    .slice(0, 1)
    .filter((mention) => thingsOf(deployment, mention).length === 0)
    .flatMap((mention) =>
      wantedOf(mention).flatMap(({ kind, name, set }): Action[] => {
        // A rule that knows what the object is for declares it better.
        const known = mends.flatMap((diagnostic) => diagnostic.fixes()).some(({ title }) => declares(title, name));
        if (known) return [];
        const edit = placed(deployment, kind, declarationText(deployment, kind, name, set), mention);
        if (edit === undefined) return [];
        return [{ title: `Declare ${kind.singular} ${name}`, kind: 'quickfix', edits: () => [edit], mends }];
      }),
    );
}

function declares(title: string, name: string): boolean {
  return title.startsWith('Declare ') && title.includes(` ${name}`);
}

interface Wanted {
  readonly kind: Kind;
  readonly name: string;
  /** A property that is known already. */
  readonly set?: { readonly property: string; readonly value: string };
}

function wantedOf({ naming, text }: Mention): Wanted[] {
  if (text === '' || text.includes('\\')) return [];
  if (naming.by === 'name') return naming.kinds.flatMap((each) => wanted(each, text));
  if (naming.by !== 'property') return [];
  const { kind, property } = naming;
  // What is named by a property has a name of its own, as in the example of the kind.
  const name = exampleOf(kindOf(kind), kind);
  return name === undefined ? [] : wanted(kind, name, { property, value: text });
}

function wanted(name: string, text: string, set?: Wanted['set']): Wanted[] {
  const kind = kindOf(name);
  // Scopes and people come by other ways: a per-user policy is the only one that is granted by its name.
  if (kind === undefined || kind.nameType === 'none' || kind.nameType === 'scope' || /^tag:/i.test(text)) return [];
  return [{ kind, name: text, ...(set && { set }) }];
}

function declarationText(deployment: Deployment, kind: Kind, name: string, set: Wanted['set']): string {
  const useful = usefulProperties(deployment, kind);
  const required = kind.properties.filter(
    (each) => each.required || each.name === set?.property || useful.has(each.name),
  );
  const lines = required.map((each) => {
    const value = each.name === set?.property ? set.value : (useful.get(each.name) ?? valueFor(deployment, kind, each));
    return `  ${each.name} ${written(value)}`;
  });
  const head = `${kind.name} ${written(name)}`;
  return lines.length === 0 ? `${head} { }` : `${head} {\n${lines.join('\n')}\n}`;
}

/** What isn't required, but without which the object does nothing: a policy without destination sends no call anywhere. */
function usefulProperties(deployment: Deployment, kind: Kind): ReadonlyMap<string, string> {
  const useful = new Map<string, string>();
  if (kind.name !== 'hostedVoicemailPolicy') return useful;
  const proxy = deployment.all('hostingProvider')[0]?.fact('proxyFqdn');
  const tenant = deployment.all('tenant')[0]?.name;
  if (typeof proxy === 'string') useful.set('destination', proxy);
  if (tenant) useful.set('organization', tenant);
  return useful;
}

/** An object that is there, else what the example of the kind has. */
function valueFor(deployment: Deployment, kind: Kind, { name, type }: Property): string {
  const there = type.type === 'reference' ? deployment.all(...type.to)[0]?.name : undefined;
  const standard = type.type === 'enum' ? type.values[0]?.value : undefined;
  return there ?? exampleOf(kind, name) ?? standard ?? 'unknown';
}

/** What the example of a kind has behind a word. */
function exampleOf(kind: Kind | undefined, word: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${word}[ \\t]+(?:"([^"]*)"|([^\\s{}(),"/]+))`).exec(kind?.example ?? '');
  return found?.[1] ?? found?.[2];
}

function written(value: string): string {
  return /^[^\s{}(),"/]+$/.test(value) ? value : JSON.stringify(value);
}

/** Behind the last of its kind, in the block that it has to stand in, else behind the declaration that names it. */
function placed(deployment: Deployment, kind: Kind, text: string, mention: Mention): FixEdit | undefined {
  const siblings = deployment.all(kind.name);
  const last = siblings.filter(({ path }) => path === mention.path).pop() ?? siblings[siblings.length - 1];
  if (kind.parents.includes('file')) {
    const near = last ?? declarationAt(deployment, mention);
    return addDeclaration(deployment, text, near, '').edits[0];
  }
  const parent = last?.parent ?? deployment.all(...kind.parents.filter((each) => each !== 'file'))[0];
  return parent && insertIntoBlock(parent, text);
}

function declarationAt(deployment: Deployment, { path, start }: Mention): Declaration | undefined {
  return deployment.declarations.find(
    (each) => each.path === path && each.span.start <= start && start <= each.span.end,
  );
}
