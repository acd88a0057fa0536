# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 494fb0e975487c02ee20e784e59adb1309774b0ca38815700dab8d67e005be56
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
        'Internal.contoso.com.sip.A',
        'Internal.contoso.com._sip._tls.SRV',
        'Internal.contoso.com._sipfederationtls._tcp.SRV',
        'Internal.contoso.com.lyncdiscoverinternal.CNAME',
        'Internal.contoso.com._sipinternaltls._tcp.SRV',
        'Public.contoso.com._sip._tls.SRV',
        'Public.contoso.com._sipfederationtls._tcp.SRV',
        'Public.contoso.com.lyncdiscover.A',
        'Public.contoso.com.av.A',
        'Public.contoso.com.webconf.A',
        'Public.contoso.com.sip.A'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Internal.contoso.com.sip.A',
        'Internal.contoso.com._sip._tls.SRV',
        'Internal.contoso.com._sipfederationtls._tcp.SRV',
        'Internal.contoso.com.lyncdiscoverinternal.CNAME',
        'Internal.contoso.com._sipinternaltls._tcp.SRV',
        'Public.contoso.com._sip._tls.SRV',
        'Public.contoso.com._sipfederationtls._tcp.SRV',
        'Public.contoso.com.lyncdiscover.A',
        'Public.contoso.com.av.A',
        'Public.contoso.com.webconf.A',
        'Public.contoso.com.sip.A'
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
$stepCount = 12
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

    # Internal.contoso.com.sip.A - sip.contoso.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com.sip.A' -Title 'sip.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.10') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('sip.contoso.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'contoso.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.contoso.com._sip._tls.SRV - _sip._tls.contoso.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com._sip._tls.SRV' -Title '_sip._tls.contoso.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 443 sip.contoso.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sip._tls.contoso.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'contoso.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.contoso.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.contoso.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.contoso.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 5061 sip.contoso.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.contoso.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'contoso.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.contoso.com.lyncdiscoverinternal.CNAME - lyncdiscoverinternal.contoso.com CNAME
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com.lyncdiscoverinternal.CNAME' -Title 'lyncdiscoverinternal.contoso.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'lyncdiscoverinternal' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'CNAME')
                    if (@('pool01.contoso.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('lyncdiscoverinternal.contoso.com CNAME ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'contoso.com' -InputObject $record -Force -Confirm:$false
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

    # Internal.contoso.com._sipinternaltls._tcp.SRV - _sipinternaltls._tcp.contoso.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com._sipinternaltls._tcp.SRV' -Title '_sipinternaltls._tcp.contoso.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '_sipinternaltls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 5061 pool01.contoso.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sipinternaltls._tcp.contoso.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'contoso.com' -InputObject $record -Force -Confirm:$false
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

    # Public.contoso.com._sip._tls.SRV - _sip._tls.contoso.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com._sip._tls.SRV' -Title '_sip._tls.contoso.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 443 sip.contoso.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sip._tls.contoso.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'contoso.com' -InputObject $record -Force -Confirm:$false
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

    # Public.contoso.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.contoso.com SRV
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.contoso.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'SRV')
                    if (@('0 0 5061 sip.contoso.com') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.contoso.com SRV ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'contoso.com' -InputObject $record -Force -Confirm:$false
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

    # Public.contoso.com.lyncdiscover.A - lyncdiscover.contoso.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com.lyncdiscover.A' -Title 'lyncdiscover.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'lyncdiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.20') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('lyncdiscover.contoso.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'contoso.com' -InputObject $record -Force -Confirm:$false
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

    # Public.contoso.com.av.A - av.contoso.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com.av.A' -Title 'av.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'av' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.12') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('av.contoso.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'contoso.com' -InputObject $record -Force -Confirm:$false
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

    # Public.contoso.com.webconf.A - webconf.contoso.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com.webconf.A' -Title 'webconf.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'webconf' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.11') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('webconf.contoso.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'contoso.com' -InputObject $record -Force -Confirm:$false
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

    # Public.contoso.com.sip.A - sip.contoso.com A
    # Why: What the step added is removed; nothing where it added nothing.
    # See: It is as it was before.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com.sip.A' -Title 'sip.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $before = Read-Snapshot
            if ($null -ne $before) {
                foreach ($record in $here) {
                    $text = [string](Get-RecordText -Record @($record) -Type 'A')
                    if (@('203.0.113.10') -ccontains $text -and @($before.Found) -cnotcontains $text) {
                        if ($PSCmdlet.ShouldProcess('sip.contoso.com A ' + $text, 'Remove-DnsServerResourceRecord')) {
                            Remove-DnsServerResourceRecord -ZoneName 'contoso.com' -InputObject $record -Force -Confirm:$false
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
