import type { Declaration } from '../model/declaration';
import { attributeOf, hostedIntended } from '../routing/attribute';
import { serverVersion } from '../routing/localRoute';
import { flagOf, isOnline } from './attributes';
import { exchangeOf, takesExchange2019, umObjects } from './exchangeVersions';
import { homeServer, homeServers } from './homeServers';
import type { Rule, RuleContext, RulePage } from './types';
import { setForUsers } from './userFixes';

export const rule: Rule = {
  code: 'UM4033',
  severity: 'error',
  title: 'Exchange without Unified Messaging as local UM',
  basis: 'documented',
  source: ['UMMIG', 'PS-UMSVC'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['exchange'],
      check(exchange, { read, report }) {
        if (read.text(exchange, 'version') !== '2019' || !hasUmOf2019(exchange, read)) return;
        report({
          at: { path: exchange.path, ...exchange.valueSpan('version') },
          message: `Exchange 2019 has no Unified Messaging: nobody answers for the dial plans and servers of ${exchange.name}. Voice mail of its mailboxes has to be hosted`,
        });
      },
    },
    {
      looksAt: 'declaration',
      kinds: ['umServer'],
      check(server, { read, report }) {
        if (!server.written.has('version') || read.text(server, 'version') !== '2019') return;
        report({
          at: { path: server.path, ...server.valueSpan('version') },
          message: `Exchange 2019 has no Unified Messaging: ${server.name} answers no call`,
        });
      },
    },
    {
      looksAt: 'placement',
      check(placement, context) {
        const { deployment, read, report } = context;
        if (deployment.standalone) return;
        if (!homeServers(context).some(takesExchange2019) || isOnline(read, placement)) return;
        if (read.text(placement, 'mailbox') !== 'local' || hostedIntended(read, placement)) return;
        if (read.flag(placement, 'enterpriseVoice') === false) return;
        const exchange = exchangeOf(deployment, read, placement);
        if (exchange === undefined || read.text(exchange, 'version') !== '2019' || umObjects(exchange).length > 0)
          return;
        const server = homeServer(context, placement);
        if (server === undefined || !takesExchange2019(server)) return;
        if (flagOf(attributeOf(read, placement)) !== 'empty') return;
        report({
          at: { placement, property: placement.has('exchange') ? 'exchange' : 'mailbox' },
          message: (who, users) =>
            `The mailbox of ${who} is on Exchange 2019, which has no Unified Messaging: there is no voice mail until ${users === 1 ? 'it is' : 'they are'} enabled for Cloud Voicemail`,
          fixes: (placements) =>
            setForUsers(placements, { enableCloudVoiceMail: 'true' }, 'Use Cloud Voicemail (enableCloudVoiceMail)'),
        });
      },
    },
  ],
};

/** Whether an organization of version 2019 has UM objects, and not just servers of an older version for them. */
function hasUmOf2019(exchange: Declaration, read: RuleContext['read']): boolean {
  const objects = umObjects(exchange);
  const servers = objects.filter((each) => each.kind.name === 'umServer');
  return objects.length > 0 && (servers.length === 0 || servers.some((each) => serverVersion(read, each) === '2019'));
}

export const page: RulePage = {
  explanation: `Exchange 2019 came without Unified Messaging: there is no UM service, no call router, and the UM cmdlets are gone. Voice mail for its mailboxes is Cloud
Voicemail, from Skype for Business Server 2019 on. Local UM needs servers of Exchange 2016 or older, and mailboxes on them.`,
  bad: `deployment Contoso { server sfb2019  mode mixed  forest contoso.com }
exchange OnPrem {
  version 2019
          ^^^^
}`,
  good: `deployment Contoso { server sfb2019  mode mixed  forest contoso.com }
exchange OnPrem {
  version 2016
}`,
  alsoBad: [
    `deployment Contoso { server sfb2019  mode mixed  forest contoso.com }
exchange New { version 2019 }
users Plant {
  pool pool01.contoso.com
  mailbox local
  exchange New
           ^^^
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122
  policy Cloud
}`,
  ],
  alsoGood: [
    `deployment Contoso { server sfb2019  mode mixed  forest contoso.com }
exchange New { version 2019 }
users Plant {
  pool pool01.contoso.com
  mailbox local
  exchange New
  enableCloudVoiceMail true
  policy Cloud
  carol@contoso.com  line +14255550121
}`,
  ],
};
