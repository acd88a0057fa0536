import { describe, expect, it } from 'vitest';
import { Analyzer } from '../../../server/src/rules/analyze';
import { deploymentOf, hostedParts, mixedBase, mixedWith } from '../../support/deployment';

const text = `users All {
  pool pool01.contoso.com
  alice@contoso.com  line +14255550101  mailbox hosted  policy Cloud
}
expect alice@contoso.com reaches ExchangeOnline
`;
const codes = (parts: Partial<typeof hostedParts>, more = text): string[] =>
  new Analyzer(mixedWith(more, parts))
    .analyze()
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

describe('a failed expectation', () => {
  it('is said once, by the rule that names the fault', () => {
    expect(codes({ provider: hostedParts.provider.replace('enabled true', 'enabled false') })).toEqual(['UM2002']);
    expect(codes({}, text.replace('policy Cloud', 'policy Cloud  enterpriseVoice false'))).toEqual(['UM4012']);
    expect(codes({ accessEdge: '' })).toEqual(['UM4002']);
  });
  it('is said once where no server has the plan', () => {
    const local = text
      .replace('mailbox hosted  policy Cloud', 'mailbox local  umDialPlan Redmond')
      .replace('ExchangeOnline', 'local');
    const found = new Analyzer(
      deploymentOf(
        `${mixedBase.replaceAll('dialPlans Redmond', '')}${Object.values(hostedParts).join('\n')}\n${local}`,
      ),
    ).analyze();
    const grave = found.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(new Set(grave)).toEqual(new Set(['UM6009']));
  });
  it('is an error of its own where nothing else is wrong', () => {
    expect(codes({}, text.replace('reaches ExchangeOnline', 'reaches local'))).toEqual(['UM0013']);
  });
});

describe('a policy that is declared twice', () => {
  const policy = 'hostedVoicemailPolicy cloud { description "which of the two?" }';
  it('is said once: the other declaration may have the destination', () => {
    expect(codes({ policy: `${policy}\n${hostedParts.policy}` }, text.replace(/^expect.*/m, ''))).toEqual(['UM3009']);
    expect(codes({ policy: `${hostedParts.policy}\n${policy}` }, text.replace(/^expect.*/m, ''))).toEqual(['UM3009']);
    expect(codes({ policy }, text.replace(/^expect.*/m, ''))).toEqual(['UM4009']);
  });
});
