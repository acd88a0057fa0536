import { nearest, withArticle } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { UNKNOWN, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { type Answered, Survey } from '../model/survey';
import { type Move, waveOrder } from '../model/waves';
import { kinds, userRow } from '../vocabulary';
import type { KindName, Property } from '../vocabulary/types';
import { livePlace } from './livePlace';
import { writtenName } from './names';
import type { Check, Fix, Place, PlacementPlace, RuleContext } from './types';
import { setForUsers } from './userFixes';
import { attempt, each } from './witnesses';

/** A place where a declared object is named. */
export interface ReferenceSite {
  readonly property: Property;
  /** The kinds that may be named there. */
  readonly kinds: readonly KindName[];
  /** The name as it is written. */
  readonly name: string;
  readonly at: Place | PlacementPlace;
  /** The organization around it: bare names are looked up there first. */
  readonly around: Declaration | undefined;
  /** Who names it, "Contact ova@contoso.com"; `undefined` for users, whom messages name themselves. */
  readonly owner: string | undefined;
  /** Users for whom the block around them says it. */
  readonly users?: (() => number) | undefined;
  /** Writes another name in its place. */
  readonly rename: (name: string, title: string, placements?: readonly Placement[]) => Fix[];
}

/** Checks of every place where a property names declared objects: in declarations, in users' blocks and rows, and in the moves of waves. */
export function referenceChecks(
  wanted: (property: Property, kind: KindName) => boolean,
  judge: (site: ReferenceSite, context: RuleContext) => void,
): Check[] {
  const isReference = (kind: KindName) => (property: Property) =>
    property.type.type === 'reference' && wanted(property, kind);
  const own = new Map<KindName, readonly Property[]>();
  for (const { name, properties } of kinds) {
    const references = properties.filter(isReference(name));
    if (name !== 'users' && references.length > 0) own.set(name, references);
  }
  const ofUsers = userRow.properties.filter(isReference('users'));
  const checks: Check[] = [];
  if (own.size > 0) {
    checks.push({
      looksAt: 'declaration',
      kinds: [...own.keys()],
      check(declaration, context) {
        for (const property of own.get(declaration.kind.name) ?? [])
          each(context, sitesOf(context.deployment, declaration, property), (site) => judge(site, context));
      },
    });
  }
  if (ofUsers.length > 0) {
    checks.push(
      {
        looksAt: 'placement',
        check(placement, context) {
          for (const property of ofUsers) {
            const site = placement.origin(property.name) === 'row' ? rowSite(placement, property) : undefined;
            if (site) judge(site, context);
          }
        },
      },
      {
        looksAt: 'block',
        check(block, context) {
          const { deployment, notChecked } = context;
          const { declaration } = block;
          for (const property of ofUsers) {
            if (!declaration.written.has(property.name)) continue;
            const [inherit] = inherits(property).ofBlock(deployment, block, notChecked);
            for (const site of sitesOf(deployment, declaration, property, inherit ?? nobody))
              attempt(
                context,
                () => site.users?.() ?? 0,
                () => judge(site, context),
              );
          }
        },
      },
      {
        looksAt: 'deployment',
        check(context) {
          for (const wave of waveOrder(context.deployment).waves)
            for (const move of wave.moves)
              for (const property of ofUsers) each(context, moveSites(move, property), (site) => judge(site, context));
        },
      },
    );
  }
  return checks;
}

const inheritances = new Map<Property, Survey<true>>();

/** Those for whom the block around them says a property. */
function inherits(property: Property): Survey<true> {
  let survey = inheritances.get(property);
  if (survey === undefined) {
    survey = new Survey((placement) => (placement.origin(property.name) === 'block' ? true : undefined));
    inheritances.set(property, survey);
  }
  return survey;
}

function kindsOf(property: Property): readonly KindName[] {
  return property.type.type === 'reference' ? property.type.to : [];
}

function namesOf(fact: unknown): readonly string[] {
  if (typeof fact === 'string') return [fact];
  return Array.isArray(fact) ? fact.map(String) : [];
}

/** Where a declaration, or the block of users, names an object. Nearly all names are right: what is to be said otherwise is looked up then. */
class DeclaredSite implements ReferenceSite {
  constructor(
    private readonly deployment: Deployment,
    private readonly declaration: Declaration,
    readonly property: Property,
    private readonly index: number,
    readonly name: string,
    private readonly inheriting: Inheriting | undefined,
  ) {}

  get kinds(): readonly KindName[] {
    return kindsOf(this.property);
  }

  get at(): Place {
    const { declaration, property, index } = this;
    return livePlace(declaration, () => declaration.valueSpan(property.name, index));
  }

  get around(): Declaration | undefined {
    const { deployment, declaration, property } = this;
    if (!this.isUsers) return aroundOfDeclaration(deployment, declaration, property);
    return aroundOf(() => this.inheriting?.first, property);
  }

  get owner(): string | undefined {
    const { kind, name } = this.declaration;
    return this.isUsers ? undefined : `${capital(kind.singular)} ${name}`.trim();
  }

  get users(): (() => number) | undefined {
    const { inheriting } = this;
    return inheriting && (() => inheriting.users);
  }

  private get isUsers(): boolean {
    return this.declaration.kind.name === 'users';
  }

  rename(text: string, title: string): Fix[] {
    return [{ title, edits: [{ ...this.at, text: writtenName(text) }], preferred: true }];
  }
}

/** Those for whom the block around them says something. */
type Inheriting = Pick<Answered<true>, 'users'> & { readonly first: Placement | undefined };

const nobody: Inheriting = { users: 0, first: undefined };
const nowhere: readonly ReferenceSite[] = [];

/**
 * Where a declaration, or the block of users, names objects by a property.
 * @param inheriting of a block of users: those for whom it does.
 */
export function sitesOf(
  deployment: Deployment,
  declaration: Declaration,
  property: Property,
  inheriting?: Inheriting,
): readonly ReferenceSite[] {
  const written = declaration.written.get(property.name);
  if (written === undefined) return nowhere;
  return namesOf(written.value).map(
    (name, i) => new DeclaredSite(deployment, declaration, property, i, name, inheriting),
  );
}

function rowSite(placement: Placement, property: Property): ReferenceSite | undefined {
  const fact = placement.fact(property.name);
  if (typeof fact !== 'string') return undefined;
  return {
    property,
    kinds: kindsOf(property),
    name: fact,
    at: { placement, property: property.name },
    around: aroundOf(() => placement, property),
    owner: undefined,
    rename: (text, title, placements = [placement]) =>
      setForUsers(placements, { [property.name]: writtenName(text) }, title),
  };
}

function* moveSites(move: Move, property: Property): Generator<ReferenceSite> {
  const written = move.written.get(property.name);
  for (const [i, name] of namesOf(written?.value).entries()) {
    const word = written?.node.values[i];
    if (word === undefined) continue;
    const at = livePlace(move.wave, () => move.wave.absolute(word));
    yield {
      property,
      kinds: kindsOf(property),
      name,
      at,
      around: undefined,
      owner: `Wave ${move.wave.name}`,
      rename: (text, title) => [{ title, edits: [{ ...at, text: writtenName(text) }], preferred: true }],
    };
  }
}

/** A user's UM dial plan is looked up in his Exchange organization first, his mailbox policy in that of the plan, a contact's attendant likewise. */
function aroundOf(who: () => Placement | undefined, property: Property): Declaration | undefined {
  const by = { umMailboxPolicy: 'umDialPlan', umDialPlan: 'exchange' } as const;
  if (property.name !== 'umMailboxPolicy' && property.name !== 'umDialPlan') return undefined;
  const placement = who();
  const name = placement?.fact(by[property.name]);
  const found = typeof name === 'string' ? placement?.deployment.find(by[property.name], name) : undefined;
  return property.name === 'umDialPlan' ? found : found?.organization;
}

function aroundOfDeclaration(
  deployment: Deployment,
  declaration: Declaration,
  property: Property,
): Declaration | undefined {
  if (declaration.kind.name !== 'exUmContact' || property.name !== 'umAutoAttendant') return declaration.organization;
  const plan = declaration.fact('umDialPlan');
  return typeof plan === 'string' ? deployment.find('umDialPlan', plan)?.organization : undefined;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The name that was probably meant. */
export function nearestName(deployment: Deployment, site: ReferenceSite): string | undefined {
  return nearest(
    site.name,
    deployment.all(...site.kinds).map((declaration) => declaration.name),
  );
}

/** What else has the name, in words: "a hosting provider". */
export function otherKind(deployment: Deployment, site: ReferenceSite): string | undefined {
  const other = kinds.find(
    (kind) => !site.kinds.includes(kind.name) && deployment.named(kind.name, site.name).length > 0,
  );
  return other && withArticle(other.singular);
}

/** The names that may be given there: of per-user policies where only these can be granted. */
export function singularOf(kinds_: readonly KindName[]): string {
  return kinds_.map((name) => kinds.find((kind) => kind.name === name)?.singular ?? name).join(' or ');
}

/** "Changes to X" for the nearest name, when there is one near enough. */
export function nearestFix(deployment: Deployment, site: ReferenceSite, placements: readonly Placement[]): Fix[] {
  const guess = nearestName(deployment, site);
  return guess === undefined
    ? []
    : site.rename(guess, `Change to ${guess}`, placements.length > 0 ? placements : undefined);
}

/**
 * Whether the name stands for nothing that is declared, so that a rule may say so; names that exist undeclared (`<plan> Default Policy`, the global policies) and
 * kinds of which more exist than are declared are no fault.
 */
export function isUndeclared(context: RuleContext, site: ReferenceSite): boolean {
  const { deployment } = context;
  const found = deployment.resolve(site.kinds, site.name, site.around);
  if (found.state !== 'undeclared' || existsUndeclared(deployment, site)) return false;
  if (!found.incomplete) return true;
  const incomplete = site.kinds.find((kind) => deployment.isIncomplete(kind));
  // Otherwise an object's own name is wrong, and it may be the one that is meant: that is reported at it, and nothing here.
  throw new UnknownFact(undefined, incomplete ?? site.name, incomplete === undefined);
}

function existsUndeclared(deployment: Deployment, { kinds: to, name }: ReferenceSite): boolean {
  if (to.includes('umMailboxPolicy')) {
    const plan = /^(.+) Default Policy$/i.exec(name)?.[1];
    const found = plan === undefined ? undefined : deployment.resolve(['umDialPlan'], plan);
    if (found?.state === 'ambiguous') return true;
    if (found?.state !== 'found') return false;
    const generated = found.target.fact('generateUMMailboxPolicy');
    if (generated === UNKNOWN) throw new UnknownFact(found.target, 'generateUMMailboxPolicy', false);
    return generated !== false;
  }
  return /^global$/i.test(name) && (to.includes('voicePolicy') || to.includes('dialPlan'));
}

/** Every place that names objects of a kind by a reference. */
export function* allSites(deployment: Deployment, kind: KindName): Generator<ReferenceSite> {
  const names = (property: Property): boolean => kindsOf(property).includes(kind);
  const ofUsers = userRow.properties.filter(names);
  for (const declaration of deployment.declarations)
    for (const property of declaration.kind.properties.filter(names)) yield* sitesOf(deployment, declaration, property);
  for (const placement of ofUsers.length > 0 ? deployment.placements() : []) {
    for (const property of ofUsers) {
      const site = placement.origin(property.name) === 'row' ? rowSite(placement, property) : undefined;
      if (site) yield site;
    }
  }
  for (const wave of waveOrder(deployment).waves)
    for (const move of wave.moves) for (const property of ofUsers) yield* moveSites(move, property);
}
