# Made by UM Topology from the deployment Litware; change the topology and export again rather than this file.
# SHA-256 of the topology: 8b74ea8b08f9ce1e81377b12563aa1fa714dcddde7d51de0f44b5941c473f2bc
#requires -Version 3.0

<#
.SYNOPSIS
    Asks whether Litware is deployed as its topology declares it, and changes nothing.
.DESCRIPTION
    One line for the exported files, each object, user who differs and DNS record: planned, differs (and in what),
    missing, or notAsked where this shell has no cmdlet for it. Run it in each shell: the Lync shell answers for
    Lync, the Exchange shell for Exchange.
    Records of public zones are asked for with -PublicDnsServer; test calls need the test users of health
    monitoring.
.PARAMETER UsersPath
    The exported list of users; without it ..\users.csv beside the script.
.PARAMETER FirstUser
    The row of users.csv to begin with, counted from 1: to go on sooner after a break. Without it every user is
    looked at, and those that are right are left alone.
.PARAMETER BatchSize
    After so many users progress is told, and -PauseSeconds waited.
.PARAMETER PauseSeconds
    The pause after each batch of users.
.PARAMETER TestUser
    The SIP address of the user as whom test calls are made, with -TestCredential.
.PARAMETER TestCredential
    The credentials of that user, from Get-Credential; without them the test users of health monitoring are taken.
    They are written nowhere.
.PARAMETER PublicDnsServer
    A DNS server that sees what the Internet sees; without it the records of public zones are not asked for.
.PARAMETER LogFolder
    Where the transcript and the list of failed users go; without it the folder log beside the script.
.PARAMETER Only
    Only these steps.
.PARAMETER From
    This step and those after it.
.EXAMPLE
    .\verify.ps1 | Format-Table -AutoSize
    Asks for everything, and shows one line for each answer.
.EXAMPLE
    .\verify.ps1 | Where-Object { $_.Result -ne 'planned' } | Format-List
    Shows only what is not as planned, whole.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param(
    [string]$UsersPath,
    [ValidateRange(1, 2147483647)]
    [int]$FirstUser = 1,
    [ValidateRange(1, 2147483647)]
    [int]$BatchSize = 100,
    [ValidateRange(0, 86400)]
    [int]$PauseSeconds = 0,
    [string]$TestUser = '',
    [System.Management.Automation.PSCredential]$TestCredential,
    [string]$PublicDnsServer,
    [string]$LogFolder,
    [ValidateSet(
        'Files',
        'Pool.pool01.litware.com',
        'Pool.edge.litware.com',
        'Pool.pool02.europe.litware.com',
        'Site.New_York',
        'Site.London',
        'OU.1',
        'SipDomain.litware.com',
        'SipDomain.europe.litware.com',
        'AccessEdge',
        'Replication.AccessEdge',
        'InternalSrv.litware.com',
        'InternalSrv.europe.litware.com',
        'HostingProvider.Exchange_Online',
        'HostingProvider.Fabrikam_Hosting',
        'AllowedDomain.contoso.com',
        'Replication.Providers',
        'HostedVoicemailPolicy.Global',
        'HostedVoicemailPolicy.site.London',
        'HostedVoicemailPolicy.HeadOffice',
        'Users',
        'Users.HostedVoiceMail',
        'Contact.ova_litware.com',
        'Contact.reception_litware.com',
        'Contact.ova-london_litware.com',
        'Tenant.AcceptedDomain.litware.com',
        'Tenant.AcceptedDomain.litware.com~2',
        'Tenant.AcceptedDomain.europe.litware.com',
        'Dns.public.sip.europe.litware.com.A',
        'Dns.public.lyncdiscover.europe.litware.com.CNAME',
        'Dns.public._sipfederationtls._tcp.europe.litware.com.SRV',
        'Dns.public._sip._tls.europe.litware.com.SRV',
        'Dns.public.autodiscover.europe.litware.com.CNAME',
        'Dns.public.europe.litware.com.MX',
        'Dns.public.europe.litware.com.TXT',
        'Dns.public.sip.litware.com.A',
        'Dns.public.webconf.litware.com.A',
        'Dns.public.av.litware.com.A',
        'Dns.public.web-ext.litware.com.A',
        'Dns.public.lyncdiscover.litware.com.CNAME',
        'Dns.public._sipfederationtls._tcp.litware.com.SRV',
        'Dns.public._sip._tls.litware.com.SRV',
        'Dns.public.autodiscover.litware.com.CNAME',
        'Dns.public.litware.com.MX',
        'Dns.public.litware.com.TXT',
        'Dns.internal._sipinternaltls._tcp.europe.litware.com.SRV',
        'Dns.internal._sipfederationtls._tcp.europe.litware.com.SRV',
        'Dns.internal._sip._tls.europe.litware.com.SRV',
        'Dns.internal.sip.europe.litware.com.A',
        'Dns.internal.pool02.europe.litware.com.A',
        'Dns.internal.fe03.europe.litware.com.A',
        'Dns.internal.lyncdiscoverinternal.europe.litware.com.CNAME',
        'Dns.internal.lyncdiscover.europe.litware.com.CNAME',
        'Dns.internal._sipinternaltls._tcp.litware.com.SRV',
        'Dns.internal._sipfederationtls._tcp.litware.com.SRV',
        'Dns.internal._sip._tls.litware.com.SRV',
        'Dns.internal.sip.litware.com.A',
        'Dns.internal.pool01.litware.com.A',
        'Dns.internal.fe01.litware.com.A',
        'Dns.internal.fe02.litware.com.A',
        'Dns.internal.edge.litware.com.A',
        'Dns.internal.edge01.litware.com.A',
        'Dns.internal.edge02.litware.com.A',
        'Dns.internal.web-int.litware.com.A',
        'Dns.internal.lyncdiscoverinternal.litware.com.CNAME',
        'Dns.internal.lyncdiscover.litware.com.CNAME',
        'Connectivity.pool01.litware.com',
        'Connectivity.pool02.europe.litware.com'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Files',
        'Pool.pool01.litware.com',
        'Pool.edge.litware.com',
        'Pool.pool02.europe.litware.com',
        'Site.New_York',
        'Site.London',
        'OU.1',
        'SipDomain.litware.com',
        'SipDomain.europe.litware.com',
        'AccessEdge',
        'Replication.AccessEdge',
        'InternalSrv.litware.com',
        'InternalSrv.europe.litware.com',
        'HostingProvider.Exchange_Online',
        'HostingProvider.Fabrikam_Hosting',
        'AllowedDomain.contoso.com',
        'Replication.Providers',
        'HostedVoicemailPolicy.Global',
        'HostedVoicemailPolicy.site.London',
        'HostedVoicemailPolicy.HeadOffice',
        'Users',
        'Users.HostedVoiceMail',
        'Contact.ova_litware.com',
        'Contact.reception_litware.com',
        'Contact.ova-london_litware.com',
        'Tenant.AcceptedDomain.litware.com',
        'Tenant.AcceptedDomain.litware.com~2',
        'Tenant.AcceptedDomain.europe.litware.com',
        'Dns.public.sip.europe.litware.com.A',
        'Dns.public.lyncdiscover.europe.litware.com.CNAME',
        'Dns.public._sipfederationtls._tcp.europe.litware.com.SRV',
        'Dns.public._sip._tls.europe.litware.com.SRV',
        'Dns.public.autodiscover.europe.litware.com.CNAME',
        'Dns.public.europe.litware.com.MX',
        'Dns.public.europe.litware.com.TXT',
        'Dns.public.sip.litware.com.A',
        'Dns.public.webconf.litware.com.A',
        'Dns.public.av.litware.com.A',
        'Dns.public.web-ext.litware.com.A',
        'Dns.public.lyncdiscover.litware.com.CNAME',
        'Dns.public._sipfederationtls._tcp.litware.com.SRV',
        'Dns.public._sip._tls.litware.com.SRV',
        'Dns.public.autodiscover.litware.com.CNAME',
        'Dns.public.litware.com.MX',
        'Dns.public.litware.com.TXT',
        'Dns.internal._sipinternaltls._tcp.europe.litware.com.SRV',
        'Dns.internal._sipfederationtls._tcp.europe.litware.com.SRV',
        'Dns.internal._sip._tls.europe.litware.com.SRV',
        'Dns.internal.sip.europe.litware.com.A',
        'Dns.internal.pool02.europe.litware.com.A',
        'Dns.internal.fe03.europe.litware.com.A',
        'Dns.internal.lyncdiscoverinternal.europe.litware.com.CNAME',
        'Dns.internal.lyncdiscover.europe.litware.com.CNAME',
        'Dns.internal._sipinternaltls._tcp.litware.com.SRV',
        'Dns.internal._sipfederationtls._tcp.litware.com.SRV',
        'Dns.internal._sip._tls.litware.com.SRV',
        'Dns.internal.sip.litware.com.A',
        'Dns.internal.pool01.litware.com.A',
        'Dns.internal.fe01.litware.com.A',
        'Dns.internal.fe02.litware.com.A',
        'Dns.internal.edge.litware.com.A',
        'Dns.internal.edge01.litware.com.A',
        'Dns.internal.edge02.litware.com.A',
        'Dns.internal.web-int.litware.com.A',
        'Dns.internal.lyncdiscoverinternal.litware.com.CNAME',
        'Dns.internal.lyncdiscover.litware.com.CNAME',
        'Connectivity.pool01.litware.com',
        'Connectivity.pool02.europe.litware.com'
    )]
    [string]$From = 'Files'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($UsersPath -eq '') {
    $UsersPath = Join-Path -Path $PSScriptRoot -ChildPath '..\users.csv'
}
if ($LogFolder -eq '') {
    $LogFolder = Join-Path -Path $PSScriptRoot -ChildPath 'log'
}
$activity = 'verify.ps1'
$stepCount = 68
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
$script:savedUsers = $null

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

function ConvertTo-PartList {
    param([AllowNull()][object]$Value)
    $parts = @()
    foreach ($text in @($Value)) {
        foreach ($part in ([string]$text).Split(',')) {
            if ($part.Trim() -ne '') {
                $parts += $part.Trim().ToLowerInvariant()
            }
        }
    }
    return (@($parts | Sort-Object) -join ',')
}

function Test-Same {
    param([AllowNull()][object]$Found, [AllowNull()][object]$Wanted, [string]$Comparison = 'value')
    if ($Comparison -eq 'list') {
        return (ConvertTo-PartList -Value $Found) -eq (ConvertTo-PartList -Value $Wanted)
    }
    if ($Comparison -eq 'contains') {
        $there = (ConvertTo-PartList -Value $Found).Split(',')
        foreach ($part in @($Wanted)) {
            if ($there -notcontains $part) {
                return $false
            }
        }
        return $true
    }
    $text = [string]$Found
    if ($Comparison -eq 'policy') {
        $text = $text -replace '^tag:', ''
    }
    return $text -eq [string]$Wanted
}

function Get-Difference {
    param([object]$Found, [hashtable]$Wanted, [string[]]$Lists = @(), [string[]]$Policies = @(), [string[]]$Contains = @())
    foreach ($name in @($Wanted.Keys | Sort-Object)) {
        $comparison = 'value'
        if ($Lists -contains $name) {
            $comparison = 'list'
        }
        if ($Policies -contains $name) {
            $comparison = 'policy'
        }
        if ($Contains -contains $name) {
            $comparison = 'contains'
        }
        $property = $Found.PSObject.Properties[$name]
        if ($null -eq $property -and $comparison -ne 'policy') {
            # This version does not show it: it can't be compared.
            Write-Verbose -Message ($script:stepId + ': ' + $name + ' is not shown')
        } elseif (-not (Test-Same -Found (Get-PropertyValue -Of $Found -Name $name) -Wanted $Wanted[$name] -Comparison $comparison)) {
            $name
        }
    }
}

function New-Folder {
    param([string]$Path)
    if (-not (Test-Path -LiteralPath $Path)) {
        New-Item -ItemType Directory -Path $Path -Force -WhatIf:$false -Confirm:$false | Out-Null
    }
}

# What the files around this script have against what manifest.json lists. Windows PowerShell 3.0 has no cmdlet for digests.
function Get-ExportDifference {
    param([string]$Source)
    $folder = Split-Path -Path $PSScriptRoot -Parent
    $path = Join-Path -Path $folder -ChildPath 'manifest.json'
    if (-not (Test-Path -LiteralPath $path)) {
        return 'manifest.json is not there'
    }
    $manifest = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($path))
    if ([string]$manifest.source.sha256 -ne $Source) {
        'manifest.json is that of another topology'
    }
    $sha256 = [System.Security.Cryptography.SHA256]::Create()
    foreach ($file in @($manifest.files)) {
        $path = Join-Path -Path $folder -ChildPath ([string]$file.path)
        if (-not (Test-Path -LiteralPath $path)) {
            [string]$file.path + ' is not there'
        } else {
            $stream = [System.IO.File]::OpenRead($path)
            $digest = [System.BitConverter]::ToString($sha256.ComputeHash($stream)) -replace '-', ''
            $stream.Close()
            if ($digest -ne [string]$file.sha256) {
                [string]$file.path + ' was changed'
            }
            $made = Get-PropertyValue -Of $file -Name 'source'
            if ($null -ne $made) {
                [string]$file.path + ' was made of another topology'
            }
        }
    }
}

function Get-ReplicaBehind {
    @(Get-CsManagementStoreReplicationStatus | Where-Object { -not $_.UpToDate } | ForEach-Object { [string]$_.ReplicaFqdn })
}

function Resolve-Record {
    param([string]$Name, [string]$Type, [string]$Server = '')
    $ErrorActionPreference = 'Continue'
    $arguments = @(('-type=' + $Type), ($Name + '.'))
    if ($Server -ne '') {
        $arguments += $Server
    }
    $found = @()
    $isAnswer = $false
    foreach ($line in @(& nslookup.exe $arguments 2>$null | ForEach-Object { [string]$_ })) {
        if ($isAnswer -and $line.Trim() -ne '') {
            $found += $line.Trim()
        }
        if ($line.Trim() -eq '') {
            $isAnswer = $true
        }
    }
    return ($found -join ' ').ToLowerInvariant()
}

# Whether an answer holds a name or address, and not only one that begins or ends like it.
function Test-Answer {
    param([string]$Answer, [string]$Text)
    return ($Answer -match ('(?<![\w.-])' + [regex]::Escape($Text) + '(?![\w-]|\.\w)'))
}

# A cell of users.csv, without the apostrophe that keeps a spreadsheet from taking it for a formula.
function Get-Cell {
    param([object]$Row, [string]$Name)
    $text = [string](Get-PropertyValue -Of $Row -Name $Name)
    if ($text -match '^''+[=+\-@\t\r]') {
        $text = $text.Substring(1)
    }
    return $text
}

# Whether a cell asks for anything: what is not known is left alone, what is empty where -Clear is not given.
function Test-Said {
    param([string]$Cell, [switch]$Clear)
    if ($Cell -eq 'unknown') {
        return $false
    }
    return ($Cell -ne '' -or [bool]$Clear)
}

function ConvertTo-Wanted {
    param([string]$Cell, [string]$Type)
    if ($Cell -eq '' -or $Cell -eq 'unset') {
        return $null
    }
    if ($Type -eq 'boolean') {
        return (@('true', 'yes', '1') -contains $Cell)
    }
    return $Cell
}

try {
    $global:ErrorActionPreference = 'Stop'
    if (-not $WhatIfPreference) {
        New-Folder -Path $LogFolder
        $transcriptPath = Join-Path -Path $LogFolder -ChildPath ('verify-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.txt')
        try {
            Start-Transcript -Path $transcriptPath -Confirm:$false | Out-Null
            $transcript = $true
        } catch {
            Write-Warning -Message 'This host records no transcript.'
        }
    }

    # Files - The exported files
    if (Enter-Step -Id 'Files' -Title 'The exported files') {
        $result = 'planned'
        $detail = ''
        try {
            $detail = @(Get-ExportDifference -Source '8b74ea8b08f9ce1e81377b12563aa1fa714dcddde7d51de0f44b5941c473f2bc') -join '; '
            if ($detail -ne '') {
                $result = 'differs'
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.pool01.litware.com - Pool pool01.litware.com
    if (Enter-Step -Id 'Pool.pool01.litware.com' -Title 'Pool pool01.litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'pool01.litware.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool pool01.litware.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.edge.litware.com - Pool edge.litware.com
    if (Enter-Step -Id 'Pool.edge.litware.com' -Title 'Pool edge.litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'edge.litware.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool edge.litware.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.pool02.europe.litware.com - Pool pool02.europe.litware.com
    if (Enter-Step -Id 'Pool.pool02.europe.litware.com' -Title 'Pool pool02.europe.litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'pool02.europe.litware.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool pool02.europe.litware.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Site.New_York - Site New York
    if (Enter-Step -Id 'Site.New_York' -Title 'Site New York') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSite' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSite.'
        } else {
            try {
                if ($null -eq (Get-CsSite -Identity 'New York' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no site New York: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Site.London - Site London
    if (Enter-Step -Id 'Site.London' -Title 'Site London') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSite' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSite.'
        } else {
            try {
                if ($null -eq (Get-CsSite -Identity 'London' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no site London: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # OU.1 - Rights in OU=Voice,DC=litware,DC=com
    if (Enter-Step -Id 'OU.1' -Title 'Rights in OU=Voice,DC=litware,DC=com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Test-CsOUPermission' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Test-CsOUPermission.'
        } else {
            try {
                if (-not (Test-CsOUPermission -ObjectType 'AppContact' -OU 'OU=Voice,DC=litware,DC=com')) {
                    $result = 'missing'
                    $detail = 'RTCUniversalUserAdmins has no rights for contacts in OU=Voice,DC=litware,DC=com. A domain administrator grants them: Grant-CsOUPermission -ObjectType AppContact -OU with this name. Domain administrators need no grant: they may go on with the next step.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # SipDomain.litware.com - SIP domain litware.com, the default one
    if (Enter-Step -Id 'SipDomain.litware.com' -Title 'SIP domain litware.com, the default one') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSipDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSipDomain.'
        } else {
            try {
                $found = Get-CsSipDomain -Identity 'litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'IsDefault' = $true })
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # SipDomain.europe.litware.com - SIP domain europe.litware.com
    if (Enter-Step -Id 'SipDomain.europe.litware.com' -Title 'SIP domain europe.litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSipDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSipDomain.'
        } else {
            try {
                $found = Get-CsSipDomain -Identity 'europe.litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{})
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # AccessEdge - Access Edge configuration
    if (Enter-Step -Id 'AccessEdge' -Title 'Access Edge configuration') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsAccessEdgeConfiguration' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsAccessEdgeConfiguration.'
        } else {
            try {
                $found = Get-CsAccessEdgeConfiguration -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'AllowFederatedUsers' = $true; 'EnablePartnerDiscovery' = $false })
                    if (@($found.PSObject.TypeNames -like '*DefaultRoute*').Count -gt 0) {
                        $differences += 'Routing'
                    }
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Replication.AccessEdge - Replication to the Edge, after the Access Edge configuration
    if (Enter-Step -Id 'Replication.AccessEdge' -Title 'Replication to the Edge, after the Access Edge configuration') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsManagementStoreReplicationStatus' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsManagementStoreReplicationStatus.'
        } else {
            try {
                $detail = @(Get-ReplicaBehind) -join ', '
                if ($detail -ne '') {
                    $result = 'differs'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # InternalSrv.litware.com - Federation record of litware.com, seen from inside
    if (Enter-Step -Id 'InternalSrv.litware.com' -Title 'Federation record of litware.com, seen from inside') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sipfederationtls._tcp.litware.com' -Type 'SRV'
            if (-not (Test-Answer -Answer $answer -Text 'sip.litware.com')) {
                $result = 'missing'
                $detail = '_sipfederationtls._tcp.litware.com does not resolve to sip.litware.com from this server. Add the records of the folder dns/internal to internal DNS, then run this step again.'
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # InternalSrv.europe.litware.com - Federation record of europe.litware.com, seen from inside
    if (Enter-Step -Id 'InternalSrv.europe.litware.com' -Title 'Federation record of europe.litware.com, seen from inside') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sipfederationtls._tcp.europe.litware.com' -Type 'SRV'
            if (-not (Test-Answer -Answer $answer -Text 'sip.europe.litware.com')) {
                $result = 'missing'
                $detail = '_sipfederationtls._tcp.europe.litware.com does not resolve to sip.europe.litware.com from this server. Add the records of the folder dns/internal to internal DNS, then run this step again.'
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # HostingProvider.Exchange_Online - Hosting provider Exchange Online
    if (Enter-Step -Id 'HostingProvider.Exchange_Online' -Title 'Hosting provider Exchange Online') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostingProvider' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostingProvider.'
        } else {
            try {
                $found = Get-CsHostingProvider -Identity 'Exchange Online' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'ProxyFqdn' = 'exap.um.outlook.com'; 'Enabled' = $true; 'EnabledSharedAddressSpace' = $true; 'HostsOCSUsers' = $false; 'IsLocal' = $false; 'VerificationLevel' = 'UseSourceVerification' })
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # HostingProvider.Fabrikam_Hosting - Hosting provider Fabrikam Hosting
    if (Enter-Step -Id 'HostingProvider.Fabrikam_Hosting' -Title 'Hosting provider Fabrikam Hosting') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostingProvider' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostingProvider.'
        } else {
            try {
                $found = Get-CsHostingProvider -Identity 'Fabrikam Hosting' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'ProxyFqdn' = 'exum.fabrikam.com'; 'Enabled' = $true; 'EnabledSharedAddressSpace' = $true; 'HostsOCSUsers' = $false; 'IsLocal' = $false; 'VerificationLevel' = 'UseSourceVerification' })
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # AllowedDomain.contoso.com - Allowed domain contoso.com
    if (Enter-Step -Id 'AllowedDomain.contoso.com' -Title 'Allowed domain contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsAllowedDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsAllowedDomain.'
        } else {
            try {
                $found = Get-CsAllowedDomain -Identity 'contoso.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Comment' = 'customer' })
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Replication.Providers - Replication to the Edge, after the providers
    if (Enter-Step -Id 'Replication.Providers' -Title 'Replication to the Edge, after the providers') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsManagementStoreReplicationStatus' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsManagementStoreReplicationStatus.'
        } else {
            try {
                $detail = @(Get-ReplicaBehind) -join ', '
                if ($detail -ne '') {
                    $result = 'differs'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # HostedVoicemailPolicy.Global - Hosted voice mail policy Global
    if (Enter-Step -Id 'HostedVoicemailPolicy.Global' -Title 'Hosted voice mail policy Global') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostedVoicemailPolicy' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostedVoicemailPolicy.'
        } else {
            try {
                $found = Get-CsHostedVoicemailPolicy -Identity 'Global' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Destination' = 'exap.um.outlook.com'; 'Organization' = 'litware.onmicrosoft.com' } -Lists 'Organization')
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # HostedVoicemailPolicy.site.London - Hosted voice mail policy site:London
    if (Enter-Step -Id 'HostedVoicemailPolicy.site.London' -Title 'Hosted voice mail policy site:London') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostedVoicemailPolicy' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostedVoicemailPolicy.'
        } else {
            try {
                $found = Get-CsHostedVoicemailPolicy -Identity 'site:London' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Destination' = 'exum.fabrikam.com'; 'Organization' = 'litware.fabrikam.com'; 'Description' = 'Everybody whose home pool is in London.' } -Lists 'Organization')
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # HostedVoicemailPolicy.HeadOffice - Hosted voice mail policy HeadOffice
    if (Enter-Step -Id 'HostedVoicemailPolicy.HeadOffice' -Title 'Hosted voice mail policy HeadOffice') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostedVoicemailPolicy' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostedVoicemailPolicy.'
        } else {
            try {
                $found = Get-CsHostedVoicemailPolicy -Identity 'HeadOffice' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Destination' = 'exap.um.outlook.com'; 'Organization' = 'litware.onmicrosoft.com'; 'Description' = 'Granted to people in London whose mailbox is in Exchange Online all the same.' } -Lists 'Organization')
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Users - Users: home pool, Enterprise Voice, number, policies
    if (Enter-Step -Id 'Users' -Title 'Users: home pool, Enterprise Voice, number, policies') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsUser' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsUser.'
        } else {
            try {
                $total = 0
                $wrong = 0
                Import-Csv -LiteralPath $UsersPath -Encoding UTF8 | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {
                    $row = $_
                    $address = Get-Cell -Row $row -Name 'SipAddress'
                    if ((Get-Cell -Row $row -Name 'HostingProvider') -eq '') {
                        $total++
                        $differences = @()
                        $user = Get-CsUser -Identity $address -ErrorAction SilentlyContinue
                        if ($null -eq $user) {
                            $differences += 'missing'
                        } else {
                            $cell = Get-Cell -Row $row -Name 'RegistrarPool'
                            $wanted = ConvertTo-Wanted -Cell $cell -Type 'text'
                            if ((Test-Said -Cell $cell) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'RegistrarPool') -Wanted $wanted)) {
                                $differences += 'RegistrarPool'
                            }
                            $cell = Get-Cell -Row $row -Name 'EnterpriseVoiceEnabled'
                            $wanted = ConvertTo-Wanted -Cell $cell -Type 'boolean'
                            if ((Test-Said -Cell $cell) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'EnterpriseVoiceEnabled') -Wanted $wanted)) {
                                $differences += 'EnterpriseVoiceEnabled'
                            }
                            $cell = Get-Cell -Row $row -Name 'LineURI'
                            $wanted = ConvertTo-Wanted -Cell $cell -Type 'text'
                            if ((Test-Said -Cell $cell) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'LineURI') -Wanted $wanted)) {
                                $differences += 'LineURI'
                            }
                            $cell = Get-Cell -Row $row -Name 'HostedVoicemailPolicy'
                            $wanted = (ConvertTo-Wanted -Cell $cell -Type 'text') -replace '^tag:', ''
                            if ((Test-Said -Cell $cell -Clear) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'HostedVoicemailPolicy') -Wanted $wanted -Comparison 'policy')) {
                                $differences += 'HostedVoicemailPolicy'
                            }
                        }
                        if ($differences.Count -gt 0) {
                            $word = 'differs'
                            if ($differences -contains 'missing') {
                                $word = 'missing'
                            }
                            $wrong++
                            [pscustomobject]@{
                                Step = $script:stepId
                                Result = $word
                                Detail = $differences -join ', '
                                Title = $address
                            }
                        }
                        if ($total % $BatchSize -eq 0) {
                            Write-Progress -Activity $activity -Status ([string]$total) -CurrentOperation $address
                            Start-Sleep -Seconds $PauseSeconds
                        }
                    }
                }
                if ($wrong -gt 0) {
                    $result = 'differs'
                }
                $detail = [string]$wrong + ' of ' + [string]$total + ' users differ'
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Users.HostedVoiceMail - Users: the flag for hosted voice mail
    if (Enter-Step -Id 'Users.HostedVoiceMail' -Title 'Users: the flag for hosted voice mail') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsUser' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsUser.'
        } else {
            try {
                $total = 0
                $wrong = 0
                Import-Csv -LiteralPath $UsersPath -Encoding UTF8 | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {
                    $row = $_
                    $address = Get-Cell -Row $row -Name 'SipAddress'
                    if ((Get-Cell -Row $row -Name 'HostingProvider') -eq '') {
                        $total++
                        $differences = @()
                        $user = Get-CsUser -Identity $address -ErrorAction SilentlyContinue
                        if ($null -eq $user) {
                            $differences += 'missing'
                        } else {
                            $cell = Get-Cell -Row $row -Name 'HostedVoiceMail'
                            $wanted = ConvertTo-Wanted -Cell $cell -Type 'boolean'
                            if ((Test-Said -Cell $cell -Clear) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'HostedVoiceMail') -Wanted $wanted)) {
                                $differences += 'HostedVoiceMail'
                            }
                        }
                        if ($differences.Count -gt 0) {
                            $word = 'differs'
                            if ($differences -contains 'missing') {
                                $word = 'missing'
                            }
                            $wrong++
                            [pscustomobject]@{
                                Step = $script:stepId
                                Result = $word
                                Detail = $differences -join ', '
                                Title = $address
                            }
                        }
                        if ($total % $BatchSize -eq 0) {
                            Write-Progress -Activity $activity -Status ([string]$total) -CurrentOperation $address
                            Start-Sleep -Seconds $PauseSeconds
                        }
                    }
                }
                if ($wrong -gt 0) {
                    $result = 'differs'
                }
                $detail = [string]$wrong + ' of ' + [string]$total + ' users differ'
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Contact.ova_litware.com - Contact ova@litware.com, subscriber access of hosted UM
    if (Enter-Step -Id 'Contact.ova_litware.com' -Title 'Contact ova@litware.com, subscriber access of hosted UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                $found = Get-CsExUmContact -Identity 'sip:ova@litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DisplayNumber' = '+14255550100'; 'AutoAttendant' = $false; 'Enabled' = $true; 'EnterpriseVoiceEnabled' = $true; 'RegistrarPool' = 'pool01.litware.com' })
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Contact.reception_litware.com - Contact reception@litware.com, an auto attendant of hosted UM
    if (Enter-Step -Id 'Contact.reception_litware.com' -Title 'Contact reception@litware.com, an auto attendant of hosted UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                $found = Get-CsExUmContact -Identity 'sip:reception@litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DisplayNumber' = '+14255550101'; 'AutoAttendant' = $true; 'Enabled' = $true; 'EnterpriseVoiceEnabled' = $true; 'RegistrarPool' = 'pool01.litware.com' })
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Contact.ova-london_litware.com - Contact ova-london@litware.com, subscriber access of hosted UM
    if (Enter-Step -Id 'Contact.ova-london_litware.com' -Title 'Contact ova-london@litware.com, subscriber access of hosted UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                $found = Get-CsExUmContact -Identity 'sip:ova-london@litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DisplayNumber' = '+14255550102'; 'AutoAttendant' = $false; 'Enabled' = $true; 'EnterpriseVoiceEnabled' = $true; 'RegistrarPool' = 'pool02.europe.litware.com' })
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Tenant.AcceptedDomain.litware.com - Accepted domain litware.com
    if (Enter-Step -Id 'Tenant.AcceptedDomain.litware.com' -Title 'Accepted domain litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-AcceptedDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-AcceptedDomain.'
        } else {
            try {
                $found = Get-AcceptedDomain -Identity 'litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DomainType' = 'Authoritative' })
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Tenant.AcceptedDomain.litware.com~2 - Accepted domain litware.com
    if (Enter-Step -Id 'Tenant.AcceptedDomain.litware.com~2' -Title 'Accepted domain litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-AcceptedDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-AcceptedDomain.'
        } else {
            try {
                $found = Get-AcceptedDomain -Identity 'litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DomainType' = 'Authoritative' })
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Tenant.AcceptedDomain.europe.litware.com - Accepted domain europe.litware.com
    if (Enter-Step -Id 'Tenant.AcceptedDomain.europe.litware.com' -Title 'Accepted domain europe.litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-AcceptedDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-AcceptedDomain.'
        } else {
            try {
                $found = Get-AcceptedDomain -Identity 'europe.litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DomainType' = 'Authoritative' })
                    if ($differences.Count -gt 0) {
                        $result = 'differs'
                        $detail = $differences -join ', '
                    }
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.sip.europe.litware.com.A - sip.europe.litware.com A, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.sip.europe.litware.com.A' -Title 'sip.europe.litware.com A, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'sip.europe.litware.com' -Type 'A' -Server $PublicDnsServer
                $missing = @(@('203.0.113.10', '203.0.113.11') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.lyncdiscover.europe.litware.com.CNAME - lyncdiscover.europe.litware.com CNAME, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.lyncdiscover.europe.litware.com.CNAME' -Title 'lyncdiscover.europe.litware.com CNAME, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'lyncdiscover.europe.litware.com' -Type 'CNAME' -Server $PublicDnsServer
                $missing = @(@('web-ext.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public._sipfederationtls._tcp.europe.litware.com.SRV - _sipfederationtls._tcp.europe.litware.com SRV, as the Internet sees it
    if (Enter-Step -Id 'Dns.public._sipfederationtls._tcp.europe.litware.com.SRV' -Title '_sipfederationtls._tcp.europe.litware.com SRV, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name '_sipfederationtls._tcp.europe.litware.com' -Type 'SRV' -Server $PublicDnsServer
                $missing = @(@('sip.europe.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public._sip._tls.europe.litware.com.SRV - _sip._tls.europe.litware.com SRV, as the Internet sees it
    if (Enter-Step -Id 'Dns.public._sip._tls.europe.litware.com.SRV' -Title '_sip._tls.europe.litware.com SRV, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name '_sip._tls.europe.litware.com' -Type 'SRV' -Server $PublicDnsServer
                $missing = @(@('sip.europe.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.autodiscover.europe.litware.com.CNAME - autodiscover.europe.litware.com CNAME, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.autodiscover.europe.litware.com.CNAME' -Title 'autodiscover.europe.litware.com CNAME, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'autodiscover.europe.litware.com' -Type 'CNAME' -Server $PublicDnsServer
                $missing = @(@('autodiscover.outlook.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.europe.litware.com.MX - europe.litware.com MX, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.europe.litware.com.MX' -Title 'europe.litware.com MX, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'europe.litware.com' -Type 'MX' -Server $PublicDnsServer
                $missing = @(@('europe-litware-com.mail.protection.outlook.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.europe.litware.com.TXT - europe.litware.com TXT, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.europe.litware.com.TXT' -Title 'europe.litware.com TXT, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'europe.litware.com' -Type 'TXT' -Server $PublicDnsServer
                $missing = @(@('v=spf1 include:spf.protection.outlook.com -all') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.sip.litware.com.A - sip.litware.com A, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.sip.litware.com.A' -Title 'sip.litware.com A, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'sip.litware.com' -Type 'A' -Server $PublicDnsServer
                $missing = @(@('203.0.113.10', '203.0.113.11') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.webconf.litware.com.A - webconf.litware.com A, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.webconf.litware.com.A' -Title 'webconf.litware.com A, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'webconf.litware.com' -Type 'A' -Server $PublicDnsServer
                $missing = @(@('203.0.113.12', '203.0.113.13') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.av.litware.com.A - av.litware.com A, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.av.litware.com.A' -Title 'av.litware.com A, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'av.litware.com' -Type 'A' -Server $PublicDnsServer
                $missing = @(@('203.0.113.14', '203.0.113.15') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.web-ext.litware.com.A - web-ext.litware.com A, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.web-ext.litware.com.A' -Title 'web-ext.litware.com A, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'web-ext.litware.com' -Type 'A' -Server $PublicDnsServer
                $missing = @(@('203.0.113.20') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.lyncdiscover.litware.com.CNAME - lyncdiscover.litware.com CNAME, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.lyncdiscover.litware.com.CNAME' -Title 'lyncdiscover.litware.com CNAME, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'lyncdiscover.litware.com' -Type 'CNAME' -Server $PublicDnsServer
                $missing = @(@('web-ext.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public._sipfederationtls._tcp.litware.com.SRV - _sipfederationtls._tcp.litware.com SRV, as the Internet sees it
    if (Enter-Step -Id 'Dns.public._sipfederationtls._tcp.litware.com.SRV' -Title '_sipfederationtls._tcp.litware.com SRV, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name '_sipfederationtls._tcp.litware.com' -Type 'SRV' -Server $PublicDnsServer
                $missing = @(@('sip.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public._sip._tls.litware.com.SRV - _sip._tls.litware.com SRV, as the Internet sees it
    if (Enter-Step -Id 'Dns.public._sip._tls.litware.com.SRV' -Title '_sip._tls.litware.com SRV, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name '_sip._tls.litware.com' -Type 'SRV' -Server $PublicDnsServer
                $missing = @(@('sip.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.autodiscover.litware.com.CNAME - autodiscover.litware.com CNAME, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.autodiscover.litware.com.CNAME' -Title 'autodiscover.litware.com CNAME, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'autodiscover.litware.com' -Type 'CNAME' -Server $PublicDnsServer
                $missing = @(@('autodiscover.outlook.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.litware.com.MX - litware.com MX, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.litware.com.MX' -Title 'litware.com MX, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'litware.com' -Type 'MX' -Server $PublicDnsServer
                $missing = @(@('litware-com.mail.protection.outlook.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.public.litware.com.TXT - litware.com TXT, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.litware.com.TXT' -Title 'litware.com TXT, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'litware.com' -Type 'TXT' -Server $PublicDnsServer
                $missing = @(@('v=spf1 include:spf.protection.outlook.com -all') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
                if ($missing.Count -gt 0) {
                    $result = 'differs'
                    if ($answer -eq '') {
                        $result = 'missing'
                    }
                    $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
                }
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal._sipinternaltls._tcp.europe.litware.com.SRV - _sipinternaltls._tcp.europe.litware.com SRV, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal._sipinternaltls._tcp.europe.litware.com.SRV' -Title '_sipinternaltls._tcp.europe.litware.com SRV, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sipinternaltls._tcp.europe.litware.com' -Type 'SRV'
            $missing = @(@('pool02.europe.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal._sipfederationtls._tcp.europe.litware.com.SRV - _sipfederationtls._tcp.europe.litware.com SRV, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal._sipfederationtls._tcp.europe.litware.com.SRV' -Title '_sipfederationtls._tcp.europe.litware.com SRV, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sipfederationtls._tcp.europe.litware.com' -Type 'SRV'
            $missing = @(@('sip.europe.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal._sip._tls.europe.litware.com.SRV - _sip._tls.europe.litware.com SRV, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal._sip._tls.europe.litware.com.SRV' -Title '_sip._tls.europe.litware.com SRV, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sip._tls.europe.litware.com' -Type 'SRV'
            $missing = @(@('sip.europe.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.sip.europe.litware.com.A - sip.europe.litware.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.sip.europe.litware.com.A' -Title 'sip.europe.litware.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'sip.europe.litware.com' -Type 'A'
            $missing = @(@('203.0.113.10', '203.0.113.11') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.pool02.europe.litware.com.A - pool02.europe.litware.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.pool02.europe.litware.com.A' -Title 'pool02.europe.litware.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'pool02.europe.litware.com' -Type 'A'
            $missing = @(@('192.0.2.13') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.fe03.europe.litware.com.A - fe03.europe.litware.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.fe03.europe.litware.com.A' -Title 'fe03.europe.litware.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'fe03.europe.litware.com' -Type 'A'
            $missing = @(@('192.0.2.13') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.lyncdiscoverinternal.europe.litware.com.CNAME - lyncdiscoverinternal.europe.litware.com CNAME, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.lyncdiscoverinternal.europe.litware.com.CNAME' -Title 'lyncdiscoverinternal.europe.litware.com CNAME, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'lyncdiscoverinternal.europe.litware.com' -Type 'CNAME'
            $missing = @(@('web-int.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.lyncdiscover.europe.litware.com.CNAME - lyncdiscover.europe.litware.com CNAME, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.lyncdiscover.europe.litware.com.CNAME' -Title 'lyncdiscover.europe.litware.com CNAME, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'lyncdiscover.europe.litware.com' -Type 'CNAME'
            $missing = @(@('web-int.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal._sipinternaltls._tcp.litware.com.SRV - _sipinternaltls._tcp.litware.com SRV, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal._sipinternaltls._tcp.litware.com.SRV' -Title '_sipinternaltls._tcp.litware.com SRV, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sipinternaltls._tcp.litware.com' -Type 'SRV'
            $missing = @(@('pool01.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal._sipfederationtls._tcp.litware.com.SRV - _sipfederationtls._tcp.litware.com SRV, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal._sipfederationtls._tcp.litware.com.SRV' -Title '_sipfederationtls._tcp.litware.com SRV, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sipfederationtls._tcp.litware.com' -Type 'SRV'
            $missing = @(@('sip.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal._sip._tls.litware.com.SRV - _sip._tls.litware.com SRV, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal._sip._tls.litware.com.SRV' -Title '_sip._tls.litware.com SRV, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sip._tls.litware.com' -Type 'SRV'
            $missing = @(@('sip.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.sip.litware.com.A - sip.litware.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.sip.litware.com.A' -Title 'sip.litware.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'sip.litware.com' -Type 'A'
            $missing = @(@('203.0.113.10', '203.0.113.11') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.pool01.litware.com.A - pool01.litware.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.pool01.litware.com.A' -Title 'pool01.litware.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'pool01.litware.com' -Type 'A'
            $missing = @(@('192.0.2.11', '192.0.2.12') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.fe01.litware.com.A - fe01.litware.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.fe01.litware.com.A' -Title 'fe01.litware.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'fe01.litware.com' -Type 'A'
            $missing = @(@('192.0.2.11') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.fe02.litware.com.A - fe02.litware.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.fe02.litware.com.A' -Title 'fe02.litware.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'fe02.litware.com' -Type 'A'
            $missing = @(@('192.0.2.12') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.edge.litware.com.A - edge.litware.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.edge.litware.com.A' -Title 'edge.litware.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'edge.litware.com' -Type 'A'
            $missing = @(@('192.0.2.21', '192.0.2.22') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.edge01.litware.com.A - edge01.litware.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.edge01.litware.com.A' -Title 'edge01.litware.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'edge01.litware.com' -Type 'A'
            $missing = @(@('192.0.2.21') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.edge02.litware.com.A - edge02.litware.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.edge02.litware.com.A' -Title 'edge02.litware.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'edge02.litware.com' -Type 'A'
            $missing = @(@('192.0.2.22') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.web-int.litware.com.A - web-int.litware.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.web-int.litware.com.A' -Title 'web-int.litware.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'web-int.litware.com' -Type 'A'
            $missing = @(@('192.0.2.30') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.lyncdiscoverinternal.litware.com.CNAME - lyncdiscoverinternal.litware.com CNAME, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.lyncdiscoverinternal.litware.com.CNAME' -Title 'lyncdiscoverinternal.litware.com CNAME, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'lyncdiscoverinternal.litware.com' -Type 'CNAME'
            $missing = @(@('web-int.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Dns.internal.lyncdiscover.litware.com.CNAME - lyncdiscover.litware.com CNAME, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.lyncdiscover.litware.com.CNAME' -Title 'lyncdiscover.litware.com CNAME, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'lyncdiscover.litware.com' -Type 'CNAME'
            $missing = @(@('web-int.litware.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
            if ($missing.Count -gt 0) {
                $result = 'differs'
                if ($answer -eq '') {
                    $result = 'missing'
                }
                $detail = 'Planned: ' + ($missing -join ', ') + '. Found: ' + $answer
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Connectivity.pool01.litware.com - Connection of pool01.litware.com to Exchange UM
    if (Enter-Step -Id 'Connectivity.pool01.litware.com' -Title 'Connection of pool01.litware.com to Exchange UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Test-CsExUMConnectivity' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Test-CsExUMConnectivity.'
        } else {
            try {
                $outcome = $null
                if ($null -eq $TestCredential) {
                    $outcome = Test-CsExUMConnectivity -TargetFqdn 'pool01.litware.com'
                } else {
                    $outcome = Test-CsExUMConnectivity -TargetFqdn 'pool01.litware.com' -UserSipAddress $TestUser -UserCredential $TestCredential
                }
                if ([string](Get-PropertyValue -Of $outcome -Name 'Result') -ne 'Success') {
                    $result = 'differs'
                    $detail = 'Test-CsExUMConnectivity did not succeed. ' + [string](Get-PropertyValue -Of $outcome -Name 'Error')
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Connectivity.pool02.europe.litware.com - Connection of pool02.europe.litware.com to Exchange UM
    if (Enter-Step -Id 'Connectivity.pool02.europe.litware.com' -Title 'Connection of pool02.europe.litware.com to Exchange UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Test-CsExUMConnectivity' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Test-CsExUMConnectivity.'
        } else {
            try {
                $outcome = $null
                if ($null -eq $TestCredential) {
                    $outcome = Test-CsExUMConnectivity -TargetFqdn 'pool02.europe.litware.com'
                } else {
                    $outcome = Test-CsExUMConnectivity -TargetFqdn 'pool02.europe.litware.com' -UserSipAddress $TestUser -UserCredential $TestCredential
                }
                if ([string](Get-PropertyValue -Of $outcome -Name 'Result') -ne 'Success') {
                    $result = 'differs'
                    $detail = 'Test-CsExUMConnectivity did not succeed. ' + [string](Get-PropertyValue -Of $outcome -Name 'Error')
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
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
