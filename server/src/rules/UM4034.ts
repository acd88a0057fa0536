import type { Declaration } from '../model/declaration';
import { isOnline } from './attributes';
import { exchangeName, exchangeOf, isSupported, serverName, takesExchange2019, umObjects } from './exchangeVersions';
import { homeServer, homeServers } from './homeServers';
import type { Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4034',
  severity: 'error',
  title: 'Versions that are not supported together',
  basis: 'documented',
  source: ['UMMIG', 'SUPPORT', 'SFB-UM'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['exchange', 'umServer'],
      check(holder, context) {
        if (holder.kind.name === 'exchange' && umObjects(holder).length === 0) return;
        if (!holder.written.has('version') || context.deployment.standalone) return;
        checkVersion(holder, context);
      },
    },
    {
      looksAt: 'placement',
      check(placement, context) {
        const { deployment, read, report } = context;
        if (deployment.standalone) return;
        if (homeServers(context).every(takesExchange2019) || isOnline(read, placement)) return;
        if (read.text(placement, 'mailbox') !== 'local') return;
        const exchange = exchangeOf(deployment, read, placement);
        // One with UM objects is at fault itself (UM4033).
        if (exchange === undefined || read.text(exchange, 'version') !== '2019' || umObjects(exchange).length > 0)
          return;
        const server = homeServer(context, placement);
        if (server === undefined || takesExchange2019(server)) return;
        report({
          at: { placement, property: placement.has('exchange') ? 'exchange' : 'mailbox' },
          message: (who) =>
            `${serverName(server)} with voice mail of mailboxes on Exchange 2019 is not supported: ${who} cannot have voice mail until homed on Skype for Business Server 2019`,
        });
      },
    },
  ],
};

function checkVersion(holder: Declaration, context: RuleContext): void {
  const { read, report } = context;
  const version = read.text(holder, 'version');
  // Without Unified Messaging: UM4033.
  if (version === undefined || version === '2019') return;
  const servers = homeServers(context);
  const [server] = servers;
  // Who is homed on another version than most may be those who use it.
  if (server === undefined || servers.some((each) => isSupported(each, version))) return;
  report({
    at: { path: holder.path, ...holder.valueSpan('version') },
    message: `${serverName(server)} with Unified Messaging of ${exchangeName(version)} is not supported`,
  });
}

export const page: RulePage = {
  explanation: `Supported together are:

| server | local UM of Exchange |
| --- | --- |
| Lync Server 2010 | 2007 SP1 to 2013 (2013 with cumulative update 3) |
| Lync Server 2013 | 2007 SP1 to 2013 |
| Skype for Business Server 2015 | 2010 to 2016 |
| Skype for Business Server 2019 | 2013 and 2016; mailboxes on 2019 have Cloud Voicemail |

What counts is the version of the home pools: their own \`server\`, else the deployment's. Voice mail of mailboxes on Exchange 2019 is not supported before Skype for Business Server 2019: move the users there first, then their mailboxes.`,
  bad: `deployment Contoso { server sfb2015  mode mixed  forest contoso.com }
exchange New { version 2019 }
users Plant {
  pool pool01.contoso.com
  mailbox local
  exchange New
           ^^^
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122
}`,
  good: `deployment Contoso { server sfb2015  mode mixed  forest contoso.com }
exchange OnPrem { version 2016 }`,
  alsoBad: [
    `exchange OnPrem { version 2016 }
                          ^^^^`,
    `deployment Contoso { server sfb2019  mode mixed  forest contoso.com }
exchange OnPrem { version 2010SP1 }
                          ^^^^^^^`,
  ],
};
