import type { Value } from '../../../server/src/export/plan';

/** What a `Get-` cmdlet shows of an object. */
export type Properties = Record<string, Value>;

/** The objects of one shell: of Lync, of an Exchange organization, of a tenant. */
export type Session = string;

/** Windows and Exchange beside the objects: what scripts find, and what people and tools do. */
export interface Surroundings {
  /** Accounts of Active Directory, folded, that `Enable-CsUser` takes, with the SIP address that stands for them. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly pools: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
  /** Site of each pool, folded. */
  readonly siteOfPool: ReadonlyMap<string, string>;
}

/**
 * A deployed system as the plans see it: objects by shell, noun and identity. What a cmdlet does to it stands in `cmdlets.ts`; identities are folded, as the
 * cmdlets take them in any case.
 */
export class DeployedSystem {
  private constructor(
    readonly surroundings: Surroundings,
    private readonly objects: Map<string, Properties>,
  ) {}

  static of(surroundings: Surroundings): DeployedSystem {
    return new DeployedSystem(surroundings, new Map());
  }

  copy(): DeployedSystem {
    return new DeployedSystem(
      this.surroundings,
      new Map([...this.objects].map(([key, properties]) => [key, { ...properties }])),
    );
  }

  get(session: Session, noun: string, identity: string): Properties | undefined {
    return this.objects.get(keyOf(session, noun, identity));
  }

  put(session: Session, noun: string, identity: string, properties: Properties): void {
    this.objects.set(keyOf(session, noun, identity), properties);
  }

  remove(session: Session, noun: string, identity: string): void {
    this.objects.delete(keyOf(session, noun, identity));
  }

  /** Objects of a noun with their identities, folded. */
  all(session: Session, noun: string): [string, Properties][] {
    const start = keyOf(session, noun, '');
    return [...this.objects].flatMap(([key, properties]) =>
      key.startsWith(start) ? [[key.slice(start.length), properties] as [string, Properties]] : [],
    );
  }

  entries(): [string, Properties][] {
    return [...this.objects];
  }

  /** Every property of every object, by a path that names it; an object that is there has the path of its own name too. */
  facts(): Map<string, string> {
    const facts = new Map<string, string>();
    for (const [key, properties] of this.objects) {
      facts.set(key, 'is there');
      for (const [name, value] of Object.entries(properties)) {
        const text = textOf(value);
        if (text !== '') facts.set(`${key} ${name}`, text);
      }
    }
    return facts;
  }
}

function keyOf(session: Session, noun: string, identity: string): string {
  return `${session}/${noun}/${identity.toLowerCase()}`;
}

/** A value as PowerShell turns it into a text; nothing and an empty text are alike. */
export function textOf(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return Array.isArray(value) ? [...value].sort().join(' ') : String(value);
}

/** The paths of facts in which two systems differ. */
export function differences(a: DeployedSystem, b: DeployedSystem): string[] {
  const [left, right] = [a.facts(), b.facts()];
  return [...new Set([...left.keys(), ...right.keys()])].filter((path) => left.get(path) !== right.get(path)).sort();
}
