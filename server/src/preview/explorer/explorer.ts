import { fold, grouped, userCount } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import type { Deployment, Expectation } from '../../model/deployment';
import type { UserRow } from '../../model/placement';
import { waveOrder } from '../../model/waves';
import { evaluate } from '../../routing/expectations';
import type { Place } from '../../rules/types';
import type { KindName } from '../../vocabulary/types';
import type { DiagnosticIndex } from '../diagnosticIndex';
import { propertyText } from '../ladder/facts';
import { describe, isOff } from './describe';
import type { ExplorerEntry } from './entry';

/** The tree's first level: what a deployment consists of, in the order in which a call meets it. */
const sections: readonly (readonly [id: string, label: string, kinds: readonly KindName[]])[] = [
  ['domains', 'SIP Domains', ['sipDomain']],
  ['sites', 'Sites and Pools', ['site', 'branchSite']],
  ['providers', 'Providers', ['hostingProvider', 'publicProvider']],
  ['tenants', 'Tenants', ['tenant']],
  ['policies', 'Hosted Voice Mail Policies', ['hostedVoicemailPolicy']],
  ['exchange', 'Exchange', ['exchange']],
  ['groups', 'Groups of Users', ['users']],
  ['contacts', 'Contacts', ['exUmContact']],
  ['waves', 'Waves', ['wave']],
];
const expectations = 'expectations';

/** Of a group this many users are shown one by one: who looks for one among many searches. */
const shownUsers = 50;

/** The tree of a deployment. What it gives is bounded by what is declared, not by the number of users. */
export class Explorer {
  constructor(
    private readonly deployment: Deployment,
    private readonly problems: DiagnosticIndex,
  ) {}

  /** What is below an entry; without one the sections. */
  children(id?: string): ExplorerEntry[] {
    if (id === undefined) return this.sections();
    if (id.startsWith('section:')) return this.inSection(id.slice('section:'.length));
    const declaration = this.deployment.declarations.find((each) => idOf(each) === id);
    if (declaration === undefined) return [];
    return declaration.kind.name === 'users' ? this.users(declaration) : this.objects(declaration.children);
  }

  /** The entries from the top to the one that a place in the text belongs to. */
  path(path: string, offset: number): ExplorerEntry[] {
    const holds = ({ path: own, start, end }: Place) => own === path && start <= offset && offset <= end;
    const expectation = this.deployment.expectations.find((each) => holds(placeOf(each)));
    const chain: string[] = [];
    if (expectation) chain.push(`section:${expectations}`, expectationId(this.deployment, expectation));
    const around = this.deployment.declarations.filter((each) => holds({ path: each.path, ...each.span }));
    const innermost = around.reduce<Declaration | undefined>(
      (inner, each) => (isInside(each, inner) ? each : inner),
      undefined,
    );
    if (chain.length === 0 && innermost) {
      for (let each: Declaration | undefined = innermost; each; each = each.parent) chain.unshift(idOf(each));
      const top = around.find((each) => !each.parent);
      const section = sections.find(([, , kinds]) => top && kinds.includes(top.kind.name));
      if (section === undefined) return [];
      chain.unshift(`section:${section[0]}`);
    }
    const found: ExplorerEntry[] = [];
    for (const id of chain) {
      const entry = this.children(found.at(-1)?.id).find((each) => each.id === id);
      if (entry === undefined) break;
      found.push(entry);
    }
    return found;
  }

  private sections(): ExplorerEntry[] {
    const found = sections.flatMap(([id, label, kinds]): ExplorerEntry[] => {
      const objects = this.deployment.all(...kinds);
      if (objects.length === 0) return [];
      const users = id === 'groups' ? ` · ${userCount(this.deployment.userCount)}` : '';
      return [this.section(id, label, `${objects.length}${users}`, objects.map(placeOfDeclaration))];
    });
    const expected = this.deployment.expectations.filter(({ node }) => node.claim !== undefined);
    if (expected.length > 0)
      found.push(this.section(expectations, 'Expectations', String(expected.length), expected.map(placeOf)));
    return found;
  }

  private section(id: string, label: string, description: string, places: readonly Place[]): ExplorerEntry {
    return {
      id: `section:${id}`,
      kind: `section ${id}`,
      label,
      description,
      hasChildren: true,
      ...this.counted(places),
    };
  }

  private inSection(id: string): ExplorerEntry[] {
    if (id === expectations) return this.expectations();
    const kinds = sections.find(([own]) => own === id)?.[2] ?? [];
    const objects = this.deployment.all(...kinds);
    if (id !== 'waves') return this.objects(objects);
    const order = waveOrder(this.deployment).waves.map(({ declaration }) => declaration);
    return this.objects([...order, ...objects.filter((wave) => !order.includes(wave))]);
  }

  private objects(declarations: readonly Declaration[]): ExplorerEntry[] {
    const seen = new Set<string>();
    return declarations.flatMap((declaration): ExplorerEntry[] => {
      const id = idOf(declaration);
      // Declared twice: the first is the one that names mean, the other is an error at its line.
      if (seen.has(id)) return [];
      seen.add(id);
      const { kind, name } = declaration;
      const users = this.deployment.block(declaration)?.count ?? 0;
      const number = kind.name === 'exUmContact' ? propertyText(declaration, 'displayNumber') : undefined;
      return [
        {
          id,
          kind: kind.name,
          label: name || kind.name,
          description: describe(this.deployment, declaration),
          tooltip: [kind.name, name].filter(Boolean).join(' '),
          hasChildren: users > 0 || declaration.children.length > 0,
          ...this.counted([placeOfDeclaration(declaration)]),
          ...(isOff(declaration) && { disabled: true }),
          ...(number !== undefined && { call: number }),
          place: { path: declaration.path, ...declaration.head },
        },
      ];
    });
  }

  private users(declaration: Declaration): ExplorerEntry[] {
    const block = this.deployment.block(declaration);
    if (block === undefined) return [];
    const rows: UserRow[] = [];
    for (const placement of this.deployment.placements())
      if (placement.block === block) rows.push(...placement.users(shownUsers));
    rows.sort((a, b) => (a.path === b.path ? a.addressSpan.start - b.addressSpan.start : a.path < b.path ? -1 : 1));
    const entries = rows.slice(0, shownUsers).map((user): ExplorerEntry => {
      const place = { path: user.path, ...user.addressSpan };
      return {
        id: `user:${fold(user.address)}@${idOf(declaration)}#${place.start}`,
        kind: 'user',
        label: user.address,
        description: user.texts('line')[0] ?? '',
        hasChildren: false,
        ...this.counted([place]),
        call: user.address,
        place,
      };
    });
    const more = block.count - entries.length;
    if (more > 0) {
      const label = `${grouped(more)} more ${more === 1 ? 'user' : 'users'}`;
      const place = { path: declaration.path, ...declaration.head };
      entries.push({
        id: `more:${idOf(declaration)}`,
        kind: 'more',
        label,
        description: '',
        hasChildren: false,
        errors: 0,
        warnings: 0,
        place,
      });
    }
    return entries;
  }

  private expectations(): ExplorerEntry[] {
    return this.deployment.expectations.flatMap((expectation): ExplorerEntry[] => {
      if (expectation.node.claim === undefined) return [];
      const place = placeOf(expectation);
      const { errors, warnings } = this.counted([place]);
      const text = this.deployment.textOf(place.path).slice(place.start, place.end);
      const label = text
        .replace(/^\s*expect\s+/i, '')
        .replace(/\s+/g, ' ')
        .trim();
      // Not by the diagnostics: one whose cause is reported elsewhere has none of its own.
      const { passed } = evaluate(this.deployment, expectation);
      return [
        {
          id: expectationId(this.deployment, expectation),
          kind: 'expectation',
          label,
          description: '',
          hasChildren: false,
          errors,
          warnings,
          passed,
          place,
        },
      ];
    });
  }

  private counted(places: readonly Place[]): { errors: number; warnings: number } {
    const found = this.problems.inside(places);
    const errors = found.filter(({ severity }) => severity === 'error').length;
    return { errors, warnings: found.length - errors };
  }
}

function idOf({ kind, qualifiedName }: Declaration): string {
  return `${kind.name}:${fold(qualifiedName)}`;
}

/** An expectation has no name: its text, and which of those that say the same it is. */
function expectationId(deployment: Deployment, expectation: Expectation): string {
  const text = (each: Expectation) => {
    const { path, start, end } = placeOf(each);
    return fold(deployment.textOf(path).slice(start, end).replace(/\s+/g, ' '));
  };
  const own = text(expectation);
  const same = deployment.expectations.filter((each) => text(each) === own);
  return `expectation:${own}#${same.indexOf(expectation)}`;
}

function placeOf({ path, item, node }: Expectation): Place {
  return { path, start: item.start + node.start, end: item.start + node.end };
}

function placeOfDeclaration(declaration: Declaration): Place {
  return { path: declaration.path, ...declaration.span };
}

function isInside(each: Declaration, inner: Declaration | undefined): boolean {
  return inner === undefined || each.span.end - each.span.start < inner.span.end - inner.span.start;
}
