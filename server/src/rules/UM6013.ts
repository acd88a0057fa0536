import { sameWord } from '../base/words';
import type { Rule, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM6013',
  severity: 'error',
  title: 'Exchange UM on a Lync server',
  basis: 'documented',
  source: ['SUPPORT'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['umServer'],
      check(server, context) {
        const { deployment, read, report } = context;
        each(context, deployment.all('pool'), (pool) => {
          const computers = read.list(pool, 'computers');
          const names = computers.length > 0 ? computers : [pool.name];
          const index = names.findIndex((name) => sameWord(name, server.name));
          // As a trusted application: UM6014.
          if (index < 0 || read.text(pool, 'role') === 'trustedApplication') return;
          report({
            at: { path: server.path, ...server.head },
            message: `${server.name} is a computer of Lync pool ${pool.name} too: Exchange UM and Lync Server on one computer are not supported`,
            related: [{ at: { path: pool.path, ...pool.valueSpan('computers', index) }, message: `Pool ${pool.name}` }],
          });
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Exchange Unified Messaging can't be installed on a computer that runs Lync Server or holds its databases: both want the same ports, and the combination isn't
supported. Give UM a server of its own.`,
  bad: `exchange OnPrem {
  version 2013
  umServer fe01.contoso.com { umStartupMode dual  dialPlans Redmond }
           ^^^^^^^^^^^^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umServer ex03.contoso.com { umStartupMode dual  dialPlans Redmond }
}`,
};
