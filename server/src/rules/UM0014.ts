import { nearest } from '../base/words';
import { plainReader, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { hasUnreadRows, holdsUnknownRows } from '../model/usersBlock';
import { bareAddress } from '../model/values';
import { crowdAfter } from '../model/waveStates';
import { contactInCrowd, groupsOf, inCrowd, waveOrder } from '../model/waves';
import { evaluate } from '../routing/expectations';
import { hasPolicy } from '../routing/route';
import type { Crowd as Selected } from '../syntax/ast';
import { addresses } from './addresses';
import { crowdOf, isFilterNamed } from './expectationFaults';
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
      check(_crowd, context) {
        const { deployment, report } = context;
        for (const expectation of deployment.expectations) {
          const selected = crowdOf(expectation);
          if (selected === undefined || !isNamed(selected, context)) continue;
          const verdict = evaluate(deployment, expectation);
          if (verdict.fault || verdict.passed !== true || verdict.of > 0) continue;
          if (isHidden(selected, context)) continue;
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
              if (isHidden(selection.crowd, context)) continue;
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
                const at = { path, ...wave.declaration.absolute(word) };
                report({
                  at,
                  message: `Wave ${wave.name} moves nobody by this address: there is no user and no contact ${address}`,
                  fixes: () => {
                    const guess = nearest(address, addresses(deployment));
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

/**
 * Whether those who are missed may be among users of whom a fault hides it: in a CSV file that can't be read, or behind a name of nothing.
 * @throws UnknownFact where more exist than are declared.
 */
function isHidden({ of, filters }: Selected, { deployment, complete }: RuleContext): boolean {
  if (of === 'contact') {
    complete('exUmContact');
    return false;
  }
  if (deployment.isIncomplete('users')) throw new UnknownFact(undefined, 'users', false);
  const groups = filters.flatMap(({ by, name }) => (by === 'group' ? deployment.named('users', name.text) : []));
  for (const block of deployment.blocks) {
    if (groups.length > 0 && !groups.includes(block.declaration)) continue;
    if (holdsUnknownRows(block) || hasUnreadRows(block)) return true;
  }
  const names = filters.flatMap(({ by }) => (by === 'wave' || by === 'pool' || by === 'site' ? [by] : []));
  return names.length > 0 && deployment.placements().some((placement) => names.some((by) => isBroken(placement, by)));
}

/** Whether the name by which users are selected, a label or a pool, is declared nowhere. */
function isBroken(placement: Placement, by: 'wave' | 'pool' | 'site'): boolean {
  const kind = by === 'wave' ? 'wave' : 'pool';
  const name = placement.fact(kind);
  return typeof name === 'string' && placement.deployment.named(kind, name).length === 0;
}

/** Names of nothing are UM0008, a mailbox that is none UM1029. */
function isNamed(selected: Selected, { deployment }: RuleContext): boolean {
  return selected.filters.every((filter) => isFilterNamed(deployment, filter));
}

/** Whether somebody belongs to a crowd before a wave. @throws UnknownFact when it hangs on a fact that isn't known. */
function selects(selected: Selected, waves: number, { deployment }: RuleContext): boolean {
  if (selected.of === 'contact')
    return deployment.all('exUmContact').some((contact) => contactInCrowd(deployment, selected, contact));
  for (const { person } of crowdAfter(deployment, plainReader, waves, hasPolicy, groupsOf(deployment, selected)))
    if (inCrowd(plainReader, selected, person, hasPolicy)) return true;
  return false;
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
