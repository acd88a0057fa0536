import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';
import { faultyFiles, holdsLess, understandingOf } from '../../../server/src/preview/stale';
import { hostedParts, mixedBase } from '../../support/deployment';

const main = `${mixedBase}${Object.values(hostedParts).join('\n')}\n`;
const users =
  'users Finance { pool pool01.contoso.com  mailbox hosted  policy Cloud\n  alice@contoso.com\n  bob@contoso.com\n}\n';

/** Whether a text says less than the sound one, as the preview judges it. */
function lessAfter(edit: (files: { main: string; users: string }) => { main: string; users: string }): boolean {
  const workspace = new Workspace();
  const take = (files: { main: string; users: string }) => {
    workspace.set('/d/main.umtopo', files.main);
    workspace.set('/d/users.umtopo', files.users);
    workspace.refresh();
    const [deployment] = workspace.deployments;
    if (!deployment) throw new Error('there is a deployment');
    return { understanding: understandingOf(deployment), faulty: faultyFiles(deployment) };
  };
  const before = take({ main, users });
  expect(before.faulty.size).toBe(0);
  const after = take(edit({ main, users }));
  return holdsLess(before.understanding, after.understanding, after.faulty);
}

describe('a broken text holds less', () => {
  it('when a declaration, a value or a row is torn', () => {
    expect(
      lessAfter((files) => ({ ...files, main: main.replace('hostingProvider ExchangeOnline {', 'hostingProv {') })),
    ).toBe(true);
    expect(lessAfter((files) => ({ ...files, main: main.replace('enabled true', 'enabled tru') }))).toBe(true);
    expect(lessAfter((files) => ({ ...files, users: users.replace('users Finance {', 'users Finance "') }))).toBe(true);
  });

  it('not when a sound text says less', () => {
    expect(lessAfter((files) => ({ ...files, main: main.replace(hostedParts.provider, '') }))).toBe(false);
    expect(lessAfter((files) => ({ ...files, users: users.replace('  bob@contoso.com\n', '') }))).toBe(false);
  });

  it('not when the fault stands in another file, or takes nothing away', () => {
    expect(lessAfter(() => ({ main: `${main}\nnonsense`, users: users.replace('  bob@contoso.com\n', '') }))).toBe(
      false,
    );
    expect(lessAfter((files) => ({ ...files, main: `${main}\nsite New {` }))).toBe(false);
  });
});
