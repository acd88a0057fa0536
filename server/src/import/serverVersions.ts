import { type ServerVersion, serverVersions } from '../vocabulary/types';
import type { Note, TopologyDocument } from './topologyDocument';

/** 7 and 8 are known from real files, 6 and 5 inferred. [REAL2] */
const serverByVersion: ReadonlyMap<string, ServerVersion> = new Map([
  ['5', 'lync2010'],
  ['6', 'lync2013'],
  ['7', 'sfb2015'],
  ['8', 'sfb2019'],
]);

/** The server version that a `ServiceVersion` stands for. */
export function serverOf(serviceVersion: string | undefined): ServerVersion | undefined {
  return serviceVersion === undefined ? undefined : serverByVersion.get(serviceVersion);
}

/** Whether the number of this version is known from documents rather than deduced. */
export function isInferred(server: ServerVersion): boolean {
  return server === 'lync2010' || server === 'lync2013';
}

export function newest(versions: readonly (ServerVersion | undefined)[]): ServerVersion | undefined {
  return serverVersions.findLast((version) => versions.includes(version));
}

/** Why the version of some server can't be told, if so. */
export function versionNote(document: TopologyDocument): Note | undefined {
  const { services } = document;
  const strange = services.find(({ serviceVersion }) => serviceVersion !== undefined && !serverOf(serviceVersion));
  if (strange) {
    return {
      message: `ServiceVersion ${strange.serviceVersion} is not known (5 to 8 are Lync Server 2010 to Skype for Business Server 2019); say which server it is`,
      line: strange.line,
    };
  }
  const known = services.some(({ serviceVersion }) => serviceVersion !== undefined);
  return known ? undefined : { message: 'No service has a ServiceVersion; say which server it is', line: 1 };
}
