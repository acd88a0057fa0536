import { describe, expect, it } from 'vitest';
import { Analyzer } from '../../../server/src/rules/analyze';
import { deploymentOf } from '../../support/deployment';

/** While versions live side by side each pool says its own, and those homed there are judged by it. */
describe('the version of the home pool', () => {
  const said = (server: string, pools: Record<string, string>, exchange: string, pool: string): string[] => {
    const declared = Object.entries(pools).map(
      ([name, own]) => `  pool ${name}.contoso.com { role frontEnd  ${own ? `server ${own}` : ''} }`,
    );
    const text = `deployment Contoso { server ${server}  mode mixed  forest contoso.com }
sipDomain contoso.com { isDefault true }
site Redmond {
${declared.join('\n')}
}
exchange Exchange {
  version ${exchange}
  forest contoso.com
  ${exchange === '2019' ? '' : 'umServer ex01.contoso.com { umStartupMode dual }'}
}
users New {
  pool ${pool}.contoso.com
  mailbox local
  enableCloudVoiceMail true
  zoe@contoso.com  line +14255550101
}
`;
    const { diagnostics } = new Analyzer(deploymentOf(text)).analyze();
    return diagnostics
      .filter(({ code }) => code === 'UM4033' || code === 'UM4034')
      .map(({ code, message }) => `${code} ${message.replace(/ (is not|of mailboxes).*/, '')}`);
  };

  it.each<[server: string, pools: Record<string, string>, exchange: string, said: string[]]>([
    ['sfb2015', { old: '', new: 'sfb2019' }, '2019', []],
    ['sfb2019', { old: '', new: 'sfb2015' }, '2019', ['UM4034 Skype for Business Server 2015 with voice mail']],
    ['lync2013', { new: 'sfb2015' }, '2016', []],
    ['lync2013', { old: '', new: 'sfb2015' }, '2016', []],
    ['lync2013', { new: '' }, '2016', ['UM4034 Lync Server 2013 with Unified Messaging of Exchange 2016']],
    ['sfb2015', { new: 'lync2010' }, '2016', ['UM4034 Lync Server 2010 with Unified Messaging of Exchange 2016']],
    ['lync2013', { new: 'ocs2007R2' }, '2016', []],
  ])('%s with %j and Exchange %s', (server, pools, exchange, wanted) => {
    expect(said(server, pools, exchange, 'new')).toEqual(wanted);
  });
});
