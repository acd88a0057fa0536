import { describe, expect, it } from 'vitest';
import { txtData } from '../../../server/src/export/dns/record';
import { recordValues } from '../../../server/src/export/dns/recordValues';
import { zonesOf } from '../../../server/src/export/dns/zones';
import { dnsPlan } from '../../../server/src/export/plan/dns';
import { deploymentOf, exampleDeployment, filesOf, scriptLines, textOf } from './deployments';
import { readScript } from './powershell';
import { everything } from './samples';

const path = 'dns/dns.ps1';
const declared = `
  deployment D { server lync2013  mode mixed }
  sipDomain contoso.com { isDefault true }
  site Redmond {
    pool pool01.contoso.com { role frontEnd }
    pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10, 203.0.113.11 }
  }
  publicDnsZone contoso.com {
    a www ipv4Address 203.0.113.77 timeToLive 60
    a www ipv4Address 203.0.113.78
    aaaa www ipv6Address "2001:DB8:0:0::2"
    cname lyncdiscover hostNameAlias Web.Example.net
    mx @ preference 10 mailExchange mail.contoso.com
    txt @ descriptiveText "v=spf1 -all"
    txt note descriptiveText "say \\"hi\\" \\\\ \\u00e4 '"
    txt long descriptiveText "${'x'.repeat(300)}"
    srv _x._tcp port unknown domainName sip.contoso.com
    a elsewhere.example.net. ipv4Address 203.0.113.1
  }
`;

/** The lines that add a record, with the address that stands in the line before. */
function addingLines(lines: readonly string[]): string[] {
  return lines.flatMap((line, i) =>
    line.startsWith('Add-') ? [line.replace('@address', lines[i - 1]?.replace('$address = ', '') ?? '')] : [],
  );
}

/** The lines of one step. */
function stepLines(lines: readonly string[], id: string): string[] {
  const from = lines.findIndex((line) => line.startsWith(`# ${id} - `));
  expect(from, id).toBeGreaterThan(0);
  const to = lines.findIndex((line, i) => i > from && line.startsWith('Exit-Step '));
  return lines.slice(from, to + 1);
}

describe('dns.ps1', () => {
  const lines = scriptLines(deploymentOf(declared), path);

  it('adds each record that is missing by a line of its own, and nothing without asking', () => {
    const adding = addingLines(lines);
    expect(adding.filter((line) => line.includes("'contoso.com' -Name 'sip' "))).toEqual([
      "Add-DnsServerResourceRecordA -ZoneName 'contoso.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @{ 'IPv4Address' = '203.0.113.10' } | Out-Null",
      "Add-DnsServerResourceRecordA -ZoneName 'contoso.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @{ 'IPv4Address' = '203.0.113.11' } | Out-Null",
      "Add-DnsServerResourceRecordA -ZoneName 'contoso.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @{ 'IPv4Address' = '203.0.113.10' } | Out-Null",
      "Add-DnsServerResourceRecordA -ZoneName 'contoso.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @{ 'IPv4Address' = '203.0.113.11' } | Out-Null",
    ]);
    // An owner of an SRV record keeps its dots; it makes no zone below.
    expect(adding).toContain(
      "Add-DnsServerResourceRecord -Srv -ZoneName 'contoso.com' -Name '_sipfederationtls._tcp' -DomainName 'sip.contoso.com' -Priority 0 -Weight 0 -Port 5061 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null",
    );
    for (const [at, line] of lines.entries())
      if (line.startsWith('Add-'))
        expect(lines.slice(at - 4, at).join()).toMatch(/-cnotcontains .*ShouldProcess.*,Save-Snapshot -Found \$found/);
  });

  it('looks before it adds, and leaves alone what differs', () => {
    const step = stepLines(lines, 'Public.contoso.com.www.A');
    expect(step).toContain(
      "$here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'www' -Node -ErrorAction SilentlyContinue)",
    );
    // Rows of one name are one set: none is in the other's way.
    expect(step).toContain(
      "$others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.77', '203.0.113.78') -Like '*')",
    );
    const differing = step.slice(step.indexOf('if ($others.Count -gt 0) {'), step.indexOf('} else {', step.length / 2));
    expect(differing.join('\n')).toContain(
      'Nothing was changed. If what was found serves, declare it in publicDnsZone',
    );
    expect(lines.filter((line) => /^(?:Set|Remove)-Dns/.test(line))).toEqual([]);
  });

  it('writes the values as declared, those compared as the server shows them', () => {
    expect(addingLines(lines).filter((line) => /'www'|'lyncdiscover'|-Txt|MX/.test(line))).toEqual([
      "Add-DnsServerResourceRecordA -ZoneName 'contoso.com' -Name 'www' -TimeToLive '0.00:01:00' -Confirm:$false @{ 'IPv4Address' = '203.0.113.77' } | Out-Null",
      "Add-DnsServerResourceRecordA -ZoneName 'contoso.com' -Name 'www' -TimeToLive '0.01:00:00' -Confirm:$false @{ 'IPv4Address' = '203.0.113.78' } | Out-Null",
      "Add-DnsServerResourceRecordAAAA -ZoneName 'contoso.com' -Name 'www' -TimeToLive '0.01:00:00' -Confirm:$false @{ 'IPv6Address' = '2001:DB8:0:0::2' } | Out-Null",
      "Add-DnsServerResourceRecordCName -ZoneName 'contoso.com' -Name 'lyncdiscover' -HostNameAlias 'Web.Example.net' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null",
      "Add-DnsServerResourceRecordMX -ZoneName 'contoso.com' -Name '@' -Preference 10 -MailExchange 'mail.contoso.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null",
      "Add-DnsServerResourceRecord -Txt -ZoneName 'contoso.com' -Name '@' -DescriptiveText 'v=spf1 -all' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null",
      "Add-DnsServerResourceRecord -Txt -ZoneName 'contoso.com' -Name 'note' -DescriptiveText 'say \"hi\" \\ \u00e4 ''' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null",
    ]);
    expect(lines).toContain("if ($found -cnotcontains '2001:db8::2') {");
    expect(lines).toContain("if ($found -cnotcontains 'web.example.net') {");
    expect(lines).toContain("if ($found -cnotcontains '10 mail.contoso.com') {");
  });

  it('lets other texts stand, but no second list of senders', () => {
    expect(stepLines(lines, 'Public.contoso.com._.TXT').join('\n')).toContain("-Like 'v=spf1*'");
    expect(stepLines(lines, 'Public.contoso.com.note.TXT').join('\n')).not.toContain('-Like');
  });

  it('states what it can not add, and skips what lies in another zone', () => {
    expect(stepLines(lines, 'Public.contoso.com._x._tcp.SRV').join('\n')).toContain('its values are not known');
    expect(stepLines(lines, 'Public.contoso.com.long.TXT').join('\n')).toContain('enter it by hand');
    const stated = stepLines(lines, 'Internal.contoso.com.pool01.A');
    expect(stated.join('\n')).toContain('its internal address is not declared');
    expect(stated.join('\n')).not.toContain('ShouldProcess');
    expect(lines.join('\n')).not.toContain('elsewhere');
  });

  it('touches the zones that were asked for alone', () => {
    const text = lines.join('\n');
    expect(text).toContain("[Parameter(Mandatory = $true)]\n[ValidateSet('public', 'internal')]\n[string]$Zones");
    const plan = dnsPlan(deploymentOf(declared), zonesOf(deploymentOf(declared)), 3600);
    for (const step of plan.steps) {
      const { action } = step;
      if (action.type === 'dnsRecords')
        expect(text).toContain(`if ($Zones -eq '${action.zones}' -and (Enter-Step -Id '${step.id}'`);
    }
    expect(lines.filter((line) => line.startsWith('if ($Zones -eq ')).length).toBe(plan.steps.length - 1);
    expect(lines.find((line) => line.startsWith("if (Enter-Step -Id 'Shell'"))).toBeDefined();
  });

  it('is what Windows PowerShell reads: BOM, CRLF, each step with its calls', async () => {
    const text = textOf(filesOf(deploymentOf(declared)), path);
    expect(text.startsWith('\ufeff#')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    const { faults, commands } = await readScript(text);
    expect(faults).toEqual([]);
    const planned = dnsPlan(deploymentOf(declared), zonesOf(deploymentOf(declared)), 3600).steps.flatMap(
      ({ action }) => (action.type === 'dnsRecords' ? (action.add ?? []).map(({ call }) => call) : []),
    );
    const read = commands.filter((command) => command.name.startsWith('Add-Dns'));
    expect(read.map(({ name, parameters }) => [name, ...parameters.map((each) => each.name)])).toEqual(
      planned.map(({ cmdlet, parameters }) => {
        const names = parameters.map((each) => each.name);
        return [
          cmdlet,
          ...names.filter((name) => !name.startsWith('IPv')),
          'Confirm',
          ...names.filter((name) => name.startsWith('IPv')),
        ];
      }),
    );
    expect(read.every((command) => command.asked)).toBe(true);
  });

  it('takes the time to live of the options', () => {
    const files = filesOf(deploymentOf(declared), { targets: ['dns'], timeToLive: 90061 });
    expect(textOf(files, path)).toContain("-Name 'sip' -TimeToLive '1.01:01:01'");
  });

  it('stands for every record of the zones of every example', () => {
    for (const name of ['on-premises', 'cross-premises', 'mixed', 'bulk']) {
      const deployment = exampleDeployment(name);
      const zones = zonesOf(deployment);
      const records = zones.flatMap((zone) =>
        zone.entries.flatMap((entry) => (entry.disabled === undefined ? entry.records : [])),
      );
      const added = dnsPlan(deployment, zones, 3600).steps.flatMap(({ action }) =>
        action.type === 'dnsRecords' ? (action.add ?? []) : [],
      );
      expect(records.length).toBeGreaterThan(0);
      expect(added.length).toBe(records.length);
    }
  });
});

describe('its way back', () => {
  it('removes what was added, and nothing that was there before', async () => {
    const text = textOf(filesOf(deploymentOf(everything('lync2013', 'mixed'))), 'dns/rollback-dns.ps1');
    const { faults, commands } = await readScript(text);
    expect(faults).toEqual([]);
    const changing = commands.filter((command) => /^(?:Add|Set|Remove)-Dns/.test(command.name));
    expect(new Set(changing.map((command) => command.name))).toEqual(new Set(['Remove-DnsServerResourceRecord']));
    expect(changing.every((command) => command.asked)).toBe(true);
    expect(text).toContain('-and @($before.Found) -cnotcontains $text) {');
  });
});

describe('the values of a record', () => {
  it.each(['say "hi" \\ \u00e4', '\ufeff\u{1f600}', '\\065', '', 'x'.repeat(600)])('of the text %j', (text) => {
    expect(recordValues('TXT', txtData(text))).toEqual({ fields: [text], text });
  });

  it('of a name with bytes', () => {
    expect(recordValues('SRV', '0 5 5061 a\\032B.\\195\\164.').fields).toEqual(['0', '5', '5061', 'a B.\u00e4']);
    expect(recordValues('CNAME', 'Web.Example.net.')).toEqual({ fields: ['Web.Example.net'], text: 'web.example.net' });
  });
});
