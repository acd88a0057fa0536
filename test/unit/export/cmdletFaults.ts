import type { ServerVersion } from '../../../server/src/vocabulary/types';
import { cmdletOf } from '../vocabulary/cmdlets';
import { literalValue, type ReadCommand, readScript } from './powershell';

/** What Windows PowerShell 3.0 brings itself, with the parameters that it has there, as far as the scripts use them. */
const own: Readonly<Record<string, string>> = {
  'ConvertFrom-Json': 'InputObject',
  'Export-Clixml': 'InputObject LiteralPath Depth WhatIf Confirm',
  'Export-Csv': 'InputObject LiteralPath Append NoTypeInformation Encoding WhatIf Confirm',
  'ForEach-Object': '',
  'Get-Command': 'Name ErrorAction',
  'Get-Date': 'Format',
  'Get-Item': 'LiteralPath',
  'Get-Module': 'Name ListAvailable',
  'Get-Service': 'ComputerName Name',
  'Import-Clixml': 'LiteralPath',
  'Import-Csv': 'LiteralPath Encoding',
  'Import-Module': 'Name Verbose',
  'Join-Path': 'Path ChildPath',
  'Move-Item': 'LiteralPath Destination WhatIf Confirm',
  'New-Item': 'ItemType Path Force WhatIf Confirm',
  'nslookup.exe': '',
  'Out-Host': '',
  'Out-Null': '',
  'Read-Host': 'Prompt',
  'Restart-Service': 'InputObject Force WhatIf Confirm',
  'Select-Object': 'First Skip',
  'Set-StrictMode': 'Version Off',
  'Sort-Object': '',
  'Split-Path': 'Path Parent',
  'Start-Sleep': 'Seconds',
  'Start-Transcript': 'Path Confirm',
  'Stop-Transcript': '',
  'Test-Path': 'LiteralPath',
  'Where-Object': '',
  'Write-Progress': 'Activity Status PercentComplete CurrentOperation Completed',
  'Write-Verbose': 'Message',
  'Write-Warning': 'Message',
};

/** The names by which the cmdlets' reference calls the servers. The Subscription Edition has the cmdlets of 2019. */
const lync: Readonly<Record<ServerVersion, string>> = {
  lync2010: 'Lync Server 2010',
  lync2013: 'Lync Server 2013',
  sfb2015: 'Skype for Business Server 2015',
  sfb2019: 'Skype for Business Server 2019',
  sfbSE: 'Skype for Business Server 2019',
};

const online = ['Exchange Online', 'Microsoft Teams'];
const exchange: Readonly<Record<string, string>> = {
  '2010': 'Exchange Server 2010',
  '2010SP1': 'Exchange Server 2010',
  '2013': 'Exchange Server 2013',
  '2016': 'Exchange Server 2016',
};

/** What is wrong with a command of a script for this server. */
function faultsOf(command: ReadCommand, products: readonly string[]): string[] {
  const cmdlet = cmdletOf(command.name);
  if (cmdlet === undefined) return [`${command.name} is unknown`];
  const product = products.find((each) => cmdlet.applicable.includes(each));
  if (product === undefined) return [`${command.name} is not in ${products.join(', ')}`];
  const faults: string[] = [];
  const given = command.parameters.filter(({ name }) => name !== 'ErrorAction');
  for (const { name, argument } of given) {
    const parameter = cmdlet.parameters[name];
    if (parameter === undefined) faults.push(`${command.name} -${name} is unknown`);
    else if (parameter.applicable && !parameter.applicable.includes(product))
      faults.push(`${command.name} -${name} is not in ${product}`);
    else if (
      parameter.acceptedValues &&
      argument?.startsWith("'") &&
      !parameter.acceptedValues.includes(literalValue(argument))
    )
      faults.push(`${command.name} -${name} takes no ${argument}`);
    else if (
      parameter.type === 'Boolean' &&
      !/^(?:\$(?:true|false|null|wanted)|\(Get-Before .* -Type 'boolean'\))$/.test(argument ?? '')
    )
      faults.push(`${command.name} -${name} is a boolean, not ${argument}`);
    else if (
      (parameter.type === 'SwitchParameter') !==
      (argument === undefined || name === 'Confirm' || name === 'WhatIf')
    )
      faults.push(`${command.name} -${name} ${argument}: a switch, or a value missing`);
  }
  const names = given.map(({ name }) => name);
  const fits = cmdlet.parameterSets.some(
    (set) =>
      set.mandatory.every((name) => names.includes(name)) &&
      names.every((name) => set.mandatory.includes(name) || set.optional.includes(name)),
  );
  if (!fits) faults.push(`${command.name} has no parameter set for ${names.join(', ')}`);
  return faults;
}

/** Windows Server, Lync, Exchange and the tenant, as the cmdlets' reference calls them. */
export const windowsProducts = { lync, online, exchange, dns: ['Windows Server 2016'] };

/** What is wrong with the commands of a script: what its shell doesn't have or take, what changes something without asking. */
export async function scriptFaults(script: string, products: readonly string[]): Promise<string[]> {
  const { faults, commands, functions } = await readScript(script);
  const found = [...faults];
  for (const command of commands) {
    if (changesElsewhere.has(command.name) && !command.asked)
      found.push(`${command.name} in line ${command.line} doesn't ask`);
    if (functions.includes(command.name)) continue;
    const ofShell = own[command.name]?.split(' ');
    if (ofShell !== undefined) {
      for (const { name } of command.parameters)
        if (name !== '' && !ofShell.includes(name)) found.push(`${command.name} -${name} in line ${command.line}`);
      continue;
    }
    found.push(...faultsOf(command, products));
    const changes = !/^(?:Get|Test)-/.test(command.name);
    if (changes && !command.asked) found.push(`${command.name} in line ${command.line} doesn't ask`);
    const confirm = cmdletOf(command.name)?.parameters.Confirm;
    const confirmed = command.parameters.some(({ name, argument }) => name === 'Confirm' && argument === '$false');
    if (changes && confirm && confirm.applicable === undefined && !confirmed)
      found.push(`${command.name} asks a second time`);
  }
  return found;
}

/** Functions of the scripts that change something which isn't the scripts' own. */
const changesElsewhere = new Set(['Restart-RemoteService', 'Invoke-ExchangeTool']);

/** The cmdlets of products that a script calls. */
export async function cmdletsOf(script: string): Promise<Set<string>> {
  const { commands, functions } = await readScript(script);
  return new Set(
    commands.map(({ name }) => name).filter((name) => !functions.includes(name) && own[name] === undefined),
  );
}
