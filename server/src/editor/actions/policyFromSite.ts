import type { Declaration } from '../../model/declaration';
import { scopeOf } from '../../routing/effectivePolicy';
import { insertIntoBlock } from '../../rules/fixes';
import type { FixEdit } from '../../rules/types';
import { placementsOf } from '../usage';
import type { Action, ActionPlace } from './action';

/** Makes a per-user policy of a site's or the global one and grants it to the groups that have the latter. */
export function policyFromSite({ deployment, path, range }: ActionPlace): Action[] {
  const policy = deployment
    .all('hostedVoicemailPolicy')
    .find((each) => each.path === path && each.span.start <= range.start && range.end <= each.span.end);
  if (policy === undefined || scopeOf(policy) === 'user' || policy.node.body?.closed !== true) return [];
  const name = freeName(
    policy.key === 'global' ? 'Global' : policy.name.replace(/^site:/i, ''),
    (candidate) => deployment.named('hostedVoicemailPolicy', candidate).length > 0,
  );
  const placements = placementsOf(deployment, policy) ?? [];
  const groups = [...new Set(placements.map(({ block }) => block.declaration))];
  // A group of which only some have the policy needs it in rows, which is another matter.
  const whole = groups.filter((group) => {
    const block = deployment.block(group);
    return [...(block?.shapeCounts.keys() ?? [])].every((shape) => {
      const placement = block && deployment.placement(block, shape);
      return placement && (placements.includes(placement) || placement.origin('policy') === 'row');
    });
  });
  return [
    {
      title: `Extract a per-user policy ${name} and grant it to its users`,
      kind: 'refactor.extract',
      edits: () => [copy(policy, name, deployment.textOf(path)), ...whole.map((group) => grant(group, name))],
    },
  ];
}

function copy(policy: Declaration, name: string, text: string): FixEdit {
  const { node, item, path } = policy;
  const body = node.body ? text.slice(item.start + node.body.start, item.start + node.body.end) : '{ }';
  const end = policy.span.end;
  return {
    path,
    start: end,
    end,
    text: `\n${policy.kind.name} ${JSON.stringify(name).replace(/^"([\w.-]+)"$/, '$1')} ${body}`,
  };
}

function grant(group: Declaration, name: string): FixEdit {
  return insertIntoBlock(group, `policy ${JSON.stringify(name).replace(/^"([\w.-]+)"$/, '$1')}`);
}

function freeName(base: string, taken: (name: string) => boolean): string {
  let name = base;
  for (let n = 2; taken(name); n++) name = `${base}${n}`;
  return name;
}
