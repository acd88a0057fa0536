import Ajv from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { readTopologyJson } from '../../../server/src/export/json/fromJson';
import { topologySchema } from '../../../server/src/export/json/schema';
import { topologyFile } from '../../../server/src/export/json/topologyFile';
import type { Declaration } from '../../../server/src/model/declaration';
import type { Deployment } from '../../../server/src/model/deployment';
import { waveOrder } from '../../../server/src/model/waves';
import { kinds, userRow } from '../../../server/src/vocabulary';
import { deploymentOf, exampleDeployment, filesOf, textOf } from './deployments';
import { everything } from './samples';

const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(topologySchema());

function jsonOf(deployment: Deployment): string {
  return topologyFile(deployment, []).text();
}

function check(deployment: Deployment): void {
  const json = jsonOf(deployment);
  validate(JSON.parse(json));
  expect(validate.errors ?? []).toEqual([]);
  const again = readTopologyJson(json);
  expect([...again.textProblems()].map(({ problem }) => problem.message)).toEqual([]);
  const [left, right] = [summary(deployment), summary(again)];
  // Of many users a comparison by text is enough, and quick.
  if (JSON.stringify(left) !== JSON.stringify(right)) expect(right).toEqual(left);
  // What was read back says the same again, byte for byte.
  if (jsonOf(again) !== json) expect(jsonOf(again)).toBe(json);
}

/** Everything that rules, routes and export read of a deployment. */
function summary(deployment: Deployment): unknown {
  const { waves } = waveOrder(deployment);
  return {
    declarations: deployment.declarations.map(declared),
    users: [...deployment.users()].map((user) => ({
      address: user.address.replace(/^sip:/i, ''),
      block: user.placement.block.declaration.name,
      facts: userRow.properties.map(({ name }) => shown(user.fact(name)) ?? null),
    })),
    waves: waves.map((wave) => ({
      name: wave.name,
      moves: wave.moves.map((move) => ({
        mailbox: move.mailbox,
        addresses: [...move.addresses],
        written: [...move.written].map(([name, { value }]) => [name, shown(value)]),
      })),
    })),
    expectations: deployment.expectations.length,
  };
}

function declared(declaration: Declaration): unknown {
  const { kind, name, organization, written, rows, node } = declaration;
  return {
    kind: kind.name,
    name,
    organization: organization?.name,
    doc: node.doc?.text,
    facts: [...written]
      .filter(([property]) => property !== 'csv')
      .map(([property, { value }]) => [property, shown(value)]),
    rows: rows.map((row) => [
      row.kind.head,
      row.owner,
      [...row.written].map(([property, { value }]) => [property, shown(value)]),
    ]),
  };
}

function shown(fact: unknown): unknown {
  return typeof fact === 'symbol' ? fact.description : fact;
}

describe('topology.json', () => {
  it.each(['on-premises', 'cross-premises', 'mixed', 'bulk'])('holds the example %s whole', (name) => {
    check(exampleDeployment(name));
  });

  it('holds one of everything', () => {
    check(deploymentOf(everything('lync2013', 'mixed')));
  });

  it.each(kinds.map((kind) => [kind.name, kind.example] as const))('holds a %s', (_, example) => {
    check(
      deploymentOf(
        /^\s*(?:\/\/\/.*\n\s*)?deployment\b/.test(example)
          ? example
          : `deployment D { server sfb2019  mode mixed }\n${example}`,
      ),
    );
  });

  it('tells texts from the words of the language', () => {
    check(
      deploymentOf(`
        deployment "unknown" { server lync2013  mode mixed  forest unset  incomplete hostingProvider, exUmContact }
        hostedVoicemailPolicy "two \\"words\\"" { destination unknown  organization unset  description "unset" }
        tenant hosted.example
        users "a\\nb" { mailbox hosted  a@contoso.com { displayName "unknown"  line unknown } }
        expect a@contoso.com reaches hosted on busy
        expect every user in group "a\\nb" with mailbox hosted reaches tenant hosted.example
        expect call to +14255550180 reaches nothing
        expect no contact in pool x.example unreachable after "the wave"
        wave "the wave" { move a@contoso.com to pool x.example  move every contact in domain contoso.com to local umDialPlan P }
      `),
    );
  });

  it('says of a forced export what is no value of its type', () => {
    const deployment = deploymentOf(
      'deployment D { server lnyc2013  mode mixed }\nsipDomain contoso.com { isDefault perhaps }',
    );
    const json = JSON.parse(jsonOf(deployment));
    expect(json.files[0].items[0].properties.server).toEqual({ invalid: ['lnyc2013'] });
    validate(json);
    expect(validate.errors ?? []).toEqual([]);
    expect(readTopologyJson(JSON.stringify(json)).all('sipDomain')[0]?.name).toBe('contoso.com');
  });

  it('is refused with words when it is none', () => {
    expect(() => readTopologyJson('x')).toThrow(/no JSON/);
    expect(() => readTopologyJson('[]')).toThrow(/no topology.json/);
    expect(() => readTopologyJson('{"schemaVersion":99,"files":[]}')).toThrow(/version 99/);
  });

  it('lies beside its schema', () => {
    const files = filesOf(deploymentOf(everything('lync2013', 'mixed')));
    expect(JSON.parse(textOf(files, 'topology.schema.json'))).toEqual(JSON.parse(JSON.stringify(topologySchema())));
    expect(JSON.parse(textOf(files, 'topology.json')).$schema).toBe('topology.schema.json');
  });
});
