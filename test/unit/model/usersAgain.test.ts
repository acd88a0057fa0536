import { expect, it } from 'vitest';
import { Workspace } from '../../../server/src/model/workspace';

it('keeps what stands in a group of users and is none of its own, when rows behind it change', () => {
  const path = '/t/main.umtopo';
  const workspace = new Workspace();
  const text = 'users U {\n  umServer ex01.contoso.com { }\n  alice@contoso.com\n  bob@contoso.com\n}\n';
  workspace.set(path, text);
  workspace.refresh();
  const start = text.indexOf('alice');
  workspace.edit(path, [{ start, end: start + 'alice'.length, text: 'al' }]);
  workspace.refresh();
  const [deployment] = workspace.deployments;
  const now = deployment?.textOf(path) ?? '';
  const shown = (deployment?.declarations ?? []).map(({ head }) => now.slice(head.start, head.end));
  expect(shown).toEqual(['U', 'ex01.contoso.com']);
});
