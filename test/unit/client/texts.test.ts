import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../client/src/base64';
import { foldersApart } from '../../../client/src/foldersApart';
import { joinInside } from '../../../client/src/joinInside';
import { routeText } from '../../../client/src/route/routeText';
import { describeDeployment } from '../../../client/src/statusText';
import { isFromPanel } from '../../../client/webview/messages';
import type { RouteResult } from '../../../server/src/lsp/protocol';

describe('deployments of one name', () => {
  it('are told apart by their folders, others need none', () => {
    const deployments = [
      { root: 'file:///tenants/adatum', name: 'Provider' },
      { root: 'file:///tenants/Kn%C3%B6del', name: 'Provider' },
      { root: 'file:///tenants/contoso', name: 'Contoso' },
    ];
    expect([...foldersApart(deployments)]).toEqual([
      ['file:///tenants/adatum', 'adatum'],
      ['file:///tenants/Kn%C3%B6del', 'Knödel'],
    ]);
  });
});

describe('the status', () => {
  const contoso = { root: '', name: 'Contoso', users: 4210, errors: 0, warnings: 0, ms: 2.6, files: [], proofs: [] };

  it('says the problems of the deployment, errors first', () => {
    expect(describeDeployment(false, contoso)).toEqual({
      text: 'Contoso: no problems',
      detail: '4,210 users, analysed in 3 ms',
      severity: 'Information',
    });
    expect(describeDeployment(false, { ...contoso, errors: 1, warnings: 2 })).toMatchObject({
      text: 'Contoso: 1 error, 2 warnings',
      severity: 'Error',
    });
    expect(describeDeployment(false, { ...contoso, warnings: 1 }).severity).toBe('Warning');
  });

  it('says what is proved, with a sign for each', () => {
    const proofs = [
      { text: 'every user is answered', holds: true },
      { text: '1 of 2 numbers unanswered', holds: false },
      { text: 'every domain is reachable: undecided', holds: null },
    ];
    expect(describeDeployment(false, { ...contoso, proofs }).detail).toBe(
      '4,210 users, analysed in 3 ms; ✓ every user is answered; ✗ 1 of 2 numbers unanswered; ? every domain is reachable: undecided',
    );
  });

  it('says when there is no deployment, and when it is not known yet', () => {
    expect(describeDeployment(false, undefined).text).toBe('No deployment');
    expect(describeDeployment(true, undefined).text).toBe('Reading the deployment');
    expect(describeDeployment(true, contoso).text).toBe('Contoso: no problems');
  });
});

describe('the text of a route', () => {
  const route: RouteResult = {
    address: 'alice@contoso.com',
    event: 'noAnswer',
    wave: null,
    outcome: 'hosted',
    target: 'ExchangeOnline',
    policy: { name: 'Cloud', scope: 'user' },
    destination: 'exap.um.outlook.com',
    organization: ['contoso.onmicrosoft.com'],
    umDialPlan: null,
    contact: null,
    needs: [],
    hops: [
      { at: 'pool01.contoso.com', role: 'frontEnd', port: 5061, protocol: 'mtls' },
      { at: 'contoso.onmicrosoft.com', role: 'tenant' },
    ],
    decisions: [
      {
        step: 'chooseUm',
        because: 'the attribute is 1',
        source: 'ROUTE',
        file: 'users.umtopo',
        line: 3,
        uri: 'file:///u',
      },
      { step: 'end', because: 'that is all', source: 'POL' },
    ],
    failure: null,
  };

  it('answers first, then shows the way and the reasons', () => {
    expect(routeText(route).text).toBe(`# alice@contoso.com

Answered by the hosted service ExchangeOnline at exap.um.outlook.com for contoso.onmicrosoft.com, by the user policy Cloud.

Event: noAnswer

## The way

1. pool01.contoso.com (frontEnd, mtls 5061)
2. contoso.onmicrosoft.com (tenant)

## Why

1. **chooseUm**: the attribute is 1 [ROUTE]
   users.umtopo:3
2. **end**: that is all [POL]
`);
  });

  it('links each decision to its line', () => {
    const { text, links } = routeText(route);
    expect(links).toHaveLength(1);
    const [link] = links;
    expect(text.split('\n')[link?.line ?? -1]?.slice(link?.start, link?.end)).toBe('users.umtopo:3');
    expect(link).toMatchObject({ uri: 'file:///u', target: 3 });
  });

  it('says what goes wrong, and what it hangs on', () => {
    const failure = { at: 'edge01', caller: 'silence', symptom: 'event 44009', reason: 'no provider', code: 'UM2002' };
    expect(routeText({ ...route, outcome: 'failed', failure }).text).toContain(
      'lost: no provider.\n\nEvent: noAnswer\n\n## What goes wrong\n\n- At edge01: no provider (UM2002)\n- The caller hears: silence\n',
    );
    const unknown = routeText({ ...route, outcome: 'unknown', needs: ['exchangeHostedVoiceMail'] }).text;
    expect(unknown).toContain('It hangs on facts that are not known: exchangeHostedVoiceMail.');
    expect(routeText({ ...route, outcome: 'none' }).text).toContain('Nobody answers, by design.');
    expect(routeText({ ...route, outcome: 'local', target: 'Redmond' }).text).toContain('by UM dial plan Redmond.');
  });
});

describe('what an export may write', () => {
  it('stays inside the folder', () => {
    expect(joinInside('dns/public/contoso.com.zone')).toEqual(['dns', 'public', 'contoso.com.zone']);
    for (const path of ['', '/etc/x', 'a/../../x', './x', 'a//b', 'a\\..\\b', 'C:/x', 'a/\0']) {
      expect(() => joinInside(path), path).toThrow('is no path inside the folder');
    }
  });

  it('travels as base64, bytes unchanged', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });
});

it('takes from the page only messages that it knows', () => {
  const look = { wave: null, unfolded: ['fold:contacts'] };
  for (const good of [
    { type: 'ready', look },
    { type: 'look', look: { ...look, wave: 'Pilot' } },
    { type: 'reveal', id: 'pool:x' },
    { type: 'open', at: { uri: 'file:///a.umtopo', line: 3 } },
    { type: 'request', number: 1, method: 'umtopo/previewSearch', params: { query: '' } },
    { type: 'fix', id: 'pool:x', problem: 0, title: 'Say it' },
  ])
    expect(isFromPanel(good), JSON.stringify(good)).toBe(true);
  for (const bad of [
    ...[null, 7, 'ready', {}, { type: 'run' }, { type: 'toString' }, { type: 'ready' }, { type: 'reveal', id: 7 }],
    { type: 'look', look: { wave: 1, unfolded: [] } },
    { type: 'look', look: { wave: null, unfolded: [7] } },
    { type: 'open', at: { uri: 'file:///a.umtopo' } },
    { type: 'request', number: 1, method: 'umtopo/export', params: {} },
    { type: 'request', number: 1, method: 'umtopo/previewSearch', params: null },
  ])
    expect(isFromPanel(bad), JSON.stringify(bad)).toBe(false);
});
