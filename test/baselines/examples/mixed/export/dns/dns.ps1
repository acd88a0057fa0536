# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 494fb0e975487c02ee20e784e59adb1309774b0ca38815700dab8d67e005be56
#requires -Version 3.0

<#
.SYNOPSIS
    Adds the DNS records of Contoso that are missing in the zones of a Windows DNS server.
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
        'Public.contoso.com.sip.A',
        'Public.contoso.com.webconf.A',
        'Public.contoso.com.av.A',
        'Public.contoso.com.lyncdiscover.A',
        'Public.contoso.com._sipfederationtls._tcp.SRV',
        'Public.contoso.com._sip._tls.SRV',
        'Public.contoso.com.autodiscover.CNAME',
        'Public.contoso.com._.MX',
        'Public.contoso.com._.TXT',
        'Internal.contoso.com._sipinternaltls._tcp.SRV',
        'Internal.contoso.com.lyncdiscoverinternal.CNAME',
        'Internal.contoso.com._sipfederationtls._tcp.SRV',
        'Internal.contoso.com._sip._tls.SRV',
        'Internal.contoso.com.sip.A',
        'Internal.contoso.com.pool01.A',
        'Internal.contoso.com.fe01.A',
        'Internal.contoso.com.fe02.A',
        'Internal.contoso.com.edge01.A',
        'Internal.contoso.com.sba01.A'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Public.contoso.com.sip.A',
        'Public.contoso.com.webconf.A',
        'Public.contoso.com.av.A',
        'Public.contoso.com.lyncdiscover.A',
        'Public.contoso.com._sipfederationtls._tcp.SRV',
        'Public.contoso.com._sip._tls.SRV',
        'Public.contoso.com.autodiscover.CNAME',
        'Public.contoso.com._.MX',
        'Public.contoso.com._.TXT',
        'Internal.contoso.com._sipinternaltls._tcp.SRV',
        'Internal.contoso.com.lyncdiscoverinternal.CNAME',
        'Internal.contoso.com._sipfederationtls._tcp.SRV',
        'Internal.contoso.com._sip._tls.SRV',
        'Internal.contoso.com.sip.A',
        'Internal.contoso.com.pool01.A',
        'Internal.contoso.com.fe01.A',
        'Internal.contoso.com.fe02.A',
        'Internal.contoso.com.edge01.A',
        'Internal.contoso.com.sba01.A'
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
$stepCount = 20
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

    # Public.contoso.com.sip.A - sip.contoso.com A
    # Why: The zone contoso.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name sip.contoso.com -Type A answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com.sip.A' -Title 'sip.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.10') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is sip.contoso.com A 203.0.113.10. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.10') {
                    if ($PSCmdlet.ShouldProcess('sip.contoso.com A 203.0.113.10', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.10' }
                        Add-DnsServerResourceRecordA -ZoneName 'contoso.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Public.contoso.com.webconf.A - webconf.contoso.com A
    # Why: The zone contoso.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name webconf.contoso.com -Type A answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com.webconf.A' -Title 'webconf.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'webconf' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.11') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is webconf.contoso.com A 203.0.113.11. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.11') {
                    if ($PSCmdlet.ShouldProcess('webconf.contoso.com A 203.0.113.11', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.11' }
                        Add-DnsServerResourceRecordA -ZoneName 'contoso.com' -Name 'webconf' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Public.contoso.com.av.A - av.contoso.com A
    # Why: The zone contoso.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name av.contoso.com -Type A answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com.av.A' -Title 'av.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'av' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.12') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is av.contoso.com A 203.0.113.12. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.12') {
                    if ($PSCmdlet.ShouldProcess('av.contoso.com A 203.0.113.12', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.12' }
                        Add-DnsServerResourceRecordA -ZoneName 'contoso.com' -Name 'av' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Public.contoso.com.lyncdiscover.A - lyncdiscover.contoso.com A
    # Why: The zone contoso.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name lyncdiscover.contoso.com -Type A answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com.lyncdiscover.A' -Title 'lyncdiscover.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'lyncdiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.20') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is lyncdiscover.contoso.com A 203.0.113.20. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.20') {
                    if ($PSCmdlet.ShouldProcess('lyncdiscover.contoso.com A 203.0.113.20', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.20' }
                        Add-DnsServerResourceRecordA -ZoneName 'contoso.com' -Name 'lyncdiscover' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Public.contoso.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.contoso.com SRV
    # Why: The zone contoso.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name _sipfederationtls._tcp.contoso.com -Type SRV answers as planned, asked from the
    #      Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.contoso.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 5061 sip.contoso.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sipfederationtls._tcp.contoso.com SRV 0 0 5061 sip.contoso.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 5061 sip.contoso.com') {
                    if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.contoso.com SRV 0 0 5061 sip.contoso.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'contoso.com' -Name '_sipfederationtls._tcp' -DomainName 'sip.contoso.com' -Priority 0 -Weight 0 -Port 5061 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.contoso.com._sip._tls.SRV - _sip._tls.contoso.com SRV
    # Why: The zone contoso.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name _sip._tls.contoso.com -Type SRV answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com._sip._tls.SRV' -Title '_sip._tls.contoso.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 443 sip.contoso.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sip._tls.contoso.com SRV 0 0 443 sip.contoso.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 443 sip.contoso.com') {
                    if ($PSCmdlet.ShouldProcess('_sip._tls.contoso.com SRV 0 0 443 sip.contoso.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'contoso.com' -Name '_sip._tls' -DomainName 'sip.contoso.com' -Priority 0 -Weight 0 -Port 443 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.contoso.com.autodiscover.CNAME - autodiscover.contoso.com CNAME
    # Why: Outlook finds the mailbox
    # See: Resolve-DnsName -Name autodiscover.contoso.com -Type CNAME answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com.autodiscover.CNAME' -Title 'autodiscover.contoso.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'autodiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $there = @(@('A', 'AAAA', 'CNAME') | ForEach-Object { Get-RecordText -Record $here -Type $_ })
            if ($there.Count -gt 0) {
                $detail = 'Found: ' + ($there -join ', ')
            } else {
                $result = 'toDo'
                Write-Warning -Message 'autodiscover.contoso.com CNAME autodiscover.outlook.com: while mailboxes are on both sides it usually stays with the local Exchange; change it when the last mailbox has moved'
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Public.contoso.com._.MX - contoso.com MX
    # Why: mail, and voice messages with it
    # See: Resolve-DnsName -Name contoso.com -Type MX answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com._.MX' -Title 'contoso.com MX')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '@' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $there = @(@('MX') | ForEach-Object { Get-RecordText -Record $here -Type $_ })
            if ($there.Count -gt 0) {
                $detail = 'Found: ' + ($there -join ', ')
            } else {
                $result = 'toDo'
                Write-Warning -Message 'contoso.com MX 0 contoso-com.mail.protection.outlook.com: while mailboxes are on both sides it usually stays with the local Exchange; change it when the last mailbox has moved'
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Public.contoso.com._.TXT - contoso.com TXT
    # Why: the senders of mail; add your own
    # See: Resolve-DnsName -Name contoso.com -Type TXT answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.contoso.com._.TXT' -Title 'contoso.com TXT')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '@' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $there = @(@('TXT') | ForEach-Object { Get-RecordText -Record $here -Type $_ })
            if ($there.Count -gt 0) {
                $detail = 'Found: ' + ($there -join ', ')
            } else {
                $result = 'toDo'
                Write-Warning -Message 'contoso.com TXT v=spf1 include:spf.protection.outlook.com -all: while mailboxes are on both sides it usually stays with the local Exchange; change it when the last mailbox has moved'
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.contoso.com._sipinternaltls._tcp.SRV - _sipinternaltls._tcp.contoso.com SRV
    # Why: automatic sign-in of clients inside
    # See: Resolve-DnsName -Name _sipinternaltls._tcp.contoso.com -Type SRV answers as planned, asked from the internal
    #      network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com._sipinternaltls._tcp.SRV' -Title '_sipinternaltls._tcp.contoso.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '_sipinternaltls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 5061 pool01.contoso.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sipinternaltls._tcp.contoso.com SRV 0 0 5061 pool01.contoso.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 5061 pool01.contoso.com') {
                    if ($PSCmdlet.ShouldProcess('_sipinternaltls._tcp.contoso.com SRV 0 0 5061 pool01.contoso.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'contoso.com' -Name '_sipinternaltls._tcp' -DomainName 'pool01.contoso.com' -Priority 0 -Weight 0 -Port 5061 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.contoso.com.lyncdiscoverinternal.CNAME - lyncdiscoverinternal.contoso.com CNAME
    # Why: autodiscovery of clients inside
    # See: Resolve-DnsName -Name lyncdiscoverinternal.contoso.com -Type CNAME answers as planned, asked from the internal
    #      network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com.lyncdiscoverinternal.CNAME' -Title 'lyncdiscoverinternal.contoso.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'lyncdiscoverinternal' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'CNAME')
            $others = @(Get-OtherRecord -Record $here -Type 'CNAME' -Wanted @('pool01.contoso.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is lyncdiscoverinternal.contoso.com CNAME pool01.contoso.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'pool01.contoso.com') {
                    if ($PSCmdlet.ShouldProcess('lyncdiscoverinternal.contoso.com CNAME pool01.contoso.com', 'Add-DnsServerResourceRecordCName')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordCName -ZoneName 'contoso.com' -Name 'lyncdiscoverinternal' -HostNameAlias 'pool01.contoso.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.contoso.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.contoso.com SRV
    # Why: internal DNS that is authoritative for the domain hides the public one; needed before a provider shares the
    #      address space
    # See: Resolve-DnsName -Name _sipfederationtls._tcp.contoso.com -Type SRV answers as planned, asked from the internal
    #      network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.contoso.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 5061 sip.contoso.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sipfederationtls._tcp.contoso.com SRV 0 0 5061 sip.contoso.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 5061 sip.contoso.com') {
                    if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.contoso.com SRV 0 0 5061 sip.contoso.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'contoso.com' -Name '_sipfederationtls._tcp' -DomainName 'sip.contoso.com' -Priority 0 -Weight 0 -Port 5061 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.contoso.com._sip._tls.SRV - _sip._tls.contoso.com SRV
    # Why: internal DNS that is authoritative for the domain hides the public one; needed before a provider shares the
    #      address space
    # See: Resolve-DnsName -Name _sip._tls.contoso.com -Type SRV answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com._sip._tls.SRV' -Title '_sip._tls.contoso.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 443 sip.contoso.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sip._tls.contoso.com SRV 0 0 443 sip.contoso.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 443 sip.contoso.com') {
                    if ($PSCmdlet.ShouldProcess('_sip._tls.contoso.com SRV 0 0 443 sip.contoso.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'contoso.com' -Name '_sip._tls' -DomainName 'sip.contoso.com' -Priority 0 -Weight 0 -Port 443 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.contoso.com.sip.A - sip.contoso.com A
    # Why: the external address of the Access Edge, not the internal one
    # See: Resolve-DnsName -Name sip.contoso.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com.sip.A' -Title 'sip.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.10') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is sip.contoso.com A 203.0.113.10. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.10') {
                    if ($PSCmdlet.ShouldProcess('sip.contoso.com A 203.0.113.10', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.10' }
                        Add-DnsServerResourceRecordA -ZoneName 'contoso.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.contoso.com.pool01.A - pool01.contoso.com A
    # Why: the pool
    # See: Resolve-DnsName -Name pool01.contoso.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com.pool01.A' -Title 'pool01.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'pool01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $there = @(@('A', 'AAAA', 'CNAME') | ForEach-Object { Get-RecordText -Record $here -Type $_ })
            if ($there.Count -gt 0) {
                $detail = 'Found: ' + ($there -join ', ')
            } else {
                $result = 'toDo'
                Write-Warning -Message 'pool01.contoso.com A: its internal address is not declared: fill it in, or declare the record in internalDnsZone'
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.contoso.com.fe01.A - fe01.contoso.com A
    # Why: a computer of pool01.contoso.com
    # See: Resolve-DnsName -Name fe01.contoso.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com.fe01.A' -Title 'fe01.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'fe01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $there = @(@('A', 'AAAA', 'CNAME') | ForEach-Object { Get-RecordText -Record $here -Type $_ })
            if ($there.Count -gt 0) {
                $detail = 'Found: ' + ($there -join ', ')
            } else {
                $result = 'toDo'
                Write-Warning -Message 'fe01.contoso.com A: its internal address is not declared: fill it in, or declare the record in internalDnsZone'
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.contoso.com.fe02.A - fe02.contoso.com A
    # Why: a computer of pool01.contoso.com
    # See: Resolve-DnsName -Name fe02.contoso.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com.fe02.A' -Title 'fe02.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'fe02' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $there = @(@('A', 'AAAA', 'CNAME') | ForEach-Object { Get-RecordText -Record $here -Type $_ })
            if ($there.Count -gt 0) {
                $detail = 'Found: ' + ($there -join ', ')
            } else {
                $result = 'toDo'
                Write-Warning -Message 'fe02.contoso.com A: its internal address is not declared: fill it in, or declare the record in internalDnsZone'
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.contoso.com.edge01.A - edge01.contoso.com A
    # Why: the internal interface of the Edge
    # See: Resolve-DnsName -Name edge01.contoso.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com.edge01.A' -Title 'edge01.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'edge01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $there = @(@('A', 'AAAA', 'CNAME') | ForEach-Object { Get-RecordText -Record $here -Type $_ })
            if ($there.Count -gt 0) {
                $detail = 'Found: ' + ($there -join ', ')
            } else {
                $result = 'toDo'
                Write-Warning -Message 'edge01.contoso.com A: its internal address is not declared: fill it in, or declare the record in internalDnsZone'
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Internal.contoso.com.sba01.A - sba01.contoso.com A
    # Why: the pool
    # See: Resolve-DnsName -Name sba01.contoso.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.contoso.com.sba01.A' -Title 'sba01.contoso.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'contoso.com' -Name 'sba01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone contoso.com.'
        } else {
            $there = @(@('A', 'AAAA', 'CNAME') | ForEach-Object { Get-RecordText -Record $here -Type $_ })
            if ($there.Count -gt 0) {
                $detail = 'Found: ' + ($there -join ', ')
            } else {
                $result = 'toDo'
                Write-Warning -Message 'sba01.contoso.com A: its internal address is not declared: fill it in, or declare the record in internalDnsZone'
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
