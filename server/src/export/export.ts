import type { Deployment } from '../model/deployment';
import { waveNamed, waveOrder } from '../model/waves';
import type { Analysis, Diagnostic } from '../rules/analyze';
import type { Place } from '../rules/types';
import { zoneFiles } from './dns/zoneFile';
import { zonesOf } from './dns/zones';
import { placeOf } from './facts';
import { ExportFile, plainText, windowsText } from './file';
import { topologySchema } from './json/schema';
import { topologyFile } from './json/topologyFile';
import { oneLine } from './lines';
import { manifestFile, type SourceDigest, sourceDigest } from './manifest';
import { fileName } from './paths';
import type { Plan } from './plan';
import { exchangeOrganizations, exchangePlan } from './plan/exchange';
import { lyncPlan } from './plan/lync';
import { onlinePlan, onlineTenants } from './plan/online';
import { wavePlan } from './plan/wave';
import { printScript } from './powershell/printScript';
import { readmeFile } from './readme';
import { sourceMapFile } from './sourceMap';
import { declaredUsers, movedUsers, type UserSelection, usersFile } from './users/usersFile';

export const exportTargets = ['powershell', 'dns', 'csv', 'json'] as const;
export type ExportTarget = (typeof exportTargets)[number];

export interface ExportOptions {
  /** All when left out. */
  readonly targets?: readonly ExportTarget[];
  /** Only what this wave changes. */
  readonly wave?: string;
  /** Exports although there are errors; every file says so in its first lines. */
  readonly force?: boolean;
  /** Time to live of DNS records that don't say their own, in seconds. */
  readonly timeToLive?: number;
  /** The name server of the zones' SOA and NS records. */
  readonly nameServer?: string;
  /** The serial number of the zones. */
  readonly serial?: number;
}

/** Why nothing is exported, in the administrator's words. */
export interface Refusal {
  readonly reason: 'errors' | 'noDeployment' | 'noWave';
  readonly message: string;
  readonly errors: readonly Diagnostic[];
}

export type ExportResult =
  | { readonly refused: Refusal; readonly files?: undefined }
  | { readonly refused?: undefined; readonly files: readonly ExportFile[] };

/** What the makers of files share. */
interface Context {
  readonly deployment: Deployment;
  readonly options: ExportOptions;
  readonly root: readonly Place[];
  /** Comment lines at the top of each file that can have comments. */
  readonly origin: readonly string[];
  /** Said in the others, when there are errors. */
  readonly warning: string | undefined;
}

/**
 * The validated configuration as files: the same deployment gives the same bytes. Files are made while they are read, `manifest.json` last, because it holds the
 * digests of the others: whoever writes them in their order makes each once.
 */
export function exportDeployment(
  deployment: Deployment,
  analysis: Pick<Analysis, 'diagnostics'>,
  options: ExportOptions = {},
): ExportResult {
  const errors = analysis.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const refused = refusal(deployment, errors, options);
  if (refused) return { refused };
  const { head } = deployment;
  const source = sourceDigest(deployment);
  const context: Context = {
    deployment,
    options,
    root: head ? [placeOf(head)] : [],
    origin: originOf(deployment, source, errors.length),
    warning: warningOf(errors.length),
  };
  const wave = options.wave === undefined ? undefined : waveNamed(deployment, options.wave);
  const made = wave === undefined ? wholeFiles(context) : waveFiles(context, wave);
  const readme = readmeFile({ ...context, paths: made.map((file) => file.path), source: source.sha256, wave });
  const files = [readme, ...made];
  const map = sourceMapFile(files, deployment, context.root);
  const manifest = manifestFile(
    [...files, map],
    {
      deployment: deployment.name,
      wave: wave === undefined ? null : (waveOrder(deployment).waves[wave]?.name ?? null),
      forced: errors.length > 0,
      source,
    },
    context.root,
  );
  return { files: [...files, map, manifest] };
}

function refusal(
  deployment: Deployment,
  errors: readonly Diagnostic[],
  { force, wave }: ExportOptions,
): Refusal | undefined {
  if (deployment.head === undefined)
    return {
      reason: 'noDeployment',
      message: 'These files belong to no deployment: one of them needs a `deployment` declaration with server and mode',
      errors,
    };
  if (wave !== undefined && waveNamed(deployment, wave) < 0) {
    const names = waveOrder(deployment).waves.map((each) => each.name);
    const known = names.length === 0 ? 'none is declared' : `there are ${names.join(', ')}`;
    return { reason: 'noWave', message: `There is no wave ${wave}: ${known}`, errors };
  }
  if (errors.length > 0 && force !== true)
    return {
      reason: 'errors',
      message: `Nothing was exported: the deployment has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}`,
      errors,
    };
  return undefined;
}

function originOf(deployment: Deployment, source: SourceDigest, errors: number): string[] {
  const origin = [
    `Made by UM Topology from the deployment ${oneLine(deployment.name)}; change the topology and export again rather than this file.`,
    `SHA-256 of the topology: ${source.sha256}`,
  ];
  const warning = warningOf(errors);
  return warning === undefined ? origin : [warning, ...origin];
}

function warningOf(errors: number): string | undefined {
  if (errors === 0) return undefined;
  const count = errors === 1 ? 'AN ERROR' : `${errors} ERRORS`;
  return `EXPORTED ALTHOUGH THE TOPOLOGY HAS ${count}: DO NOT RUN OR LOAD THIS BEFORE YOU HAVE READ IT.`;
}

function wants({ options }: Context, ...targets: readonly ExportTarget[]): boolean {
  return options.targets === undefined || targets.some((target) => options.targets?.includes(target));
}

function wholeFiles(context: Context): ExportFile[] {
  const { deployment, root } = context;
  const files: ExportFile[] = [];
  const users = declaredUsers(deployment);
  if (wants(context, 'powershell')) {
    files.push(
      scriptFile(context, 'powershell/10-lync.ps1', '..\\users.csv', lyncPlan(deployment, users), [
        `Makes the Lync side of ${deployment.name} as its topology declares it.`,
        'Each step looks first and changes only what differs, so the script can be run again at any time. It stops at the first step that fails; of users one may fail and the rest go on.',
        'Run it in the Lync Server (Skype for Business Server) Management Shell, as a member of RTCUniversalServerAdmins and RTCUniversalUserAdmins.',
      ]),
    );
  }
  if (wants(context, 'powershell')) files.push(...exchangeFiles(context, users));
  if (wants(context, 'powershell')) files.push(...onlineFiles(context));
  if (wants(context, 'dns')) files.push(...dnsFiles(context));
  if (wants(context, 'csv', 'powershell')) files.push(usersFile('users.csv', users, root, context.warning));
  for (const index of waveOrder(deployment).waves.keys()) files.push(...waveFiles(context, index));
  if (wants(context, 'json')) files.push(topologyFile(deployment, root, context.warning), schemaFile(root));
  return files;
}

/** A script for each local Exchange organization: each has a shell of its own. */
function exchangeFiles(context: Context, users: UserSelection): ExportFile[] {
  const { deployment } = context;
  const organizations = exchangeOrganizations(deployment);
  return organizations.map((organization) => {
    const suffix = organizations.length === 1 ? '' : `-${fileName(organization.name)}`;
    return scriptFile(
      context,
      `powershell/20-exchange${suffix}.ps1`,
      '..\\users.csv',
      exchangePlan(deployment, organization, users),
      [
        `Makes the UM objects of ${organization.name} as the topology of ${deployment.name} declares them.`,
        'Each step looks first and changes only what differs, so the script can be run again at any time. Dial plans of a server are added to, never replaced.',
        'Run it in the Exchange Management Shell of that organization, as a member of Organization Management or UM Management. It never holds a PIN: Exchange makes one for each mailbox.',
      ],
    );
  });
}

/** A script for each tenant: each is a session of its own. */
function onlineFiles(context: Context): ExportFile[] {
  const { deployment } = context;
  const tenants = onlineTenants(deployment);
  return tenants.map((tenant) => {
    const suffix = tenants.length === 1 ? '' : `-${fileName(tenant.name)}`;
    return scriptFile(context, `powershell/30-online${suffix}.ps1`, '..\\users.csv', onlinePlan(deployment, tenant), [
      `Sets in the tenant ${tenant.name} what the topology of ${deployment.name} declares, and states what has no cmdlet.`,
      'Each step looks first and changes only what differs, so the script can be run again at any time.',
      'Connect to the tenant first, in Windows PowerShell 5.1: the script asks for no credentials and holds none.',
    ]);
  });
}

function waveFiles(context: Context, index: number): ExportFile[] {
  const { deployment, root } = context;
  const folder = waveFolder(deployment, index);
  const users = movedUsers(deployment, index);
  const name = waveOrder(deployment).waves[index]?.name ?? '';
  const files: ExportFile[] = [];
  if (wants(context, 'powershell')) {
    files.push(
      scriptFile(context, `${folder}/10-lync.ps1`, 'users.csv', wavePlan(deployment, index, users), [
        `Wave ${name} of ${deployment.name}, the Lync side: for each user pool, policy, mailbox, flag, in this order.`,
        'The steps of the whole deployment (powershell/10-lync.ps1: providers, policies, contacts) and the waves before must be done.',
        'Run it in the Lync Server (Skype for Business Server) Management Shell, as a member of RTCUniversalServerAdmins and RTCUniversalUserAdmins.',
      ]),
    );
  }
  if (wants(context, 'csv', 'powershell')) files.push(usersFile(`${folder}/users.csv`, users, root, context.warning));
  return files;
}

/** `waves/01-Pilot` */
export function waveFolder(deployment: Deployment, index: number): string {
  const name = waveOrder(deployment).waves[index]?.name ?? '';
  return `waves/${String(index + 1).padStart(2, '0')}-${fileName(name)}`;
}

function scriptFile(
  { origin, root }: Context,
  path: string,
  usersPath: string,
  plan: Plan,
  description: readonly string[],
): ExportFile {
  const [synopsis = '', ...paragraphs] = description;
  const head = { name: path.slice(path.lastIndexOf('/') + 1), synopsis, description: paragraphs, origin, usersPath };
  return ExportFile.of(path, windowsText, printScript(plan, head, root));
}

function dnsFiles({ deployment, options, origin, root }: Context): ExportFile[] {
  const { timeToLive = 3600, nameServer = 'localhost', serial = 1 } = options;
  return zonesOf(deployment).flatMap((zone) => zoneFiles(zone, { timeToLive, nameServer, serial, origin }, root));
}

function schemaFile(root: readonly Place[]): ExportFile {
  const lines = JSON.stringify(topologySchema(), undefined, 2).split('\n');
  return ExportFile.of(
    'topology.schema.json',
    plainText,
    lines.map((text) => ({ text, causes: root })),
  );
}
