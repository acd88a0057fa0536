import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { contactInCrowd, waveOrder } from '../model/waves';
import { serverVersions } from '../vocabulary';
import { setProperty } from './fixes';
import { isHome } from './homes';
import { livePlace } from './livePlace';
import type { Rule, RulePage } from './types';

const versions: readonly string[] = ['ocs2007', 'ocs2007R2', ...serverVersions];

/** The version that a pool runs: its own, else the deployment's. */
function versionOf(deployment: Deployment, pool: Declaration): unknown {
  return pool.written.has('server') ? pool.fact('server') : deployment.head?.fact('server');
}

function isOlder(version: unknown, than: string): boolean {
  return (
    typeof version === 'string' && versions.indexOf(version) >= 0 && versions.indexOf(version) < versions.indexOf(than)
  );
}

function homes(deployment: Deployment, oldest: string): Declaration[] {
  return deployment
    .all('pool')
    .filter((pool) => isHome(pool.fact('role')) && !isOlder(versionOf(deployment, pool), oldest))
    .slice(0, 3);
}

export const rule: Rule = {
  code: 'UM2014',
  severity: 'error',
  title: 'Pool too old for an ExUM contact',
  basis: 'documented',
  source: ['PS-NEWCON', 'CREATECONTACT'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['exUmContact'],
      check(contact, { deployment, read, report }) {
        const pool = deployment.find('pool', read.text(contact, 'pool'));
        const own = pool?.written.has('server') ? read.text(pool, 'server') : undefined;
        if (pool === undefined || !isOlder(own, 'lync2010')) return;
        report({
          at: { path: contact.path, ...contact.valueSpan('pool') },
          message: `${pool.name} runs Office Communications Server: ExUM contacts need a newer Lync Server pool, so ${contact.name} can't be made there`,
          related: [{ at: { path: pool.path, ...pool.valueSpan('server') }, message: `The version of ${pool.name}` }],
          fixes: () =>
            homes(deployment, 'lync2010').map((home) =>
              setProperty(contact, 'pool', home.name, `Change to ${home.name}`),
            ),
        });
      },
    },
    {
      looksAt: 'deployment',
      check({ deployment, read, report }) {
        const { head } = deployment;
        if (head === undefined || isOlder(read.text(head, 'server'), 'lync2013')) return;
        for (const wave of waveOrder(deployment).waves) {
          for (const move of wave.moves) {
            const written = move.written.get('pool');
            const word = written?.node.values[0];
            const pool = typeof written?.value === 'string' ? deployment.find('pool', written.value) : undefined;
            if (pool === undefined || word === undefined) continue;
            const { selection } = move;
            const moved = deployment
              .all('exUmContact')
              .filter((contact) =>
                selection?.type === 'every'
                  ? contactInCrowd(deployment, selection.crowd, contact)
                  : move.addresses.has(contact.key),
              );
            const [first] = moved;
            if (first === undefined || sameWord(String(first.fact('pool')), pool.name)) continue;
            const version = read.text(pool.written.has('server') ? pool : head, 'server');
            if (!isOlder(version, 'lync2013')) continue;
            const at = livePlace(wave.declaration, () => wave.declaration.absolute(word));
            report({
              at,
              message: `${pool.name}: ExUM contacts need a newer Lync Server pool, so wave ${wave.name} can't move ${first.name} there. It takes Lync Server 2013 or later`,
              related: [
                { at: { path: pool.path, ...pool.valueSpan('server') }, message: `The version of ${pool.name}` },
                { at: { path: first.path, ...first.head }, message: `Contact ${first.name}` },
              ],
              fixes: () =>
                homes(deployment, 'lync2013').map((home, i) => ({
                  title: `Change to ${home.name}`,
                  edits: [{ ...at, text: home.name }],
                  preferred: i === 0,
                })),
            });
          }
        }
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `New-CsExUmContact refuses a pool of Office Communications Server 2007 or 2007 R2: the contact can't be made there, so its number is not answered. In a Lync
Server 2013 deployment a contact can be moved only to a pool of Lync Server 2013 or later.`,
  bad: `site Redmond {
  pool old01.contoso.com { role frontEnd  server ocs2007R2 }
}
exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool old01.contoso.com
       ^^^^^^^^^^^^^^^^^
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  good: `site Redmond {
  pool old01.contoso.com { role frontEnd  server lync2010 }
}
exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool old01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  alsoBad: [
    `site Redmond {
  pool old01.contoso.com { role frontEnd  server lync2010 }
}
wave Contacts { date 2013-06-03  move ova@contoso.com to pool old01.contoso.com }
                                                              ^^^^^^^^^^^^^^^^^`,
  ],
};
