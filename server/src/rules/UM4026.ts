import { ifKnown } from '../model/facts';
import { hostedIntended } from '../routing/attribute';
import { hostedPurpose } from './contacts';
import type { PolicyUse } from './crowd';
import { addDeclaration } from './fixes';
import { modePlace } from './modes';
import { freeName, mainDomain, writtenName } from './names';
import { eachUse } from './policyUse';
import { tenantsOf, voicemailService } from './tenants';
import type { Fix, Rule, RuleContext, RulePage } from './types';
import { whoOf, witnesses } from './witnesses';

export const rule: Rule = {
  code: 'UM4026',
  severity: 'warning',
  title: 'No number for hosted Outlook Voice Access',
  basis: 'recommended',
  source: ['CONTACT'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { deployment, read, report, complete } = context;
        const uses: PolicyUse[] = [];
        eachUse(crowd, context, (use) => {
          // A flag that contradicts the mailbox is a fault of its own (UM4018, UM4020).
          const meant = use.some((placement) => ifKnown(() => hostedIntended(read, placement)) !== false);
          if (!meant) return;
          // Cloud Voicemail has no subscriber access.
          const tenants = tenantsOf(deployment, use.effective.organization);
          const asked = tenants.length === 0 ? [undefined] : tenants;
          if (asked.some((tenant) => voicemailService(deployment, read, tenant) === 'exchangeUM')) uses.push(use);
        });
        if (uses.length === 0) return;
        // One that OcsUmUtil is said to make is meant for it all the same: UM4023.
        const isHosted = deployment
          .all('exUmContact')
          .some(
            (contact) =>
              read.flag(contact, 'autoAttendant') !== true &&
              (read.text(contact, 'tool') !== 'ocsUmUtil' || hostedPurpose(deployment, read, contact) !== undefined),
          );
        if (isHosted) return;
        complete('exUmContact');
        const placements = uses.flatMap((use) => use.placements);
        report({
          at: modePlace(deployment),
          message: `${whoOf(placements)} with hosted voice mail cannot call Outlook Voice Access by number: no contact for hosted subscriber access is declared`,
          users: uses.reduce((sum, use) => sum + use.users, 0),
          related: witnesses(placements),
          fixes: () => addContact(context, uses[0]),
        });
      },
    },
  ],
};

function addContact({ deployment }: RuleContext, use: PolicyUse | undefined): Fix[] {
  const pool = use?.placements.map((placement) => placement.fact('pool')).find((name) => typeof name === 'string');
  if (use === undefined || pool === undefined) return [];
  const domain = use.placements.find((placement) => placement.domain !== '')?.domain ?? mainDomain(deployment);
  const address = freeName(deployment, 'exUmContact', (n) => `ova${n === 1 ? '' : n}@${domain}`);
  const forest = deployment.head?.fact('forest');
  const ou = (typeof forest === 'string' ? forest : domain).split('.').map((label) => `DC=${label}`);
  const policy = use.effective.scope === 'user' ? `\n  policy ${writtenName(use.effective.name)}` : '';
  const text = `exUmContact ${address} {
  displayNumber unknown
  pool ${writtenName(pool)}
  ou "OU=Voice,${ou.join(',')}"${policy}
}`;
  return [addDeclaration(deployment, text, deployment.all('exUmContact')[0], `Declare contact ${address}`)];
}

export const page: RulePage = {
  explanation: `Users reach their mailbox by phone through a subscriber access contact. That of local UM is of no use to a hosted mailbox: it follows the contact, not the
user, so they need one made with \`New-CsExUmContact\`, with a number of its own that is also an access number in the tenant. Without it they can only read messages in
Outlook or with "call voice mail" in the client. That every hosted deployment should have one is our recommendation; Cloud Voicemail has no subscriber access.`,
  bad: `// Without exUmContact ova@contoso.com
deployment Contoso { server lync2013  mode mixed  forest contoso.com }
                                           ^^^^^`,
  good: `exUmContact ova@contoso.com {
  displayNumber +14255550180
  pool pool01.contoso.com
  ou "OU=Voice,DC=contoso,DC=com"
  policy Cloud
}`,
  alsoGood: [
    `// Without exUmContact ova@contoso.com
tenant contoso.onmicrosoft.com { voicemailService cloudVoicemail }`,
  ],
};
