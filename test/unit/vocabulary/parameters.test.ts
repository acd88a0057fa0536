import { describe, expect, it } from 'vitest';
import { cmdletValueOf, type Kind, kinds, type Property, parameterOf, userRow } from '../../../server/src/vocabulary';
import { cmdletOf } from './cmdlets';

interface Entry {
  readonly where: string;
  readonly property: Property;
  /** The cmdlets that take it: its own, or those of its kind. */
  readonly cmdlets: readonly string[];
}

function entriesOf(kind: Kind): Entry[] {
  const own = [kind.cmdlets.new, kind.cmdlets.set].filter((cmdlet) => cmdlet !== undefined);
  const entry = (property: Property, head = ''): Entry => ({
    where: `${kind.name}${head}.${property.name}`,
    property,
    cmdlets: property.cmdlets ?? own,
  });
  return [
    ...kind.properties.map((property) => entry(property)),
    ...(kind.rows ?? []).flatMap((row) =>
      row === userRow ? [] : row.properties.map((property) => entry(property, ` ${row.head}`)),
    ),
  ];
}

const entries = kinds.flatMap(entriesOf);
const settable = entries.filter(({ property }) => !property.fact);

const versionNames: Readonly<Record<string, string>> = {
  lync2010: 'Lync Server 2010',
  lync2013: 'Lync Server 2013',
  sfb2015: 'Skype for Business Server 2015',
  sfb2019: 'Skype for Business Server 2019',
};

describe('cmdlets', () => {
  it('of the kinds exist', () => {
    const unknown = kinds.flatMap(({ name, cmdlets }) =>
      Object.values(cmdlets)
        .filter((cmdlet) => cmdletOf(cmdlet) === undefined)
        .map((cmdlet) => `${name}: ${cmdlet}`),
    );
    expect(unknown).toEqual([]);
  });

  it('of the properties exist, and each property that is no fact has one', () => {
    expect(settable.filter(({ cmdlets }) => cmdlets.length === 0).map(({ where }) => where)).toEqual([]);
    const unknown = entries.flatMap(({ where, cmdlets }) =>
      cmdlets.filter((cmdlet) => cmdletOf(cmdlet) === undefined).map((cmdlet) => `${where}: ${cmdlet}`),
    );
    expect(unknown).toEqual([]);
  });

  it('take the names of the kinds', () => {
    const wrong = kinds.flatMap(({ name, nameType, nameParameter = 'Identity', cmdlets }) => {
      const parameters = cmdletOf(cmdlets.new ?? '')?.parameters;
      return nameType === 'none' || !parameters || nameParameter in parameters ? [] : [`${name}: ${nameParameter}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('parameters', () => {
  it('exist in each cmdlet that takes them, in this spelling', () => {
    const wrong = settable.flatMap(({ where, property, cmdlets }) =>
      cmdlets
        .filter((cmdlet) => !(parameterOf(property) in (cmdletOf(cmdlet)?.parameters ?? {})))
        .map((cmdlet) => `${where}: ${cmdlet} -${parameterOf(property)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('stand for facts nowhere', () => {
    const doubtful = entries.filter(
      ({ property }) => property.fact && (property.cmdlets !== undefined || property.parameter !== undefined),
    );
    expect(doubtful.map(({ where }) => where)).toEqual([]);
  });

  it('take every value of an enum, in the spelling of the cmdlet', () => {
    const wrong = settable.flatMap(({ where, property, cmdlets }) => {
      const { type } = property;
      if (type.type !== 'enum') return [];
      return cmdlets.flatMap((cmdlet) => {
        const accepted = cmdletOf(cmdlet)?.parameters[parameterOf(property)]?.acceptedValues ?? [];
        return type.values
          .map(cmdletValueOf)
          .filter((value) => !accepted.includes(value))
          .map((value) => `${where}: ${cmdlet} ${value} (${accepted.join(' ')})`);
      });
    });
    expect(wrong).toEqual([]);
  });

  it('that are mandatory by syntax are required, the name, or always written', () => {
    // These have a default here, or are the name once more, and export always writes them.
    const alwaysWritten = [
      'acceptedDomain.Name',
      'hostingProvider.Enabled',
      'hostingProvider.EnabledSharedAddressSpace',
      'hostingProvider.HostsOCSUsers',
      'publicProvider.Enabled',
      'publicProvider.VerificationLevel',
    ];
    const missing = kinds.flatMap((kind) => {
      const set = cmdletOf(kind.cmdlets.new ?? '')?.parameterSets[0];
      if (!set || kind.name === 'users' || kind.rows) return [];
      const required = kind.properties.filter((property) => property.required).map(parameterOf);
      return set.mandatory
        .filter((parameter) => parameter !== (kind.nameParameter ?? 'Identity') && !required.includes(parameter))
        .map((parameter) => `${kind.name}.${parameter}`);
    });
    expect(missing.filter((each) => !alwaysWritten.includes(each))).toEqual([]);
  });

  it('say since when they exist', () => {
    const wrong = settable.flatMap(({ where, property, cmdlets }) =>
      cmdlets.flatMap((name) => {
        const cmdlet = cmdletOf(name);
        const products = cmdlet?.parameters[parameterOf(property)]?.applicable ?? cmdlet?.applicable ?? [];
        const first = Object.keys(versionNames).find((version) => products.includes(versionNames[version]!));
        const expected = first === 'lync2010' ? undefined : first;
        return expected === property.since
          ? []
          : [`${where}: since ${property.since}, ${name} has it from ${first} on`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
