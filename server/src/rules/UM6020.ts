import { fold } from '../base/words';
import type { Declaration } from '../model/declaration';
import { findKnown } from '../model/facts';
import { bareNumber } from '../model/values';
import { setProperty } from './fixes';
import type { Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM6020',
  severity: 'warning',
  title: 'Attendant for rerouting transfers callers',
  basis: 'documented',
  source: ['BRANCH'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['voicemailReroutingConfiguration'],
      check(configuration, context) {
        const { read, report } = context;
        if (read.flag(configuration, 'enabled') !== true) return;
        const number = read.text(configuration, 'autoAttendantNumber');
        const attendant = number && attendantOf(context, number);
        if (!attendant || read.flag(attendant, 'callSomeoneEnabled') !== true) return;
        report({
          at: { path: attendant.path, ...attendant.valueSpan('callSomeoneEnabled') },
          message: `Auto attendant ${attendant.name} takes the rerouted calls of a branch and must only take messages: it transfers callers to users, who cannot be reached while the line is down`,
          related: [
            {
              at: { path: configuration.path, ...configuration.valueSpan('autoAttendantNumber') },
              message: `Calls are rerouted to ${number}`,
            },
          ],
          fixes: () => [setProperty(attendant, 'callSomeoneEnabled', 'false')],
        });
      },
    },
  ],
};

/** The declared attendant behind a number: the contact's, else the one with that pilot. */
function attendantOf({ deployment, read }: RuleContext, number: string): Declaration | undefined {
  const wanted = fold(bareNumber(number));
  const contact = findKnown(
    deployment.all('exUmContact'),
    (each) => fold(read.text(each, 'displayNumber') ?? '') === wanted,
  );
  const named = contact && deployment.find('umAutoAttendant', read.text(contact, 'umAutoAttendant'));
  if (named) return named;
  const local = contact && read.text(contact, 'tool') === 'ocsUmUtil';
  return deployment
    .all('umAutoAttendant')
    .filter((each) => local === undefined || (each.organization?.kind.name === 'exchange') === local)
    .find((each) => read.list(each, 'pilotIdentifierList').some((pilot) => fold(bareNumber(pilot)) === wanted));
}

export const page: RulePage = {
  explanation: `With the line to the central site down, calls of a branch go over the telephone network to an auto attendant. It has to take messages only: when it offers to
call someone, the caller is sent to a user who can't be reached. Switch that off with \`Set-UMAutoAttendant -CallSomeoneEnabled $False\`.`,
  bad: `branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch } }
voicemailReroutingConfiguration site:Spokane { enabled true  autoAttendantNumber +14255550190  subscriberAccessNumber +14255550100 }
exchange OnPrem {
  version 2013
  umAutoAttendant Message { umDialPlan Redmond  pilotIdentifierList +14255550190  status enabled }
                  ^^^^^^^
}
exUmContact aa@contoso.com { tool ocsUmUtil  displayNumber +14255550190  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  umDialPlan Redmond  autoAttendant true }`,
  good: `branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch } }
voicemailReroutingConfiguration site:Spokane { enabled true  autoAttendantNumber +14255550190  subscriberAccessNumber +14255550100 }
exchange OnPrem {
  version 2013
  umAutoAttendant Message { umDialPlan Redmond  pilotIdentifierList +14255550190  status enabled  callSomeoneEnabled false }
}
exUmContact aa@contoso.com { tool ocsUmUtil  displayNumber +14255550190  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  umDialPlan Redmond  autoAttendant true }`,
};
