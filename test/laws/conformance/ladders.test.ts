import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { waveOrder } from '../../../server/src/model/waves';
import { buildGraph } from '../../../server/src/preview/buildGraph';
import { buildLadder } from '../../../server/src/preview/ladder/buildLadder';
import type { Ladder, LadderMessage } from '../../../server/src/preview/ladder/ladder';
import { graphMermaid, ladderMermaid } from '../../../server/src/preview/mermaid';
import { asked, routeOfAsked } from '../../../server/src/routing/asked';
import { type CallEvent, callEvents, type Route } from '../../../server/src/routing/types';
import { deploymentOf, hostedParts, mixedWith } from '../../support/deployment';
import { exampleNames, openExample } from '../../support/examples';
import { renderLadder } from '../../support/render/ladder';
import { deployments } from './deployments';

/** What a ladder must be for the route that `umtopo route` prints. */
function checkLadder(ladder: Ladder, route: Route, event: CallEvent | undefined): void {
  const ids = new Set(ladder.columns.map(({ id }) => id));
  for (const step of ladder.steps)
    for (const id of step.type === 'note' ? [step.at] : [step.from, step.to]) expect(ids).toContain(id);
  expect(ladder.steps.map(({ number }) => number)).toEqual(ladder.steps.map((_, index) => index + 1));
  expect(renderLadder(ladder).join('\n')).not.toMatch(/undefined|null|NaN|\[object|\?\w+:/);
  expect(ladder.outcome).toBe(route.outcome);

  const hops = ladder.columns.flatMap((column) => column.hops);
  expect(hops).toEqual([...hops].sort((a, b) => a - b));
  expect(new Set(hops).size).toBe(hops.length);
  for (const { label, port, hops: own, missing } of ladder.columns) {
    if (missing || own.length === 0) continue;
    const shown = own.map((index) => route.hops[index]);
    const placeholder = shown.every((hop) => hop?.role === 'contact');
    if (!placeholder)
      expect(shown).toContainEqual(expect.objectContaining({ at: label, ...(port !== undefined && { port }) }));
  }

  const answered = route.outcome === 'hosted' || route.outcome === 'local';
  const lost = ladder.steps.filter((step) => (step.type === 'note' ? step.state === 'broken' : step.lost));
  expect(lost.length > 0).toBe(route.outcome === 'failed');
  if (lost.length > 0) {
    const details = lost.flatMap((step) => step.details.map(({ text }) => text));
    expect(details).toContain(route.failure?.reason);
    expect(details).toContain(`Seen: ${route.failure?.symptom}`);
  }
  if (!answered || event === 'mwi' || event === 'playOnPhone') return;
  // Every hop has its column, and the call comes to them in the route's order.
  expect(hops).toEqual(route.hops.map((_, index) => index));
  const carrier = (step: LadderMessage) =>
    !/^(NOTIFY|CANCEL)$/.test(step.label) &&
    (step.kind === 'request' || /^(Missed|Message|Notification)/.test(step.label));
  const visited = ladder.steps.flatMap((step) => (step.type === 'message' && carrier(step) ? [step.to] : []));
  const withHops = ladder.columns.filter((column) => column.hops.length > 0).map(({ id }) => id);
  expect([...new Set(visited)].filter((id) => withHops.includes(id))).toEqual(withHops);
}

function checkAll(deployment: Deployment, of: readonly string[]): number {
  let checked = 0;
  const waves = waveOrder(deployment).waves.length;
  for (const address of of) {
    for (const event of address.includes('@') ? callEvents : [undefined]) {
      for (const wave of new Set([0, waves])) {
        const question = asked(address, event);
        const ladder = buildLadder(deployment, question, wave);
        const route = routeOfAsked(deployment, question, wave);
        expect(ladder === undefined).toBe(route === undefined);
        if (!ladder || !route) continue;
        checkLadder(ladder, route, route.contact === address ? undefined : event);
        expect(ladderMermaid(ladder).split('\n').length).toBeGreaterThan(ladder.steps.length);
        checked++;
      }
    }
  }
  return checked;
}

/** Whom to call: a user of each placement, and each contact by address and by number. */
function everybody(deployment: Deployment): string[] {
  const users = [...deployment.placements()].flatMap((placement) => placement.users(1).map(({ address }) => address));
  const contacts = deployment.all('exUmContact');
  return [
    ...users,
    ...contacts.map(({ name }) => name),
    ...contacts.map((contact) => String(contact.fact('displayNumber'))),
  ];
}

describe('the ladder shows the hops of the route, in their order', () => {
  it.each(exampleNames)('for every placement, event and contact of the example %s', async (name) => {
    const { deployment } = await openExample(name);
    expect(checkAll(deployment, everybody(deployment))).toBeGreaterThan(10);
  });

  it.each(Object.keys(deployments) as (keyof typeof deployments)[])('of the deployment %s', (name) => {
    const deployment = deploymentOf(deployments[name]);
    expect(checkAll(deployment, everybody(deployment))).toBeGreaterThan(10);
  });

  const flag = fc.constantFrom('', 'true', 'false', 'unknown', 'unset');
  const property = (name: string, values: fc.Arbitrary<string>) =>
    values.map((value) => (value === '' ? '' : `${name} ${value}`));
  const user = fc
    .tuple(
      property('mailbox', fc.constantFrom('local', 'hosted', 'none', 'unknown')),
      property('pool', fc.constantFrom('pool01.contoso.com', 'sba01.contoso.com', 'unknown')),
      property('hostedVoiceMail', flag),
      property('exchangeHostedVoiceMail', flag),
      property('umDialPlan', fc.constantFrom('', 'Redmond', 'Redmond', 'unset', 'unknown', 'Gone')),
      property('policy', fc.constantFrom('', 'Cloud', 'unset', 'unknown', 'Gone')),
      property('enterpriseVoice', fc.constantFrom('', 'true', 'false')),
    )
    .map((properties) => `u@contoso.com line +14255550101 ${properties.filter(Boolean).join(' ')}`);
  const parts = fc.record({
    accessEdge: fc.constantFrom(hostedParts.accessEdge, 'accessEdgeConfiguration { allowFederatedUsers false }', ''),
    provider: fc.constantFrom(hostedParts.provider, hostedParts.provider.replace('enabled true', ''), ''),
    policy: fc.constantFrom(
      hostedParts.policy,
      hostedParts.policy.replace(/destination \S+/, ''),
      hostedParts.policy.replace('organization ', 'organization fabrikam.onmicrosoft.com, '),
    ),
  });
  const rest = fc.constantFrom(
    '',
    'mediaConfiguration global { encryptionLevel doNotSupportEncryption }',
    'voicePolicy global { enableVoicemailEscapeTimer true }',
    'voicemailReroutingConfiguration site:Spokane { enabled true  autoAttendantNumber +14255550190 }\nexUmContact aa@contoso.com { displayNumber +14255550190  pool pool01.contoso.com  ou "OU=V,DC=c"  policy Cloud  autoAttendant true }',
    'wave Pilot { date 2013-06-03  move every user with mailbox local to hosted policy Cloud }',
  );
  it('of random deployments', () => {
    fc.assert(
      fc.property(user, parts, rest, (row, part, more) => {
        const deployment = mixedWith(`${more}\nusers Group {\n  ${row}\n}`, part);
        checkAll(deployment, ['u@contoso.com', '+14255550101', '+14255550190']);
        expect(graphMermaid(buildGraph(deployment, []))).toMatch(/^flowchart LR\n/);
      }),
      { numRuns: 60 },
    );
  });
});
