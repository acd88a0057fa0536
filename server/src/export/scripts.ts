import type { Deployment } from '../model/deployment';
import { waveOrder } from '../model/waves';
import type { Place } from '../rules/types';
import { type Zone, zonesOf } from './dns/zones';
import { ExportFile, windowsText } from './file';
import { fileNames, waveFolder } from './paths';
import type { Plan } from './plan';
import { dnsPlan } from './plan/dns';
import { exchangeOrganizations, exchangePlan, exchangeWavePlan } from './plan/exchange';
import { lyncPlan } from './plan/lync';
import { onlinePlan, onlineTenants } from './plan/online';
import { rollbackPlan } from './plan/rollback';
import { verifyPlan } from './plan/verify';
import { wavePlan } from './plan/wave';
import { printScript } from './powershell/printScript';
import type { UserSelection } from './users/usersFile';

/** A script before it is printed. */
export interface Script {
  readonly path: string;
  /** Where `users.csv` stands, seen from the script. */
  readonly usersPath: string;
  readonly plan: Plan;
  readonly synopsis: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  /** It asks, and changes nothing. */
  readonly verifies?: boolean;
}

const rerun =
  'Each step looks first and changes only what differs, so the script can be run again at any time. It stops at the first step that fails; of users one may fail and the rest go on.';
const lyncShell =
  'Run it in the Lync Server (Skype for Business Server) Management Shell, as a member of RTCUniversalServerAdmins and RTCUniversalUserAdmins.';
const besideFolder = '..\\users.csv';

/** The scripts of the whole deployment, one a shell, in the order in which they are run first. */
export function wholeScripts(deployment: Deployment, users: UserSelection): Script[] {
  const lync: Script = {
    path: 'powershell/10-lync.ps1',
    usersPath: besideFolder,
    plan: lyncPlan(deployment, users),
    synopsis: `Makes the Lync side of ${deployment.name} as its topology declares it.`,
    description: [rerun, lyncShell],
  };
  return [lync, ...exchangeScripts(deployment, users), ...onlineScripts(deployment)];
}

/** A script for each local Exchange organization: each has a shell of its own. */
function exchangeScripts(deployment: Deployment, users: UserSelection): Script[] {
  const organizations = exchangeOrganizations(deployment);
  const suffixes = suffixesOf(organizations);
  return organizations.map((organization, i) => ({
    path: `powershell/20-exchange${suffixes[i]}.ps1`,
    usersPath: besideFolder,
    plan: exchangePlan(deployment, organization, users),
    synopsis: `Makes the UM objects of ${organization.name} as the topology of ${deployment.name} declares them.`,
    description: [
      `${rerun} Dial plans of a server are added to, never replaced.`,
      'Run it in the Exchange Management Shell of that organization, as a member of Organization Management or UM Management. It never holds a PIN: Exchange makes one for each mailbox.',
    ],
  }));
}

/** A script for each tenant: each is a session of its own. */
function onlineScripts(deployment: Deployment): Script[] {
  const tenants = onlineTenants(deployment);
  const suffixes = suffixesOf(tenants);
  return tenants.map((tenant, i) => ({
    path: `powershell/30-online${suffixes[i]}.ps1`,
    usersPath: besideFolder,
    plan: onlinePlan(deployment, tenant),
    synopsis: `Sets in the tenant ${tenant.name} what the topology of ${deployment.name} declares, and states what has no cmdlet.`,
    description: [
      rerun,
      'Connect to the tenant first, in Windows PowerShell 5.1: the script asks for no credentials and holds none.',
    ],
  }));
}

function suffixesOf(objects: readonly { readonly name: string }[]): string[] {
  if (objects.length === 1) return [''];
  return fileNames(objects.map((object) => object.name)).map((name) => `-${name}`);
}

/** What the shells do for a wave. @param index of the wave in the order of waves. */
export function waveScripts(deployment: Deployment, index: number, users: UserSelection): Script[] {
  const wave = waveOrder(deployment).waves[index];
  if (wave === undefined) return [];
  const organizations = exchangeOrganizations(deployment);
  const suffixes = suffixesOf(organizations);
  const exchange = organizations.flatMap((organization, i): Script[] => {
    const plan = exchangeWavePlan(deployment, wave, organization, users);
    if (plan === undefined) return [];
    return [
      {
        path: `${waveFolder(index, wave.name)}/20-exchange${suffixes[i]}.ps1`,
        usersPath: 'users.csv',
        plan,
        synopsis: `Wave ${wave.name} of ${deployment.name}, the side of ${organization.name}: enables the mailboxes for UM that it brings there.`,
        description: [
          'To be run when the mailboxes have moved. Those that are enabled already are left alone.',
          'Run it in the Exchange Management Shell of that organization, as a member of Organization Management or UM Management. It never holds a PIN: Exchange makes one for each mailbox.',
        ],
      },
    ];
  });
  return [lyncWaveScript(deployment, index, wave.name, users), ...exchange];
}

function lyncWaveScript(deployment: Deployment, index: number, name: string, users: UserSelection): Script {
  return {
    path: `${waveFolder(index, name)}/10-lync.ps1`,
    usersPath: 'users.csv',
    plan: wavePlan(deployment, index, users),
    synopsis: `Wave ${name} of ${deployment.name}, the Lync side: for each user pool, policy, mailbox, flag, in this order.`,
    description: [
      'The steps of the whole deployment (powershell/10-lync.ps1: providers, policies, contacts) and the waves before must be done.',
      lyncShell,
    ],
  };
}

/** The records of the zones for Windows DNS. @param timeToLive in seconds, for records that don't say their own. */
export function dnsScript(deployment: Deployment, zones: readonly Zone[], timeToLive: number): Script {
  return {
    path: 'dns/dns.ps1',
    usersPath: besideFolder,
    plan: dnsPlan(deployment, zones, timeToLive),
    synopsis: `Adds the DNS records of ${deployment.name} that are missing in the zones of a Windows DNS server.`,
    description: [
      'The records of the zone files beside it. Each step looks first: what is there is compared and never changed, what differs is said, what is missing is added. It can be run again at any time.',
      'Zones are not made: where the server has no zone of the name, its steps say notMet, and the rest go on. Times to live are not compared.',
      'Run it in Windows PowerShell on a DNS server, or where the DNS Server Tools are installed, as a member of DnsAdmins; once with -Zones public for the servers that the Internet asks, once with -Zones internal for those of the internal network.',
    ],
  };
}

const takingBack: ReadonlySet<string> = new Set(['restore', 'users', 'mailboxes', 'dnsRecords']);

/** The way back of a script, beside it; none where the script changes nothing that could be taken back. */
export function rollbackScript(script: Script): Script | undefined {
  const plan = rollbackPlan(script.plan);
  const slash = script.path.lastIndexOf('/') + 1;
  const name = script.path.slice(slash);
  if (!plan.steps.some((step) => takingBack.has(step.action.type))) return undefined;
  return {
    path: `${script.path.slice(0, slash)}rollback-${name}`,
    usersPath: script.usersPath,
    plan,
    synopsis: `Takes back what ${name} changed, in reverse order.`,
    description: [
      `It works by the folder snapshot beside it, where ${name} kept what it found before its first change: keep that folder. What is not in it was not changed, and stays.`,
      'What can not be taken back is said by its step. Run it in the same shell.',
    ],
  };
}

/** Asks the deployed system whether it is as the scripts make it. @param source SHA-256 of the topology */
export function verifyScript(deployment: Deployment, scripts: readonly Script[], source: string): Script {
  return {
    path: 'powershell/verify.ps1',
    usersPath: besideFolder,
    plan: verifyPlan(
      deployment,
      scripts.map((script) => script.plan),
      zonesOf(deployment),
      source,
    ),
    verifies: true,
    synopsis: `Asks whether ${deployment.name} is deployed as its topology declares it, and changes nothing.`,
    description: [
      'One line for the exported files, each object, user who differs and DNS record: planned, differs (and in what), missing, or notAsked where this shell has no cmdlet for it. Run it in each shell: the Lync shell answers for Lync, the Exchange shell for Exchange.',
      'Records of public zones are asked for with -PublicDnsServer; test calls need the test users of health monitoring.',
    ],
  };
}

/** A script as a file of Windows PowerShell. @param origin comment lines at its top. */
export function scriptFile(script: Script, origin: readonly string[], root: readonly Place[]): ExportFile {
  const { path, plan, usersPath, synopsis, description, verifies = false } = script;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return new ExportFile(path, windowsText, () =>
    printScript(plan, { name, synopsis, description, origin, usersPath, verifies }, root),
  );
}
