import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { plainReader } from '../../../server/src/model/facts';
import type { Placement } from '../../../server/src/model/placement';
import { Survey } from '../../../server/src/model/survey';
import { Workspace } from '../../../server/src/model/workspace';

const path = '/main.umtopo';
const text = `deployment Contoso { server lync2013  mode mixed }
hostedVoicemailPolicy Cloud { destination one }
hostedVoicemailPolicy Gold { destination one }
hostedVoicemailPolicy Iron { destination two }
users A { pool p.contoso.com  mailbox hosted
  ann@contoso.com  line +14255550101  policy Gold
  bob@contoso.com  line +14255550102  policy Cloud
  cid@contoso.com  line +14255550103  policy Gold  displayName "Cid"
  dot@contoso.com  line +14255550104  mailbox local
}
users B { pool p.contoso.com  mailbox hosted
  eve@contoso.com  line +14255550105  policy Iron
  fay@contoso.com  line +14255550106  policy Cloud
  gil@contoso.com  line +14255550107  policy unknown
}
`;

function first(placement: Placement | undefined): string {
  return placement?.users(1)[0]?.address.replace('@contoso.com', '') ?? '';
}

/** Where calls are sent, as the policies of users say. */
class Asking {
  /** Who was asked since it was looked at last. */
  private asked: string[] = [];
  private readonly workspace = new Workspace();
  private readonly survey = new Survey((placement) => {
    this.asked.push(first(placement));
    const policy = placement.deployment.find('hostedVoicemailPolicy', plainReader.text(placement, 'policy'));
    return policy && plainReader.text(policy, 'destination');
  });

  constructor() {
    this.workspace.set(path, text);
    this.workspace.refresh();
  }

  edit(from: string, to: string): void {
    const start = this.workspace.file(path)?.text.indexOf(from) ?? -1;
    if (start < 0) throw new Error(`there is no ${from}`);
    this.workspace.edit(path, [{ start, end: start + from.length, text: to }]);
    this.workspace.refresh();
  }

  answers(): { readonly told: readonly string[]; readonly asked: string } {
    const unknown: string[] = [];
    const told = this.survey
      .of(this.workspace.deployments[0] as Deployment, ({ name }, users) => unknown.push(`${name}? ${users}`))
      .map(({ value, users, placements, blocks }) => {
        const groups = blocks.map(({ declaration }) => declaration.name).join('');
        return `${value} ${users} ${groups}: ${placements.map(first).join(' ')}`;
      });
    const asked = this.asked.join(' ');
    this.asked = [];
    return { told: [...told, ...unknown], asked };
  }
}

describe('a question to all users', () => {
  it('is told in the order of the files where one of them gives another answer', () => {
    const asking = new Asking();
    asking.edit('policy Cloud', 'policy Iron  enterpriseVoice true');
    expect(asking.answers().told[0]).toBe('one 3 AB: ann cid fay');
    asking.edit('policy Iron  enterpriseVoice true', 'policy Gold  enterpriseVoice true');
    expect(asking.answers()).toEqual({
      told: ['one 4 AB: ann bob cid fay', 'two 1 B: eve', 'policy? 1'],
      asked: 'bob',
    });
    asking.edit('policy Gold', 'policy Gold  enterpriseVoice false');
    expect(asking.answers()).toEqual({
      told: ['one 4 AB: ann bob cid fay', 'two 1 B: eve', 'policy? 1'],
      asked: 'ann',
    });
  });

  it('is told by answers, in the order of the files', () => {
    expect(new Asking().answers()).toEqual({
      told: ['one 4 AB: ann bob cid fay', 'two 1 B: eve', 'policy? 1'],
      asked: 'ann bob cid dot eve fay gil',
    });
  });

  it('is put again to those whose answer hangs on what was edited, and the others stay where they were', () => {
    const asking = new Asking();
    asking.answers();
    asking.edit('Gold { destination one', 'Gold { destination two');
    expect(asking.answers()).toEqual({
      told: ['two 3 AB: ann cid eve', 'one 2 AB: bob fay', 'policy? 1'],
      asked: 'ann cid',
    });
    asking.edit('Gold { destination two', 'Gold { destination one');
    expect(asking.answers().told).toEqual(new Asking().answers().told);
    expect(asking.answers().asked).toBe('');
  });

  it('is put to those who come, and to nobody when somebody goes', () => {
    const asking = new Asking();
    asking.answers();
    asking.edit('  bob@contoso.com  line +14255550102  policy Cloud\n', '');
    expect(asking.answers()).toEqual({
      told: ['one 3 AB: ann cid fay', 'two 1 B: eve', 'policy? 1'],
      asked: '',
    });
    asking.edit('  ann@', '  zoe@contoso.com  line +14255550100  policy Iron\n  ann@');
    expect(asking.answers()).toEqual({
      told: ['two 2 AB: zoe eve', 'one 3 AB: ann cid fay', 'policy? 1'],
      asked: 'zoe',
    });
    // Of those who are there a second time only the number changes.
    asking.edit('  dot@', '  yan@contoso.com  line +14255550109  policy Gold\n  dot@');
    expect(asking.answers()).toEqual({
      told: ['two 2 AB: zoe eve', 'one 4 AB: ann cid fay', 'policy? 1'],
      asked: '',
    });
  });

  it('finds those of one answer together who were asked at different times', () => {
    const asking = new Asking();
    asking.answers();
    asking.edit('Iron { destination two', 'Iron { destination one');
    expect(asking.answers()).toEqual({ told: ['one 5 AB: ann bob cid eve fay', 'policy? 1'], asked: 'eve' });
    asking.edit('policy unknown', 'policy Iron');
    expect(asking.answers().told).toEqual(['one 6 AB: ann bob cid eve fay']);
  });

  it('is put again to those who are left of several whose answers hang on the same', () => {
    const workspace = new Workspace();
    const rows =
      '  ann@contoso.com  policy Gold\n  bob@contoso.com  policy Gold  enterpriseVoice false\n  cid@contoso.com\n';
    const written = `deployment Contoso { server lync2013  mode mixed }\nhostedVoicemailPolicy Gold { destination one }\nusers A { mailbox hosted\n${rows}}\n`;
    workspace.set(path, written);
    workspace.refresh();
    const deployment = workspace.deployments[0] as Deployment;
    const survey = new Survey((placement) => {
      const policy = deployment.find('hostedVoicemailPolicy', plainReader.text(placement, 'policy'));
      return policy && `${plainReader.text(policy, 'destination')} ${plainReader.flag(placement, 'enterpriseVoice')}`;
    });
    const answers = (): unknown[] => survey.of(deployment, () => {}).map(({ value }) => value);
    expect(answers()).toEqual(['one true', 'one false']);
    const [bob, cid] = [written.indexOf('  bob@'), written.indexOf('  cid@')];
    workspace.edit(path, [{ start: bob, end: cid, text: '' }]);
    workspace.refresh();
    expect(answers()).toEqual(['one true']);
    const one = written.indexOf('one');
    workspace.edit(path, [{ start: one, end: one + 3, text: 'two' }]);
    workspace.refresh();
    expect(answers()).toEqual(['two true']);
  });
});
