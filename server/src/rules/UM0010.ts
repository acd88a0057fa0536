import { folderOf } from '../base/paths';
import type { Rule, RulePage } from './types';
import { removeDeclaration } from './UM0007';

export const rule: Rule = {
  code: 'UM0010',
  severity: 'error',
  title: 'Not exactly one deployment around a file',
  basis: 'language',
  source: [],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['deployment'],
      check(declaration, { deployment, report }) {
        const { head } = deployment;
        if (head === undefined || head === declaration || folderOf(head.path) !== folderOf(declaration.path)) return;
        report({
          at: { path: declaration.path, ...declaration.head },
          message: `This folder declares two deployments, ${head.name || 'one'} and ${declaration.name || 'another'}: a folder is one, and the first one counts`,
          related: [{ at: { path: head.path, ...head.head }, message: 'The first declaration' }],
          fixes: () => [removeDeclaration(declaration)],
        });
      },
    },
    {
      looksAt: 'deployment',
      standalone: true,
      check({ deployment, report }) {
        const [file] = deployment.files;
        if (!deployment.standalone || file === undefined) return;
        const first = deployment.declarations[0];
        report({
          at: { path: file.path, ...(first ? first.absolute(first.node.kind) : { start: 0, end: 0 }) },
          severity: 'information',
          message:
            'No deployment is declared in this folder or above: what needs a mode or another file is not checked. The file with `deployment` marks the root',
          fixes: () =>
            (['onPremises', 'crossPremises', 'mixed'] as const).map((mode) => ({
              title: `Declare a deployment, mode ${mode}`,
              edits: [
                {
                  path: file.path,
                  start: file.text.startsWith('\uFEFF') ? 1 : 0,
                  end: file.text.startsWith('\uFEFF') ? 1 : 0,
                  text: `deployment ${nameFor(file.path)} { server lync2013  mode ${mode} }\n`,
                },
              ],
            })),
        });
      },
    },
  ],
};

/** A name for the deployment of a file: that of its folder. */
function nameFor(path: string): string {
  const name = folderOf(path).split('/').pop() ?? '';
  return /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(name) ? name : 'Main';
}

export const page: RulePage = {
  explanation: `A deployment is a folder: the file with the \`deployment\` declaration marks its root, and every topology file in that folder and below belongs to it. Two
such declarations in one folder contradict each other, so only the first counts; one deeper down is a deployment of its own.

A file under no deployment stands alone, which is told as information: its text is checked, but nothing that needs a mode or another file.`,
  bad: `deployment Contoso { server lync2013  mode mixed  forest contoso.com }
deployment Fabrikam { server lync2013  mode mixed  forest contoso.com }
           ^^^^^^^^`,
  good: 'deployment Contoso { server lync2013  mode mixed  forest contoso.com }',
};
