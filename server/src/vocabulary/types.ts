/**
 * The shape of the vocabulary: one entry for each kind, property and value of the topology language.
 *
 * Everything that must know a property reads it from here: completion, hover, checks, formatter, TextMate grammar,
 * JSON schema, reference pages, export and import. Pure data; nothing in this room runs.
 */

/** The server versions a deployment can declare, oldest first. Later rules compare by this order. */
export const serverVersions = ['lync2010', 'lync2013', 'sfb2015', 'sfb2019', 'sfbSE'] as const;
export type ServerVersion = (typeof serverVersions)[number];

/** The name of a kind, in the spelling that `fmt` writes. */
export type KindName =
  | 'deployment'
  | 'sipDomain'
  | 'site'
  | 'branchSite'
  | 'pool'
  | 'mediaConfiguration'
  | 'accessEdgeConfiguration'
  | 'hostingProvider'
  | 'publicProvider'
  | 'allowedDomain'
  | 'blockedDomain'
  | 'tenant'
  | 'acceptedDomain'
  | 'hostedVoicemailPolicy'
  | 'exchange'
  | 'umServer'
  | 'umDialPlan'
  | 'umMailboxPolicy'
  | 'umIPGateway'
  | 'umHuntGroup'
  | 'umAutoAttendant'
  | 'dialPlan'
  | 'voicePolicy'
  | 'voicemailReroutingConfiguration'
  | 'exUmContact'
  | 'rgsAgentGroup'
  | 'users'
  | 'certificate'
  | 'publicDnsZone'
  | 'internalDnsZone'
  | 'firewall'
  | 'wave';

/** One value of an enum: its spelling, what it means, and the value that the cmdlet takes when that is not the PascalCase spelling. */
export interface EnumValue {
  readonly value: string;
  readonly doc: string;
  readonly cmdletValue?: string;
  /** Other words that are read as this one; `fmt` writes `value`. */
  readonly aliases?: readonly string[];
  /** The first server version that has the value. */
  readonly since?: ServerVersion;
}

/** What a value must look like. `reference` names declared objects of one of the kinds; `kind` is the name of a kind. */
export type ValueType =
  | {
      readonly type: 'boolean' | 'date' | 'text' | 'sipAddress' | 'distinguishedName' | 'kind' | 'scope';
    }
  /** `wildcard`: the first label may be `*`, as in a certificate. `orIPAddress`: an IP address will do as well. */
  | { readonly type: 'fqdn'; readonly wildcard?: true; readonly orIPAddress?: true }
  /** `orNetwork`: a network as well, `203.0.113.0/24` (written as a string, as it has a slash). `version`: addresses of that version alone. */
  | { readonly type: 'ipAddress'; readonly orNetwork?: true; readonly version?: 4 | 6 }
  /** A phone number; `pattern` in `limits` narrows its form. */
  | { readonly type: 'phone' }
  | { readonly type: 'number' }
  /** A number or a range of numbers, `50000-59999`. */
  | { readonly type: 'portRange' }
  | { readonly type: 'enum'; readonly values: readonly EnumValue[] }
  | { readonly type: 'reference'; readonly to: readonly KindName[] };

export type ValueTypeName = ValueType['type'];

/** Limits of a value, with the rule that reports a breach where the field has a code of its own for it. */
export interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  /** Offered instead of a value below the minimum, where more than that is usual. */
  readonly usual?: number;
  /** `false`: the nearest value in the range is as wrong, for other objects say which one is right. */
  readonly clamped?: false;
  readonly maximumLength?: number;
  /** A regular expression, in JavaScript's syntax, that the whole value matches. */
  readonly pattern?: string;
  /** What the pattern asks for, behind "must be". */
  readonly form?: string;
  /** The code of the catalogue that speaks for this limit, e.g. `UM1017`. */
  readonly code?: string;
}

export interface Property {
  /** The spelling that `fmt` writes: the parameter's name in camelCase. */
  readonly name: string;
  /** One sentence, in our words, that a tooltip shows. */
  readonly doc: string;
  readonly type: ValueType;
  /** Several values, joined by commas. */
  readonly list?: true;
  readonly required?: true;
  /** The default as it would be written, e.g. `false`, `5060`, `requireEncryption`. */
  readonly default?: string;
  /** A default that depends on other values, in words: "the pool itself". */
  readonly defaultDoc?: string;
  /** Cannot be changed after creation: the object has to be removed and created again. */
  readonly immutable?: true;
  /** Other words that are read as this one; `fmt` writes `name`. */
  readonly aliases?: readonly string[];
  /** No cmdlet sets it: a fact about the deployed system or an intent. */
  readonly fact?: true;
  /** The parameter it stands for, when that isn't `name` in PascalCase. */
  readonly parameter?: string;
  /** The cmdlets that take the parameter, when these aren't the kind's `new` and `set`. */
  readonly cmdlets?: readonly string[];
  readonly limits?: Limits;
  /** Keys of the sources list (`sources.ts`), e.g. `PS-NEWHP`. */
  readonly source: readonly string[];
  /** The fact was deduced, not documented: worded as a recommendation. */
  readonly inferred?: true;
  readonly since?: ServerVersion;
  /** The value names an object without being its name: the FQDN of a provider's proxy, the domain of a tenant. */
  readonly names?: { readonly kind: KindName; readonly by: string };
  /** Codes of the catalogue that speak where a code of the language would: for a value that is missing, for a reference to nothing declared. */
  readonly codes?: { readonly missing?: string; readonly undeclared?: string };
  /** Only for pools of these roles. */
  readonly roles?: readonly string[];
  /** Column headers of users' CSV files that mean this property, beside its name. */
  readonly csvHeaders?: readonly string[];
  /** Differs from user to user (a number, a name), so it takes no part in the placement. */
  readonly individual?: true;
}

/** A line inside a block that starts with a head instead of a property's word: a user, a DNS record, a firewall rule. */
export interface RowKind {
  /** The first word, or `sipAddress` when the row starts with an address. */
  readonly head: 'sipAddress' | 'srv' | 'a' | 'aaaa' | 'cname' | 'mx' | 'txt' | 'allow';
  /** The head is followed by the record's owner. */
  readonly owner?: true;
  readonly doc: string;
  /** Column headers of users' CSV files that mean the head, beside `sipAddress`. */
  readonly csvHeaders?: readonly string[];
  readonly properties: readonly Property[];
}

/** The cmdlets of a kind, full names. `remove` and `get` serve rollback and verification. */
export interface Cmdlets {
  readonly new?: string;
  readonly set?: string;
  readonly get?: string;
  readonly remove?: string;
  /** Grants the object to a user or contact. */
  readonly grant?: string;
}

export interface Kind {
  readonly name: KindName;
  /** The plural used in messages and outlines: "hosting providers". */
  readonly plural: string;
  /** "hosting provider" */
  readonly singular: string;
  readonly doc: string;
  /** What its name is; `none` for the kinds without one. A policy's `scope` name is `global`, `site:NAME` or a per-user name. */
  readonly nameType: 'none' | 'text' | 'fqdn' | 'sipAddress' | 'scope' | 'scopeOrText';
  readonly nameDoc?: string;
  /** The parameter that takes the name, when that isn't `Identity`. */
  readonly nameParameter?: string;
  /** The name cannot be changed in the deployed system. */
  readonly nameImmutable?: true;
  readonly nameLimits?: Limits;
  /** The blocks it may stand in; `file` is the top level. */
  readonly parents: readonly ('file' | KindName)[];
  /** At most one in a deployment. */
  readonly single?: true;
  /** Belongs to the organization around it (`exchange`, `tenant`): names are unique there. */
  readonly inOrganization?: true;
  readonly cmdlets: Cmdlets;
  /** No cmdlet makes it: what does, in words: "Topology Builder". */
  readonly madeBy?: string;
  readonly properties: readonly Property[];
  readonly rows?: readonly RowKind[];
  /** Where it stands in the outline and the reference. */
  readonly group:
    | 'deployment'
    | 'topology'
    | 'federation'
    | 'policies'
    | 'exchange'
    | 'contacts'
    | 'users'
    | 'network'
    | 'migration';
  readonly source: readonly string[];
  /** A short complete declaration for the reference page; a test checks that it parses without a problem of its own. */
  readonly example: string;
}

/** A source that facts are taken from. */
export interface Source {
  readonly key: string;
  readonly title: string;
  /** Where it can be read, when public. */
  readonly location: string;
}
