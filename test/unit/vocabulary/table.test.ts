import { describe, expect, it } from 'vitest';
import {
  cmdletValueOf,
  enumValueOf,
  type Kind,
  kinds,
  moveProperties,
  type Property,
  sourceOf,
  sources,
  userRow,
  type ValueType,
} from '../../../server/src/vocabulary';
import catalogue from '../../data/rule-catalogue.json';

interface Place {
  readonly where: string;
  readonly property: Property;
}

/** Each property once, with where it stands. */
const places: readonly Place[] = kinds.flatMap((kind) => [
  ...kind.properties.map((property) => ({ where: `${kind.name}.${property.name}`, property })),
  ...(kind.rows ?? [])
    .filter((row) => row !== userRow)
    .flatMap((row) =>
      row.properties.map((property) => ({ where: `${kind.name} ${row.head}.${property.name}`, property })),
    ),
]);

const names = (offending: readonly Place[]) => offending.map(({ where }) => where);

describe('the table', () => {
  it('has the kinds of the language', () => {
    expect(kinds.map(({ name }) => name)).toEqual([
      'deployment',
      'sipDomain',
      'site',
      'branchSite',
      'pool',
      'mediaConfiguration',
      'accessEdgeConfiguration',
      'hostingProvider',
      'publicProvider',
      'allowedDomain',
      'blockedDomain',
      'tenant',
      'acceptedDomain',
      'hostedVoicemailPolicy',
      'exchange',
      'umServer',
      'umDialPlan',
      'umMailboxPolicy',
      'umIPGateway',
      'umHuntGroup',
      'umAutoAttendant',
      'dialPlan',
      'voicePolicy',
      'voicemailReroutingConfiguration',
      'exUmContact',
      'rgsAgentGroup',
      'users',
      'certificate',
      'publicDnsZone',
      'internalDnsZone',
      'firewall',
      'wave',
    ]);
  });

  it.each(kinds.map((kind) => [kind.name, kind] as const))(
    'gives %s a place, words and an example',
    (_, kind: Kind) => {
      expect(kind.parents.length).toBeGreaterThan(0);
      expect(kind.doc).toMatch(/[.:]$/);
      expect(kind.singular).not.toBe('');
      expect(kind.plural).not.toBe(kind.singular);
      expect(kind.source.length).toBeGreaterThan(0);
      expect(kind.example).toMatch(new RegExp(`(^|\\s)${kind.name}\\b`));
      expect(Object.keys(kind.cmdlets).length > 0 || kind.madeBy !== undefined).toBe(true);
      expect(kind.nameType === 'none').toBe(kind.nameDoc === undefined);
    },
  );

  it('nests kinds of an organization in organizations alone', () => {
    const wrong = kinds.filter(
      (kind) =>
        kind.inOrganization !== undefined && !kind.parents.every((parent) => ['exchange', 'tenant'].includes(parent)),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('has each word once in a block', () => {
    const twice = kinds.flatMap((kind) =>
      [kind.properties, ...(kind.rows ?? []).map((row) => row.properties)].flatMap((properties) => {
        const words = properties
          .flatMap((each) => [each.name, ...(each.aliases ?? [])])
          .map((word) => word.toLowerCase());
        return words.filter((word, index) => words.indexOf(word) !== index).map((word) => `${kind.name}: ${word}`);
      }),
    );
    expect(twice).toEqual([]);
  });

  it('documents each property in a sentence of its own', () => {
    expect(names(places.filter(({ property }) => !/^[A-Z`"0-9].{8,}[.]$/.test(property.doc)))).toEqual([]);
  });

  it('documents each value of an enum', () => {
    const bare = places.flatMap(({ where, property }) =>
      property.type.type === 'enum'
        ? property.type.values.filter(({ doc }) => !/^.{3,}[.]$/.test(doc)).map(({ value }) => `${where} ${value}`)
        : [],
    );
    expect(bare).toEqual([]);
  });

  it('names sources that exist', () => {
    const known = new Set(sources.map(({ key }) => key));
    expect(known.size).toBe(sources.length);
    const used = [...kinds.flatMap((kind) => kind.source), ...places.flatMap(({ property }) => property.source)];
    expect(used.filter((key) => sourceOf(key) === undefined)).toEqual([]);
    expect(sources.filter(({ title, location }) => title === '' || location === '').map(({ key }) => key)).toEqual([]);
  });

  it('gives each fact of the field a source', () => {
    // What only this language knows has none.
    const ours = [
      'deployment.languageVersion',
      'deployment.incomplete',
      'deployment.delimiter',
      'users.csv',
      'users.delimiter',
      'users.wave',
      'users.displayName',
      'wave.date',
      'wave.after',
    ];
    expect(names(places.filter(({ property }) => property.source.length === 0))).toEqual(ours);
  });

  it('refers to kinds that exist', () => {
    const known = new Set<string>(kinds.map(({ name }) => name));
    const wrong = places.filter(({ property: { type, names: named } }) => {
      const targets = [...(type.type === 'reference' ? type.to : []), ...(named ? [named.kind] : [])];
      return targets.some((target) => !known.has(target));
    });
    expect(names(wrong)).toEqual([]);
  });

  it('is required or has a default, not both', () => {
    const both = places.filter(
      ({ property: { required, default: value, defaultDoc } }) => required && (value ?? defaultDoc) !== undefined,
    );
    expect(names(both)).toEqual([]);
  });

  it('gives users every property of their rows', () => {
    const users = kinds.find(({ name }) => name === 'users')!;
    expect(users.properties).toEqual(expect.arrayContaining([...userRow.properties]));
    expect(moveProperties).toEqual(userRow.properties);
  });
});

describe('defaults', () => {
  const withDefault = places.filter(({ property }) => property.default !== undefined);

  it('are there to check', () => {
    expect(withDefault.length).toBeGreaterThan(40);
  });

  it('fit their type', () => {
    const fits = (type: ValueType, value: string): boolean => {
      if (type.type === 'boolean') return value === 'true' || value === 'false';
      if (type.type === 'number') return /^[0-9]+$/.test(value);
      if (type.type === 'enum') return type.values.some((each) => each.value === value);
      return type.type === 'text' && value !== '';
    };
    expect(names(withDefault.filter(({ property }) => !fits(property.type, property.default!)))).toEqual([]);
  });

  it('are inside their limits', () => {
    const outside = withDefault.filter(({ property: { limits, default: value } }) => {
      const number = Number(value);
      return number < (limits?.minimum ?? number) || number > (limits?.maximum ?? number);
    });
    expect(names(outside)).toEqual([]);
  });
});

describe('limits', () => {
  const codes = new Set(catalogue.rules.map(({ id }) => id));
  const limits = [
    ...places.flatMap(({ where, property }) => (property.limits ? [{ where, limits: property.limits }] : [])),
    ...kinds.flatMap(({ name, nameLimits }) => (nameLimits ? [{ where: name, limits: nameLimits }] : [])),
  ];

  it('speak through codes of the catalogue', () => {
    const unknown = limits.filter(({ limits: { code } }) => code !== undefined && !codes.has(code));
    expect(unknown.map(({ where }) => where)).toEqual([]);
  });

  it('give the catalogue’s limits a home', () => {
    const used = new Set(limits.map(({ limits: { code } }) => code));
    const table = ['UM1001', 'UM1002', 'UM1004', 'UM1008', 'UM1011', 'UM1012', 'UM1013', 'UM1016', 'UM1017', 'UM1018'];
    const rest = ['UM1020', 'UM1021', 'UM1022', 'UM1024', 'UM1025', 'UM1026', 'UM1027', 'UM1028', 'UM1031'];
    expect([...table, ...rest].filter((code) => !used.has(code))).toEqual([]);
  });

  it('say what the pattern of a text asks for', () => {
    const said = ({ property: { type, limits: each } }: (typeof places)[number]): boolean =>
      each?.pattern === undefined || type.type === 'phone' || each.form !== undefined;
    expect(places.filter((place) => !said(place)).map(({ where }) => where)).toEqual([]);
  });

  it('have patterns that compile and match the whole value', () => {
    for (const { limits: each } of limits) {
      if (each.pattern === undefined) continue;
      expect(() => new RegExp(each.pattern!, 'u')).not.toThrow();
      expect(each.pattern).toMatch(/^\^.*\$$/);
    }
  });

  it.each([
    [
      'users.line',
      ['+14255550101', '+14255550101;ext=101', 'tel:+14255550101', '5550101'],
      ['+1 425', 'alice', '+1425;ext='],
    ],
    ['exUmContact.displayNumber', ['+14255550101', '14255550101'], ['+04255550101', '+1-425', '+14255550101;ext=1']],
    [
      'exUmContact.ou',
      ['OU=Voice,DC=contoso,DC=com', 'CN=Users,DC=contoso,DC=com'],
      ['HostedExUM Integration', 'OU=Voice'],
    ],
    ['hostedVoicemailPolicy.destination', ['exap.um.outlook.com', 'host', 'a_b.c'], ['sip:a.b', 'a.b:5061', 'a..b']],
    [
      'hostingProvider.autodiscoverUrl',
      ['https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root'],
      ['http://a.b/', 'webdir'],
    ],
    ['umDialPlan.countryOrRegionCode', ['1', '0033'], ['', '+1', '12345']],
    ['dialPlan.simpleName', ['Redmond.contoso.com', 'A-1_(b)+', 'Zürich'], ['a b', 'a/b', 'a:b', 'a*', 'a{']],
    ['umServer.sipAccessService', ['pool01.contoso.com:5061'], ['pool01.contoso.com', ':5061']],
    ['certificate.thumbprint', ['0123456789abcdef0123456789ABCDEF01234567'], ['0123', 'xyz']],
  ])('of %s accept and refuse', (where, accepted, refused) => {
    const pattern = new RegExp(places.find((place) => place.where === where)!.property.limits!.pattern!);
    expect(accepted.filter((value) => !pattern.test(value))).toEqual([]);
    expect(refused.filter((value) => pattern.test(value))).toEqual([]);
  });
});

describe('values', () => {
  it('have the spelling of the cmdlets', () => {
    const of = (where: string, value: string) =>
      cmdletValueOf(enumValueOf(places.find((place) => place.where === where)!.property, value)!);
    expect(of('umDialPlan.uriType', 'sipname')).toBe('SipName');
    expect(of('umDialPlan.voIPSecurity', 'SIPSECURED')).toBe('SIPSecured');
    expect(of('umServer.umStartupMode', 'Tls')).toBe('TLS');
    expect(of('umIPGateway.ipAddressFamily', 'ipv4only')).toBe('IPv4Only');
    expect(of('exUmContact.tool', 'local')).toBe('OcsUmUtil.exe');
  });
});
