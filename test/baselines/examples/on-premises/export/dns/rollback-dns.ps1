# Made by UM Topology from the deployment Fabrikam; change the topology and export again rather than this file.
# SHA-256 of the topology: 34428664a2a6c33a4a96812fef0374a3f9a788d75ec0576c6a1f8244eb32d3ac
#requires -Version 3.0

<#
.SYNOPSIS
    Takes back what dns.ps1 changed, in reverse order.
.DESCRIPTION
    It works by the folder snapshot beside it, where dns.ps1 kept what it found before its first change: keep that
    folder. What is not in it was not changed, and stays.
    What can not be taken back is said by its step. Run it in the same shell.
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
    .\rollback-dns.ps1 -Zones internal -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\rollback-dns.ps1 -Zones internal | Format-Table -AutoSize
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
        'Internal.fabrikam.com.lyncdiscoverinternal.CNAME',
        'Internal.fabrikam.com.ex02.A',
        'Internal.fabrikam.com.ex01.A',
        'Internal.fabrikam.com.se01.A',
        'Internal.fabrikam.com.med01.A',
        'Internal.fabrikam.com.dir01.A',
        'Internal.fabrikam.com.web01.A',
        'Internal.fabrikam.com.fe03.A',
        'Internal.fabrikam.com.fe02.A',
        'Internal.fabrikam.com.fe01.A',
        'Internal.fabrikam.com.pool01.A',
        'Internal.fabrikam.com._sipinternaltls._tcp.SRV'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Internal.fabrikam.com.lyncdiscoverinternal.CNAME',
        'Internal.fabrikam.com.ex02.A',
        'Internal.fabrikam.com.ex01.A',
        'Internal.fabrikam.com.se01.A',
        'Internal.fabrikam.com.med01.A',
        'Internal.fabrikam.com.dir01.A',
        'Internal.fabrikam.com.web01.A',
        'Internal.fabrikam.com.fe03.A',
        'Internal.fabrikam.com.fe02.A',
        'Internal.fabrikam.com.fe01.A',
        'Internal.fabrikam.com.pool01.A',
        'Internal.fabrikam.com._sipinternaltls._tcp.SRV'
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
$activity = 'rollback-dns.ps1'
$stepCount = 13
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

# What the step found before it changed anything; nothing when it changed nothing.
function Read-Snapshot {
    $path = Join-Path -Path $SnapshotFolder -ChildPath ($script:stepId + '.xml')
    if (Test-Path -LiteralPath $path) {
        Import-Clixml -LiteralPath $path
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

try {
    $global:ErrorActionPreference = 'Stop'
    if (-not $WhatIfPreference) {
        New-Folder -Path $LogFolder
        $transcriptPath = Join-Path -Path $LogFolder -ChildPath ('rollback-dns-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.txt')
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
        $missing = @(@('Get-DnsServerResourceRecord', 'Get-DnsServerZone', 'Remove-DnsServerResourceRecord') | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
        if ($missing.Count -gt 0) {
            throw ('This shell has no ' + ($missing -join ', ') + '. Run the script in the ' + 'Windows PowerShell of a DNS server, or where the DNS Server Tools are installed' + '.')
        }
        Exit-Step -Result $result -Detail ''
    }

    # Internal.fabrikam.com.lyncdiscoverinternal.CNAME - lyncdiscoverinternal.fabrikam.com CNAME
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.lyncdiscoverinternal.CNAME' -Title 'lyncdiscoverinternal.fabrikam.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'lyncdiscoverinternal' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'CNAME')
                    if (@('web01.fabrikam.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('lyncdiscoverinternal.fabrikam.com CNAME ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.ex02.A - ex02.fabrikam.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.ex02.A' -Title 'ex02.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'ex02' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.42') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('ex02.fabrikam.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.ex01.A - ex01.fabrikam.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.ex01.A' -Title 'ex01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'ex01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.41') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('ex01.fabrikam.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.se01.A - se01.fabrikam.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.se01.A' -Title 'se01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'se01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.30') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('se01.fabrikam.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.med01.A - med01.fabrikam.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.med01.A' -Title 'med01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'med01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.16') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('med01.fabrikam.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.dir01.A - dir01.fabrikam.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.dir01.A' -Title 'dir01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'dir01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.15') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('dir01.fabrikam.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.web01.A - web01.fabrikam.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.web01.A' -Title 'web01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'web01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.20') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('web01.fabrikam.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.fe03.A - fe03.fabrikam.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.fe03.A' -Title 'fe03.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'fe03' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.13') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('fe03.fabrikam.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.fe02.A - fe02.fabrikam.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.fe02.A' -Title 'fe02.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'fe02' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.12') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('fe02.fabrikam.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.fe01.A - fe01.fabrikam.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.fe01.A' -Title 'fe01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'fe01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.11') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('fe01.fabrikam.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com.pool01.A - pool01.fabrikam.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com.pool01.A' -Title 'pool01.fabrikam.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name 'pool01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.11', '192.0.2.12', '192.0.2.13') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('pool01.fabrikam.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.fabrikam.com._sipinternaltls._tcp.SRV - _sipinternaltls._tcp.fabrikam.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.fabrikam.com._sipinternaltls._tcp.SRV' -Title '_sipinternaltls._tcp.fabrikam.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'fabrikam.com' -Name '_sipinternaltls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone fabrikam.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 5061 pool01.fabrikam.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sipinternaltls._tcp.fabrikam.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'fabrikam.com' -InputObject $record -Force -Confirm:$false
                            $result = 'removed'
                        } else {
                            $result = $notDone
                        }
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }
} catch {
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
