# Made by UM Topology from the deployment Fabrikam; change the topology and export again rather than this file.
# SHA-256 of the topology: 34428664a2a6c33a4a96812fef0374a3f9a788d75ec0576c6a1f8244eb32d3ac
#requires -Version 3.0

<#
.SYNOPSIS
    Adds the DNS records of Fabrikam that are missing in the zones of a Windows DNS server.
.DESCRIPTION
    The records of the zone files beside it. Each step looks first: what is there is compared and never changed,
    what differs is said, what is missing is added. It can be run again at any time.
    Zones are not made: where the server has no zone of the name, its steps say notMet, and the rest go on. Times
    to live are not compared.
    Run it in Windows PowerShell on a DNS server, or where the DNS Server Tools are installed, as a member of
    DnsAdmins; once with -Zones public for the servers that the Internet asks, once with -Zones internal for those
    of the internal network.
.PARAMETER Zones
    Which zones this server holds: those that the Internet sees, or those of the internal network. There is no
    default, so that no internal record gets into public DNS.
.PARAMETER DnsServer
    The DNS server; without it the computer that the script runs on.
.PARAMETER LogFolder
    Where the transcript and the list of failed users go; without it the folder log beside the script.
.PARAMETER SnapshotFolder
    Where the values found before the first change are kept; without it a folder of the name of the DNS server in
    the folder snapshot\dns beside the script. What is there is never written over.
.PARAMETER Only
    Only these steps.
.PARAMETER From
    This step and those after it.
.EXAMPLE
    .\dns.ps1 -Zones internal -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\dns.ps1 -Zones internal | Format-Table -AutoSize
    Does it, and shows one line a step. Running it again changes only what is left.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param(
    [Parameter(Mandatory = $true)]
    [ValidateSet('public', 'internal')]
    [string]$Zones,
    [string]$DnsServer,
    [string]$LogFolder,
    [string]$SnapshotFolder,
    [ValidateSet(
        'Shell',
        'Public.fabrikam.com.lyncdiscover.CNAME',
        'Internal.fabrikam.com._sipinternaltls._tcp.SRV',
        'Internal.fabrikam.com.pool01.A',
        'Internal.fabrikam.com.fe01.A',
        'Internal.fabrikam.com.fe02.A',
        'Internal.fabrikam.com.fe03.A',
        'Internal.fabrikam.com.web01.A',
        'Internal.fabrikam.com.dir01.A',
        'Internal.fabrikam.com.med01.A',
        'Internal.fabrikam.com.se01.A',
        'Internal.fabrikam.com.ex01.A',
        'Internal.fabrikam.com.ex02.A',
        'Internal.fabrikam.com.lyncdiscoverinternal.CNAME'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Public.fabrikam.com.lyncdiscover.CNAME',
        'Internal.fabrikam.com._sipinternaltls._tcp.SRV',
        'Internal.fabrikam.com.pool01.A',
        'Internal.fabrikam.com.fe01.A',
        'Internal.fabrikam.com.fe02.A',
        'Internal.fabrikam.com.fe03.A',
        'Internal.fabrikam.com.web01.A',
        'Internal.fabrikam.com.dir01.A',
        'Internal.fabrikam.com.med01.A',
        'Internal.fabrikam.com.se01.A',
        'Internal.fabrikam.com.ex01.A',
        'Internal.fabrikam.com.ex02.A',
        'Internal.fabrikam.com.lyncdiscoverinternal.CNAME'
    )]
    [string]$From = 'Shell'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($DnsServer -ne '') {
    $PSDefaultParameterValues = @{ '*-DnsServer*:ComputerName' = $DnsServer }
}
if ($LogFolder -eq '') {
    $LogFolder = Join-Path -Path $PSScriptRoot -ChildPath 'log'
}
if ($SnapshotFolder -eq '') {
    $server = $DnsServer
    if ($server -eq '') {
        $server = [System.Environment]::MachineName
    }
    $SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath ('snapshot\dns\' + ($server -replace '[^\w.-]', '_').ToLowerInvariant())
}
$activity = 'dns.ps1'
$stepCount = 14
$transcript = $false
$notDone = 'declined'
if ($WhatIfPreference) {
    $notDone = 'whatIf'
}
$script:stepId = ''
$script:stepTitle = ''
$script:stepNumber = 0
$script:started = $false
$script:changedSteps = @()
$script:newSnapshot = ''
$script:newRow = ''
$script:rowStart = 0
$script:saidOf = ''
# Cmdlets that come with a session look at the preference of the session, not at that of a script.
$globalPreference = $global:ErrorActionPreference

function Enter-Step {
    param([string]$Id, [string]$Title)
    $script:stepId = $Id
    $script:stepTitle = $Title
    $script:stepNumber = $script:stepNumber + 1
    if (-not $script:started) {
        if ($From -ne $Id) {
            return $false
        }
        $script:started = $true
    }
    if ($null -ne $Only -and $Only.Count -gt 0 -and $Only -notcontains $Id) {
        return $false
    }
    $percent = [int](100 * ($script:stepNumber - 1) / $stepCount)
    Write-Progress -Activity $activity -Status $Title -PercentComplete $percent
    return $true
}

function Exit-Step {
    param([string]$Result, [string]$Detail)
    if ($Result -eq 'created' -or $Result -eq 'changed') {
        $script:changedSteps += $script:stepId
    }
    $script:newSnapshot = ''
    [pscustomobject]@{
        Step = $script:stepId
        Result = $Result
        Detail = $Detail
        Title = $script:stepTitle
    }
}

function Get-PropertyValue {
    param([AllowNull()][object]$Of, [string]$Name)
    if ($null -eq $Of) {
        return $null
    }
    $property = $Of.PSObject.Properties[$Name]
    if ($null -eq $property) {
        return $null
    }
    return $property.Value
}

function New-Folder {
    param([string]$Path)
    if (-not (Test-Path -LiteralPath $Path)) {
        New-Item -ItemType Directory -Path $Path -Force -WhatIf:$false -Confirm:$false | Out-Null
    }
}

# What is found before the first change is kept for the way back, and never written over. It is there whole or not at all.
function Save-Snapshot {
    param([AllowNull()][object]$Found)
    New-Folder -Path $SnapshotFolder
    $path = Join-Path -Path $SnapshotFolder -ChildPath ($script:stepId + '.xml')
    if (-not (Test-Path -LiteralPath $path)) {
        $snapshot = @{ Step = $script:stepId; Existed = ($null -ne $Found); Found = $Found }
        Export-Clixml -InputObject $snapshot -LiteralPath ($path + '.part') -Depth 3 -WhatIf:$false -Confirm:$false
        Move-Item -LiteralPath ($path + '.part') -Destination $path -WhatIf:$false -Confirm:$false
        if (@($Found | Where-Object { $null -ne $_ }).Count -eq 0) {
            $script:newSnapshot = $path
        }
    }
}

# Where making an object fails it may be there, and only could not be read: the way back must not remove it.
function Undo-Snapshot {
    if ($script:newSnapshot -ne '') {
        # .NET starts from another folder than the shell.
        [System.IO.File]::Delete($PSCmdlet.GetUnresolvedProviderPathFromPSPath($script:newSnapshot))
        $script:newSnapshot = ''
    }
}

$recordFields = @{
    'A' = @('IPv4Address')
    'AAAA' = @('IPv6Address')
    'CNAME' = @('HostNameAlias')
    'SRV' = @('Priority', 'Weight', 'Port', 'DomainName')
    'MX' = @('Preference', 'MailExchange')
    'TXT' = @('DescriptiveText')
}

# The records of a type as they are compared: names in lower case, without the dot at their end.
function Get-RecordText {
    param([AllowEmptyCollection()][object[]]$Record, [string]$Type)
    foreach ($each in @($Record | Where-Object { $null -ne $_ -and [string]$_.RecordType -eq $Type })) {
        $parts = @()
        foreach ($field in $recordFields[$Type]) {
            $parts += [string](Get-PropertyValue -Of $each.RecordData -Name $field)
        }
        $text = $parts -join ' '
        if ($Type -ne 'TXT') {
            $text = $text.ToLowerInvariant().TrimEnd('.')
        }
        $text
    }
}

# What stands in the way of the planned records: others of the type that match -Like, and a CNAME beside anything else.
function Get-OtherRecord {
    param([AllowEmptyCollection()][object[]]$Record, [string]$Type, [string[]]$Wanted, [string]$Like = '')
    Get-RecordText -Record $Record -Type $Type | Where-Object { $Wanted -cnotcontains $_ -and $_ -like $Like }
    foreach ($other in @($recordFields.Keys | Sort-Object)) {
        if ($other -ne $Type -and ($other -eq 'CNAME' -or $Type -eq 'CNAME')) {
            Get-RecordText -Record $Record -Type $other | ForEach-Object { $other + ' ' + $_ }
        }
    }
}

try {
    $global:ErrorActionPreference = 'Stop'
    if (-not $WhatIfPreference) {
        New-Folder -Path $LogFolder
        $transcriptPath = Join-Path -Path $LogFolder -ChildPath ('dns-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.txt')
        try {
            Start-Transcript -Path $transcriptPath -Confirm:$false | Out-Null
            $transcript = $true
        } catch {
            Write-Warning -Message 'This host records no transcript.'
        }
    }

    # Shell - The cmdlets of Windows DNS are there
    # Why: The script needs them.
    # See: Get-Command finds them.
    if (Enter-Step -Id 'Shell' -Title 'The cmdlets of Windows DNS are there') {
        $result = 'ok'
        foreach ($module in @('DnsServer')) {
            if (@(Get-Module -Name $module -ListAvailable).Count -gt 0) {
                Import-Module -Name $module -Verbose:$false
            }
        }
        $missing = @(@('Get-DnsServerZone', 'Get-DnsServerResourceRecord', 'Add-DnsServerResourceRecord') | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
        if ($missing.Count -gt 0) {
            throw ('This shell has no ' + ($missing -join ', ') + '. Run the script in the ' + 'Windows PowerShell of a DNS server, or where the DNS Server Tools are installed' + '.')
        }
        Exit-Step -Result $result -Detail ''
    }

    # Public.fabrikam.com.lyncdiscover.CNAME - lyncdiscover.fabrikam.com CNAME
    # Why: autodiscovery of clients; on-premises also where the SIP domains are shared with a provider
    # See: Resolve-DnsName -Name lyncdiscover.fabrikam.com -Type CNAME answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.fabrikam.com.lyncdiscover.CNAME' -Title 'lyncdiscover.fabrikam.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'lyncdiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $there = @(@('A', 'AAAA', 'CNAME') | ForEach-Object { Get-RecordText -Record $here -Type $_ })
            if ($there.Count -gt 0) {
                $detail = 'Found: ' + ($there -join ', ')
            } else {
                $result = 'toDo'
                Write-Warning -Message 'lyncdiscover.fabrikam.com CNAME: the name of the reverse proxy is not declared: give the pool its externalWebFqdn'
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com._sipinternaltls._tcp.SRV - _sipinternaltls._tcp.fabrikam.com SRV
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name _sipinternaltls._tcp.fabrikam.com -Type SRV answers as planned, asked from the internal
    #      network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com._sipinternaltls._tcp.SRV' -Title '_sipinternaltls._tcp.fabrikam.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name '_sipinternaltls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 5061 pool01.fabrikam.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sipinternaltls._tcp.fabrikam.com SRV 0 0 5061 pool01.fabrikam.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 5061 pool01.fabrikam.com') {
                    if ($PSCmdlet.ShouldProcess('_sipinternaltls._tcp.fabrikam.com SRV 0 0 5061 pool01.fabrikam.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'fabrikam.com' -Name '_sipinternaltls._tcp' -DomainName 'pool01.fabrikam.com' -Priority 0 -Weight 0 -Port 5061 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.pool01.A - pool01.fabrikam.com A
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name pool01.fabrikam.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.pool01.A' -Title 'pool01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'pool01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.11', '192.0.2.12', '192.0.2.13') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is pool01.fabrikam.com A 192.0.2.11, 192.0.2.12, 192.0.2.13. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.11') {
                    if ($PSCmdlet.ShouldProcess('pool01.fabrikam.com A 192.0.2.11', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.11' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'pool01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
                if ($found -cnotcontains '192.0.2.12') {
                    if ($PSCmdlet.ShouldProcess('pool01.fabrikam.com A 192.0.2.12', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.12' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'pool01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
                if ($found -cnotcontains '192.0.2.13') {
                    if ($PSCmdlet.ShouldProcess('pool01.fabrikam.com A 192.0.2.13', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.13' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'pool01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.fe01.A - fe01.fabrikam.com A
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name fe01.fabrikam.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.fe01.A' -Title 'fe01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'fe01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.11') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is fe01.fabrikam.com A 192.0.2.11. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.11') {
                    if ($PSCmdlet.ShouldProcess('fe01.fabrikam.com A 192.0.2.11', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.11' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'fe01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.fe02.A - fe02.fabrikam.com A
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name fe02.fabrikam.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.fe02.A' -Title 'fe02.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'fe02' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.12') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is fe02.fabrikam.com A 192.0.2.12. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.12') {
                    if ($PSCmdlet.ShouldProcess('fe02.fabrikam.com A 192.0.2.12', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.12' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'fe02' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.fe03.A - fe03.fabrikam.com A
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name fe03.fabrikam.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.fe03.A' -Title 'fe03.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'fe03' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.13') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is fe03.fabrikam.com A 192.0.2.13. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.13') {
                    if ($PSCmdlet.ShouldProcess('fe03.fabrikam.com A 192.0.2.13', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.13' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'fe03' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.web01.A - web01.fabrikam.com A
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name web01.fabrikam.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.web01.A' -Title 'web01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'web01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.20') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is web01.fabrikam.com A 192.0.2.20. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.20') {
                    if ($PSCmdlet.ShouldProcess('web01.fabrikam.com A 192.0.2.20', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.20' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'web01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.dir01.A - dir01.fabrikam.com A
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name dir01.fabrikam.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.dir01.A' -Title 'dir01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'dir01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.15') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is dir01.fabrikam.com A 192.0.2.15. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.15') {
                    if ($PSCmdlet.ShouldProcess('dir01.fabrikam.com A 192.0.2.15', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.15' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'dir01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.med01.A - med01.fabrikam.com A
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name med01.fabrikam.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.med01.A' -Title 'med01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'med01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.16') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is med01.fabrikam.com A 192.0.2.16. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.16') {
                    if ($PSCmdlet.ShouldProcess('med01.fabrikam.com A 192.0.2.16', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.16' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'med01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.se01.A - se01.fabrikam.com A
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name se01.fabrikam.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.se01.A' -Title 'se01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'se01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.30') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is se01.fabrikam.com A 192.0.2.30. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.30') {
                    if ($PSCmdlet.ShouldProcess('se01.fabrikam.com A 192.0.2.30', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.30' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'se01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.ex01.A - ex01.fabrikam.com A
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name ex01.fabrikam.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.ex01.A' -Title 'ex01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'ex01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.41') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is ex01.fabrikam.com A 192.0.2.41. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.41') {
                    if ($PSCmdlet.ShouldProcess('ex01.fabrikam.com A 192.0.2.41', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.41' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'ex01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.ex02.A - ex02.fabrikam.com A
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name ex02.fabrikam.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.ex02.A' -Title 'ex02.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'ex02' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.42') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is ex02.fabrikam.com A 192.0.2.42. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.42') {
                    if ($PSCmdlet.ShouldProcess('ex02.fabrikam.com A 192.0.2.42', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.42' }
                        Add-DnsServerResourceRecordA -ZoneName 'fabrikam.com' -Name 'ex02' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.lyncdiscoverinternal.CNAME - lyncdiscoverinternal.fabrikam.com CNAME
    # Why: The zone fabrikam.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name lyncdiscoverinternal.fabrikam.com -Type CNAME answers as planned, asked from the
    #      internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.lyncdiscoverinternal.CNAME' -Title 'lyncdiscoverinternal.fabrikam.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'lyncdiscoverinternal' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'CNAME')
            $others = @(Get-OtherRecord -Record $here -Type 'CNAME' -Wanted @('web01.fabrikam.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is lyncdiscoverinternal.fabrikam.com CNAME web01.fabrikam.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'web01.fabrikam.com') {
                    if ($PSCmdlet.ShouldProcess('lyncdiscoverinternal.fabrikam.com CNAME web01.fabrikam.com', 'Add-DnsServerResourceRecordCName')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordCName -ZoneName 'fabrikam.com' -Name 'lyncdiscoverinternal' -HostNameAlias 'web01.fabrikam.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }
} catch {
    Undo-Snapshot
    Exit-Step -Result 'failed' -Detail $_.Exception.Message
    Write-Warning -Message ('The script stops here. To go on with this step: -From ' + $script:stepId)
    throw
} finally {
    $global:ErrorActionPreference = $globalPreference
    Write-Progress -Activity $activity -Status 'Completed' -Completed
    if ($transcript) {
        Stop-Transcript | Out-Null
    }
}
