import { describe, expect, it } from 'vitest';
import {
  childrenOf,
  enumValueOf,
  kindNamed,
  kindOf,
  kinds,
  movePropertyOf,
  parameterOf,
  propertyOf,
  rowKindOf,
  rowPropertyOf,
  userRow,
  wordsOf,
} from '../../../server/src/vocabulary';

const nameOf = (named: { readonly name: string } | undefined) => named?.name;

describe('look-up', () => {
  it('finds kinds without regard to case', () => {
    for (const kind of kinds) {
      expect(kindOf(kind.name)).toBe(kind);
      expect(kindOf(kind.name.toUpperCase())).toBe(kind);
      expect(kindNamed(kind.name)).toBe(kind);
    }
    expect(kindOf('user')).toBeUndefined();
    expect(kindOf('constructor')).toBeUndefined();
  });

  it('finds properties by name and by other words', () => {
    expect(nameOf(propertyOf(kindNamed('hostingProvider'), 'HostsOCSUsers'))).toBe('hostsOCSUsers');
    expect(nameOf(propertyOf(kindNamed('exUmContact'), 'RegistrarPool'))).toBe('pool');
    expect(nameOf(propertyOf(kindNamed('exUmContact'), 'enterpriseVoiceEnabled'))).toBe('enterpriseVoice');
    expect(nameOf(propertyOf(kindNamed('users'), 'hostedVoicemailPolicy'))).toBe('policy');
    expect(propertyOf(kindNamed('sipDomain'), 'pool')).toBeUndefined();
  });

  it('finds rows by their first word, users by none', () => {
    const zone = kindNamed('publicDnsZone');
    expect(rowKindOf(zone, 'SRV')?.head).toBe('srv');
    expect(nameOf(rowPropertyOf(rowKindOf(zone, 'aaaa')!, 'IPv6Address'))).toBe('ipv6Address');
    expect(rowKindOf(kindNamed('firewall'), 'allow')?.owner).toBeUndefined();
    expect(rowKindOf(kindNamed('users'), 'sipAddress')).toBeUndefined();
    expect(nameOf(rowPropertyOf(userRow, 'lineURI'))).toBe('line');
    expect(nameOf(movePropertyOf('hostedVoicemailPolicy'))).toBe('policy');
  });

  it('finds values of enums', () => {
    const uriType = propertyOf(kindNamed('umDialPlan'), 'uriType')!;
    expect(enumValueOf(uriType, 'E164')?.value).toBe('e164');
    expect(enumValueOf(uriType, 'sip')).toBeUndefined();
    expect(enumValueOf(propertyOf(kindNamed('sipDomain'), 'isDefault')!, 'true')).toBeUndefined();
  });

  it('knows what stands inside what', () => {
    expect(childrenOf(kindNamed('site')).map(nameOf)).toEqual(['pool']);
    expect(childrenOf(kindNamed('tenant')).map(nameOf)).toEqual([
      'acceptedDomain',
      'umDialPlan',
      'umMailboxPolicy',
      'umAutoAttendant',
    ]);
    expect(childrenOf(kindNamed('exchange')).map(nameOf)).toEqual([
      'umServer',
      'umDialPlan',
      'umMailboxPolicy',
      'umIPGateway',
      'umHuntGroup',
      'umAutoAttendant',
    ]);
    expect(childrenOf('file')).toContain(kindNamed('users'));
    expect(childrenOf('file')).not.toContain(kindNamed('pool'));
    expect(childrenOf(kindNamed('wave'))).toEqual([]);
  });

  it('spells parameters as the cmdlets do', () => {
    const parameter = (kind: Parameters<typeof kindNamed>[0], word: string) =>
      parameterOf(propertyOf(kindNamed(kind), word)!);
    expect(parameter('hostingProvider', 'proxyFqdn')).toBe('ProxyFqdn');
    expect(parameter('umDialPlan', 'uriType')).toBe('URIType');
    expect(parameter('umHuntGroup', 'umIPGateway')).toBe('UMIPGateway');
    expect(parameter('users', 'line')).toBe('LineURI');
  });

  it('lists the words of a block', () => {
    expect(wordsOf(kindNamed('wave'))).toEqual(['date', 'after', 'hostedVoiceMail', 'retire', 'move']);
    expect(wordsOf(kindNamed('firewall'))).toEqual(['allow']);
    expect(wordsOf(kindNamed('branchSite'))).toEqual(['centralSite', 'pool']);
    expect(wordsOf(kindNamed('users'))).toEqual(expect.arrayContaining(['csv', 'columns', 'pool', 'mailbox']));
    expect(wordsOf(kindNamed('users'))).not.toContain('sipAddress');
  });
});
