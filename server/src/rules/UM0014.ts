import { nearest } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { plainReader, UNKNOWN } from '../model/facts';
import { bareAddress } from '../model/values';
import { contactInCrowd, crowdAfter, inCrowd, waveOrder } from '../model/waves';
import { hasPolicy } from '../routing/route';
import type { Crowd as Selected } from '../syntax/ast';
import { crowdOf, isFilterNamed, verdictOf } from './expectationFaults';
import { replace } from './fixes';
import type { Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0014',
  severity: 'warning',
  title: 'Selects nobody',
  basis: 'language',
  source: [],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { deployment, report, complete } = context;
        for (const expectation of deployment.expectations) {
          const selected = crowdOf(expectation);
          if (selected === undefined || !isNamed(selected, context)) continue;
          const verdict = verdictOf(crowd, expectation);
          if (verdict.fault || verdict.passed !== true || verdict.of > 0) continue;
          complete(selected.of === 'user' ? 'users' : 'exUmContact');
          if (selected.of === 'user' && lacksUsers(deployment, selected)) continue;
          const { path, item } = expectation;
          report({
            at: { path, start: item.start + selected.start, end: item.start + selected.end },
            message: `This expectation selects no ${selected.of}, so it tells nothing about any call`,
          });
        }
      },
    },
    {
      looksAt: 'crowd',
      check(_, context) {
        const { deployment, report, complete } = context;
        waveOrder(deployment).waves.forEach((wave, i) => {
          for (const { selection } of wave.moves) {
            const { path } = wave.declaration;
            if (selection?.type === 'every') {
              if (!isNamed(selection.crowd, context) || selects(selection.crowd, i, context)) continue;
              complete(selection.crowd.of === 'user' ? 'users' : 'exUmContact');
              if (selection.crowd.of === 'user' && lacksUsers(deployment, selection.crowd)) continue;
              report({
                at: { path, ...wave.declaration.absolute(selection) },
                message: `Wave ${wave.name} moves nobody here: no ${selection.crowd.of} is selected in the state before the wave`,
              });
            } else if (selection?.type === 'addresses') {
              for (const word of selection.addresses) {
                const address = bareAddress(word.text);
                if (deployment.usersWithAddress(address).length > 0) continue;
                if (deployment.named('exUmContact', address).length > 0 || !address.includes('@')) continue;
                complete('users', 'exUmContact');
                if (lacksUsers(deployment)) continue;
                const at = { path, ...wave.declaration.absolute(word) };
                report({
                  at,
                  message: `Wave ${wave.name} moves nobody by this address: there is no user and no contact ${address}`,
                  fixes: () => {
                    const guess = nearest(address, addresses(context));
                    return guess ? [replace(path, at, guess, `Change to ${guess}`, true)] : [];
                  },
                });
              }
            }
          }
          if (wave.moves.length > 0 || wave.declaration.written.has('retire')) return;
          report({
            at: { path: wave.declaration.path, ...wave.declaration.head },
            message: `Wave ${wave.name} moves nobody: it has no \`move\` line`,
          });
        });
      },
    },
  ],
};

/** Whether a CSV file that isn't known or can't be read (UM0011) may hold those who are missed: one of the groups that are selected, if any is. */
function lacksUsers(deployment: Deployment, selected?: Selected): boolean {
  const groups = selected?.filters.flatMap(({ by, name }) =>
    by === 'group' ? deployment.named('users', name.text) : [],
  );
  const meant = groups?.length ? groups : deployment.all('users');
  if (meant.some((group) => group.fact('csv') === UNKNOWN)) return true;
  for (const { path, start, problem } of deployment.textProblems()) {
    if (problem.code !== 'UM0011') continue;
    if (!groups?.length) return true;
    const names = (group: Declaration): boolean =>
      group.path === path &&
      (group.written.get('csv')?.node.values.some((word) => group.absolute(word).start === start) ?? false);
    if (groups.some(names)) return true;
  }
  return false;
}

/** Names of nothing are UM0008, a mailbox that is none UM1029. */
function isNamed(selected: Selected, { deployment }: RuleContext): boolean {
  return selected.filters.every((filter) => isFilterNamed(deployment, filter));
}

/** Whether somebody belongs to a crowd before a wave. @throws UnknownFact when it hangs on a fact that isn't known. */
function selects(selected: Selected, waves: number, { deployment }: RuleContext): boolean {
  if (selected.of === 'contact')
    return deployment.all('exUmContact').some((contact) => contactInCrowd(deployment, selected, contact));
  return crowdAfter(deployment, plainReader, waves, hasPolicy).some(({ person }) =>
    inCrowd(plainReader, selected, person, hasPolicy),
  );
}

/** Addresses of contacts and of users, as far as a typing error can be looked for among them. */
function* addresses({ deployment }: RuleContext): Generator<string> {
  for (const contact of deployment.all('exUmContact')) yield contact.name;
  let left = 20_000;
  for (const user of deployment.users()) {
    if (left-- === 0) return;
    yield user.address;
  }
}

export const page: RulePage = {
  explanation: `An expectation that selects nobody holds whatever happens, and a wave that selects nobody moves nobody: mostly a filter contradicts another one, or those meant
have moved in an earlier wave. A selection sees the state just before its wave; all filters have to hold.`,
  bad: `wave Pilot { date 2013-06-03  move every user in group Plant with mailbox hosted to hosted policy Cloud }
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
  good: 'wave Pilot { date 2013-06-03  move every user in group Plant with mailbox local to hosted policy Cloud }',
  alsoBad: [
    `expect every user in group Plant with mailbox hosted reaches hosted
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
    `wave Pilot { date 2013-06-03  move carl@contoso.com to hosted policy Cloud }
                                   ^^^^^^^^^^^^^^^^`,
    `wave Pilot { date 2013-06-03 }
     ^^^^^`,
  ],
};
