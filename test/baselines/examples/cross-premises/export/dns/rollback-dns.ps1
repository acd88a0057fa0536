# Made by UM Topology from the deployment Litware; change the topology and export again rather than this file.
# SHA-256 of the topology: 8b74ea8b08f9ce1e81377b12563aa1fa714dcddde7d51de0f44b5941c473f2bc
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
        'Internal.litware.com.lyncdiscover.CNAME',
        'Internal.litware.com.lyncdiscoverinternal.CNAME',
        'Internal.litware.com.web-int.A',
        'Internal.litware.com.edge02.A',
        'Internal.litware.com.edge01.A',
        'Internal.litware.com.edge.A',
        'Internal.litware.com.fe02.A',
        'Internal.litware.com.fe01.A',
        'Internal.litware.com.pool01.A',
        'Internal.litware.com.sip.A',
        'Internal.litware.com._sip._tls.SRV',
        'Internal.litware.com._sipfederationtls._tcp.SRV',
        'Internal.litware.com._sipinternaltls._tcp.SRV',
        'Internal.europe.litware.com.lyncdiscover.CNAME',
        'Internal.europe.litware.com.lyncdiscoverinternal.CNAME',
        'Internal.europe.litware.com.fe03.A',
        'Internal.europe.litware.com.pool02.A',
        'Internal.europe.litware.com.sip.A',
        'Internal.europe.litware.com._sip._tls.SRV',
        'Internal.europe.litware.com._sipfederationtls._tcp.SRV',
        'Internal.europe.litware.com._sipinternaltls._tcp.SRV',
        'Public.litware.com._.TXT',
        'Public.litware.com._.MX',
        'Public.litware.com.autodiscover.CNAME',
        'Public.litware.com._sip._tls.SRV',
        'Public.litware.com._sipfederationtls._tcp.SRV',
        'Public.litware.com.lyncdiscover.CNAME',
        'Public.litware.com.web-ext.A',
        'Public.litware.com.av.A',
        'Public.litware.com.webconf.A',
        'Public.litware.com.sip.A',
        'Public.europe.litware.com._.TXT',
        'Public.europe.litware.com._.MX',
        'Public.europe.litware.com.autodiscover.CNAME',
        'Public.europe.litware.com._sip._tls.SRV',
        'Public.europe.litware.com._sipfederationtls._tcp.SRV',
        'Public.europe.litware.com.lyncdiscover.CNAME',
        'Public.europe.litware.com.sip.A'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Internal.litware.com.lyncdiscover.CNAME',
        'Internal.litware.com.lyncdiscoverinternal.CNAME',
        'Internal.litware.com.web-int.A',
        'Internal.litware.com.edge02.A',
        'Internal.litware.com.edge01.A',
        'Internal.litware.com.edge.A',
        'Internal.litware.com.fe02.A',
        'Internal.litware.com.fe01.A',
        'Internal.litware.com.pool01.A',
        'Internal.litware.com.sip.A',
        'Internal.litware.com._sip._tls.SRV',
        'Internal.litware.com._sipfederationtls._tcp.SRV',
        'Internal.litware.com._sipinternaltls._tcp.SRV',
        'Internal.europe.litware.com.lyncdiscover.CNAME',
        'Internal.europe.litware.com.lyncdiscoverinternal.CNAME',
        'Internal.europe.litware.com.fe03.A',
        'Internal.europe.litware.com.pool02.A',
        'Internal.europe.litware.com.sip.A',
        'Internal.europe.litware.com._sip._tls.SRV',
        'Internal.europe.litware.com._sipfederationtls._tcp.SRV',
        'Internal.europe.litware.com._sipinternaltls._tcp.SRV',
        'Public.litware.com._.TXT',
        'Public.litware.com._.MX',
        'Public.litware.com.autodiscover.CNAME',
        'Public.litware.com._sip._tls.SRV',
        'Public.litware.com._sipfederationtls._tcp.SRV',
        'Public.litware.com.lyncdiscover.CNAME',
        'Public.litware.com.web-ext.A',
        'Public.litware.com.av.A',
        'Public.litware.com.webconf.A',
        'Public.litware.com.sip.A',
        'Public.europe.litware.com._.TXT',
        'Public.europe.litware.com._.MX',
        'Public.europe.litware.com.autodiscover.CNAME',
        'Public.europe.litware.com._sip._tls.SRV',
        'Public.europe.litware.com._sipfederationtls._tcp.SRV',
        'Public.europe.litware.com.lyncdiscover.CNAME',
        'Public.europe.litware.com.sip.A'
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
$stepCount = 39
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

    # Internal.litware.com.lyncdiscover.CNAME - lyncdiscover.litware.com CNAME
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.lyncdiscover.CNAME' -Title 'lyncdiscover.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'lyncdiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'CNAME')
                    if (@('web-int.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('lyncdiscover.litware.com CNAME ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com.lyncdiscoverinternal.CNAME - lyncdiscoverinternal.litware.com CNAME
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.lyncdiscoverinternal.CNAME' -Title 'lyncdiscoverinternal.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'lyncdiscoverinternal' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'CNAME')
                    if (@('web-int.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('lyncdiscoverinternal.litware.com CNAME ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com.web-int.A - web-int.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.web-int.A' -Title 'web-int.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'web-int' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.30') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('web-int.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com.edge02.A - edge02.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.edge02.A' -Title 'edge02.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'edge02' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.22') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('edge02.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com.edge01.A - edge01.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.edge01.A' -Title 'edge01.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'edge01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.21') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('edge01.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com.edge.A - edge.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.edge.A' -Title 'edge.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'edge' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.21', '192.0.2.22') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('edge.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com.fe02.A - fe02.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.fe02.A' -Title 'fe02.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'fe02' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.12') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('fe02.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com.fe01.A - fe01.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.fe01.A' -Title 'fe01.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'fe01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.11') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('fe01.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com.pool01.A - pool01.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.pool01.A' -Title 'pool01.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'pool01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.11', '192.0.2.12') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('pool01.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com.sip.A - sip.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.sip.A' -Title 'sip.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.10', '203.0.113.11') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('sip.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com._sip._tls.SRV - _sip._tls.litware.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com._sip._tls.SRV' -Title '_sip._tls.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 443 sip.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sip._tls.litware.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.litware.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 5061 sip.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.litware.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.litware.com._sipinternaltls._tcp.SRV - _sipinternaltls._tcp.litware.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com._sipinternaltls._tcp.SRV' -Title '_sipinternaltls._tcp.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '_sipinternaltls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 5061 pool01.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sipinternaltls._tcp.litware.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.europe.litware.com.lyncdiscover.CNAME - lyncdiscover.europe.litware.com CNAME
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com.lyncdiscover.CNAME' -Title 'lyncdiscover.europe.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'lyncdiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'CNAME')
                    if (@('web-int.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('lyncdiscover.europe.litware.com CNAME ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.europe.litware.com.lyncdiscoverinternal.CNAME - lyncdiscoverinternal.europe.litware.com CNAME
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com.lyncdiscoverinternal.CNAME' -Title 'lyncdiscoverinternal.europe.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'lyncdiscoverinternal' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'CNAME')
                    if (@('web-int.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('lyncdiscoverinternal.europe.litware.com CNAME ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.europe.litware.com.fe03.A - fe03.europe.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com.fe03.A' -Title 'fe03.europe.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'fe03' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.13') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('fe03.europe.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.europe.litware.com.pool02.A - pool02.europe.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com.pool02.A' -Title 'pool02.europe.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'pool02' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('192.0.2.13') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('pool02.europe.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.europe.litware.com.sip.A - sip.europe.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com.sip.A' -Title 'sip.europe.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.10', '203.0.113.11') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('sip.europe.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.europe.litware.com._sip._tls.SRV - _sip._tls.europe.litware.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com._sip._tls.SRV' -Title '_sip._tls.europe.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 443 sip.europe.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sip._tls.europe.litware.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.europe.litware.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.europe.litware.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.europe.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 5061 sip.europe.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.europe.litware.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.europe.litware.com._sipinternaltls._tcp.SRV - _sipinternaltls._tcp.europe.litware.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com._sipinternaltls._tcp.SRV' -Title '_sipinternaltls._tcp.europe.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '_sipinternaltls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 5061 pool02.europe.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sipinternaltls._tcp.europe.litware.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.litware.com._.TXT - litware.com TXT
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com._.TXT' -Title 'litware.com TXT')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '@' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'TXT')
                    if (@('v=spf1 include:spf.protection.outlook.com -all') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('litware.com TXT ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.litware.com._.MX - litware.com MX
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com._.MX' -Title 'litware.com MX')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '@' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'MX')
                    if (@('0 litware-com.mail.protection.outlook.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('litware.com MX ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.litware.com.autodiscover.CNAME - autodiscover.litware.com CNAME
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.autodiscover.CNAME' -Title 'autodiscover.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'autodiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'CNAME')
                    if (@('autodiscover.outlook.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('autodiscover.litware.com CNAME ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.litware.com._sip._tls.SRV - _sip._tls.litware.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com._sip._tls.SRV' -Title '_sip._tls.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 443 sip.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sip._tls.litware.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.litware.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.litware.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 5061 sip.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.litware.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.litware.com.lyncdiscover.CNAME - lyncdiscover.litware.com CNAME
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.lyncdiscover.CNAME' -Title 'lyncdiscover.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'lyncdiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'CNAME')
                    if (@('web-ext.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('lyncdiscover.litware.com CNAME ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.litware.com.web-ext.A - web-ext.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.web-ext.A' -Title 'web-ext.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'web-ext' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.20') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('web-ext.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.litware.com.av.A - av.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.av.A' -Title 'av.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'av' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.14', '203.0.113.15') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('av.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.litware.com.webconf.A - webconf.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.webconf.A' -Title 'webconf.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'webconf' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.12', '203.0.113.13') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('webconf.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.litware.com.sip.A - sip.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.sip.A' -Title 'sip.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.10', '203.0.113.11') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('sip.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.europe.litware.com._.TXT - europe.litware.com TXT
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com._.TXT' -Title 'europe.litware.com TXT')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '@' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'TXT')
                    if (@('v=spf1 include:spf.protection.outlook.com -all') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('europe.litware.com TXT ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.europe.litware.com._.MX - europe.litware.com MX
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com._.MX' -Title 'europe.litware.com MX')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '@' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'MX')
                    if (@('0 europe-litware-com.mail.protection.outlook.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('europe.litware.com MX ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.europe.litware.com.autodiscover.CNAME - autodiscover.europe.litware.com CNAME
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com.autodiscover.CNAME' -Title 'autodiscover.europe.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'autodiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'CNAME')
                    if (@('autodiscover.outlook.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('autodiscover.europe.litware.com CNAME ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.europe.litware.com._sip._tls.SRV - _sip._tls.europe.litware.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com._sip._tls.SRV' -Title '_sip._tls.europe.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 443 sip.europe.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sip._tls.europe.litware.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.europe.litware.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.europe.litware.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.europe.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 5061 sip.europe.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.europe.litware.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.europe.litware.com.lyncdiscover.CNAME - lyncdiscover.europe.litware.com CNAME
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com.lyncdiscover.CNAME' -Title 'lyncdiscover.europe.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'lyncdiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'CNAME')
                    if (@('web-ext.litware.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('lyncdiscover.europe.litware.com CNAME ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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

    # Public.europe.litware.com.sip.A - sip.europe.litware.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com.sip.A' -Title 'sip.europe.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.10', '203.0.113.11') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('sip.europe.litware.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'europe.litware.com' -InputObject $record -Force -Confirm:$false
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
