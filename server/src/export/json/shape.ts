/** The shape of topology.json. Keys stand in the order in which they are listed here; what isn't there is left out. */

/** Changes when a reader of before would misread a file. */
export const schemaVersion = 1;

export type JsonScalar = string | number | boolean;

/** A value: `null` is `unset`; what isn't known and what is no value of its type are said as such. */
export type JsonValue =
  | JsonScalar
  | readonly JsonScalar[]
  | null
  | { readonly unknown: true }
  | { readonly invalid: readonly string[] };

export type JsonProperties = Readonly<Record<string, JsonValue>>;

export interface JsonRow {
  readonly head: string;
  readonly owner?: string;
  readonly properties?: JsonProperties;
}

export interface JsonFilter {
  readonly by: string;
  readonly name: string;
}

export interface JsonCrowd {
  readonly every: 'user' | 'contact';
  readonly filters?: readonly JsonFilter[];
}

export type JsonSelection = { readonly addresses: readonly string[] } | { readonly callTo: string } | JsonCrowd;

export interface JsonMove {
  readonly move: JsonSelection;
  readonly mailbox?: string;
  readonly properties?: JsonProperties;
}

/** `word`: one of the language's own (`hosted`, `local`, `nothing`); `name`: that of an object. */
export type JsonTarget = { readonly word: string } | { readonly kind?: string; readonly name: string };

export interface JsonExpectation {
  readonly expect:
    | { readonly selection: JsonSelection; readonly reaches: JsonTarget }
    | { readonly noneUnreachable: JsonCrowd };
  readonly on?: string;
  readonly before?: string;
  readonly after?: string;
}

/** A user: the address and what the row itself says. */
export type JsonUser = { readonly sipAddress: string } & JsonProperties;

export interface JsonDeclaration {
  readonly kind: string;
  readonly name?: string;
  readonly doc?: string;
  readonly properties?: JsonProperties;
  readonly rows?: readonly JsonRow[];
  readonly moves?: readonly JsonMove[];
  readonly children?: readonly JsonDeclaration[];
  readonly users?: readonly JsonUser[];
}

export interface JsonFile {
  readonly path: string;
  readonly items: readonly (JsonDeclaration | JsonExpectation)[];
}

export interface JsonTopology {
  /** It was exported although there are errors. */
  readonly warning?: string;
  readonly $schema: string;
  readonly schemaVersion: typeof schemaVersion;
  readonly name: string;
  readonly files: readonly JsonFile[];
}
