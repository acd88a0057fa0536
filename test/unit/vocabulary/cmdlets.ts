import data from '../../data/cmdlets.json';

export interface Cmdlet {
  readonly applicable: readonly string[];
  readonly parameterSets: readonly {
    readonly name: string;
    readonly mandatory: readonly string[];
    readonly optional: readonly string[];
  }[];
  readonly parameters: Readonly<
    Record<
      string,
      { readonly type: string; readonly acceptedValues?: readonly string[]; readonly applicable?: readonly string[] }
    >
  >;
}

const cmdlets: Readonly<Record<string, Cmdlet>> = data.cmdlets as never;

export function cmdletOf(name: string): Cmdlet | undefined {
  return cmdlets[name];
}
