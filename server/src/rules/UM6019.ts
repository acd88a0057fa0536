import type { Declaration } from '../model/declaration';
import { plainReader, UNSET, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { Survey } from '../model/survey';
import type { Choice } from '../routing/chooseUm';
import { homePool, siteOf } from '../routing/effectivePolicy';
import { type Crowd, choiceOf } from './crowd';
import { addDeclaration } from './fixes';
import { isLocalMode } from './modes';
import { writtenName } from './names';
import { reroutingOf } from './rerouting';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { each } from './witnesses';

export const rule: Rule = {
  code: 'UM6019',
  severity: 'warning',
  title: 'Branch pool without voice mail rerouting',
  basis: 'documented',
  source: ['BRANCH'],
  checks: [{ looksAt: 'crowd', check }],
};

/** The home pools of users, and who answers for these. */
const homes = new Survey(
  (placement) => {
    const pool = homePool(placement.deployment, plainReader, placement);
    return pool && { pool, um: umOf(placement) };
  },
  ({ pool, um }) => `${pool.id}/${um instanceof UnknownFact ? um.name : um}`,
);

function umOf(placement: Placement): Choice['um'] | UnknownFact {
  try {
    return choiceOf(placement).um;
  } catch (error) {
    if (error instanceof UnknownFact) return error;
    throw error;
  }
}

function check(crowd: Crowd, context: RuleContext): void {
  const { deployment, read, report, complete } = context;
  const branches: Declaration[] = [];
  each(context, deployment.all('pool'), (pool) => {
    if (read.text(pool, 'role') === 'survivableBranch') branches.push(pool);
  });
  if (branches.length === 0 || !isLocalMode(context)) return;
  const homed = new Set<Declaration>();
  const local = new Set<Declaration>();
  for (const { value, users } of homes.of(crowd.deployment, context.notChecked)) {
    homed.add(value.pool);
    if (value.um === 'local') local.add(value.pool);
    if (value.um instanceof UnknownFact) context.notChecked(value.um, users);
  }
  for (const pool of branches) {
    // One whose users are all hosted has no local UM behind it.
    if (homed.has(pool) && !local.has(pool)) continue;
    const configuration = reroutingOf(deployment, pool);
    if (configuration === undefined) complete('voicemailReroutingConfiguration');
    // Numbers that are given but not enabled: UM2021.
    else if (given(configuration).length === numbers.length) continue;
    const missing = configuration ? numbers.filter((number) => !given(configuration).includes(number)) : [];
    report({
      at: { path: pool.path, ...pool.head },
      message: configuration
        ? `Voice mail of ${pool.name} is lost while the line to the central site is down: ${configuration.name} has no ${missing.join(' and no ')}`
        : `Voice mail of ${pool.name} is lost while the line to the central site is down: no rerouting is configured for its site`,
      ...(configuration && {
        related: [
          { at: { path: configuration.path, ...configuration.head }, message: 'The configuration that applies' },
        ],
      }),
      fixes: () => (configuration ? [] : configure(context, pool)),
    });
  }
}

const numbers = ['autoAttendantNumber', 'subscriberAccessNumber'];

function given(configuration: Declaration): string[] {
  return numbers.filter((number) => {
    const fact = configuration.fact(number);
    return fact !== undefined && fact !== UNSET;
  });
}

/** A configuration with the numbers of declared contacts; `unknown` for those that there are none for. */
function configure({ deployment, read }: RuleContext, pool: Declaration): Fix[] {
  const site = siteOf(pool);
  if (site === undefined) return [];
  const numberOf = (attendant: boolean): string => {
    const contact = deployment
      .all('exUmContact')
      .find((each) => (read.flag(each, 'autoAttendant') === true) === attendant);
    return (contact && read.text(contact, 'displayNumber')) ?? 'unknown';
  };
  const text = `voicemailReroutingConfiguration ${writtenName(`site:${site.name}`)} {
  enabled true
  autoAttendantNumber ${numberOf(true)}
  subscriberAccessNumber ${numberOf(false)}
}`;
  return [{ ...addDeclaration(deployment, text, pool, `Configure rerouting for site ${site.name}`), preferred: true }];
}

export const page: RulePage = {
  explanation: `Users of a branch have their phone service from the survivable appliance, but UM answers at the central site. While the line is down, unanswered calls can take
the telephone network: to the number of an auto attendant that only takes messages, and users call a subscriber access number to listen. Both come from
\`voicemailReroutingConfiguration\` of the branch site, or the global one; without it voice mail is lost during the outage.`,
  bad: `branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch } }
                                               ^^^^^^^^^^^^^^^^^`,
  good: `branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch } }
voicemailReroutingConfiguration site:Spokane { enabled true  autoAttendantNumber +14255550180  subscriberAccessNumber +14255550100 }`,
  alsoGood: [
    `branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch } }
users Branch {
  pool sba01.contoso.com
  mailbox hosted
  policy Cloud
  erin@contoso.com  line +14255550105
}`,
  ],
};
