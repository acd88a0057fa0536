import { expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';

const path = '/main.umtopo';
const text = `deployment Contoso { server lync2013  mode mixed }
users A { pool p.contoso.com  mailbox hosted
  ann@contoso.com  line +14255550101  policy Gold
  bob@contoso.com  line +14255550102  policy Iron
  cid@contoso.com  line +14255550103  policy Gold  enterpriseVoice true
  dot@contoso.com  line +14255550104  mailbox local
}
`;

function opened(content: string): Workspace {
  const workspace = new Workspace();
  workspace.set(path, content);
  workspace.refresh();
  return workspace;
}

/** The first user of each placement, in their order. */
function firsts(workspace: Workspace): string[] {
  return workspace.deployments.flatMap((deployment) =>
    deployment.placements().map((placement) => placement.users(1)[0]?.address.replace('@contoso.com', '') ?? ''),
  );
}

it('placements stand in the order of the files while a row is typed and taken away again', () => {
  const workspace = opened(text);
  expect(firsts(workspace)).toEqual(['ann', 'bob', 'cid', 'dot']);
  const edit = (start: number, end: number, typed: string): void => {
    workspace.edit(path, [{ start, end, text: typed }]);
    workspace.refresh();
    expect(firsts(workspace)).toEqual(firsts(opened(workspace.file(path)?.text ?? '')));
  };
  for (const row of [
    '  eve@fabrikam.com  mailbox hosted  policy Gold  enterpriseVoice false',
    '  bob@contoso.com  line +14255550102  policy Iron',
  ]) {
    let at = text.indexOf('  bob@');
    edit(at, at, '\n');
    for (const character of row) edit(at, at++, character);
    while (at > text.indexOf('  bob@')) edit(at - 1, at--, '');
    edit(at, at + 1, '');
  }
  const policy = text.indexOf('Iron');
  edit(policy, policy + 4, 'Gold');
  edit(policy, policy + 4, 'Lead');
  expect(firsts(workspace)).toEqual(['ann', 'bob', 'cid', 'dot']);
});
