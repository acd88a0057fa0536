import { readTopologyJson } from '../../../server/src/export/json/fromJson';
import type {
  JsonDeclaration,
  JsonProperties,
  JsonTopology,
  JsonUser,
  JsonValue,
} from '../../../server/src/export/json/shape';
import { topologyFile } from '../../../server/src/export/json/topologyFile';
import type { Value } from '../../../server/src/export/plan';
import type { Declaration } from '../../../server/src/model/declaration';
import type { Deployment } from '../../../server/src/model/deployment';
import { plainReader } from '../../../server/src/model/facts';
import { attributeOf } from '../../../server/src/routing/attribute';
import { cmdletValueOf, kindOf, parameterOf, propertyOf } from '../../../server/src/vocabulary/lookup';
import type { Property } from '../../../server/src/vocabulary/types';
import { identityOf, sessionOf } from './initial';
import type { DeployedSystem, Properties } from './system';

/** Kinds whose objects scripts make or set, and what the shells call them. */
const nouns: Readonly<Record<string, string>> = {
  sipDomain: 'CsSipDomain',
  accessEdgeConfiguration: 'CsAccessEdgeConfiguration',
  hostingProvider: 'CsHostingProvider',
  publicProvider: 'CsPublicProvider',
  allowedDomain: 'CsAllowedDomain',
  blockedDomain: 'CsBlockedDomain',
  mediaConfiguration: 'CsMediaConfiguration',
  hostedVoicemailPolicy: 'CsHostedVoicemailPolicy',
  voicePolicy: 'CsVoicePolicy',
  dialPlan: 'CsDialPlan',
  voicemailReroutingConfiguration: 'CsVoicemailReroutingConfiguration',
  exUmContact: 'CsExUmContact',
  umDialPlan: 'UMDialPlan',
  umMailboxPolicy: 'UMMailboxPolicy',
  umIPGateway: 'UMIPGateway',
  umHuntGroup: 'UMHuntGroup',
  umAutoAttendant: 'UMAutoAttendant',
};

/** Facts about users that no script makes: where the mailbox is and what Exchange wrote, as the administrator has moved it. */
export type MailboxFacts = ReadonlyMap<string, JsonProperties>;

/**
 * The topology that a deployed system is: what scripts make comes from the system alone; what they only find (pools, sites, servers, DNS) from the topology.
 * @param mailboxes of users, by folded address, where they are not as declared.
 */
export function measured(
  deployment: Deployment,
  system: DeployedSystem,
  mailboxes: MailboxFacts = new Map(),
): Deployment {
  const json: JsonTopology = JSON.parse(topologyFile(deployment, []).text());
  const declared = new Map(
    deployment.declarations.map((each) => [`${each.path} ${each.kind.name} ${each.key} ${each.parent?.key}`, each]),
  );
  const files = json.files.map((file) => ({
    ...file,
    items: file.items.flatMap((item) => {
      if ('expect' in item || item.kind === 'wave') return [];
      return convert(item, undefined);
    }),
  }));
  return readTopologyJson(JSON.stringify({ ...json, files }));

  function convert(item: JsonDeclaration, parent: JsonDeclaration | undefined): JsonDeclaration[] {
    if (item.kind === 'users')
      return [{ ...item, ...(item.users && { users: item.users.map((user) => userOf(user, item)) }) }];
    const declaration = find(item, parent);
    const children = (item.children ?? []).flatMap((child) => convert(child, item));
    const noun = nouns[item.kind];
    const withChildren = children.length > 0 ? { ...item, children } : item;
    // Those of a tenant are made by hand, on the other side.
    if (noun === undefined || declaration === undefined || sessionOf(declaration).startsWith('online'))
      return [withChildren];
    const identity = item.kind === 'accessEdgeConfiguration' ? 'global' : identityOf(declaration);
    const found = system.get(sessionOf(declaration), noun, identity);
    if (found === undefined) return [];
    return [{ ...withChildren, properties: propertiesOf(declaration, item.properties ?? {}, found) }];
  }

  function find(item: JsonDeclaration, parent: JsonDeclaration | undefined): Declaration | undefined {
    return [...declared.values()].find(
      (each) =>
        each.kind.name === item.kind &&
        each.name === (item.name ?? '') &&
        (parent === undefined || each.parent?.name === parent.name),
    );
  }

  function userOf(user: JsonUser, block: JsonDeclaration): JsonUser {
    const address = user.sipAddress.toLowerCase();
    const [row] = deployment.usersWithAddress(address);
    const state = system.get('lync', 'CsUser', `sip:${address}`);
    const said = { ...block.properties, ...user } as Record<string, JsonValue>;
    if (row === undefined || state === undefined || said.hostingProvider) return user;
    const { msExchUCVoiceMailSettings: _, ...rest } = user as Record<string, JsonValue>;
    const exchange = attributeOf(plainReader, row).exchange ?? null;
    const own: Record<string, JsonValue> = { ...rest, exchangeHostedVoiceMail: exchange, ...mailboxes.get(address) };
    for (const [property, parameter] of userParameters) {
      const value = state[parameter] ?? null;
      own[property] =
        typeof value === 'string' && property === 'line' ? value.replace(/^tel:/, '') : (value as JsonValue);
    }
    if (own.mailbox === 'local' || (own.mailbox === undefined && row.fact('mailbox') === 'local')) {
      const account =
        typeof row.fact('userPrincipalName') === 'string' ? String(row.fact('userPrincipalName')) : address;
      const enabled = deployment
        .all('exchange')
        .map((organization) => ({
          organization,
          mailbox: system.get(`exchange:${organization.key}`, 'UMMailbox', account),
        }))
        .find(({ mailbox }) => mailbox !== undefined);
      const plan = enabled?.mailbox?.UMDialPlan;
      own.umDialPlan = typeof plan === 'string' ? `${enabled?.organization.name}\\${plan}` : null;
      if (enabled?.mailbox?.EnableCloudVoiceMail === true) own.enableCloudVoiceMail = true;
    }
    return own as JsonUser;
  }
}

const userParameters: readonly (readonly [property: string, parameter: string])[] = [
  ['pool', 'RegistrarPool'],
  ['enabled', 'Enabled'],
  ['enterpriseVoice', 'EnterpriseVoiceEnabled'],
  ['line', 'LineURI'],
  ['policy', 'HostedVoicemailPolicy'],
  ['hostedVoiceMail', 'HostedVoiceMail'],
];

/** Properties that a cmdlet sets come from the system, others from the topology. */
function propertiesOf(declaration: Declaration, said: JsonProperties, found: Properties): JsonProperties {
  const kind = kindOf(declaration.kind.name);
  const properties: Record<string, JsonValue> = { ...said };
  for (const property of kind?.properties ?? []) {
    if (property.fact && property.name !== 'tool') continue;
    const parameter = property.name === 'tool' ? 'tool' : parameterOf(property);
    // What the shells call by a name of their own organization is called so in the topology too.
    if (property.type.type === 'reference' && property.name !== 'policy' && property.name !== 'pool') continue;
    if (!(parameter in found)) delete properties[property.name];
    else properties[property.name] = jsonOf(property, found[parameter] ?? null, property.list === true);
  }
  if (declaration.kind.name === 'accessEdgeConfiguration') {
    properties.useDnsSrvRouting = found.type === 'DnsSrvRouting';
    properties.useDefaultRouting = found.type === 'DefaultRoute';
  }
  if ('umDialPlan' in found) properties.umDialPlan = found.umDialPlan as JsonValue;
  if (propertyOf(declaration.kind, 'policy') && 'HostedVoicemailPolicy' in found)
    properties.policy = (found.HostedVoicemailPolicy ?? null) as JsonValue;
  return properties;
}

function jsonOf(property: Property, value: Value, list: boolean): JsonValue {
  if (value === null || value === '') return null;
  if (Array.isArray(value)) return value.map((each) => wordOf(property, each));
  if (list) return String(value).split(',');
  return typeof value === 'string' ? wordOf(property, value) : (value as JsonValue);
}

/** The language's word for a value of a cmdlet. */
function wordOf(property: Property, value: string): string {
  if (property.type.type !== 'enum') return value;
  return property.type.values.find((each) => cmdletValueOf(each).toLowerCase() === value.toLowerCase())?.value ?? value;
}
