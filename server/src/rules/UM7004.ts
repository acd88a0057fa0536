import type { Declaration } from '../model/declaration';
import { contactMoves, type Move, waveOrder } from '../model/waves';
import { planOf } from '../routing/localRoute';
import { JourneyFindings, journeysOf, selectionPlace } from './journeys';
import { moveTogether } from './moveFixes';
import type { Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM7004',
  severity: 'warning',
  title: 'Contact moves later than its users',
  basis: 'recommended',
  source: ['CONTACT'],
  checks: [
    {
      looksAt: 'crowd',
      check(crowd, context) {
        const { deployment, read } = context;
        const later = movedContacts(context);
        if (later.length === 0) return;
        const findings = new JourneyFindings();
        for (const journey of journeysOf(crowd, context).all) {
          for (const { mailboxMove, before, index, wave } of journey.steps) {
            if (mailboxMove?.mailbox !== 'hosted') continue;
            const plan = planOf(deployment, read, before);
            for (const { contact, move, at } of later) {
              if (plan === undefined || contact.plan !== plan || at <= index) continue;
              const name = contact.declaration.name;
              findings.add(journey, {
                at: selectionPlace(mailboxMove),
                message: () =>
                  `${name} still points to local UM when its users move in ${wave.name}: whoever dials its number reaches the wrong system until ${move.wave.name}`,
                related: [
                  { at: selectionPlace(move, contact.declaration.key), message: `${name} moves in ${move.wave.name}` },
                ],
                fixes: () => moveTogether(deployment, move, mailboxMove, name),
              });
            }
          }
        }
        findings.report(context);
      },
    },
  ],
};

interface Later {
  readonly contact: { readonly declaration: Declaration; readonly plan: Declaration };
  readonly move: Move;
  readonly at: number;
}

/** Contacts of local UM that a wave moves to hosted UM, with the place of that wave in the order. */
function movedContacts({ deployment, read }: RuleContext): Later[] {
  const { waves } = waveOrder(deployment);
  return deployment.all('exUmContact').flatMap((declaration) => {
    if (read.text(declaration, 'tool') !== 'ocsUmUtil') return [];
    const plan = planOf(deployment, read, declaration);
    const move = contactMoves(deployment, declaration, waves.length).find((each) => each.mailbox === 'hosted');
    const at = waves.findIndex((wave) => wave.declaration === move?.wave);
    return plan && move ? [{ contact: { declaration, plan }, move, at }] : [];
  });
}

export const page: RulePage = {
  explanation: `The number of subscriber access or of an auto attendant follows the contact, not the user. A moved user who dials the number he knows is answered by local UM,
which has no mailbox for him any more, until the contact moves too. Move the contact in the same wave as the first of its users, or create the new one before, with a
number of its own: old and new contact can't share a number. This is our recommendation.`,
  bad: `wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
                                   ^^^^^^^^^^^^^^^^^
wave Rest {
  date 2013-07-01
  after Pilot
  move dan@contoso.com to hosted policy Cloud
  move ova-local@contoso.com to hosted policy Cloud
}`,
  good: `wave Pilot {
  date 2013-06-03
  move carol@contoso.com to hosted policy Cloud
  move ova-local@contoso.com to hosted policy Cloud
}
wave Rest { date 2013-07-01  after Pilot  move dan@contoso.com to hosted policy Cloud }`,
};
