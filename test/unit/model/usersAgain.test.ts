import { expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';

it('moves what stands in a group of users with the rows before it, whatever it is', () => {
  const workspace = new Workspace();
  const text = 'users U {\n  alice@contoso.com\n  umServer Redmond {\n';
  workspace.set('/t/main.umtopo', text);
  workspace.refresh();
  const start = text.indexOf('alice');
  workspace.edit('/t/main.umtopo', [{ start, end: start + 'alice@contoso.com'.length, text: '' }]);
  workspace.refresh();
  const [deployment] = workspace.deployments;
  const now = deployment?.textOf('/t/main.umtopo') ?? '';
  const shown = (deployment?.declarations ?? []).map(({ head }) => now.slice(head.start, head.end));
  expect(shown).toEqual(['U', 'Redmond']);
});
