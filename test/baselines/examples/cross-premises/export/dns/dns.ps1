# Made by UM Topology from the deployment Litware; change the topology and export again rather than this file.
# SHA-256 of the topology: 8b74ea8b08f9ce1e81377b12563aa1fa714dcddde7d51de0f44b5941c473f2bc
#requires -Version 3.0

<#
.SYNOPSIS
    Adds the DNS records of Litware that are missing in the zones of a Windows DNS server.
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
        'Public.europe.litware.com.sip.A',
        'Public.europe.litware.com.lyncdiscover.CNAME',
        'Public.europe.litware.com._sipfederationtls._tcp.SRV',
        'Public.europe.litware.com._sip._tls.SRV',
        'Public.europe.litware.com.autodiscover.CNAME',
        'Public.europe.litware.com._.MX',
        'Public.europe.litware.com._.TXT',
        'Public.litware.com.sip.A',
        'Public.litware.com.webconf.A',
        'Public.litware.com.av.A',
        'Public.litware.com.web-ext.A',
        'Public.litware.com.lyncdiscover.CNAME',
        'Public.litware.com._sipfederationtls._tcp.SRV',
        'Public.litware.com._sip._tls.SRV',
        'Public.litware.com.autodiscover.CNAME',
        'Public.litware.com._.MX',
        'Public.litware.com._.TXT',
        'Internal.europe.litware.com._sipinternaltls._tcp.SRV',
        'Internal.europe.litware.com._sipfederationtls._tcp.SRV',
        'Internal.europe.litware.com._sip._tls.SRV',
        'Internal.europe.litware.com.sip.A',
        'Internal.europe.litware.com.pool02.A',
        'Internal.europe.litware.com.fe03.A',
        'Internal.europe.litware.com.lyncdiscoverinternal.CNAME',
        'Internal.europe.litware.com.lyncdiscover.CNAME',
        'Internal.litware.com._sipinternaltls._tcp.SRV',
        'Internal.litware.com._sipfederationtls._tcp.SRV',
        'Internal.litware.com._sip._tls.SRV',
        'Internal.litware.com.sip.A',
        'Internal.litware.com.pool01.A',
        'Internal.litware.com.fe01.A',
        'Internal.litware.com.fe02.A',
        'Internal.litware.com.edge.A',
        'Internal.litware.com.edge01.A',
        'Internal.litware.com.edge02.A',
        'Internal.litware.com.web-int.A',
        'Internal.litware.com.lyncdiscoverinternal.CNAME',
        'Internal.litware.com.lyncdiscover.CNAME'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Public.europe.litware.com.sip.A',
        'Public.europe.litware.com.lyncdiscover.CNAME',
        'Public.europe.litware.com._sipfederationtls._tcp.SRV',
        'Public.europe.litware.com._sip._tls.SRV',
        'Public.europe.litware.com.autodiscover.CNAME',
        'Public.europe.litware.com._.MX',
        'Public.europe.litware.com._.TXT',
        'Public.litware.com.sip.A',
        'Public.litware.com.webconf.A',
        'Public.litware.com.av.A',
        'Public.litware.com.web-ext.A',
        'Public.litware.com.lyncdiscover.CNAME',
        'Public.litware.com._sipfederationtls._tcp.SRV',
        'Public.litware.com._sip._tls.SRV',
        'Public.litware.com.autodiscover.CNAME',
        'Public.litware.com._.MX',
        'Public.litware.com._.TXT',
        'Internal.europe.litware.com._sipinternaltls._tcp.SRV',
        'Internal.europe.litware.com._sipfederationtls._tcp.SRV',
        'Internal.europe.litware.com._sip._tls.SRV',
        'Internal.europe.litware.com.sip.A',
        'Internal.europe.litware.com.pool02.A',
        'Internal.europe.litware.com.fe03.A',
        'Internal.europe.litware.com.lyncdiscoverinternal.CNAME',
        'Internal.europe.litware.com.lyncdiscover.CNAME',
        'Internal.litware.com._sipinternaltls._tcp.SRV',
        'Internal.litware.com._sipfederationtls._tcp.SRV',
        'Internal.litware.com._sip._tls.SRV',
        'Internal.litware.com.sip.A',
        'Internal.litware.com.pool01.A',
        'Internal.litware.com.fe01.A',
        'Internal.litware.com.fe02.A',
        'Internal.litware.com.edge.A',
        'Internal.litware.com.edge01.A',
        'Internal.litware.com.edge02.A',
        'Internal.litware.com.web-int.A',
        'Internal.litware.com.lyncdiscoverinternal.CNAME',
        'Internal.litware.com.lyncdiscover.CNAME'
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

    # Public.europe.litware.com.sip.A - sip.europe.litware.com A
    # Why: The zone europe.litware.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name sip.europe.litware.com -Type A answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com.sip.A' -Title 'sip.europe.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.10', '203.0.113.11') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is sip.europe.litware.com A 203.0.113.10, 203.0.113.11. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.10') {
                    if ($PSCmdlet.ShouldProcess('sip.europe.litware.com A 203.0.113.10', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.10' }
                        Add-DnsServerResourceRecordA -ZoneName 'europe.litware.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
                if ($found -cnotcontains '203.0.113.11') {
                    if ($PSCmdlet.ShouldProcess('sip.europe.litware.com A 203.0.113.11', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.11' }
                        Add-DnsServerResourceRecordA -ZoneName 'europe.litware.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Public.europe.litware.com.lyncdiscover.CNAME - lyncdiscover.europe.litware.com CNAME
    # Why: The zone europe.litware.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name lyncdiscover.europe.litware.com -Type CNAME answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com.lyncdiscover.CNAME' -Title 'lyncdiscover.europe.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'lyncdiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'CNAME')
            $others = @(Get-OtherRecord -Record $here -Type 'CNAME' -Wanted @('web-ext.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is lyncdiscover.europe.litware.com CNAME web-ext.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'web-ext.litware.com') {
                    if ($PSCmdlet.ShouldProcess('lyncdiscover.europe.litware.com CNAME web-ext.litware.com', 'Add-DnsServerResourceRecordCName')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordCName -ZoneName 'europe.litware.com' -Name 'lyncdiscover' -HostNameAlias 'web-ext.litware.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.europe.litware.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.europe.litware.com SRV
    # Why: The zone europe.litware.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name _sipfederationtls._tcp.europe.litware.com -Type SRV answers as planned, asked from the
    #      Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.europe.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 5061 sip.europe.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sipfederationtls._tcp.europe.litware.com SRV 0 0 5061 sip.europe.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 5061 sip.europe.litware.com') {
                    if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.europe.litware.com SRV 0 0 5061 sip.europe.litware.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'europe.litware.com' -Name '_sipfederationtls._tcp' -DomainName 'sip.europe.litware.com' -Priority 0 -Weight 0 -Port 5061 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.europe.litware.com._sip._tls.SRV - _sip._tls.europe.litware.com SRV
    # Why: The zone europe.litware.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name _sip._tls.europe.litware.com -Type SRV answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com._sip._tls.SRV' -Title '_sip._tls.europe.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 443 sip.europe.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sip._tls.europe.litware.com SRV 0 0 443 sip.europe.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 443 sip.europe.litware.com') {
                    if ($PSCmdlet.ShouldProcess('_sip._tls.europe.litware.com SRV 0 0 443 sip.europe.litware.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'europe.litware.com' -Name '_sip._tls' -DomainName 'sip.europe.litware.com' -Priority 0 -Weight 0 -Port 443 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.europe.litware.com.autodiscover.CNAME - autodiscover.europe.litware.com CNAME
    # Why: missing in the declared zone: Outlook finds the mailbox
    # See: Resolve-DnsName -Name autodiscover.europe.litware.com -Type CNAME answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com.autodiscover.CNAME' -Title 'autodiscover.europe.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'autodiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'CNAME')
            $others = @(Get-OtherRecord -Record $here -Type 'CNAME' -Wanted @('autodiscover.outlook.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is autodiscover.europe.litware.com CNAME autodiscover.outlook.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'autodiscover.outlook.com') {
                    if ($PSCmdlet.ShouldProcess('autodiscover.europe.litware.com CNAME autodiscover.outlook.com', 'Add-DnsServerResourceRecordCName')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordCName -ZoneName 'europe.litware.com' -Name 'autodiscover' -HostNameAlias 'autodiscover.outlook.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.europe.litware.com._.MX - europe.litware.com MX
    # Why: missing in the declared zone: mail, and voice messages with it
    # See: Resolve-DnsName -Name europe.litware.com -Type MX answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com._.MX' -Title 'europe.litware.com MX')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '@' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'MX')
            $others = @(Get-OtherRecord -Record $here -Type 'MX' -Wanted @('0 europe-litware-com.mail.protection.outlook.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is europe.litware.com MX 0 europe-litware-com.mail.protection.outlook.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 europe-litware-com.mail.protection.outlook.com') {
                    if ($PSCmdlet.ShouldProcess('europe.litware.com MX 0 europe-litware-com.mail.protection.outlook.com', 'Add-DnsServerResourceRecordMX')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordMX -ZoneName 'europe.litware.com' -Name '@' -Preference 0 -MailExchange 'europe-litware-com.mail.protection.outlook.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.europe.litware.com._.TXT - europe.litware.com TXT
    # Why: missing in the declared zone: the senders of mail; add your own
    # See: Resolve-DnsName -Name europe.litware.com -Type TXT answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.europe.litware.com._.TXT' -Title 'europe.litware.com TXT')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '@' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'TXT')
            $others = @(Get-OtherRecord -Record $here -Type 'TXT' -Wanted @('v=spf1 include:spf.protection.outlook.com -all') -Like 'v=spf1*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is europe.litware.com TXT v=spf1 include:spf.protection.outlook.com -all. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'v=spf1 include:spf.protection.outlook.com -all') {
                    if ($PSCmdlet.ShouldProcess('europe.litware.com TXT v=spf1 include:spf.protection.outlook.com -all', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Txt -ZoneName 'europe.litware.com' -Name '@' -DescriptiveText 'v=spf1 include:spf.protection.outlook.com -all' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.litware.com.sip.A - sip.litware.com A
    # Why: The zone litware.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name sip.litware.com -Type A answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.sip.A' -Title 'sip.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.10', '203.0.113.11') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is sip.litware.com A 203.0.113.10, 203.0.113.11. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.10') {
                    if ($PSCmdlet.ShouldProcess('sip.litware.com A 203.0.113.10', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.10' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
                if ($found -cnotcontains '203.0.113.11') {
                    if ($PSCmdlet.ShouldProcess('sip.litware.com A 203.0.113.11', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.11' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Public.litware.com.webconf.A - webconf.litware.com A
    # Why: The zone litware.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name webconf.litware.com -Type A answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.webconf.A' -Title 'webconf.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'webconf' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.12', '203.0.113.13') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is webconf.litware.com A 203.0.113.12, 203.0.113.13. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.12') {
                    if ($PSCmdlet.ShouldProcess('webconf.litware.com A 203.0.113.12', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.12' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'webconf' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
                if ($found -cnotcontains '203.0.113.13') {
                    if ($PSCmdlet.ShouldProcess('webconf.litware.com A 203.0.113.13', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.13' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'webconf' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Public.litware.com.av.A - av.litware.com A
    # Why: The zone litware.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name av.litware.com -Type A answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.av.A' -Title 'av.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'av' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.14', '203.0.113.15') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is av.litware.com A 203.0.113.14, 203.0.113.15. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.14') {
                    if ($PSCmdlet.ShouldProcess('av.litware.com A 203.0.113.14', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.14' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'av' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
                if ($found -cnotcontains '203.0.113.15') {
                    if ($PSCmdlet.ShouldProcess('av.litware.com A 203.0.113.15', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.15' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'av' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Public.litware.com.web-ext.A - web-ext.litware.com A
    # Why: The zone litware.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name web-ext.litware.com -Type A answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.web-ext.A' -Title 'web-ext.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'web-ext' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.20') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is web-ext.litware.com A 203.0.113.20. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.20') {
                    if ($PSCmdlet.ShouldProcess('web-ext.litware.com A 203.0.113.20', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.20' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'web-ext' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Public.litware.com.lyncdiscover.CNAME - lyncdiscover.litware.com CNAME
    # Why: The zone litware.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name lyncdiscover.litware.com -Type CNAME answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.lyncdiscover.CNAME' -Title 'lyncdiscover.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'lyncdiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'CNAME')
            $others = @(Get-OtherRecord -Record $here -Type 'CNAME' -Wanted @('web-ext.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is lyncdiscover.litware.com CNAME web-ext.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'web-ext.litware.com') {
                    if ($PSCmdlet.ShouldProcess('lyncdiscover.litware.com CNAME web-ext.litware.com', 'Add-DnsServerResourceRecordCName')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordCName -ZoneName 'litware.com' -Name 'lyncdiscover' -HostNameAlias 'web-ext.litware.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.litware.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.litware.com SRV
    # Why: The zone litware.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name _sipfederationtls._tcp.litware.com -Type SRV answers as planned, asked from the
    #      Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 5061 sip.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sipfederationtls._tcp.litware.com SRV 0 0 5061 sip.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 5061 sip.litware.com') {
                    if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.litware.com SRV 0 0 5061 sip.litware.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'litware.com' -Name '_sipfederationtls._tcp' -DomainName 'sip.litware.com' -Priority 0 -Weight 0 -Port 5061 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.litware.com._sip._tls.SRV - _sip._tls.litware.com SRV
    # Why: The zone litware.com as seen by the Internet declares it.
    # See: Resolve-DnsName -Name _sip._tls.litware.com -Type SRV answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com._sip._tls.SRV' -Title '_sip._tls.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 443 sip.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sip._tls.litware.com SRV 0 0 443 sip.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 443 sip.litware.com') {
                    if ($PSCmdlet.ShouldProcess('_sip._tls.litware.com SRV 0 0 443 sip.litware.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'litware.com' -Name '_sip._tls' -DomainName 'sip.litware.com' -Priority 0 -Weight 0 -Port 443 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.litware.com.autodiscover.CNAME - autodiscover.litware.com CNAME
    # Why: missing in the declared zone: Outlook finds the mailbox
    # See: Resolve-DnsName -Name autodiscover.litware.com -Type CNAME answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com.autodiscover.CNAME' -Title 'autodiscover.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'autodiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'CNAME')
            $others = @(Get-OtherRecord -Record $here -Type 'CNAME' -Wanted @('autodiscover.outlook.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is autodiscover.litware.com CNAME autodiscover.outlook.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'autodiscover.outlook.com') {
                    if ($PSCmdlet.ShouldProcess('autodiscover.litware.com CNAME autodiscover.outlook.com', 'Add-DnsServerResourceRecordCName')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordCName -ZoneName 'litware.com' -Name 'autodiscover' -HostNameAlias 'autodiscover.outlook.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.litware.com._.MX - litware.com MX
    # Why: missing in the declared zone: mail, and voice messages with it
    # See: Resolve-DnsName -Name litware.com -Type MX answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com._.MX' -Title 'litware.com MX')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '@' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'MX')
            $others = @(Get-OtherRecord -Record $here -Type 'MX' -Wanted @('0 litware-com.mail.protection.outlook.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is litware.com MX 0 litware-com.mail.protection.outlook.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 litware-com.mail.protection.outlook.com') {
                    if ($PSCmdlet.ShouldProcess('litware.com MX 0 litware-com.mail.protection.outlook.com', 'Add-DnsServerResourceRecordMX')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordMX -ZoneName 'litware.com' -Name '@' -Preference 0 -MailExchange 'litware-com.mail.protection.outlook.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Public.litware.com._.TXT - litware.com TXT
    # Why: missing in the declared zone: the senders of mail; add your own
    # See: Resolve-DnsName -Name litware.com -Type TXT answers as planned, asked from the Internet.
    if ($Zones -eq 'public' -and (Enter-Step -Id 'Public.litware.com._.TXT' -Title 'litware.com TXT')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '@' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'TXT')
            $others = @(Get-OtherRecord -Record $here -Type 'TXT' -Wanted @('v=spf1 include:spf.protection.outlook.com -all') -Like 'v=spf1*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is litware.com TXT v=spf1 include:spf.protection.outlook.com -all. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in publicDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'v=spf1 include:spf.protection.outlook.com -all') {
                    if ($PSCmdlet.ShouldProcess('litware.com TXT v=spf1 include:spf.protection.outlook.com -all', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Txt -ZoneName 'litware.com' -Name '@' -DescriptiveText 'v=spf1 include:spf.protection.outlook.com -all' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.europe.litware.com._sipinternaltls._tcp.SRV - _sipinternaltls._tcp.europe.litware.com SRV
    # Why: The zone europe.litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name _sipinternaltls._tcp.europe.litware.com -Type SRV answers as planned, asked from the
    #      internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com._sipinternaltls._tcp.SRV' -Title '_sipinternaltls._tcp.europe.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '_sipinternaltls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 5061 pool02.europe.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sipinternaltls._tcp.europe.litware.com SRV 0 0 5061 pool02.europe.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 5061 pool02.europe.litware.com') {
                    if ($PSCmdlet.ShouldProcess('_sipinternaltls._tcp.europe.litware.com SRV 0 0 5061 pool02.europe.litware.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'europe.litware.com' -Name '_sipinternaltls._tcp' -DomainName 'pool02.europe.litware.com' -Priority 0 -Weight 0 -Port 5061 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.europe.litware.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.europe.litware.com SRV
    # Why: The zone europe.litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name _sipfederationtls._tcp.europe.litware.com -Type SRV answers as planned, asked from the
    #      internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.europe.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 5061 sip.europe.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sipfederationtls._tcp.europe.litware.com SRV 0 0 5061 sip.europe.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 5061 sip.europe.litware.com') {
                    if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.europe.litware.com SRV 0 0 5061 sip.europe.litware.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'europe.litware.com' -Name '_sipfederationtls._tcp' -DomainName 'sip.europe.litware.com' -Priority 0 -Weight 0 -Port 5061 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.europe.litware.com._sip._tls.SRV - _sip._tls.europe.litware.com SRV
    # Why: The zone europe.litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name _sip._tls.europe.litware.com -Type SRV answers as planned, asked from the internal
    #      network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com._sip._tls.SRV' -Title '_sip._tls.europe.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 443 sip.europe.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sip._tls.europe.litware.com SRV 0 0 443 sip.europe.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 443 sip.europe.litware.com') {
                    if ($PSCmdlet.ShouldProcess('_sip._tls.europe.litware.com SRV 0 0 443 sip.europe.litware.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'europe.litware.com' -Name '_sip._tls' -DomainName 'sip.europe.litware.com' -Priority 0 -Weight 0 -Port 443 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.europe.litware.com.sip.A - sip.europe.litware.com A
    # Why: The zone europe.litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name sip.europe.litware.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com.sip.A' -Title 'sip.europe.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.10', '203.0.113.11') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is sip.europe.litware.com A 203.0.113.10, 203.0.113.11. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.10') {
                    if ($PSCmdlet.ShouldProcess('sip.europe.litware.com A 203.0.113.10', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.10' }
                        Add-DnsServerResourceRecordA -ZoneName 'europe.litware.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
                if ($found -cnotcontains '203.0.113.11') {
                    if ($PSCmdlet.ShouldProcess('sip.europe.litware.com A 203.0.113.11', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.11' }
                        Add-DnsServerResourceRecordA -ZoneName 'europe.litware.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.europe.litware.com.pool02.A - pool02.europe.litware.com A
    # Why: The zone europe.litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name pool02.europe.litware.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com.pool02.A' -Title 'pool02.europe.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'pool02' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.13') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is pool02.europe.litware.com A 192.0.2.13. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.13') {
                    if ($PSCmdlet.ShouldProcess('pool02.europe.litware.com A 192.0.2.13', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.13' }
                        Add-DnsServerResourceRecordA -ZoneName 'europe.litware.com' -Name 'pool02' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.europe.litware.com.fe03.A - fe03.europe.litware.com A
    # Why: The zone europe.litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name fe03.europe.litware.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com.fe03.A' -Title 'fe03.europe.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'fe03' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.13') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is fe03.europe.litware.com A 192.0.2.13. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.13') {
                    if ($PSCmdlet.ShouldProcess('fe03.europe.litware.com A 192.0.2.13', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.13' }
                        Add-DnsServerResourceRecordA -ZoneName 'europe.litware.com' -Name 'fe03' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.europe.litware.com.lyncdiscoverinternal.CNAME - lyncdiscoverinternal.europe.litware.com CNAME
    # Why: The zone europe.litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name lyncdiscoverinternal.europe.litware.com -Type CNAME answers as planned, asked from the
    #      internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com.lyncdiscoverinternal.CNAME' -Title 'lyncdiscoverinternal.europe.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'lyncdiscoverinternal' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'CNAME')
            $others = @(Get-OtherRecord -Record $here -Type 'CNAME' -Wanted @('web-int.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is lyncdiscoverinternal.europe.litware.com CNAME web-int.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'web-int.litware.com') {
                    if ($PSCmdlet.ShouldProcess('lyncdiscoverinternal.europe.litware.com CNAME web-int.litware.com', 'Add-DnsServerResourceRecordCName')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordCName -ZoneName 'europe.litware.com' -Name 'lyncdiscoverinternal' -HostNameAlias 'web-int.litware.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.europe.litware.com.lyncdiscover.CNAME - lyncdiscover.europe.litware.com CNAME
    # Why: The zone europe.litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name lyncdiscover.europe.litware.com -Type CNAME answers as planned, asked from the internal
    #      network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.europe.litware.com.lyncdiscover.CNAME' -Title 'lyncdiscover.europe.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'europe.litware.com' -Name 'lyncdiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'europe.litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone europe.litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'CNAME')
            $others = @(Get-OtherRecord -Record $here -Type 'CNAME' -Wanted @('web-int.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is lyncdiscover.europe.litware.com CNAME web-int.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'web-int.litware.com') {
                    if ($PSCmdlet.ShouldProcess('lyncdiscover.europe.litware.com CNAME web-int.litware.com', 'Add-DnsServerResourceRecordCName')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordCName -ZoneName 'europe.litware.com' -Name 'lyncdiscover' -HostNameAlias 'web-int.litware.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.litware.com._sipinternaltls._tcp.SRV - _sipinternaltls._tcp.litware.com SRV
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name _sipinternaltls._tcp.litware.com -Type SRV answers as planned, asked from the internal
    #      network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com._sipinternaltls._tcp.SRV' -Title '_sipinternaltls._tcp.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '_sipinternaltls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 5061 pool01.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sipinternaltls._tcp.litware.com SRV 0 0 5061 pool01.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 5061 pool01.litware.com') {
                    if ($PSCmdlet.ShouldProcess('_sipinternaltls._tcp.litware.com SRV 0 0 5061 pool01.litware.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'litware.com' -Name '_sipinternaltls._tcp' -DomainName 'pool01.litware.com' -Priority 0 -Weight 0 -Port 5061 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.litware.com._sipfederationtls._tcp.SRV - _sipfederationtls._tcp.litware.com SRV
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name _sipfederationtls._tcp.litware.com -Type SRV answers as planned, asked from the internal
    #      network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com._sipfederationtls._tcp.SRV' -Title '_sipfederationtls._tcp.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '_sipfederationtls._tcp' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 5061 sip.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sipfederationtls._tcp.litware.com SRV 0 0 5061 sip.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 5061 sip.litware.com') {
                    if ($PSCmdlet.ShouldProcess('_sipfederationtls._tcp.litware.com SRV 0 0 5061 sip.litware.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'litware.com' -Name '_sipfederationtls._tcp' -DomainName 'sip.litware.com' -Priority 0 -Weight 0 -Port 5061 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.litware.com._sip._tls.SRV - _sip._tls.litware.com SRV
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name _sip._tls.litware.com -Type SRV answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com._sip._tls.SRV' -Title '_sip._tls.litware.com SRV')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name '_sip._tls' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'SRV')
            $others = @(Get-OtherRecord -Record $here -Type 'SRV' -Wanted @('0 0 443 sip.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is _sip._tls.litware.com SRV 0 0 443 sip.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '0 0 443 sip.litware.com') {
                    if ($PSCmdlet.ShouldProcess('_sip._tls.litware.com SRV 0 0 443 sip.litware.com', 'Add-DnsServerResourceRecord')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecord -Srv -ZoneName 'litware.com' -Name '_sip._tls' -DomainName 'sip.litware.com' -Priority 0 -Weight 0 -Port 443 -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.litware.com.sip.A - sip.litware.com A
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name sip.litware.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.sip.A' -Title 'sip.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'sip' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('203.0.113.10', '203.0.113.11') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is sip.litware.com A 203.0.113.10, 203.0.113.11. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '203.0.113.10') {
                    if ($PSCmdlet.ShouldProcess('sip.litware.com A 203.0.113.10', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.10' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
                if ($found -cnotcontains '203.0.113.11') {
                    if ($PSCmdlet.ShouldProcess('sip.litware.com A 203.0.113.11', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '203.0.113.11' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'sip' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.litware.com.pool01.A - pool01.litware.com A
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name pool01.litware.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.pool01.A' -Title 'pool01.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'pool01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.11', '192.0.2.12') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is pool01.litware.com A 192.0.2.11, 192.0.2.12. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.11') {
                    if ($PSCmdlet.ShouldProcess('pool01.litware.com A 192.0.2.11', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.11' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'pool01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
                if ($found -cnotcontains '192.0.2.12') {
                    if ($PSCmdlet.ShouldProcess('pool01.litware.com A 192.0.2.12', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.12' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'pool01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.litware.com.fe01.A - fe01.litware.com A
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name fe01.litware.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.fe01.A' -Title 'fe01.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'fe01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.11') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is fe01.litware.com A 192.0.2.11. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.11') {
                    if ($PSCmdlet.ShouldProcess('fe01.litware.com A 192.0.2.11', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.11' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'fe01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.litware.com.fe02.A - fe02.litware.com A
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name fe02.litware.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.fe02.A' -Title 'fe02.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'fe02' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.12') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is fe02.litware.com A 192.0.2.12. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.12') {
                    if ($PSCmdlet.ShouldProcess('fe02.litware.com A 192.0.2.12', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.12' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'fe02' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.litware.com.edge.A - edge.litware.com A
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name edge.litware.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.edge.A' -Title 'edge.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'edge' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.21', '192.0.2.22') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is edge.litware.com A 192.0.2.21, 192.0.2.22. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.21') {
                    if ($PSCmdlet.ShouldProcess('edge.litware.com A 192.0.2.21', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.21' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'edge' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
                        $script:newSnapshot = ''
                        $result = 'created'
                    } else {
                        $result = $notDone
                    }
                }
                if ($found -cnotcontains '192.0.2.22') {
                    if ($PSCmdlet.ShouldProcess('edge.litware.com A 192.0.2.22', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.22' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'edge' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.litware.com.edge01.A - edge01.litware.com A
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name edge01.litware.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.edge01.A' -Title 'edge01.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'edge01' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.21') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is edge01.litware.com A 192.0.2.21. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.21') {
                    if ($PSCmdlet.ShouldProcess('edge01.litware.com A 192.0.2.21', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.21' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'edge01' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.litware.com.edge02.A - edge02.litware.com A
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name edge02.litware.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.edge02.A' -Title 'edge02.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'edge02' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.22') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is edge02.litware.com A 192.0.2.22. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.22') {
                    if ($PSCmdlet.ShouldProcess('edge02.litware.com A 192.0.2.22', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.22' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'edge02' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.litware.com.web-int.A - web-int.litware.com A
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name web-int.litware.com -Type A answers as planned, asked from the internal network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.web-int.A' -Title 'web-int.litware.com A')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'web-int' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'A')
            $others = @(Get-OtherRecord -Record $here -Type 'A' -Wanted @('192.0.2.30') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is web-int.litware.com A 192.0.2.30. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains '192.0.2.30') {
                    if ($PSCmdlet.ShouldProcess('web-int.litware.com A 192.0.2.30', 'Add-DnsServerResourceRecordA')) {
                        Save-Snapshot -Found $found
                        $address = @{ 'IPv4Address' = '192.0.2.30' }
                        Add-DnsServerResourceRecordA -ZoneName 'litware.com' -Name 'web-int' -TimeToLive '0.01:00:00' -Confirm:$false @address | Out-Null
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

    # Internal.litware.com.lyncdiscoverinternal.CNAME - lyncdiscoverinternal.litware.com CNAME
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name lyncdiscoverinternal.litware.com -Type CNAME answers as planned, asked from the internal
    #      network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.lyncdiscoverinternal.CNAME' -Title 'lyncdiscoverinternal.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'lyncdiscoverinternal' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'CNAME')
            $others = @(Get-OtherRecord -Record $here -Type 'CNAME' -Wanted @('web-int.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is lyncdiscoverinternal.litware.com CNAME web-int.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'web-int.litware.com') {
                    if ($PSCmdlet.ShouldProcess('lyncdiscoverinternal.litware.com CNAME web-int.litware.com', 'Add-DnsServerResourceRecordCName')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordCName -ZoneName 'litware.com' -Name 'lyncdiscoverinternal' -HostNameAlias 'web-int.litware.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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

    # Internal.litware.com.lyncdiscover.CNAME - lyncdiscover.litware.com CNAME
    # Why: The zone litware.com as seen by the internal network declares it.
    # See: Resolve-DnsName -Name lyncdiscover.litware.com -Type CNAME answers as planned, asked from the internal
    #      network.
    if ($Zones -eq 'internal' -and (Enter-Step -Id 'Internal.litware.com.lyncdiscover.CNAME' -Title 'lyncdiscover.litware.com CNAME')) {
        $result = 'unchanged'
        $detail = ''
        $here = @(Get-DnsServerResourceRecord -ZoneName 'litware.com' -Name 'lyncdiscover' -Node -ErrorAction SilentlyContinue)
        if ($null -eq (Get-DnsServerZone -Name 'litware.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            $detail = 'This server has no zone litware.com.'
        } else {
            $found = @(Get-RecordText -Record $here -Type 'CNAME')
            $others = @(Get-OtherRecord -Record $here -Type 'CNAME' -Wanted @('web-int.litware.com') -Like '*')
            if ($others.Count -gt 0) {
                $result = 'differs'
                $detail = 'Found: ' + ($others -join ', ')
                Write-Warning -Message ('Planned is lyncdiscover.litware.com CNAME web-int.litware.com. ' + $detail)
                Write-Warning -Message 'Nothing was changed. If what was found serves, declare it in internalDnsZone; if not, remove it and run the script again.'
            } else {
                if ($found -cnotcontains 'web-int.litware.com') {
                    if ($PSCmdlet.ShouldProcess('lyncdiscover.litware.com CNAME web-int.litware.com', 'Add-DnsServerResourceRecordCName')) {
                        Save-Snapshot -Found $found
                        Add-DnsServerResourceRecordCName -ZoneName 'litware.com' -Name 'lyncdiscover' -HostNameAlias 'web-int.litware.com' -TimeToLive '0.01:00:00' -Confirm:$false | Out-Null
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
