import { addTo, sameElements } from '../base/lists';
import { fold } from '../base/words';
import type { KindName } from '../vocabulary/types';
import type { Declaration } from './declaration';
import { GroundTable, isGrounding, noteGround } from './grounds';
import type { Hidden } from './torn';

/** What a name stands for. */
export type Resolution =
  | { readonly state: 'found'; readonly target: Declaration }
  | { readonly state: 'ambiguous'; readonly candidates: readonly Declaration[] }
  /** Nothing declared has the name; `incomplete`: but more objects of the kind exist than are declared. */
  | { readonly state: 'undeclared'; readonly incomplete: boolean };

type ByKey = ReadonlyMap<string, readonly Declaration[]>;

const nothing: readonly Declaration[] = [];
const noKeys: ByKey = new Map();

/** What is noted as a ground where it is asked what a text may declare that isn't understood. */
const HIDDEN = 'hidden';

/** What is declared in a deployment, by kind and name. What is asked for while something is concluded, is noted as a ground of the conclusion. */
export class Declared {
  readonly grounds = new GroundTable();
  private byKind: ReadonlyMap<KindName, readonly Declaration[]> = new Map();
  private byKey: ReadonlyMap<KindName, ByKey> = new Map();
  private incompleteKinds: ReadonlySet<string> = new Set();
  private hidden: Hidden = new Set();
  /** The kinds of which an object's own name is faulty. */
  private faultyNames: ReadonlySet<KindName> = new Set();
  /** Whether an object of a kind is faulty, where that was asked. */
  private readonly faultyKinds = new Map<KindName, boolean>();

  /** @param standalone a file under no deployment: it can't tell about any kind that it declares all objects. */
  constructor(private readonly standalone: boolean) {}

  /** Takes what is declared now; what didn't change is the same object as before. */
  take(declarations: readonly Declaration[], hidden: Hidden): void {
    const { byKind, byKey, grounds } = this;
    const kinds = new Map<KindName, Declaration[]>();
    const keys = new Map<KindName, Map<string, Declaration[]>>();
    const faultyNames = new Set<KindName>();
    for (const declaration of declarations) {
      const { key } = declaration;
      const kind = declaration.kind.name;
      addTo(kinds, kind, declaration);
      if (declaration.nameFault) faultyNames.add(kind);
      if (key === '') continue;
      const named = keys.get(kind);
      if (named) addTo(named, key, declaration);
      else keys.set(kind, new Map([[key, [declaration]]]));
    }
    this.byKind = kinds;
    this.byKey = keys;
    grounds.begin();
    for (const kind of changedKeys(byKind, kinds)) {
      grounds.touch(kind);
      if (this.faultyNames.has(kind) !== faultyNames.has(kind)) grounds.touch(kind, NAMES);
      for (const key of changedKeys(byKey.get(kind) ?? noKeys, keys.get(kind) ?? noKeys)) grounds.touch(kind, key);
    }
    this.faultyNames = faultyNames;
    this.faultyKinds.clear();
    if (hidden !== this.hidden) grounds.touch(HIDDEN);
    this.hidden = hidden;
    const incomplete = this.all('deployment')[0]?.fact('incomplete');
    this.incompleteKinds = new Set(Array.isArray(incomplete) ? incomplete.map(String) : []);
  }

  /** Notes that something was asked for. */
  note(what: string, name?: string): void {
    if (isGrounding()) noteGround(this.grounds.ground(what, name));
  }

  all(...kinds: readonly KindName[]): readonly Declaration[] {
    for (const kind of kinds) this.note(kind);
    if (kinds.length === 1) return this.byKind.get(kinds[0] as KindName) ?? nothing;
    return kinds.flatMap((kind) => this.byKind.get(kind) ?? nothing);
  }

  /** More objects of the kind exist than are declared. */
  isIncomplete(kind: KindName): boolean {
    this.note('deployment');
    return this.standalone || this.incompleteKinds.has(kind);
  }

  /**
   * An object of the kind has a fault of its own that hides what it is called or what it is, or stands in a text that isn't understood: it may be the one that seems to
   * be missing, so that nothing more is concluded from an absence.
   */
  hasFaulty(kind: KindName): boolean {
    this.note(HIDDEN);
    let faulty = this.faultyKinds.get(kind);
    this.note(kind);
    if (faulty === undefined) {
      faulty = this.all(kind).some((declaration) => declaration.isFaulty);
      this.faultyKinds.set(kind, faulty);
    }
    if (faulty) return true;
    return this.hidden === 'any' || this.hidden.has(kind);
  }

  /** The name itself of an object of the kind is faulty. Of less than all that they say: few edits change it. */
  private hasNameFault(kind: KindName): boolean {
    this.note(kind, NAMES);
    return this.faultyNames.has(kind);
  }

  /** All declarations of a kind that have a name, without regard to case. A policy is found with and without `tag:`. */
  named(kind: KindName, name: string): readonly Declaration[] {
    const key = fold(kind === 'hostedVoicemailPolicy' ? name.replace(/^tag:/i, '') : name);
    this.note(kind, key);
    return this.byKey.get(kind)?.get(key) ?? nothing;
  }

  /** What a name stands for: in the organization around the one who names it, then everywhere. `ORG\NAME` says which. */
  resolve(kinds: readonly KindName[], name: string, around?: Declaration): Resolution {
    let candidates = this.allNamed(kinds, name);
    const slash = name.indexOf('\\');
    if (candidates.length === 0 && slash > 0) {
      const organization = fold(name.slice(0, slash));
      candidates = this.allNamed(kinds, name.slice(slash + 1)).filter(
        (found) => found.organization?.key === organization,
      );
    } else if (around && candidates.length > 1) {
      const near = within(candidates).get(around);
      if (near) candidates = near;
    }
    // The organization around may have one of that name that isn't declared.
    if (around && slash <= 0 && kinds.some((kind) => this.isIncomplete(kind)) && !this.standalone)
      candidates = candidates.filter((found) => found.organization === undefined || found.organization === around);
    const [first] = candidates;
    if (first === undefined) {
      const hidden = kinds.some((kind) => this.isIncomplete(kind) || this.hasNameFault(kind));
      return { state: 'undeclared', incomplete: hidden };
    }
    // The same object declared twice in one organization is a fault of its own (UM0007), not an ambiguity.
    const isAmbiguous = candidates.length > 1 && within(candidates).size > 1;
    return isAmbiguous ? { state: 'ambiguous', candidates } : { state: 'found', target: first };
  }

  private allNamed(kinds: readonly KindName[], name: string): readonly Declaration[] {
    const [kind] = kinds;
    // As it is: what is found out of a long list is kept with it.
    return kinds.length === 1 && kind ? this.named(kind, name) : kinds.flatMap((each) => this.named(each, name));
  }
}

const organizations = new WeakMap<
  readonly Declaration[],
  ReadonlyMap<Declaration | undefined, readonly Declaration[]>
>();

/** Objects of one name by the organization around them: each tenant of a provider may have a dial plan that is called the same. */
function within(named: readonly Declaration[]): ReadonlyMap<Declaration | undefined, readonly Declaration[]> {
  const known = organizations.get(named);
  if (known) return known;
  const found = new Map<Declaration | undefined, Declaration[]>();
  for (const declaration of named) addTo(found, declaration.organization, declaration);
  organizations.set(named, found);
  return found;
}

/** In place of a name: the names of a kind as such. No name is empty. */
const NAMES = '';

/** The keys whose lists are not the same as before. */
function* changedKeys<K>(
  before: ReadonlyMap<K, readonly Declaration[]>,
  now: ReadonlyMap<K, readonly Declaration[]>,
): Generator<K> {
  for (const [key, list] of now) {
    const other = before.get(key);
    if (other === undefined || !sameElements(list, other)) yield key;
  }
  for (const key of before.keys()) if (!now.has(key)) yield key;
}
