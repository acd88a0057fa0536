import { sameWord } from '../base/words';
import { UnknownFact } from '../model/facts';
import { umObjects } from './exchangeVersions';
import { setProperty } from './fixes';
import { isLocalMode } from './modes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM6018',
  severity: 'error',
  title: 'Exchange in another forest without trust',
  basis: 'documented',
  source: ['OP-UM', 'OP-TOPO'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['exchange'],
      check(exchange, context) {
        const { deployment, read, report } = context;
        const { head } = deployment;
        if (deployment.standalone || head === undefined || !isLocalMode(context)) return;
        const forest = read.text(exchange, 'forest');
        if (forest === undefined || umObjects(exchange).length === 0) return;
        const own = read.text(head, 'forest');
        if (own === undefined) throw new UnknownFact(head, 'forest', false);
        if (sameWord(own, forest) || read.flag(exchange, 'mutualTrust') === true) return;
        const property = exchange.written.has('mutualTrust') ? 'mutualTrust' : 'forest';
        report({
          at: { path: exchange.path, ...exchange.valueSpan(property) },
          message: `Exchange ${exchange.name} is in forest ${forest}, Lync in ${own}, without mutual trust: ExchUCUtil -Forest cannot give Lync the right to read the UM objects, and no local UM is found`,
          related: [{ at: { path: head.path, ...head.valueSpan('forest') }, message: 'The forest of Lync' }],
          fixes: () => [
            { ...setProperty(exchange, 'mutualTrust', 'true', 'The forests trust each other: `mutualTrust true`') },
            { ...setProperty(exchange, 'forest', own, `It is the same forest: \`forest ${own}\``), preferred: false },
          ],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Lync reads the UM dial plans, servers and users' attributes from Active Directory. When Exchange lives in another forest, the two forests have to trust each
other, the users' UM attributes have to be visible in the forest of Lync, and \`ExchUCUtil.ps1\` is run with \`-Forest:"<forest of Lync>"\`. Export writes that
parameter by itself; the trust is yours to set up, and to state with \`mutualTrust true\`.`,
  bad: `exchange OnPrem {
  version 2013
  forest exchange.contoso.com
         ^^^^^^^^^^^^^^^^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  forest exchange.contoso.com
  mutualTrust true
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  forest exchange.contoso.com
  mutualTrust false
              ^^^^^
}`,
  ],
};
