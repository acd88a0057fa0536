import { count } from '../base/words';
import type { Deployment } from '../model/deployment';
import { waveOrder } from '../model/waves';
import type { Place } from '../rules/types';
import { ExportFile, plainText } from './file';
import { LineWriter, oneLine } from './lines';
import { movedUsers } from './users/usersFile';

export interface ReadmeContext {
  readonly deployment: Deployment;
  readonly root: readonly Place[];
  readonly origin: readonly string[];
  /** Of the files that are written with it. */
  readonly paths: readonly string[];
  /** Files of an earlier export beside them, each with the digest of the topology that it was made of. */
  readonly kept: readonly { readonly path: string; readonly source: string }[];
  readonly source: string;
  /** The index of the wave that is exported alone. */
  readonly wave: number | undefined;
}

/** `README.md`: what to run, where, in which order, and what must be true before. */
export function readmeFile(given: ReadmeContext): ExportFile {
  const writer = new LineWriter(given.root);
  const { deployment, origin, kept, source } = given;
  const paths = [...given.paths, ...kept.map(({ path }) => path)].sort();
  // Beside other files a wave is a part of the whole.
  const wave = kept.length > 0 ? undefined : given.wave;
  const context = { ...given, paths, wave };
  const waveName = wave === undefined ? undefined : waveOrder(deployment).waves[wave]?.name;
  writer.line(`# ${text(deployment.name)}${waveName === undefined ? '' : `, wave ${text(waveName)}`}`);
  writer.line();
  for (const line of origin) writer.line(`${text(line)}  `);
  writer.line();
  section(writer, 'Before anything is run', waveName === undefined ? prerequisites(deployment) : wavePrerequisites());
  section(writer, 'Made of another state of the topology', olderFiles(kept, source));
  section(writer, 'What is not decided', undecided(deployment, wave));
  section(writer, 'In this order', waveName === undefined ? order(context) : waveSteps(context), true);
  section(writer, 'How the scripts work', [
    '`-WhatIf` says what would change and changes nothing: begin with it.',
    'Every step looks first and changes only what differs. Running a script again changes only what is left.',
    'Each step gives one line of result; `-Only` and `-From` name steps. A transcript goes to the folder `log`.',
    'What was found before the first change is kept in the folder `snapshot` beside the script; the script of the same name with `rollback-` before it takes the changes back by it. What is there is never written over.',
    'A user who fails is recorded in `log/failed-users.csv`, and the rest go on.',
  ]);
  section(
    writer,
    'The files',
    [...paths, 'manifest.json', 'source-map.json'].map((path) => `\`${path}\`: ${fileText(path)}`),
  );
  return ExportFile.of('README.md', plainText, writer.lines);
}

function section(writer: LineWriter, title: string, items: readonly string[], numbered = false): void {
  if (items.length === 0) return;
  writer.line(`## ${title}`);
  writer.line();
  items.forEach((item, i) => {
    writer.line(`${numbered ? `${i + 1}.` : '-'} ${oneLine(item)}`);
  });
  writer.line();
}

/** A name in Markdown: nothing in it makes a link, code or HTML. */
function text(name: string): string {
  return oneLine(name).replace(/[\\`*_{}[\]<>#|!&]/g, '\\$&');
}

function list(names: readonly string[]): string {
  return names.map(text).join(', ');
}

function isHosted(deployment: Deployment): boolean {
  return deployment.mode === 'crossPremises' || deployment.mode === 'mixed';
}

function isLocal(deployment: Deployment): boolean {
  return deployment.mode === 'onPremises' || deployment.mode === 'mixed';
}

function prerequisites(deployment: Deployment): string[] {
  const domains = deployment.all('sipDomain').map((domain) => domain.name);
  const items = [
    'The pools and sites are published by Topology Builder; the first steps of `10-lync.ps1` look for them.',
    'You are a member of RTCUniversalServerAdmins (settings, policies) and RTCUniversalUserAdmins (users, contacts), and may create contacts in their organizational units.',
  ];
  if (isHosted(deployment)) {
    items.push(
      `Public DNS has the federation record of each SIP domain (${list(domains)}): \`_sipfederationtls._tcp\`, port 5061, to the Access Edge; the Edge servers resolve it too.`,
      `The external certificate of the Edge comes from a public certification authority and names \`sip.\` of each SIP domain.`,
      'Port 5061 is open between the Edge and the Internet in both directions, 4443 from the Front End servers to the Edge.',
    );
    for (const tenant of deployment.all('tenant'))
      items.push(`${text(tenant.name)} has each shared SIP domain as an authoritative accepted domain.`);
  }
  if (isLocal(deployment))
    items.push(
      'The UM servers have certificates of an authority that Lync trusts, never self-signed ones; the subject is the FQDN of the server.',
      'Lync and Exchange are in one forest, or in forests that trust each other.',
    );
  return items;
}

function order({ deployment, paths }: ReadmeContext): string[] {
  const items: string[] = [];
  const has = (path: string): boolean => paths.includes(path);
  const zones = (scope: string): string[] =>
    paths.filter((path) => path.startsWith(`dns/${scope}/`) && path.endsWith('.records'));
  if (zones('public').length > 0)
    items.push(
      `Public DNS: add ${zones('public')
        .map((path) => `\`${path}\``)
        .join(
          ', ',
        )} to the zones that exist. The \`.zone\` files are whole zones, for a name server that has none of this name.`,
    );
  if (zones('internal').length > 0)
    items.push(
      `Internal DNS: the same with ${zones('internal')
        .map((path) => `\`${path}\``)
        .join(
          ', ',
        )}. Where internal DNS has no zone of the name, the federation record resolves through public DNS, and only the records of sign-in are needed.`,
    );
  if (has('dns/dns.ps1'))
    items.push(
      'Windows DNS instead of files: `dns/dns.ps1 -Zones public` or `-Zones internal`, first with `-WhatIf`; it adds what is missing and says what differs.',
    );
  if (has('powershell/10-lync.ps1'))
    items.push('Lync Server Management Shell: `powershell/10-lync.ps1`, first with `-WhatIf`.');
  items.push(...exchangeWork(deployment, paths));
  for (const path of paths.filter((each) => each.startsWith('powershell/30-online')))
    items.push(
      `Windows PowerShell 5.1, connected to the tenant: \`${path}\`. What it only states, UM dial plans and attendants of the tenant with the numbers of the contacts, is entered by hand.`,
    );
  const waves = waveOrder(deployment).waves;
  if (waves.length > 0)
    items.push(
      `The waves, one after the other: ${list(waves.map((wave) => wave.name))}; what each does in the Lync shell lies in its folder under \`waves\`.`,
    );
  if (has('powershell/verify.ps1'))
    items.push(
      'In each shell: `powershell/verify.ps1` says of each object whether it is as planned, differs or is missing.',
    );
  items.push(
    'Try it: a call that nobody answers reaches the right voice mail; the numbers of the contacts are answered.',
  );
  return items;
}

/** The local half: what the two shells do in turn. [OP-UM] [OP-2013] */
function exchangeWork(deployment: Deployment, paths: readonly string[]): string[] {
  const scripts = paths.filter((path) => path.startsWith('powershell/20-exchange'));
  if (scripts.length === 0) return [];
  const names = scripts.map((path) => `\`${path}\``).join(', ');
  const items = [
    `Exchange Management Shell: ${names}, first with \`-WhatIf\`: dial plans, mailbox policies, servers, gateways, auto attendants, mailboxes. Services of servers that it has set are restarted with \`-RestartServices\`. It runs \`ExchUCUtil.ps1\` where dial plans or pools are new and the tool is found; then wait until Active Directory has replicated.`,
  ];
  if (deployment.all('umDialPlan').some((plan) => plan.organization?.kind.name === 'exchange'))
    items.push(
      'Lync Server Management Shell: `powershell/10-lync.ps1 -From FrontEnd.Restart -RestartServices` restarts the Front End service and leads through the contacts of local UM.',
    );
  return items;
}

/** Files that an export of a part left: don't run them with those that were made since. */
function olderFiles(kept: ReadmeContext['kept'], source: string): string[] {
  const older = kept.filter((file) => file.source !== source).map(({ path }) => `\`${path}\``);
  if (older.length === 0) return [];
  return [`Export all of it again before you run anything: ${older.join(', ')}.`];
}

/** Users of whom a wave can't tell whether it moves them: they are in no list. */
function undecided(deployment: Deployment, wave: number | undefined): string[] {
  return waveOrder(deployment).waves.flatMap(({ name }, index): string[] => {
    if (wave !== undefined && wave !== index) return [];
    const open = movedUsers(deployment, index).undecided;
    if (open === undefined) return [];
    const facts = open.needs.map((need) => `\`${need}\``).join(', ');
    return [
      `Whether wave ${text(name)} moves ${open.users === 0 ? 'some users' : count(open.users, 'user')} hangs on facts that the topology does not know (${facts}). They are in none of its lists: find out, declare it, and export again.`,
    ];
  });
}

function wavePrerequisites(): string[] {
  return [
    'The steps of the whole deployment are done (`powershell/10-lync.ps1` of the export without `--wave`): providers, policies, contacts.',
    'The waves before are done (the script looks for it), and a pilot user was tried: deposit, Outlook Voice Access, message waiting.',
  ];
}

function waveSteps({ paths }: ReadmeContext): string[] {
  const script = paths.find((path) => path.endsWith('/10-lync.ps1'));
  return [
    ...(script
      ? [
          `Lync Server Management Shell: \`${script}\`, first with \`-WhatIf\`; it ends where the mailboxes have to move.`,
        ]
      : []),
    'Exchange: move the mailboxes of `users.csv`.',
    ...paths
      .filter((path) => path.includes('/20-exchange'))
      .map((path) => `Exchange Management Shell: \`${path}\` enables those for UM that are local now.`),
    ...(script
      ? [`When they have moved: \`${script} -From Users.HostedVoiceMail\`, where the wave has that step.`]
      : []),
    'Try it: a call that nobody answers, Outlook Voice Access, message waiting, for a user of each policy.',
  ];
}

/** What a file of an export is for, in a few words. */
export function fileText(path: string): string {
  if (path.includes('rollback-')) return 'takes back what the script of that name changed';
  if (path.endsWith('verify.ps1')) return 'asks the deployed system whether it is as planned; changes nothing';
  if (path.endsWith('10-lync.ps1')) return 'Lync Server (Skype for Business Server) Management Shell';
  if (path.includes('20-exchange')) return 'Exchange Management Shell';
  if (path.includes('30-online')) return 'a session of the tenant';
  if (path.endsWith('dns.ps1')) return 'adds the same records to Windows DNS, where they are missing';
  if (path.endsWith('.zone')) return 'a whole zone, to load as it is';
  if (path.endsWith('.records')) return 'the records alone, to add to a zone that exists';
  if (path.endsWith('/previous-users.csv'))
    return 'the users of the wave before, by which the script looks whether that one is done';
  if (path.endsWith('users.csv')) return 'one row a user, read by the scripts; UTF-8, opens in a spreadsheet';
  if (path === 'topology.json') return 'the whole validated deployment';
  if (path === 'topology.schema.json') return 'its JSON Schema';
  if (path === 'report.html') return 'for the change ticket: summary, what was validated, routes, steps, objects';
  if (path === 'manifest.json') return 'SHA-256 of each file and of the topology';
  if (path === 'source-map.json') return 'which line of the topology caused which lines of which file';
  return 'see its first lines';
}
