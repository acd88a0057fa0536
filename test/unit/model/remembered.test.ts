import { expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { plainReader } from '../../../server/src/model/facts';
import { Remembered } from '../../../server/src/model/remembered';
import { Workspace } from '../../../server/src/model/workspace';

const groups = `deployment Contoso { server lync2013  mode mixed }
users A { pool p.contoso.com  mailbox hosted  policy Cloud
  ann@contoso.com  line +14255550101
}
users B { policy Cloud  mailbox hosted  pool p.contoso.com
  bob@contoso.com  line +14255550102
}
users Unset { pool p.contoso.com  mailbox hosted  policy unset
  cid@contoso.com  line +14255550103
}
users Quoted { pool p.contoso.com  mailbox hosted  policy "unset"
  dot@contoso.com  line +14255550104
}
`;

function opened(): { workspace: Workspace; deployment: Deployment } {
  const workspace = new Workspace();
  workspace.set('/main.umtopo', groups);
  workspace.refresh();
  return { workspace, deployment: workspace.deployments[0] as Deployment };
}

it('concludes once of groups that say the same, whatever they are called', () => {
  const asked: string[] = [];
  const policy = new Remembered((placement) => {
    asked.push(placement.ownBlock.declaration.name);
    return plainReader.text(placement, 'policy');
  });
  const { workspace, deployment } = opened();
  const of = (): (string | undefined)[] => deployment.placements().map((placement) => policy.of(placement));
  expect(of()).toEqual(['Cloud', 'Cloud', undefined, 'unset']);
  expect(of()).toEqual(['Cloud', 'Cloud', undefined, 'unset']);
  expect(asked).toEqual(['A', 'Unset', 'Quoted']);

  asked.length = 0;
  workspace.edit('/main.umtopo', [
    {
      start: groups.indexOf('policy Cloud  mailbox'),
      end: groups.indexOf('  mailbox hosted  pool'),
      text: 'policy Other',
    },
  ]);
  workspace.refresh();
  expect(of()).toEqual(['Cloud', 'Other', undefined, 'unset']);
  // Of the others it stands.
  expect(asked).toEqual(['B']);
});

it('concludes once of all that look alike to it, however much else tells them apart', () => {
  const workspace = new Workspace();
  const row = (i: number): string => `  user${i}@d${i}.contoso.com  policy ${i % 2 ? 'Odd' : 'Even'}`;
  const rows = Array.from({ length: 100 }, (_, i) => row(i)).join('\n');
  workspace.set('/main.umtopo', `deployment Contoso { server lync2013 }\nusers A { pool p.contoso.com\n${rows}\n}\n`);
  workspace.refresh();
  const placements = (workspace.deployments[0] as Deployment).placements();
  expect(placements).toHaveLength(100);
  let drawn = 0;
  const inner = new Remembered((placement) => placement.fact('policy'));
  const outer = new Remembered((placement) => {
    drawn++;
    return `${String(inner.of(placement))} ${placement.has('mailbox')}`;
  });
  expect(new Set(placements.map((placement) => outer.of(placement)))).toEqual(new Set(['Even false', 'Odd false']));
  // What a conclusion within it has looked at, it has looked at as well.
  expect(drawn).toBe(2);
  let domains = 0;
  const domain = new Remembered((placement) => {
    domains++;
    return placement.domain;
  });
  for (const placement of placements) expect(domain.of(placement)).toBe(placement.domain);
  expect(domains).toBe(100);
});

it('concludes again of those who looked up what was changed', () => {
  const { workspace, deployment } = opened();
  const policies = `hostedVoicemailPolicy Cloud { destination one.contoso.com }\nhostedVoicemailPolicy unset { }\n`;
  workspace.set('/policies.umtopo', policies);
  workspace.refresh();
  const asked: string[] = [];
  const destination = new Remembered((placement) => {
    asked.push(placement.ownBlock.declaration.name);
    const policy = placement.deployment.find('hostedVoicemailPolicy', plainReader.text(placement, 'policy'));
    return policy && plainReader.text(policy, 'destination');
  });
  const of = (): (string | undefined)[] => deployment.placements().map((placement) => destination.of(placement));
  expect(of()).toEqual(['one.contoso.com', 'one.contoso.com', undefined, undefined]);
  expect(asked).toEqual(['A', 'Unset', 'Quoted']);

  asked.length = 0;
  const at = policies.indexOf('one');
  workspace.edit('/policies.umtopo', [{ start: at, end: at + 3, text: 'two' }]);
  workspace.refresh();
  expect(of()).toEqual(['two.contoso.com', 'two.contoso.com', undefined, undefined]);
  expect(asked).toEqual(['A']);
});

it('concludes again of those who say nothing of their mailbox, when the mode says something else of it', () => {
  const text = `deployment Contoso { server lync2013  mode onPremises }
users Said { pool p.contoso.com  mailbox local
  ann@contoso.com  line +14255550101
}
users Unsaid { pool p.contoso.com
  bob@contoso.com  line +14255550102
}
`;
  const workspace = new Workspace();
  workspace.set('/main.umtopo', text);
  workspace.refresh();
  const deployment = workspace.deployments[0] as Deployment;
  const mailbox = new Remembered((placement) => plainReader.text(placement, 'mailbox'));
  const of = (): (string | undefined)[] => deployment.placements().map((placement) => mailbox.of(placement));
  expect(of()).toEqual(['local', 'local']);
  const start = text.indexOf('onPremises');
  workspace.edit('/main.umtopo', [{ start, end: start + 'onPremises'.length, text: 'crossPremises' }]);
  workspace.refresh();
  expect(of()).toEqual(['local', 'hosted']);
});
