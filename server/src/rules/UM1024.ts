import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM1024',
  severity: 'error',
  title: 'SimpleName of the wrong form',
  basis: 'documented',
  source: ['PS-DIALPLAN'],
  checks: [{ looksAt: 'text' }],
};

export const page: RulePage = {
  explanation: `\`New-CsDialPlan -SimpleName\` takes at most 256 letters, digits and \`- . + _ ( )\`: no blanks. Before Exchange 2010 SP1 it has to be the phone context of the UM
dial plan, which fits that form.`,
  bad: `dialPlan site:Redmond { simpleName "Redmond and Spokane" }
                                   ^^^^^^^^^^^^^^^^^^^^^`,
  good: 'dialPlan site:Redmond { simpleName Redmond.contoso.com }',
  alsoBad: [
    `dialPlan site:Redmond { simpleName Redmond;Spokane }
                                   ^^^^^^^^^^^^^^^`,
    `dialPlan site:Redmond { simpleName aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa }
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
  ],
};
