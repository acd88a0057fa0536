import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { waveOrder } from '../../../server/src/model/waves';
import { answerOf, waveChanges } from '../../../server/src/preview/waveChanges';
import { routeOfAddress } from '../../../server/src/routing/route';
import { deploymentOf, mixedWith } from '../../support/deployment';
import { openExample } from '../../support/examples';
import { Random, runSeed } from '../../support/random';
import { randomDeployment } from '../../support/randomDeployment';

const moving = `
users Finance { pool pool01.contoso.com  mailbox local  umDialPlan Redmond
  alice@contoso.com
  bob@contoso.com
  carol@contoso.com
  dan@contoso.com
  erin@contoso.com
}
exUmContact ova@contoso.com { displayNumber +14255550100  tool ocsUmUtil  pool pool01.contoso.com  ou "OU=V,DC=c"  umDialPlan Redmond }
wave Pilot { date 2013-06-03  move alice@contoso.com to hosted policy Cloud }
wave Rest {
  date 2013-07-01
  retire OnPrem
  move every user with mailbox local to hosted policy Cloud
  move every contact with mailbox local to hosted policy Cloud
}
wave Gone { date 2013-08-01  move bob@contoso.com to none }
`;

describe('what a wave changes', () => {
  const deployment = mixedWith(moving);

  it('is told by route, before and after, with witnesses', () => {
    expect(waveChanges(deployment, 0)).toEqual({
      changes: [
        {
          before: 'UM dial plan Redmond',
          after: 'ExchangeOnline (contoso.onmicrosoft.com)',
          users: 1,
          numbers: 0,
          witnesses: ['alice@contoso.com'],
          lost: false,
        },
      ],
      unchanged: 4,
      retired: [],
    });
    const { changes, unchanged, retired } = waveChanges(deployment, 1);
    expect(changes).toMatchObject([
      { users: 4, numbers: 1, witnesses: ['bob@contoso.com', 'carol@contoso.com', 'dan@contoso.com'] },
    ]);
    expect({ unchanged, retired }).toEqual({ unchanged: 1, retired: ['OnPrem'] });
    expect(waveChanges(deployment, 2).changes).toMatchObject([
      { after: 'No voice mail', witnesses: ['bob@contoso.com'] },
    ]);
  });

  it('marks the calls that die', () => {
    const lost = mixedWith(moving, {
      provider: 'hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabled false }',
    });
    const [change] = waveChanges(lost, 0).changes;
    expect(change).toMatchObject({ lost: true, users: 1 });
    expect(change?.after).toMatch(/^Lost: Hosting provider ExchangeOnline is disabled/);
  });

  it('is what asking every user before and after tells', async () => {
    const random = new Random(runSeed());
    const { deployment: mixed } = await openExample('mixed');
    const made = Array.from({ length: 15 }, () => deploymentOf(randomDeployment(random)));
    for (const each of [mixed, deployment, ...made])
      for (const [wave] of waveOrder(each).waves.entries()) {
        const { changes, unchanged } = waveChanges(each, wave);
        const told = new Map(
          changes.filter(({ users }) => users > 0).map(({ before, after, users }) => [`${before} → ${after}`, users]),
        );
        expect({ changed: Object.fromEntries(told), unchanged }).toEqual(asked(each, wave));
      }
  });
});

/** User by user, by the same functions as the command line. */
function asked(deployment: Deployment, wave: number): { changed: Record<string, number>; unchanged: number } {
  const changed: Record<string, number> = {};
  let unchanged = 0;
  for (const { address } of deployment.users()) {
    const [before, after] = [wave, wave + 1].map((done) => routeOfAddress(deployment, address, 'noAnswer', done));
    const way = before && after && `${answerOf(before)} → ${answerOf(after)}`;
    if (way === undefined || answerOf(before as never) === answerOf(after as never)) unchanged++;
    else changed[way] = (changed[way] ?? 0) + 1;
  }
  return { changed, unchanged };
}
