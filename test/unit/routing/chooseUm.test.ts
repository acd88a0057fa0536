import { describe, expect, it } from 'vitest';
import { plainReader } from '../../../server/src/model/facts';
import { chooseUm } from '../../../server/src/routing/chooseUm';
import { mixedWith } from '../../support/deployment';

/** The decision table of the attribute and the EUM proxy addresses, row by row. `-`: no such pair. */
const table = [
  // Exchange, Cs, EUM proxy, result
  ['-', '-', 'yes', 'local'],
  ['-', '-', 'no', 'none'],
  ['1', '-', 'yes', 'hosted'],
  ['1', '-', 'no', 'hosted'],
  ['-', '1', 'yes', 'hosted'],
  ['-', '1', 'no', 'hosted'],
  ['1', '1', 'yes', 'hosted'],
  ['1', '1', 'no', 'hosted'],
  ['0', '-', 'yes', 'local'],
  ['0', '0', 'yes', 'local'],
  ['-', '0', 'yes', 'local'],
  ['0', '0', 'no', 'none'],
  ['-', '0', 'no', 'none'],
  ['1', '0', 'yes', 'open'],
  ['1', '0', 'no', 'open'],
  ['0', '1', 'yes', 'open'],
  ['0', '1', 'no', 'open'],
] as const;

function chosen(row: string): ReturnType<typeof chooseUm> {
  const deployment = mixedWith(
    `users All {\n  pool pool01.contoso.com\n  alice@contoso.com  line +14255550101  ${row}\n}`,
  );
  const [user] = deployment.usersWithAddress('alice@contoso.com');
  if (!user) throw new Error('no user');
  return chooseUm(plainReader, user);
}

const value = { '-': 'unset', '0': 'false', '1': 'true' } as const;

describe('the decision table of ExUM Routing', () => {
  for (const [exchange, lync, proxy, result] of table) {
    const plan = proxy === 'yes' ? 'umDialPlan Redmond' : '';
    it(`Exchange ${exchange}, Lync ${lync}, EUM proxy ${proxy}: ${result}`, () => {
      const row = `mailbox local  exchangeHostedVoiceMail ${value[exchange]}  hostedVoiceMail ${value[lync]}  ${plan}`;
      expect(chosen(row).um).toBe(result);
    });
    it(`the same as raw values of msExchUCVoiceMailSettings`, () => {
      const raw = [
        ...(exchange === '-' ? [] : [`"ExchangeHostedVoiceMail=${exchange}"`]),
        ...(lync === '-' ? [] : [`"CsHostedVoiceMail=${lync}"`]),
      ];
      const row = `mailbox local  msExchUCVoiceMailSettings ${raw.length === 0 ? 'unset' : raw.join(', ')}  ${plan}`;
      expect(chosen(row).um).toBe(result);
    });
  }

  it('two values of one author are open: no document says', () => {
    expect(chosen('mailbox local  msExchUCVoiceMailSettings "CsHostedVoiceMail=1", "CsHostedVoiceMail=0"').um).toBe(
      'open',
    );
  });

  it('asks nobody when the user is not enabled for Enterprise Voice', () => {
    expect(chosen('mailbox hosted  hostedVoiceMail true  enterpriseVoice false').um).toBe('none');
  });

  it('asks nobody when the user is homed online', () => {
    const deployment = mixedWith('users All {\n  alice@contoso.com  hostingProvider ExchangeOnline\n}');
    const [user] = deployment.usersWithAddress('alice@contoso.com');
    expect(user && chooseUm(plainReader, user).um).toBe('none');
  });
});

describe('a user of whom nothing of the attribute is stated', () => {
  it('has what export will make: 1 for a hosted mailbox', () => {
    expect(chosen('mailbox hosted')).toMatchObject({ um: 'hosted', attribute: { lync: true, exchange: undefined } });
  });
  it('1 for a local mailbox with Cloud Voicemail', () => {
    expect(chosen('mailbox local  enableCloudVoiceMail true').um).toBe('hosted');
  });
  it('nothing for a local mailbox', () => {
    expect(chosen('mailbox local  umDialPlan Redmond')).toMatchObject({ um: 'local', attribute: { lync: undefined } });
  });
  it('keeps EUM proxy addresses of before beside a hosted mailbox: the attribute wins', () => {
    const { um, decision } = chosen('mailbox hosted  umDialPlan Redmond');
    expect(um).toBe('hosted');
    expect(decision.because).toContain('wins over the EUM proxy addresses of UM dial plan Redmond');
  });
  it('when one pair is stated, the other is unset rather than made', () => {
    expect(chosen('mailbox hosted  exchangeHostedVoiceMail false  umDialPlan Redmond').um).toBe('local');
  });
});
