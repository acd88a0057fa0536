import type {
  Dependency,
  InternalDomain,
  Machine,
  NetInterface,
  Note,
  Port,
  Service,
  ServiceDetails,
  TopologyDocument,
} from './topologyDocument';
import { attribute, child, childrenNamed, type XmlElement, type XmlVisitor } from './xml';

/** What both forms of the topology document write in the same way. */

/** Reads one form of the topology document. */
export interface TopologyReader extends XmlVisitor {
  finish(): TopologyDocument;
}

/** What a reader makes of its file, in the making. */
export type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

export function note(notes: Note[], element: { readonly line: number }, message: string): void {
  notes.push({ message, line: element.line });
}

/** `true` in XML's two spellings. */
export function isTrue(value: string | undefined): boolean {
  return value?.toLowerCase() === 'true' || value === '1';
}

export function readDomain(element: XmlElement, notes: Note[]): InternalDomain | undefined {
  const name = attribute(element, 'Name');
  if (name !== undefined) {
    return { name, allowSubDomains: isTrue(attribute(element, 'AllowSubDomains')), line: element.line };
  }
  note(notes, element, 'An InternalDomain without Name was left out');
  return undefined;
}

/** @param clusterFqdn the machine's name where it has none of its own: the cluster is that machine */
export function readMachine(element: XmlElement, clusterFqdn: string): Machine {
  return {
    fqdn: attribute(element, 'Fqdn') ?? clusterFqdn,
    faultDomain: attribute(element, 'FaultDomain'),
    upgradeDomain: attribute(element, 'UpgradeDomain'),
    interfaces: childrenNamed(element, 'NetInterface').map(readInterface),
  };
}

function readInterface(element: XmlElement): NetInterface {
  return {
    side: attribute(element, 'InterfaceSide') ?? '',
    number: attribute(element, 'InterfaceNumber') ?? '1',
    address: realAddress(attribute(element, 'IPAddress')),
    configuredAddress: realAddress(attribute(element, 'ConfiguredIPAddress')),
  };
}

/** 0.0.0.0 and :: say "any address of the machine", so they say nothing. */
function realAddress(text: string | undefined): string | undefined {
  return text === '0.0.0.0' || text === '::' ? undefined : text;
}

/** What the two forms write differently of a service: who it is, where it runs, whom it needs. */
export interface ServiceIdentity {
  readonly key: string;
  readonly role: string;
  readonly instance: string | undefined;
  readonly dependsOn: readonly Dependency[];
  readonly installedOn: string | undefined;
}

const ownParts = new Set(['ServiceId', 'DependsOn', 'InstalledOn', 'Ports']);

export function readService(element: XmlElement, identity: ServiceIdentity): Service {
  return {
    ...identity,
    roleVersion: attribute(element, 'RoleVersion'),
    serviceVersion: attribute(element, 'ServiceVersion'),
    ports: childrenNamed(child(element, 'Ports'), 'Port').map(readPort),
    details: readDetails(element.children.find((part) => !ownParts.has(part.name))),
    line: element.line,
  };
}

function readPort(element: XmlElement): Port {
  return {
    owner: (attribute(element, 'Owner') ?? '').replace(/^urn:(component|application):/, ''),
    usage: attribute(element, 'Usage') ?? '',
    side: attribute(element, 'InterfaceSide') ?? '',
    interfaceNumber: attribute(element, 'InterfaceNumber') ?? '1',
    port: attribute(element, 'Port') ?? '',
    protocol: attribute(element, 'Protocol') ?? '',
    urlPath: attribute(element, 'UrlPath'),
    configuredFqdn: attribute(element, 'ConfiguredFqdn'),
    configuredPort: attribute(element, 'ConfiguredPort'),
    range: attribute(element, 'Range'),
    line: element.line,
  };
}

function readDetails(element: XmlElement | undefined): ServiceDetails | undefined {
  if (element === undefined) return undefined;
  const components = childrenNamed(child(element, 'WebComponents'), 'Component');
  const mcus = childrenNamed(child(element, 'MCUs'), 'MCU');
  return {
    element: element.name,
    attributes: element.attributes,
    externalHost: attribute(child(element, 'ExternalSettings'), 'Host'),
    internalHost: attribute(child(element, 'InternalSettings'), 'Host'),
    components: [...components, ...mcus].flatMap((part) => attribute(part, 'ComponentName') ?? []),
  };
}
