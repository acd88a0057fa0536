import { expect, it } from 'vitest';
import { codeLenses } from '../../../server/src/editor/codeLens';
import { deploymentOf, hostedParts, mixedBase } from '../../support/deployment';

it('tells users and placements, the state of expectations, and the ways to preview and route', () => {
  const deployment = deploymentOf(`${mixedBase}${Object.values(hostedParts).join('\n')}
users Sales { pool pool01.contoso.com
  alice@contoso.com  mailbox hosted  policy Cloud
  bob@contoso.com    mailbox hosted  policy Cloud
  carol@contoso.com  mailbox local   umDialPlan Redmond
}
hostedVoicemailPolicy Unused { }
expect alice@contoso.com reaches ExchangeOnline
expect every user reaches hosted
`);
  const text = deployment.textOf('/main.umtopo');
  const shown = codeLenses(deployment, '/main.umtopo').map(
    ({ span, title, action }) => `${text.slice(span.start, span.end)} | ${title()}${action ? ` (${action.type})` : ''}`,
  );
  expect(shown).toEqual([
    'Contoso | Show routing (preview)',
    'pool01.contoso.com | 3 users in 2 placements',
    'sba01.contoso.com | no users',
    'Redmond | 1 user in 1 placement',
    'contoso.onmicrosoft.com | 2 users in 1 placement',
    'ExchangeOnline | 2 users in 1 placement',
    'Cloud | 2 users in 1 placement',
    'Sales | 3 users in 2 placements',
    'Unused | no users',
    'expect alice@contoso.com reaches ExchangeOnline | ✓ holds',
    'expect alice@contoso.com reaches ExchangeOnline | Show route (route)',
    'expect every user reaches hosted | ✗ fails for 1 of 3',
  ]);
});
