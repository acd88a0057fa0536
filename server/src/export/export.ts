import type { Deployment } from '../model/deployment';
import { waveNamed, waveOrder } from '../model/waves';
import type { Analysis, Diagnostic } from '../rules/analyze';
import type { Place } from '../rules/types';
import { zoneFiles } from './dns/zoneFile';
import { zonesOf } from './dns/zones';
import { type EarlierExport, keptFiles } from './earlier';
import { placeOf } from './facts';
import { ExportFile, plainText } from './file';
import { topologySchema } from './json/schema';
import { topologyFile } from './json/topologyFile';
import { oneLine } from './lines';
import { manifestFile, sourceDigest } from './manifest';
import { waveFolder } from './paths';
import { readmeFile } from './readme';
import type { Graph, ReportContext } from './report/context';
import { reportFile } from './report/reportFile';
import { dnsScript, rollbackScript, type Script, scriptFile, verifyScript, waveScripts, wholeScripts } from './scripts';
import type { Hash } from './sha256';
import { type KeptMap, sourceMapFile } from './sourceMap';
import type { ExportTarget } from './targets';
import { declaredUsers, movedUsers, usersFile } from './users/usersFile';

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
  /** The routing graph for the report, after so many waves: the text of an SVG, well-formed and without a reference to anything outside. */
  readonly graph?: Graph;
  /** Makes digests of SHA-256, where the runtime has a faster one than ours. */
  readonly newHash?: () => Hash;
  /** For somebody who looks while typing: made whatever is wrong, without digests, which change with every letter, and without the files that are about them. */
  readonly live?: boolean;
  /** An earlier export into the same folder of which the files that this one doesn't write stay: the files that are about the others go on telling of them. */
  readonly kept?: EarlierExport;
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
  analysis: Pick<Analysis, 'diagnostics'> & Partial<Analysis>,
  options: ExportOptions = {},
): ExportResult {
  const errors = analysis.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const refused = refusal(deployment, errors, options);
  if (refused) return { refused };
  const { head } = deployment;
  const source = options.live === true ? undefined : sourceDigest(deployment, options.newHash);
  const sha256 = source?.sha256 ?? 'told when it is exported';
  const context: Context = {
    deployment,
    options,
    root: head ? [placeOf(head)] : [],
    origin: originOf(deployment, sha256, errors.length),
    warning: warningOf(errors.length),
  };
  const wave = options.wave === undefined ? undefined : waveNamed(deployment, options.wave);
  const made = wave === undefined ? wholeFiles(context, analysis, sha256) : waveFiles(context, wave);
  const written = made.map((file) => file.path);
  const kept = keptFiles(options.kept, [...written, ...aboutOthers]);
  const readme = readmeFile({ ...context, paths: written, kept, source: sha256, wave });
  const files = [readme, ...made];
  if (source === undefined) return { files };
  const whole = wave === undefined && wants(context, 'powershell');
  const map = sourceMapFile(files, deployment, context.root, whole, keptMap(options.kept, kept, source.sha256));
  const manifest = manifestFile(
    [...files, map],
    {
      deployment: deployment.name,
      wave: wave === undefined || kept.length > 0 ? null : (waveOrder(deployment).waves[wave]?.name ?? null),
      forced: errors.length > 0,
      source,
      ...(options.kept && { kept: options.kept }),
    },
    context.root,
  );
  return { files: [...files, map, manifest] };
}

/** The files that are about the others: of an export of a part they are about the files that stay as well. */
const aboutOthers = ['README.md', 'source-map.json', 'manifest.json'];

/** The lines of files that stay lead to where they led, as long as the topology is the same. */
function keptMap(earlier: EarlierExport | undefined, kept: ReturnType<typeof keptFiles>, source: string): KeptMap {
  const same = kept.filter((file) => file.source === source);
  const files = same.flatMap(({ path }): [string, readonly unknown[]][] => {
    const runs = earlier?.map?.files.get(path);
    return runs === undefined ? [] : [[path, runs]];
  });
  return {
    files: new Map(files),
    ...(earlier?.source.sha256 === source && { unscripted: earlier.map?.unscripted }),
  };
}

function refusal(
  deployment: Deployment,
  errors: readonly Diagnostic[],
  { force, live, wave }: ExportOptions,
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
  if (errors.length > 0 && force !== true && live !== true)
    return {
      reason: 'errors',
      message: `Nothing was exported: the deployment has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}`,
      errors,
    };
  return undefined;
}

function originOf(deployment: Deployment, source: string, errors: number): string[] {
  const origin = [
    `Made by UM Topology from the deployment ${oneLine(deployment.name)}; change the topology and export again rather than this file.`,
    `SHA-256 of the topology: ${source}`,
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

function wholeFiles(context: Context, analysis: ReportContext['analysis'], source: string): ExportFile[] {
  const { deployment, root } = context;
  const files: ExportFile[] = [];
  const users = declaredUsers(deployment);
  const scripts = wants(context, 'powershell', 'report') ? wholeScripts(deployment, users) : [];
  if (wants(context, 'powershell')) {
    files.push(...scripts.flatMap((script) => scriptFiles(context, script)));
    files.push(scriptFile(verifyScript(deployment, scripts, source), context.origin, root));
  }
  if (wants(context, 'dns')) files.push(...dnsFiles(context));
  if (wants(context, 'csv', 'powershell')) files.push(usersFile('users.csv', users, root, context.warning));
  for (const index of waveOrder(deployment).waves.keys()) files.push(...waveFiles(context, index));
  if (wants(context, 'json')) files.push(topologyFile(deployment, root, context.warning), schemaFile(root));
  if (wants(context, 'report'))
    files.push(
      reportFile({
        ...context,
        analysis,
        source,
        plans: [...scripts, ...scriptsOfWaves(deployment)],
        graph: context.options.graph,
      }),
    );
  return files;
}

/** A script, and the one that takes it back. */
function scriptFiles({ origin, root }: Context, script: Script): ExportFile[] {
  const rollback = rollbackScript(script);
  return [script, ...(rollback ? [rollback] : [])].map((each) => scriptFile(each, origin, root));
}

function scriptsOfWaves(deployment: Deployment): Script[] {
  return [...waveOrder(deployment).waves.keys()].flatMap((index) =>
    waveScripts(deployment, index, movedUsers(deployment, index)),
  );
}

function waveFiles(context: Context, index: number): ExportFile[] {
  const { deployment, root } = context;
  const users = movedUsers(deployment, index);
  const folder = waveFolder(index, waveOrder(deployment).waves[index]?.name ?? '');
  return [
    ...(wants(context, 'powershell')
      ? waveScripts(deployment, index, users).flatMap((script) => scriptFiles(context, script))
      : []),
    ...(wants(context, 'csv', 'powershell') ? [usersFile(`${folder}/users.csv`, users, root, context.warning)] : []),
    ...previousUsers(context, index, folder),
  ];
}

/** The list by which a wave's script looks whether the wave before is done: the folder of a wave needs nothing from outside. */
function previousUsers(context: Context, index: number, folder: string): ExportFile[] {
  if (index === 0 || !wants(context, 'powershell')) return [];
  const users = movedUsers(context.deployment, index - 1);
  if (users.count === 0) return [];
  return [usersFile(`${folder}/previous-users.csv`, users, context.root, context.warning)];
}

function dnsFiles(context: Context): ExportFile[] {
  const { deployment, options, origin, root } = context;
  const { timeToLive = 3600, nameServer = 'localhost', serial = 1 } = options;
  const zones = zonesOf(deployment);
  return [
    ...zoneFiles(zones, { timeToLive, nameServer, serial, origin }, root),
    ...(zones.length > 0 ? scriptFiles(context, dnsScript(deployment, zones, timeToLive)) : []),
  ];
}

function schemaFile(root: readonly Place[]): ExportFile {
  const lines = JSON.stringify(topologySchema(), undefined, 2).split('\n');
  return ExportFile.of(
    'topology.schema.json',
    plainText,
    lines.map((text) => ({ text, causes: root })),
  );
}
