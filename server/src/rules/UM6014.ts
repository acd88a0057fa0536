import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Fix, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM6014',
  severity: 'warning',
  title: 'UM server declared as trusted application',
  basis: 'documented',
  source: ['OWA'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['pool'],
      check(pool, { deployment, read, report }) {
        if (read.text(pool, 'role') !== 'trustedApplication') return;
        const computers = read.list(pool, 'computers');
        const names = computers.length > 0 ? computers : [pool.name];
        names.forEach((name, i) => {
          const server = deployment.all('umServer').find((each) => sameWord(each.name, name));
          if (server === undefined) return;
          const plans = read
            .list(server, 'dialPlans')
            .map((plan) => deployment.find('umDialPlan', plan, server.organization));
          if (!plans.some((plan) => plan && read.text(plan, 'uriType') === 'sipName')) return;
          report({
            at: { path: pool.path, ...(computers.length > 0 ? pool.valueSpan('computers', i) : pool.head) },
            message: `Lync finds ${name} by itself, as the server of a SIP URI dial plan; as a trusted application it is known twice, and instant messaging in Outlook Web App stops`,
            related: [{ at: { path: server.path, ...server.head }, message: `UM server ${server.name}` }],
            fixes: () => [remove(pool, names, i)],
          });
        });
      },
    },
  ],
};

/** Takes the computer out, or the pool when it is its only one. */
function remove(pool: Declaration, names: readonly string[], index: number): Fix {
  const { path } = pool;
  if (names.length < 2)
    return { title: `Remove pool ${pool.name}`, edits: [{ path, ...pool.span, text: '' }], preferred: true };
  const start = pool.valueSpan('computers').start;
  const end = pool.valueSpan('computers', names.length - 1).end;
  const text = names.filter((_, i) => i !== index).join(', ');
  return { title: `Remove ${names[index]} from the pool`, edits: [{ path, start, end, text }], preferred: true };
}

export const page: RulePage = {
  explanation: `Servers of SIP URI dial plans are discovered from Active Directory and put on Lync's list of known servers. Adding them again by hand, as a trusted application
pool for Outlook Web App, gives Lync two entries for one server, and instant messaging in Outlook Web App stops working. Remove the trusted application; it is needed
only for Exchange servers that serve no SIP URI dial plan.`,
  bad: `site Redmond {
  siteId 1
  pool owa.contoso.com { role trustedApplication  computers ex01.contoso.com, ex09.contoso.com }
                                                            ^^^^^^^^^^^^^^^^
}`,
  good: `site Redmond {
  siteId 1
  pool owa.contoso.com { role trustedApplication  computers ex08.contoso.com, ex09.contoso.com }
}`,
  alsoBad: [
    `site Redmond {
  siteId 1
  pool ex01.contoso.com { role trustedApplication }
       ^^^^^^^^^^^^^^^^
}`,
  ],
};
