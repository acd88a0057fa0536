import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { Workspace } from '../../../server/src/model/workspace';
import type { Outcome } from '../../../server/src/rules/needs';
import { ruleOf } from '../../../server/src/rules/registry';
import type { Finding, Place, Rule } from '../../../server/src/rules/types';
import { UserDiagnostics } from '../../../server/src/rules/userDiagnostics';

const text = `deployment Contoso { server lync2013  mode mixed }
users Finance {
  policy Cloud
  alice@contoso.com  mailbox hosted
  bob@contoso.com  mailbox local
}
`;

/** A deployment with what a rule would have found of the users of its only block. */
class Asked {
  readonly workspace = new Workspace();
  private readonly users: UserDiagnostics;

  constructor() {
    this.workspace.set('/main.umtopo', text);
    this.workspace.refresh();
    this.users = new UserDiagnostics(this.deployment);
  }

  get deployment(): Deployment {
    return this.workspace.deployments[0] as Deployment;
  }

  /** Found of the first placement, or the second one. */
  outcome(property: string, index = 0, related?: Finding['related']): Outcome {
    const placement = this.deployment.placements()[index];
    if (placement === undefined) throw new Error(`no placement ${index}`);
    const message = (who: string): string => `${who} is hit`;
    const finding: Finding = { at: { placement, property }, message, ...(related && { related }) };
    return { rule: ruleOf('UM4001') as Rule, findings: [finding], needs: undefined };
  }

  /** How many were put together in all, after this. */
  ask(...outcomes: readonly Outcome[]): number {
    const [block] = this.deployment.blocks;
    if (block) this.users.of(block, outcomes);
    return this.users.count;
  }

  said(...outcomes: readonly Outcome[]): string[] {
    const [block] = this.deployment.blocks;
    if (block === undefined) return [];
    const { rows, merged } = this.users.of(block, outcomes);
    return [...rows, ...merged.flatMap(({ diagnostics }) => diagnostics)].map(
      ({ start, end, message }) => `${text.slice(start, end)}: ${message}`,
    );
  }

  starts(...outcomes: readonly Outcome[]): number[] {
    const [block] = this.deployment.blocks;
    return block ? this.users.of(block, outcomes).rows.map(({ start }) => start) : [];
  }

  edit(at: number, typed: string): void {
    this.workspace.edit('/main.umtopo', [{ start: at, end: at, text: typed }]);
    this.workspace.refresh();
  }
}

describe('what is found of users', () => {
  it('stands where it is said: at the rows, or once at the block', () => {
    const asked = new Asked();
    expect(asked.said(asked.outcome('mailbox'))).toEqual(['hosted: alice@contoso.com is hit']);
    expect(asked.said(asked.outcome('policy'), asked.outcome('policy', 1))).toEqual(['Cloud: 2 users is hit']);
  });

  it('stands at the users where nothing says it, but for all of a block at the block', () => {
    const asked = new Asked();
    expect(asked.said(asked.outcome('line'))).toEqual(['alice@contoso.com: alice@contoso.com is hit']);
    expect(asked.said(asked.outcome('line'), asked.outcome('line', 1))).toEqual(['Finance: 2 users is hit']);
  });

  it('is put together again only where something else was found', () => {
    const asked = new Asked();
    const [one, two] = [asked.outcome('mailbox'), asked.outcome('mailbox', 1)];
    expect([asked.ask(one), asked.ask(one), asked.ask(one, two), asked.ask(one, two), asked.ask(one)]).toEqual([
      1, 1, 2, 2, 2,
    ]);
  });

  it('is put together again where a row changed, and moves where the block stands elsewhere', () => {
    const asked = new Asked();
    const one = asked.outcome('mailbox');
    asked.ask(one);
    asked.edit(text.indexOf('lice@'), 'x');
    expect(asked.ask(one)).toBe(2);
    const before = asked.starts(one);
    asked.edit(0, '// Moved.\n');
    expect(asked.starts(one)).toEqual(before.map((start) => start + '// Moved.\n'.length));
    expect(asked.ask(one)).toBe(2);
    asked.edit(0, '// Once.\n');
    for (const line of ['// Twice.\n', '// Three times.\n', '// Four times.\n', '// Five times.\n'])
      asked.edit(0, line);
    expect(asked.ask(one)).toBe(3);
  });

  it('is put together again where that has moved what it points to', () => {
    const asked = new Asked();
    const at: { -readonly [K in keyof Place]: Place[K] } = { path: '/main.umtopo', start: 0, end: 1 };
    const one = asked.outcome('mailbox', 0, [{ at, message: 'There' }]);
    expect([asked.ask(one), asked.ask(one)]).toEqual([1, 1]);
    at.start = 7;
    expect([asked.ask(one), asked.ask(one)]).toEqual([2, 2]);
  });
});
