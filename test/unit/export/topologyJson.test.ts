import { describe, expect, it } from 'vitest';
import { readTopologyJson } from '../../../server/src/export/json/fromJson';
import { topologySchema } from '../../../server/src/export/json/schema';
import { kinds } from '../../../server/src/vocabulary';
import { deploymentOf, exampleDeployment, filesOf, textOf } from './deployments';
import { everything } from './samples';
import { checkTopologyJson, jsonOf, validate } from './topologyChecks';

describe('topology.json', () => {
  it.each(['on-premises', 'cross-premises', 'mixed', 'bulk'])('holds the example %s whole', (name) => {
    checkTopologyJson(exampleDeployment(name));
  });

  it('holds one of everything', () => {
    checkTopologyJson(deploymentOf(everything('lync2013', 'mixed')));
  });

  it.each(kinds.map((kind) => [kind.name, kind.example] as const))('holds a %s', (_, example) => {
    checkTopologyJson(
      deploymentOf(
        /^\s*(?:\/\/\/.*\n\s*)?deployment\b/.test(example)
          ? example
          : `deployment D { server sfb2019  mode mixed }\n${example}`,
      ),
    );
  });

  it('tells texts from the words of the language', () => {
    checkTopologyJson(
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
