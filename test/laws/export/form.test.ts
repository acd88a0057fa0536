import { describe, expect, it } from 'vitest';
import type { Node } from 'web-tree-sitter';
import { fileNames } from '../../../server/src/export/paths';
import { exchangeOrganizations } from '../../../server/src/export/plan/exchange';
import type { Declaration } from '../../../server/src/model/declaration';
import type { Deployment } from '../../../server/src/model/deployment';
import { waveOrder } from '../../../server/src/model/waves';
import type { ServerVersion } from '../../../server/src/vocabulary/types';
import { deployableTopology } from '../../support/deployableTopology';
import { deploymentOf } from '../../support/deployment';
import { Random, runSeed } from '../../support/random';
import { scriptFaults, windowsProducts } from '../../unit/export/cmdletFaults';
import { exampleDeployment, filesOf } from '../../unit/export/deployments';
import { withTree } from '../../unit/export/powershell';
import { everything, serverVersions } from '../../unit/export/samples';
import { strictModeFaults } from '../../unit/export/strictMode';

/** A script for each organization, and a wave that moves contacts in both ways. */
const secondOrganization = `
exchange "Old One" {
  version 2013  forest old.example
  umDialPlan Lyon { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 4  countryOrRegionCode 33 }
  umServer old01.contoso.com { umStartupMode dual  dialPlans Lyon }
}
users Lyon { pool pool01.contoso.com  mailbox local  umDialPlan "Old One\\Lyon"  colette@contoso.com  extensions 1001 }
`;

const random = new Random(runSeed());

const cases: Record<string, Deployment> = Object.fromEntries(
  ['on-premises', 'cross-premises', 'mixed'].map((name) => [`the example ${name}`, exampleDeployment(name)]),
);
const modes = ['mixed', 'onPremises', 'crossPremises'] as const;
for (const [i, server] of serverVersions.entries())
  for (const mode of new Set([modes[0], modes[1 + (i % 2)] ?? modes[0]]))
    cases[`everything for ${server}, ${mode}`] = deploymentOf(
      everything(server, mode, server === 'lync2010' ? '2010SP1' : server === 'lync2013' ? '2013' : '2016'),
    );
cases['two Exchange organizations'] = deploymentOf(everything('sfb2015', 'mixed', '2016') + secondOrganization);
for (let i = 0; i < (process.env.FUZZ ? 200 : 3); i++) cases[`random ${i}`] = deploymentOf(deployableTopology(random));

/** Verbs that Microsoft approves of, as far as the functions of scripts use them. */
const verbs =
  /^(?:Confirm|ConvertTo|Enter|Exit|Find|Get|Invoke|New|Read|Resolve|Restart|Save|Stop|Test|Undo|Wait|Write)-/;

describe.each(Object.entries(cases))('the scripts of %s', (_, deployment) => {
  const scripts = filesOf(deployment).filter((file) => file.path.endsWith('.ps1'));

  it('have the form of the house', async () => {
    for (const { path, text } of scripts.map((file) => ({ path: file.path, text: file.text() }))) {
      const faults = [...formFaults(path, text), ...(await withTree(text, treeFaults))];
      expect(faults, path).toEqual([]);
    }
  });

  it('call nothing but what their shell has, with parameters and values that it takes', async () => {
    for (const file of scripts) {
      const products = productsOf(deployment, file.path) ?? [];
      expect(await scriptFaults(file.text(), products), file.path).toEqual([]);
    }
  });

  it('are there for every wave, with their way back', () => {
    const paths = new Set(scripts.map((file) => file.path));
    waveOrder(deployment).waves.forEach((wave, i) => {
      const folder = [...paths].filter((path) => path.startsWith(`waves/0${i + 1}-`));
      expect(folder.length, wave.name).toBeGreaterThan(0);
    });
  });
});

function productsOf(deployment: Deployment, path: string): readonly string[] | undefined {
  if (path.endsWith('10-lync.ps1')) return [windowsProducts.lync[deployment.server as ServerVersion]];
  if (path.includes('30-online')) return windowsProducts.online;
  if (path.startsWith('dns/')) return windowsProducts.dns;
  const organizations = exchangeOrganizations(deployment);
  const exchange = (organization: Declaration | undefined): string =>
    windowsProducts.exchange[String(organization?.fact('version'))] ?? '';
  // Each asks what its shell has.
  if (path.endsWith('verify.ps1'))
    return [
      windowsProducts.lync[deployment.server as ServerVersion],
      ...organizations.map(exchange),
      ...windowsProducts.online,
    ];
  const ofExchange = /20-exchange(?:-(.*))?\.ps1$/.exec(path);
  if (ofExchange === null) return undefined;
  const names = fileNames(organizations.map((organization) => organization.name));
  return [exchange(organizations[ofExchange[1] === undefined ? 0 : names.indexOf(ofExchange[1])])];
}

/** What can be seen in the text. */
function formFaults(path: string, text: string): string[] {
  const faults: string[] = [];
  const must = (what: string, holds: boolean): void => {
    if (!holds) faults.push(what);
  };
  const lines = text.slice(1).split('\r\n');
  must('a BOM', text.startsWith('\ufeff'));
  must('CRLF', !/[^\r]\n|\r[^\n]/.test(text));
  must('no tabs', !text.includes('\t'));
  must('no line that goes on after a back-tick', !lines.some((line) => /`\s*$/.test(line)));
  must('its version of PowerShell', lines.includes(`#requires -Version ${path.includes('30-online') ? '5.1' : '3.0'}`));
  must('strict mode', lines.includes('Set-StrictMode -Version Latest'));
  must('errors that stop', lines.includes("$ErrorActionPreference = 'Stop'"));
  must(
    '-WhatIf and -Confirm',
    lines.includes("[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]"),
  );
  for (const parameter of ['Only', 'From', 'LogFolder'])
    must(`-${parameter}`, text.includes(`.PARAMETER ${parameter}\r\n`));
  for (const word of ['.SYNOPSIS', '.DESCRIPTION', '.EXAMPLE']) must(word, lines.includes(word));
  const declared = [
    ...text.slice(0, text.indexOf('\r\n)\r\n')).matchAll(/^ {4}\[?[^\r\n#]*?\]?\$(\w+)(?: = [^\r\n]*?)?,?$/gm),
  ].map(([, name]) => name);
  const helped = [...text.matchAll(/^\.PARAMETER (\w+)\r$/gm)].map(([, name]) => name);
  must(`help for each parameter: ${declared.join()} and ${helped.join()}`, declared.join() === helped.join());
  const body = text.slice(text.indexOf('\r\n)\r\n'));
  for (const name of declared) must(`a use of -${name}`, new RegExp(`[$@]${name}\\b|'${name}'`).test(body));
  must('progress', text.includes('Write-Progress -Activity $activity -Status $Title'));
  must('a transcript', text.includes('Start-Transcript -Path $transcriptPath'));
  const count = (start: string): number => lines.filter((line) => line.trim().startsWith(start)).length;
  // Exit-Step: once for each step, and once where one fails.
  must(
    'a result for each step',
    count('Exit-Step ') ===
      lines.filter((line) => line.includes('(Enter-Step ') || line.startsWith('    if (Enter-Step ')).length + 1,
  );
  if (!/verify\.ps1$|rollback-/.test(path)) faults.push(...unkeptChanges(lines));
  if (!path.endsWith('verify.ps1'))
    for (const block of text.split(/\r\n\r\n(?= {4}# [\w.~-]+ - )/).slice(1)) {
      must(`why: ${block.slice(0, 60)}`, /^ {4}# Why: \S/m.test(block));
      must(`how to see it: ${block.slice(0, 60)}`, /^ {4}# See: \S/m.test(block));
    }
  return faults;
}

/** A line that changes an object, a record or a user. What is restarted or run as a tool has nothing to keep. */
const changing = /^(?:New|Set|Enable|Disable|Grant|Move|Add|Remove)-(?:Cs|UM|Dns|Exchange|Accepted)\w+ /;

/** Whoever kills the script between a change and what is kept of before has no way back: in each block that asks, keeping comes first. */
function unkeptChanges(lines: readonly string[]): string[] {
  const faults: string[] = [];
  let indent = -1;
  let kept = false;
  for (const [i, line] of lines.entries()) {
    const text = line.trimStart();
    if (text.startsWith('if ($PSCmdlet.ShouldProcess(')) {
      indent = line.length - text.length;
      kept = false;
    } else if (indent >= 0 && line.length - text.length === indent) indent = -1;
    if (/^Save-(?:User|Mailbox)?Snapshot /.test(text)) kept = true;
    if (changing.test(text) && !(indent >= 0 && kept)) faults.push(`line ${i + 1}: changed before it is kept`);
  }
  return faults;
}

/** What can be seen in the tree. */
function treeFaults(root: Node): string[] {
  const faults = strictModeFaults(root);
  const see = (node: Node): void => {
    const line = node.startPosition.row + 1;
    if (node.isError || node.isMissing) faults.push(`line ${line} isn't understood: ${node.text.slice(0, 60)}`);
    if (/^(?:switch_statement|class_statement|enum_statement|trap_statement|do_statement)$/.test(node.type))
      faults.push(`line ${line}: ${node.type}`);
    if (/^expandable_(?:here_)?string_literal$/.test(node.type))
      faults.push(`line ${line}: text between double quotes`);
    if (node.type === ';' && !isInTable(node)) faults.push(`line ${line}: two statements`);
    if (/^(?:\?\?|\?\.|&&|\|\|)$/.test(node.type)) faults.push(`line ${line}: ${node.type} is not PowerShell 3.0`);
    if (/here_string/.test(node.type)) faults.push(`line ${line}: a here-string, whose lines could end it`);
    if (/^(?:ternary|null_)/.test(node.type)) faults.push(`line ${line}: ${node.type} is not PowerShell 3.0`);
    if (node.type === 'invokation_expression' && /::new\(|\.(?:ForEach|Where)\(/i.test(node.text))
      faults.push(`line ${line}: ${node.text.slice(0, 40)} is not PowerShell 3.0`);
    // What .NET takes for the folder to start from isn't where the shell is.
    if (
      node.type === 'invokation_expression' &&
      /^\[System\.IO\.File\]::/.test(node.text) &&
      !/::(?:ReadAllText|OpenRead)\(|\(\$PSCmdlet\.GetUnresolvedProviderPathFromPSPath\(/.test(node.text)
    )
      faults.push(`line ${line}: a path that may be relative`);
    if (node.type === 'function_name' && !verbs.test(node.text)) faults.push(`${node.text}: no approved verb`);
    if (node.type === 'comparison_expression' && /-(?:eq|ne) \$null$/i.test(node.text))
      faults.push(`line ${line}: $null on the right`);
    for (const child of node.children) if (child) see(child);
  };
  see(root);
  return faults;
}

/** A semicolon between the entries of a table, not between statements. */
function isInTable(node: Node): boolean {
  for (let around = node.parent; around; around = around.parent) {
    if (around.type === 'hash_literal_expression') return true;
    if (around.type === 'statement_list') return false;
  }
  return false;
}
