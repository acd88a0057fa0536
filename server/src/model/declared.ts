import { addTo, sameElements } from '../base/lists';
import { fold } from '../base/words';
import type { KindName } from '../vocabulary/types';
import type { Declaration } from './declaration';
import { GroundTable, noteGround } from './grounds';
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

  /** @param standalone a file under no deployment: it can't tell about any kind that it declares all objects. */
  constructor(private readonly standalone: boolean) {}

  /** Takes what is declared now; what didn't change is the same object as before. */
  take(declarations: readonly Declaration[], hidden: Hidden): void {
    const { byKind, byKey, grounds } = this;
    const kinds = new Map<KindName, Declaration[]>();
    const keys = new Map<KindName, Map<string, Declaration[]>>();
    for (const declaration of declarations) {
      const { key } = declaration;
      const kind = declaration.kind.name;
      addTo(kinds, kind, declaration);
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
      if (hasNameFault(byKind.get(kind)) !== hasNameFault(kinds.get(kind))) grounds.touch(namesOf(kind));
      for (const key of changedKeys(byKey.get(kind) ?? noKeys, keys.get(kind) ?? noKeys))
        grounds.touch(groundOf(kind, key));
    }
    if (hidden !== this.hidden) grounds.touch(HIDDEN);
    this.hidden = hidden;
    const incomplete = this.all('deployment')[0]?.fact('incomplete');
    this.incompleteKinds = new Set(Array.isArray(incomplete) ? incomplete.map(String) : []);
  }

  all(...kinds: readonly KindName[]): readonly Declaration[] {
    for (const kind of kinds) noteGround(kind);
    if (kinds.length === 1) return this.byKind.get(kinds[0] as KindName) ?? nothing;
    return kinds.flatMap((kind) => this.byKind.get(kind) ?? nothing);
  }

  /** More objects of the kind exist than are declared. */
  isIncomplete(kind: KindName): boolean {
    noteGround('deployment');
    return this.standalone || this.incompleteKinds.has(kind);
  }

  /**
   * An object of the kind has a fault of its own that hides what it is called or what it is, or stands in a text that isn't understood: it may be the one that seems to
   * be missing, so that nothing more is concluded from an absence.
   */
  hasFaulty(kind: KindName): boolean {
    noteGround(HIDDEN);
    if (this.all(kind).some((declaration) => declaration.isFaulty)) return true;
    return this.hidden === 'any' || this.hidden.has(kind);
  }

  /** The name itself of an object of the kind is faulty. Of less than all that they say: few edits change it. */
  private hasNameFault(kind: KindName): boolean {
    noteGround(namesOf(kind));
    return hasNameFault(this.byKind.get(kind));
  }

  /** All declarations of a kind that have a name, without regard to case. A policy is found with and without `tag:`. */
  named(kind: KindName, name: string): readonly Declaration[] {
    const key = fold(kind === 'hostedVoicemailPolicy' ? name.replace(/^tag:/i, '') : name);
    noteGround(groundOf(kind, key));
    return this.byKey.get(kind)?.get(key) ?? nothing;
  }

  /** What a name stands for: in the organization around the one who names it, then everywhere. `ORG\NAME` says which. */
  resolve(kinds: readonly KindName[], name: string, around?: Declaration): Resolution {
    let candidates = kinds.flatMap((kind) => this.named(kind, name));
    const slash = name.indexOf('\\');
    if (candidates.length === 0 && slash > 0) {
      const organization = fold(name.slice(0, slash));
      candidates = kinds.flatMap((kind) =>
        this.named(kind, name.slice(slash + 1)).filter((found) => found.organization?.key === organization),
      );
    } else if (around && candidates.length > 1) {
      const near = candidates.filter((found) => found.organization === around);
      if (near.length > 0) candidates = near;
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
    const organizations = new Set(candidates.map((found) => found.organization));
    return organizations.size > 1 ? { state: 'ambiguous', candidates } : { state: 'found', target: first };
  }
}

function groundOf(kind: KindName, key: string): string {
  return `${kind}/${key}`;
}

/** Beside names, none of which is empty. */
function namesOf(kind: KindName): string {
  return groundOf(kind, '');
}

function hasNameFault(declarations: readonly Declaration[] = nothing): boolean {
  return declarations.some(({ nameFault }) => nameFault);
}

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
