import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../server/src/routing/expectations';
import { deploymentOf } from '../../support/deployment';
import { deployments } from './deployments';

type Name = keyof typeof deployments;

/** What becomes of one more expectation: `true`, `false` with who fails and how many of how many, or `null`. */
function judged(name: Name, text: string): string {
  const source = deployments[name]
    .replace(/^expect .*$/gm, '')
    .replace(/^(\/\/- .*main\.umtopo)$/m, (header) => `${header}\n${text}`);
  const deployment = deploymentOf(source);
  const [expectation, other] = deployment.expectations;
  if (expectation === undefined || other !== undefined) throw new Error('one expectation was meant');
  const { passed, witness, failing, of, needs, fault } = evaluate(deployment, expectation);
  if (fault) return `fault at ${fault.word.text}`;
  if (passed === false) return `fails for ${witness}, ${failing} of ${of}`;
  return passed === null ? `undecided ${needs.join(', ')}`.trim() : `passes for ${of}`;
}

describe('expectations', () => {
  it.each<[Name, string, string]>([
    ['moving', 'expect alice@contoso.com reaches ExchangeOnline', 'passes for 1'],
    ['moving', 'expect alice@contoso.com reaches hosted on busy', 'passes for 1'],
    ['moving', 'expect alice@contoso.com reaches contoso.onmicrosoft.com', 'passes for 1'],
    ['moving', 'expect alice@contoso.com reaches local', 'fails for alice@contoso.com, 1 of 1'],
    ['moving', 'expect carol@contoso.com, dan@contoso.com reaches Redmond before Pilot', 'passes for 2'],
    [
      'moving',
      'expect carol@contoso.com, dan@contoso.com reaches Redmond after Pilot',
      'fails for carol@contoso.com, 2 of 2',
    ],
    ['moving', 'expect carol@contoso.com reaches ex02.contoso.com', 'passes for 1'],
    ['moving', 'expect carol@contoso.com reaches umServer ex01.contoso.com', 'passes for 1'],
    ['moving', 'expect carol@contoso.com reaches umDialPlan Redmond', 'passes for 1'],
    ['moving', 'expect carol@contoso.com reaches nothing', 'fails for carol@contoso.com, 1 of 1'],
    ['moving', 'expect every user reaches hosted', 'fails for carol@contoso.com, 4 of 5'],
    ['moving', 'expect every user reaches hosted after Rest', 'passes for 5'],
    ['moving', 'expect every user in group Plant with mailbox local reaches Redmond after Branch', 'passes for 1'],
    ['moving', 'expect every user with policy Cloud reaches hosted', 'passes for 1'],
    ['moving', 'expect every user in site Spokane reaches local before Branch', 'passes for 1'],
    ['moving', 'expect every contact reaches hosted', 'fails for ova-local@contoso.com, 1 of 3'],
    ['moving', 'expect every contact with policy Cloud reaches tenant contoso.onmicrosoft.com', 'passes for 2'],
    ['moving', 'expect no contact unreachable', 'passes for 3'],
    ['moving', 'expect call to +14255550180 reaches ova@contoso.com', 'passes for 1'],
    ['moving', 'expect call to tel:+14255550100 reaches Redmond', 'passes for 1'],
    ['moving', 'expect call to +14255550100 reaches hosted', 'fails for +14255550100, 1 of 1'],
    ['moving', 'expect erin@contoso.com reaches aa@contoso.com on wanOutage', 'passes for 1'],
    ['moving', 'expect alice@contoso.com reaches Nowhere', 'fault at Nowhere'],
    ['moving', 'expect alice@contoso.com reaches umServer ExchangeOnline', 'fault at ExchangeOnline'],
    ['contosoMixed', 'expect dora@contoso.com reaches Plant', 'fault at Plant'],
    ['contosoMixed', 'expect dora@contoso.com reaches umDialPlan Plant', 'fault at Plant'],
    ['moving', 'expect zoe@contoso.com reaches hosted', 'fault at zoe@contoso.com'],
    ['moving', 'expect alice@contoso.com reaches hosted after Never', 'fault at Never'],
    ['moving', 'expect alice@contoso.com reaches hosted on fire', 'fault at fire'],
    ['moving', 'expect call to +14255550177 reaches hosted', 'fault at +14255550177'],
    ['litware', 'expect every user in pool pool2.litware.com reaches hosted', 'fails for old@litware.com, 2 of 4'],
    ['litware', 'expect every user with policy global with mailbox hosted reaches hosted', 'passes for 2'],
    ['litware', 'expect every user in domain corp.litware.com reaches "Cloud Voicemail"', 'passes for 1'],
    ['litware', 'expect off@litware.com reaches nothing', 'passes for 1'],
    ['contosoMixed', 'expect every user in group America reaches America\\Plant', 'passes for 2'],
    ['contosoMixed', 'expect every user in group America reaches Europe\\Plant', 'fails for gail@contoso.com, 2 of 2'],
    ['contosoMixed', 'expect every user with mailbox local reaches local', 'fails for cleo@contoso.com, 1 of 6'],
    ['inventory', 'expect a@fabrikam.com reaches hosted', 'undecided accessEdgeConfiguration, hostedVoiceMail'],
    [
      'inventory',
      'expect no user unreachable',
      'undecided accessEdgeConfiguration, hostedVoiceMail, hostedVoicemailPolicy, pool',
    ],
  ])('%s: %s: %s', (name, text, outcome) => {
    expect(judged(name, text)).toBe(outcome);
  });
});
