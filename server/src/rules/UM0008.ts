import { nearest, withArticle } from '../base/words';
import { UnknownFact } from '../model/facts';
import { waveOrder } from '../model/waves';
import { evaluate } from '../routing/expectations';
import type { ExpectNode, Filter, Word } from '../syntax/ast';
import { kindOf } from '../vocabulary';
import type { KindName } from '../vocabulary/types';
import { addresses } from './addresses';
import { crowdOf, filterKinds, isFilterNamed, wordPlace } from './expectationFaults';
import { replace } from './fixes';
import { livePlace } from './livePlace';
import { writtenName } from './names';
import { isUndeclared, nearestFix, nearestName, otherKind, referenceChecks, singularOf } from './references';
import { scopeKinds, scopeOfName } from './scopes';
import type { Place, Rule, RuleContext, RulePage } from './types';

export const rule: Rule = {
  code: 'UM0008',
  severity: 'error',
  title: 'Reference to nothing declared',
  basis: 'language',
  source: [],
  checks: [
    ...referenceChecks(
      (property) => property.codes?.undeclared === undefined,
      (site, context) => {
        if (!isUndeclared(context, site)) return;
        const { deployment, report } = context;
        const other = otherKind(deployment, site);
        const guess = nearestName(deployment, site);
        const why = other ? `it is ${other}` : guess ? `did you mean ${guess}?` : 'nothing of that name is declared';
        const wanted = singularOf(site.kinds);
        report({
          at: site.at,
          message: other
            ? `${site.name} is ${other}, not ${withArticle(wanted)}: \`${site.property.name}\` names ${withArticle(wanted)}`
            : `There is no ${wanted} ${site.name}: ${why}`,
          ...(site.users && { users: site.users() }),
          fixes: (placements) => nearestFix(deployment, site, placements),
        });
      },
    ),
    {
      looksAt: 'crowd',
      check(_crowd, context) {
        const { deployment, report } = context;
        for (const expectation of deployment.expectations) {
          for (const filter of crowdOf(expectation)?.filters ?? [])
            judgeFilter(filter, wordPlace(expectation, filter.name), context);
          if (crowdOf(expectation)?.filters.some((filter) => !isFilterNamed(deployment, filter))) continue;
          const { fault } = evaluate(deployment, expectation);
          const { claim, event, when } = expectation.node;
          if (fault === undefined || fault.meant || fault.word === event) continue;
          const kinds = expectedKinds(fault.word, claim, when?.wave);
          if (kinds.some((kind) => deployment.isIncomplete(kind))) continue;
          const at = wordPlace(expectation, fault.word);
          report({
            at,
            message: fault.message,
            fixes: () => {
              const named = kinds.includes('users') ? addresses(deployment) : namesOf(kinds, context);
              const guess = nearest(fault.word.text, named);
              return guess ? [replace(at.path, at, writtenName(guess), `Change to ${guess}`, true)] : [];
            },
          });
        }
      },
    },
    {
      looksAt: 'deployment',
      check(context) {
        for (const { declaration, moves } of waveOrder(context.deployment).waves) {
          for (const { selection } of moves) {
            for (const filter of selection?.type === 'every' ? selection.crowd.filters : [])
              judgeFilter(
                filter,
                livePlace(declaration, () => declaration.absolute(filter.name)),
                context,
              );
          }
        }
      },
    },
    {
      looksAt: 'declaration',
      kinds: scopeKinds,
      check(declaration, { deployment, report, complete }) {
        const scope = scopeOfName(declaration);
        if (scope === undefined || scope.site === undefined) return;
        if (declaration.kind.name === 'hostedVoicemailPolicy') return;
        const sites = deployment.all('site', 'branchSite');
        if (sites.some((site) => site.key === scope.site?.toLowerCase())) return;
        complete('site', 'branchSite');
        const guess = nearest(
          scope.site,
          sites.map((site) => site.name),
        );
        report({
          at: { path: declaration.path, ...declaration.head },
          message: `There is no site ${scope.site}${guess ? ` (did you mean ${guess}?)` : ''}: ${withArticle(declaration.kind.singular)} of this scope applies to nobody`,
          fixes: () =>
            guess
              ? [
                  replace(
                    declaration.path,
                    declaration.head,
                    writtenName(`site:${guess}`),
                    `Change to site:${guess}`,
                    true,
                  ),
                ]
              : [],
        });
      },
    },
  ],
};

/** The name behind `in group`, `with policy` … */
function judgeFilter(filter: Filter, at: Place, context: RuleContext): void {
  const { deployment, report, notChecked } = context;
  if (filter.by === 'mailbox' || isFilterNamed(deployment, filter)) return;
  const kinds = filterKinds[filter.by];
  const incomplete = kinds.find((kind) => deployment.isIncomplete(kind));
  if (incomplete) {
    notChecked(new UnknownFact(undefined, incomplete, false), 0);
    return;
  }
  const guess = nearest(filter.name.text, namesOf(kinds, context));
  report({
    at,
    message: `There is no ${singularOf(kinds)} ${filter.name.text}: ${guess ? `did you mean ${guess}?` : 'the selection is empty'}`,
    fixes: () => (guess ? [replace(at.path, at, writtenName(guess), `Change to ${guess}`, true)] : []),
  });
}

/** What a word of an expectation can name. */
function expectedKinds(word: Word, claim: ExpectNode['claim'], wave: Word | undefined): readonly KindName[] {
  if (word === wave) return ['wave'];
  if (claim?.type !== 'reaches') return [];
  if (word === claim.target) {
    const kind = claim.kind && kindOf(claim.kind.text);
    return kind ? [kind.name] : ['hostingProvider', 'tenant', 'umDialPlan', 'umServer', 'exUmContact'];
  }
  return claim.kind === word ? [] : ['exUmContact', 'users'];
}

function namesOf(kinds: readonly KindName[], { deployment }: RuleContext): string[] {
  return deployment.all(...kinds).map(({ name }) => name);
}

export const page: RulePage = {
  explanation: `The name stands for nothing that is declared in the deployment, or for an object of another kind. What depends on it isn't checked until the name is
right, and export would write a command that fails.

Names are looked up in the organization around them, then everywhere; \`ORG\\NAME\` says which organization is meant. When more objects of a kind exist than the files
declare, say so: \`incomplete KIND\` in \`deployment\`.`,
  bad: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmund }
                                                              ^^^^^^^
}`,
  good: `exchange OnPrem {
  version 2013
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond }
}`,
  alsoBad: [
    `users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  voicePolicy Escape
              ^^^^^^
  erin@contoso.com  line +14255550105
}`,
    `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  umDialPlan Redmnd
                                                   ^^^^^^
  dan@contoso.com    line +14255550122
}`,
    `certificate Edge { pool Redmond  usage edgeInternal  subject edge01.contoso.com }
                        ^^^^^^^`,
    `expect every user in group Finnance reaches hosted
                           ^^^^^^^^`,
    `expect alicia@contoso.com reaches hosted
       ^^^^^^^^^^^^^^^^^^`,
    `expect alice@contoso.com reaches ExchangeOnlin
                                 ^^^^^^^^^^^^^`,
    `expect alice@contoso.com reaches hosted after Pilot
                                              ^^^^^`,
    `wave Pilot { date 2013-06-03  move every user in group Plan to hosted policy Cloud }
                                                       ^^^^`,
    `voicePolicy site:Redmnd { enableVoicemailEscapeTimer true }
            ^^^^^^^^^^^`,
  ],
  alsoGood: [
    `deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete voicePolicy }
users Sales {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  voicePolicy Escape
  erin@contoso.com  line +14255550105
}`,
  ],
};
