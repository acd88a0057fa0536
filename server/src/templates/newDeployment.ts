import { applyChanges } from '../base/span';
import { formatText } from '../syntax/format';
import { parse } from '../syntax/parse';
import { kindOf } from '../vocabulary';
import * as parts from './parts';

/** What a new deployment is made of. */
export interface NewDeployment {
  /** Of the deployment, for people; usually the folder's name. */
  readonly name: string;
  /** A value of `deployment`'s `server`. */
  readonly server: string;
  /** A value of `deployment`'s `mode`. */
  readonly mode: string;
  /** The SIP domain, which is the forest too. */
  readonly domain: string;
}

export interface NewFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The values that `mode` and `server` take, in the order of the vocabulary, with what they mean. */
export const choices = { modes: valuesOf('mode'), servers: valuesOf('server') };
export const modes = choices.modes.map(({ value }) => value);
export const servers = choices.servers.map(({ value }) => value);

/** What is meant where nobody says: the mode that needs nothing hosted, and the server that most of these deployments run. */
export const unless = { server: 'lync2013', mode: 'onPremises', domain: 'contoso.com' } as const;

/**
 * The files of a deployment to start from: small, routable, and nothing in it that a rule would flag, whatever the server and the mode.
 * What stands there is made up (the domain's hosts, numbers for documentation) and is to be replaced by what is deployed.
 */
export function newDeployment(wanted: NewDeployment): NewFile[] {
  const start: parts.Start = {
    ...wanted,
    hosted: wanted.mode !== 'onPremises',
    local: wanted.mode !== 'crossPremises',
  };
  const files: readonly (readonly [string, string])[] = [
    ['deployment.umtopo', parts.deployment(start)],
    ['sites.umtopo', parts.sites(start)],
    ['federation.umtopo', start.hosted ? parts.federation(start) : ''],
    ['exchange.umtopo', start.local ? parts.exchange(start) : ''],
    ['contacts.umtopo', parts.contacts(start)],
    ['users.umtopo', parts.users(start)],
  ];
  return files.filter(([, text]) => text !== '').map(([path, text]) => ({ path, text: formatted(text) }));
}

/** Why a domain can't be one; undefined where it can. */
export function domainFault(domain: string): string | undefined {
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
  if (domain.length <= 253 && new RegExp(`^${label}(?:\\.${label})+$`, 'i').test(domain)) return undefined;
  return `${JSON.stringify(domain)} is no domain: write it like contoso.com`;
}

function formatted(text: string): string {
  return applyChanges(text, formatText(text, parse(text)));
}

function valuesOf(name: string): readonly { readonly value: string; readonly doc: string }[] {
  const type = kindOf('deployment')?.properties.find((property) => property.name === name)?.type;
  return type?.type === 'enum' ? type.values.map(({ value, doc }) => ({ value, doc })) : [];
}
