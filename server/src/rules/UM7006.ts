import type { Deployment } from '../model/deployment';
import type { Placement } from '../model/placement';
import { waveOrder } from '../model/waves';
import { grantable } from './completePolicy';
import { umObjects } from './exchangeVersions';
import { addDeclaration, insertIntoBlock, setProperty } from './fixes';
import { modeOf } from './modes';
import { freeName, writtenName } from './names';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { domainsOf } from './witnesses';

export const rule: Rule = {
  code: 'UM7006',
  severity: 'error',
  title: 'Transitional mixed mode without an end',
  basis: 'recommended',
  source: ['ARCH'],
  checks: [
    {
      looksAt: 'deployment',
      check(context) {
        const { deployment, read, report, complete } = context;
        const { head } = deployment;
        if (head === undefined || read.flag(head, 'transitional') !== true || modeOf(context) !== 'mixed') return;
        if (deployment.all('wave').some((wave) => read.list(wave, 'retire').length > 0)) return;
        complete('wave');
        report({
          at: { path: head.path, ...head.valueSpan('transitional') },
          message:
            'Mixed mode is declared as transitional, but no end state is declared: no wave retires the local Unified Messaging, so contacts, hunt groups and gateways stay for good',
          fixes: () =>
            [
              ...retire(context),
              setProperty(head, 'transitional', 'false', 'Mixed mode is to stay: `transitional false`'),
            ].map((fix, i) => ({ ...fix, preferred: i === 0 })),
        });
      },
    },
  ],
};

/** Lets the last wave retire the organizations with UM objects, or declares one that does. */
function retire({ deployment }: RuleContext): Fix[] {
  const names = deployment
    .all('exchange')
    .filter((exchange) => umObjects(exchange).length > 0 && exchange.name !== '')
    .map((exchange) => writtenName(exchange.name))
    .join(', ');
  if (names === '') return [];
  const { waves } = waveOrder(deployment);
  const last = waves[waves.length - 1]?.declaration;
  if (last?.node.body)
    return [{ title: `Retire ${names} at the end of ${last.name}`, edits: [insertIntoBlock(last, `retire ${names}`)] }];
  const moved = deployment.placements().filter((placement) => placement.fact('mailbox') === 'local');
  const name = freeName(deployment, 'wave', (n) => (n === 1 ? 'Last' : `Last${n}`));
  return [
    addDeclaration(
      deployment,
      moved.length === 0
        ? `wave ${name} { retire ${names} }`
        : `wave ${name} {\n  retire ${names}\n  ${moveLine(deployment, moved)}\n}`,
      undefined,
      `Declare wave ${name} that retires ${names}`,
    ),
  ];
}

/** Nobody may be left behind (UM7002). */
function moveLine(deployment: Deployment, moved: readonly Placement[]): string {
  const [policy] = grantable(deployment, domainsOf(moved));
  return `move every user with mailbox local to hosted${policy === undefined ? '' : ` policy ${policy}`}`;
}

export const page: RulePage = {
  explanation: `Two systems side by side cost work every day. When mixed mode is only a stage of a migration, the plan needs its end: a last wave after which the local Unified
Messaging is removed, contacts of OcsUmUtil, hunt groups, gateways and SIP URI dial plans. \`retire\` in that wave says so, and export writes the steps. That a plan without
an end is an error is our recommendation; say \`transitional false\` when both halves are to stay.`,
  bad: `deployment Contoso { server lync2013  mode mixed  transitional true  forest contoso.com }
                                                               ^^^^
wave Pilot { date 2013-06-03  move every user with mailbox local to hosted policy Cloud }`,
  good: `deployment Contoso { server lync2013  mode mixed  transitional true  forest contoso.com }
wave Rest { date 2013-06-03  retire OnPrem  move every user with mailbox local to hosted policy Cloud }`,
  alsoBad: [
    `deployment Contoso { server lync2013  mode mixed  transitional true  forest contoso.com }
                                                               ^^^^`,
  ],
};
