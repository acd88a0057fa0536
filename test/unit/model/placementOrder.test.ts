import { expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';
import { Random } from '../../support/random';

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

it('placements stand in the order of the files while rows of many pages say something else', () => {
  const random = new Random(7);
  // Some policies are those of many, others of few or nobody.
  const row = (i: number): string =>
    `  u${i}@contoso.com  policy P${random.chance(0.9) ? random.below(12) : random.below(90)}\n`;
  const rows = Array.from({ length: 1500 }, (_, i) => row(i));
  const written = (): string => `deployment Contoso { server lync2013  mode mixed }\nusers A {\n${rows.join('')}}\n`;
  const workspace = opened(written());
  firsts(workspace);
  for (let edits = 0; edits < 60; edits++) {
    const at = random.below(random.chance(0.5) ? 1500 : 300);
    const start = written().indexOf(rows[at] as string);
    const end = start + (rows[at] as string).length;
    rows[at] = row(at);
    workspace.edit(path, [{ start, end, text: rows[at] as string }]);
    workspace.refresh();
    expect(firsts(workspace)).toEqual(firsts(opened(written())));
  }
});
