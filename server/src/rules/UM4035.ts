import { findKnown, UnknownFact } from '../model/facts';
import { serverVersion } from '../routing/localRoute';
import { umObjects } from './exchangeVersions';
import { setProperty } from './fixes';
import { serverOf } from './modes';
import type { Rule, RulePage } from './types';

/** The cumulative update from which Lync Server 2010 works with Exchange 2013 UM. [EX-COEX] */
const NEEDED = 3;

export const rule: Rule = {
  code: 'UM4035',
  severity: 'warning',
  title: 'Cumulative update missing for Exchange 2013 UM',
  basis: 'documented',
  source: ['EX-COEX'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report } = context;
        const { head } = deployment;
        if (head === undefined || serverOf(context) !== 'lync2010') return;
        const holders = deployment
          .all('exchange', 'umServer')
          .filter((holder) => holder.kind.name === 'umServer' || umObjects(holder).length > 0);
        if (!findKnown(holders, (holder) => serverVersion(read, holder) === '2013')) return;
        const update = read.number(head, 'cumulativeUpdate');
        if (update === undefined) throw new UnknownFact(head, 'cumulativeUpdate', false);
        if (update >= NEEDED) return;
        report({
          at: { path: head.path, ...head.valueSpan('cumulativeUpdate') },
          message: `Lync Server 2010 needs cumulative update ${NEEDED} to work with Exchange 2013 UM; ${update} is installed`,
          fixes: () => [setProperty(head, 'cumulativeUpdate', String(NEEDED), `Install cumulative update ${NEEDED}`)],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Exchange 2013 answers through a call router that redirects to the mailbox's server. Older front ends don't follow it: Lync Server 2010 needs cumulative
update 3, and Office Communications Server 2007 R2 its cumulative update 10. Lync Server 2013 needs none. Without \`cumulativeUpdate\` in \`deployment\` this isn't
checked.`,
  bad: `deployment Contoso { server lync2010  cumulativeUpdate 2  mode mixed  forest contoso.com }
                                                       ^`,
  good: `deployment Contoso { server lync2010  cumulativeUpdate 3  mode mixed  forest contoso.com }`,
  alsoGood: [`deployment Contoso { server lync2010  mode mixed  forest contoso.com }`],
};
