import { livePlace } from './livePlace';
import { contactAnswer } from './proofs';
import type { Finding, Fix, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0018',
  severity: 'warning',
  title: 'Number of a contact that nobody answers',
  basis: 'language',
  source: ['PS-SETCON'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['exUmContact'],
      check(contact, { deployment, read, report }) {
        if (deployment.standalone) return;
        // Lost on its way: the rule that names the fault says so.
        if (contactAnswer(deployment, contact).outcome !== 'none') return;
        const property = ['enterpriseVoice', 'enabled'].find((name) => read.flag(contact, name) === false);
        if (property === undefined) return;
        const number = read.text(contact, 'displayNumber') ?? contact.name;
        const state = property === 'enabled' ? 'is disabled' : 'is not enabled for Enterprise Voice';
        const at = livePlace(contact, () => contact.valueSpan(property));
        const fixes = (): Fix[] => [
          { title: `Set \`${property} true\``, edits: [{ ...at, text: 'true' }], preferred: true },
        ];
        const finding: Finding = { at, message: `Nobody answers ${number}: contact ${contact.name} ${state}`, fixes };
        report(finding);
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `Somebody dials the number, and it is dead. A contact without Enterprise Voice, or one that is disabled, still holds its number, so nothing else can have
it, and nobody answers: \`Set-CsExUmContact -EnterpriseVoiceEnabled $False\` disables the auto attendant or Outlook Voice Access behind it.

That no number of a contact is unanswered is asked of every deployment, without an \`expect\`; the status of the editor and \`umtopo check\` show the answer. Where a call
to a contact is lost on its way (no destination, a disabled provider, an attendant that was never enabled), the rule that names the fault says so, and this one doesn't.

Enable the contact, or take it out of the deployment when the number is given up.`,
  bad: `exUmContact aa@contoso.com {
  displayNumber +14255550190
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
  autoAttendant true
  enterpriseVoice false
                  ^^^^^
}`,
  good: `exUmContact aa@contoso.com {
  displayNumber +14255550190
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
  autoAttendant true
}`,
  alsoBad: [
    `exUmContact ova-local@contoso.com {
  tool ocsUmUtil
  displayNumber +14255550100
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  umDialPlan Redmond
  enabled false
          ^^^^^
}`,
  ],
};
