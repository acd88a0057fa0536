import { describe, expect, it } from 'vitest';
import { routeOfAddress, routeOfNumber } from '../../../server/src/routing/route';
import type { Route } from '../../../server/src/routing/types';
import { deploymentOf, hostedParts, mixedBase } from '../../support/deployment';

/** A deployment in which some things aren't known: each call of it is asked where it hangs on them, and where it doesn't. */
function calls(change: (text: string) => string, more = ''): (of: string, event?: 'mwi' | 'playOnPhone') => Route {
  const users = `
users All {
  pool pool01.contoso.com
  alice@contoso.com  line +14255550101  mailbox hosted  policy Cloud
  carol@contoso.com  line +14255550121  mailbox local  umDialPlan Redmond
}
exUmContact ova@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=V,DC=contoso,DC=com"  policy Cloud }
exUmContact sa@contoso.com { tool ocsUmUtil  displayNumber +14255550100  pool pool01.contoso.com  ou "OU=V,DC=contoso,DC=com"  umDialPlan Redmond }
${more}`;
  const deployment = deploymentOf(change(`${mixedBase}${Object.values(hostedParts).join('\n')}${users}`));
  return (of, event) => {
    const route = of.startsWith('+') ? routeOfNumber(deployment, of) : routeOfAddress(deployment, of, event);
    if (route === undefined) throw new Error(`nobody has ${of}`);
    return route;
  };
}

const replaced =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`the deployment has no ${from}`);
    return text.replace(from, to);
  };

describe('a call hangs on a fact that decides it, and on no other', () => {
  it.each<[was: string, becomes: string, of: string, answer: string]>([
    ['enabled true', 'enabled unknown', 'alice@contoso.com', 'unknown: enabled'],
    ['enabled true', 'enabled unknown', 'carol@contoso.com', 'local Redmond'],
    ['destination exap.um.outlook.com', 'destination unknown', 'alice@contoso.com', 'unknown: destination'],
    ['proxyFqdn exap.um.outlook.com', 'proxyFqdn unknown', 'alice@contoso.com', 'unknown: proxyFqdn'],
    ['organization contoso.onmicrosoft.com', 'organization unknown', 'alice@contoso.com', 'unknown: organization'],
    ['voIPSecurity secured', 'voIPSecurity unknown', 'carol@contoso.com', 'unknown: voIPSecurity'],
    ['voIPSecurity secured', 'voIPSecurity unknown', '+14255550100', 'unknown: voIPSecurity'],
    ['voIPSecurity secured', 'voIPSecurity unknown', '+14255550180', 'hosted ExchangeOnline'],
    ['pool pool01.contoso.com\n  alice', 'pool unknown\n  alice', 'alice@contoso.com', 'hosted ExchangeOnline'],
    [
      'verificationLevel useSourceVerification',
      'verificationLevel unknown',
      'alice@contoso.com',
      'hosted ExchangeOnline',
    ],
    ['  policy Cloud\n  carol', '  policy unknown\n  carol', 'alice@contoso.com', 'unknown: policy'],
    [
      'mailbox local  umDialPlan Redmond',
      'mailbox local  umDialPlan unknown',
      'carol@contoso.com',
      'unknown: umDialPlan',
    ],
    ['displayNumber +14255550180', 'displayNumber unknown', '+14255550100', 'local Redmond'],
    ['tool ocsUmUtil', 'tool unknown', '+14255550100', 'unknown: tool'],
    ['version 2013', 'version unknown', 'carol@contoso.com', 'unknown: version'],
    ['lync2013', 'lync2013  incomplete umServer', 'carol@contoso.com', 'local Redmond'],
    ['lync2013', 'lync2013  incomplete hostedVoicemailPolicy', 'alice@contoso.com', 'hosted ExchangeOnline'],
    ['lync2013', 'lync2013  incomplete mediaConfiguration', 'carol@contoso.com', 'unknown: mediaConfiguration'],
  ])('%s → %s: %s %s', (was, becomes, of, answer) => {
    const { outcome, target, needs } = calls(replaced(was, becomes))(of);
    expect(outcome === 'unknown' ? `unknown: ${needs.join(', ')}` : `${outcome} ${target}`).toBe(answer);
  });

  it('two of them are both named, each once', () => {
    const route = calls(
      replaced('enabled true  enabledSharedAddressSpace true', 'enabled unknown  enabledSharedAddressSpace unknown'),
    );
    const { needs, decisions } = route('alice@contoso.com');
    expect(needs).toEqual(['enabled', 'enabledSharedAddressSpace']);
    expect(decisions.map(({ because }) => because)).toEqual([
      'It hangs on enabled, enabledSharedAddressSpace, which are not known',
    ]);
  });

  it('what is undeclared may exist where a list is incomplete', () => {
    const route = calls((text) =>
      text.replace('lync2013', 'lync2013  incomplete hostedVoicemailPolicy').replaceAll('policy Cloud', ''),
    );
    expect(route('alice@contoso.com')).toMatchObject({ outcome: 'unknown', needs: ['hostedVoicemailPolicy'] });
    expect(route('+14255550180')).toMatchObject({ outcome: 'unknown', needs: ['hostedVoicemailPolicy'] });
  });

  it('a broken reference is a fault, told elsewhere: nothing is needed', () => {
    const route = calls(replaced('  policy Cloud\n  carol', '  policy Gone\n  carol'));
    expect(route('alice@contoso.com')).toMatchObject({ outcome: 'unknown', needs: [], decisions: [] });
  });

  it('a home pool of which nothing is declared hides the policy of its site', () => {
    const site =
      'hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }\nhostedVoicemailPolicy global { description none }';
    const without = (text: string): string => text.replaceAll('  policy Cloud', '');
    expect(calls(without, site)('alice@contoso.com').outcome).toBe('hosted');
    const gone = (text: string): string =>
      without(text).replace('pool pool01.contoso.com\n  alice', 'pool gone.contoso.com\n  alice');
    expect(calls(gone, site)('alice@contoso.com')).toMatchObject({ outcome: 'unknown', needs: [] });
    const open = (text: string): string => gone(text).replace('lync2013', 'lync2013  incomplete pool');
    expect(calls(open, site)('alice@contoso.com')).toMatchObject({ outcome: 'unknown', needs: ['pool'] });
  });
});

describe('who answers is known, and a part of the answer hangs on a fact', () => {
  const fabrikam = `
hostingProvider Fabrikam { proxyFqdn um.fabrikam.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }
hostedVoicemailPolicy One { destination um.fabrikam.com  organization one.fabrikam.com, both.fabrikam.com }
hostedVoicemailPolicy Two { destination um.fabrikam.com  organization two.fabrikam.com, both.fabrikam.com }
`;
  const because = ({ decisions }: Route, step: string): string[] =>
    decisions.filter((decision) => decision.step === step).map((decision) => decision.because);

  it('no organization is told that one value of it alone would give', () => {
    const unknown = fabrikam.replace('organization one.fabrikam.com, both.fabrikam.com', 'organization unknown');
    const route = calls(replaced('  policy Cloud\n  carol', '  policy One\n  carol'), unknown)('alice@contoso.com');
    expect(route).toMatchObject({ outcome: 'hosted', target: 'Fabrikam', organization: [], needs: [] });
    expect(route.unsettled).toEqual({ organization: ['organization'] });
    expect(because(route, 'requestUri')).toEqual([]);
    expect(because(route, 'unknown')).toEqual([
      'Which organization the request URI names hangs on organization, which is not known',
    ]);
  });

  it('of several policies that lead to one provider what they have in common', () => {
    const only = (text: string): string =>
      replaced(
        '  policy Cloud\n  carol',
        '  policy unknown\n  carol',
      )(text)
        .replace(/hostedVoicemailPolicy Cloud .*\n/, '')
        .replace('  policy Cloud }', '  policy One }');
    const global = `${fabrikam}hostedVoicemailPolicy global { destination um.fabrikam.com  organization both.fabrikam.com }`;
    const route = calls(only, global)('alice@contoso.com');
    expect(route).toMatchObject({ outcome: 'hosted', target: 'Fabrikam', policy: null });
    expect(route.organization).toEqual(['both.fabrikam.com']);
    expect(because(route, 'effectivePolicy')).toEqual([]);
  });

  it('a server that perhaps serves the plan is none of those that certainly do', () => {
    const perhaps = replaced(
      'umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond }',
      'umServer ex02.contoso.com { umStartupMode dual  dialPlans unknown }',
    );
    const route = calls(perhaps)('carol@contoso.com');
    expect(route).toMatchObject({ outcome: 'local', target: 'Redmond', umServers: ['ex01.contoso.com'] });
    expect(route.unsettled).toEqual({ umServers: ['dialPlans'] });
  });

  it('a home pool that does not matter is no stop of the way', () => {
    const route = calls(
      replaced('pool pool01.contoso.com\n  alice', 'pool unknown\n  alice'),
      `
site Berlin { pool pool02.contoso.com { role frontEnd  edgePool edge01.contoso.com } }`,
    )('alice@contoso.com');
    expect(route.hops.map(({ role }) => role)).toEqual(['edge', 'provider', 'tenant', 'mailbox']);
    expect(route.unsettled).toBeUndefined();
  });
});
