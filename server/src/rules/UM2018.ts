import { addNumber, holdsNumber, otherNumbers } from './numberLists';
import { isOfBothTools } from './toolConflict';
import type { Fix, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM2018',
  severity: 'error',
  title: "Number that isn't a pilot of its auto attendant",
  basis: 'recommended',
  source: ['OP-OCSUM', 'PS-UMAA'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['exUmContact'],
      check(contact, { deployment, read, report, complete }) {
        if (read.text(contact, 'tool') !== 'ocsUmUtil' || read.flag(contact, 'autoAttendant') !== true) return;
        if (isOfBothTools(deployment, contact)) return;
        const number = read.text(contact, 'displayNumber');
        const plan = deployment.find('umDialPlan', read.text(contact, 'umDialPlan'));
        const name = read.text(contact, 'umAutoAttendant');
        const named = deployment.find('umAutoAttendant', name, plan?.organization);
        if (number === undefined || (name !== undefined && named === undefined)) return;
        const candidates = named
          ? [named]
          : deployment
              .all('umAutoAttendant')
              .filter(
                (attendant) =>
                  plan !== undefined &&
                  deployment.find('umDialPlan', read.text(attendant, 'umDialPlan'), attendant.organization) === plan,
              );
        const [attendant] = candidates;
        if (attendant === undefined) return;
        if (candidates.some((each) => holdsNumber(read.list(each, 'pilotIdentifierList'), number))) return;
        if (named === undefined) complete('umAutoAttendant');
        const which = candidates.length === 1 ? `attendant ${attendant.name} has` : `no attendant of ${plan?.name} has`;
        report({
          at: { path: contact.path, ...contact.valueSpan('displayNumber') },
          message: `Contact ${contact.name} uses ${number}, ${which} ${candidates.length === 1 ? 'no such' : 'that'} pilot: callers of the number reach no menu`,
          related: candidates.map((each) => ({
            at: { path: each.path, ...each.valueSpan('pilotIdentifierList') },
            message: `The pilots of ${each.name}`,
          })),
          fixes: (): Fix[] => [
            ...candidates.slice(0, 3).map((each) => addNumber(each, 'pilotIdentifierList', number)),
            ...otherNumbers(
              deployment,
              contact,
              candidates.flatMap((each) => read.list(each, 'pilotIdentifierList')),
            ),
          ],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `The number of a local auto attendant stands twice: in the contact that Lync routes by, and among the pilots of the auto attendant that Exchange looks at. When
the attendant doesn't have it, Lync finds the dial plan, and Exchange doesn't know which menu to play. The two pages don't say so in one place; the rule is a
recommendation drawn from both.`,
  bad: `exchange OnPrem {
  version 2013
  umAutoAttendant Reception { umDialPlan Redmond  pilotIdentifierList +14255550198  status enabled }
}
exUmContact aa-local@contoso.com {
  tool ocsUmUtil
  displayNumber +14255550199
                ^^^^^^^^^^^^
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan Redmond
  autoAttendant true
}`,
  good: `exchange OnPrem {
  version 2013
  umAutoAttendant Reception { umDialPlan Redmond  pilotIdentifierList +14255550198, +14255550199  status enabled }
}
exUmContact aa-local@contoso.com {
  tool ocsUmUtil
  displayNumber +14255550199
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan Redmond
  autoAttendant true
}`,
  alsoBad: [
    `exchange OnPrem {
  version 2013
  umAutoAttendant Reception { umDialPlan Redmond  status enabled }
}
exUmContact aa-local@contoso.com {
  tool ocsUmUtil
  displayNumber +14255550199
                ^^^^^^^^^^^^
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan Redmond
  umAutoAttendant Reception
  autoAttendant true
}`,
  ],
};
