import { setProperty } from './fixes';
import type { Rule, RulePage } from './types';

/** The version of the language that this program reads. */
export const LANGUAGE_VERSION = 1;

export const rule: Rule = {
  code: 'UM0017',
  severity: 'error',
  title: 'Newer version of the language',
  basis: 'language',
  source: [],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['deployment'],
      check(deployment, { read, report }) {
        const version = read.number(deployment, 'languageVersion');
        if (version === undefined || version <= LANGUAGE_VERSION) return;
        report({
          at: { path: deployment.path, ...deployment.valueSpan('languageVersion') },
          message: `These files are written in version ${version} of the language; this program reads version ${LANGUAGE_VERSION}, and may take them to mean something else. Update it`,
          fixes: () => [setProperty(deployment, 'languageVersion', String(LANGUAGE_VERSION))],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`languageVersion\` stays 1 until a file of today would mean something else. A higher number says that the files were written for a newer program, and that
this one may misread them: nothing should be exported from what it understands. Update the extension or the command line.`,
  bad: `deployment Contoso { languageVersion 2  server lync2013  mode mixed  forest contoso.com }
                                     ^`,
  good: 'deployment Contoso { languageVersion 1  server lync2013  mode mixed  forest contoso.com }',
};
