# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 494fb0e975487c02ee20e784e59adb1309774b0ca38815700dab8d67e005be56
#requires -Version 3.0

<#
.SYNOPSIS
    Asks whether Contoso is deployed as its topology declares it, and changes nothing.
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
    [string]$TestUser = 'sip:dan@contoso.com',
    [System.Management.Automation.PSCredential]$TestCredential,
    [string]$PublicDnsServer,
    [string]$LogFolder,
    [ValidateSet(
        'Files',
        'Pool.pool01.contoso.com',
        'Pool.edge01.contoso.com',
        'Pool.sba01.contoso.com',
        'Site.Redmond',
        'Site.Spokane',
        'OU.1',
        'SipDomain.contoso.com',
        'AccessEdge',
        'Replication.AccessEdge',
        'InternalSrv.contoso.com',
        'HostingProvider.ExchangeOnline',
        'AllowedDomain.fabrikam.com',
        'Replication.Providers',
        'MediaConfiguration.Global',
        'HostedVoicemailPolicy.Cloud',
        'VoicePolicy.Global',
        'Users',
        'Users.HostedVoiceMail',
        'Contact.ova_contoso.com',
        'Contact.ova_contoso.com.Policy',
        'Contact.aa_contoso.com',
        'Contact.aa_contoso.com.Policy',
        'Contact.ova-local_contoso.com',
        'Rerouting.site.Spokane',
        'Exchange.UMDialPlan.Redmond',
        'Exchange.UMService.ex01.contoso.com',
        'Exchange.UMCallRouter.ex01.contoso.com',
        'Exchange.UMService.ex02.contoso.com',
        'Exchange.UMCallRouter.ex02.contoso.com',
        'Exchange.ExchUCUtil',
        'Exchange.UMIPGateway.Pool01',
        'Exchange.UMHuntGroup.Pool01',
        'Exchange.Mailboxes',
        'Tenant.AcceptedDomain.contoso.com',
        'Dns.public.sip.contoso.com.A',
        'Dns.public.webconf.contoso.com.A',
        'Dns.public.av.contoso.com.A',
        'Dns.public.lyncdiscover.contoso.com.A',
        'Dns.public._sipfederationtls._tcp.contoso.com.SRV',
        'Dns.public._sip._tls.contoso.com.SRV',
        'Dns.internal._sipinternaltls._tcp.contoso.com.SRV',
        'Dns.internal.lyncdiscoverinternal.contoso.com.CNAME',
        'Dns.internal._sipfederationtls._tcp.contoso.com.SRV',
        'Dns.internal._sip._tls.contoso.com.SRV',
        'Dns.internal.sip.contoso.com.A',
        'Connectivity.pool01.contoso.com'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Files',
        'Pool.pool01.contoso.com',
        'Pool.edge01.contoso.com',
        'Pool.sba01.contoso.com',
        'Site.Redmond',
        'Site.Spokane',
        'OU.1',
        'SipDomain.contoso.com',
        'AccessEdge',
        'Replication.AccessEdge',
        'InternalSrv.contoso.com',
        'HostingProvider.ExchangeOnline',
        'AllowedDomain.fabrikam.com',
        'Replication.Providers',
        'MediaConfiguration.Global',
        'HostedVoicemailPolicy.Cloud',
        'VoicePolicy.Global',
        'Users',
        'Users.HostedVoiceMail',
        'Contact.ova_contoso.com',
        'Contact.ova_contoso.com.Policy',
        'Contact.aa_contoso.com',
        'Contact.aa_contoso.com.Policy',
        'Contact.ova-local_contoso.com',
        'Rerouting.site.Spokane',
        'Exchange.UMDialPlan.Redmond',
        'Exchange.UMService.ex01.contoso.com',
        'Exchange.UMCallRouter.ex01.contoso.com',
        'Exchange.UMService.ex02.contoso.com',
        'Exchange.UMCallRouter.ex02.contoso.com',
        'Exchange.ExchUCUtil',
        'Exchange.UMIPGateway.Pool01',
        'Exchange.UMHuntGroup.Pool01',
        'Exchange.Mailboxes',
        'Tenant.AcceptedDomain.contoso.com',
        'Dns.public.sip.contoso.com.A',
        'Dns.public.webconf.contoso.com.A',
        'Dns.public.av.contoso.com.A',
        'Dns.public.lyncdiscover.contoso.com.A',
        'Dns.public._sipfederationtls._tcp.contoso.com.SRV',
        'Dns.public._sip._tls.contoso.com.SRV',
        'Dns.internal._sipinternaltls._tcp.contoso.com.SRV',
        'Dns.internal.lyncdiscoverinternal.contoso.com.CNAME',
        'Dns.internal._sipfederationtls._tcp.contoso.com.SRV',
        'Dns.internal._sip._tls.contoso.com.SRV',
        'Dns.internal.sip.contoso.com.A',
        'Connectivity.pool01.contoso.com'
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
$stepCount = 47
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

# Whether Exchange has a gateway for each pool and a hunt group for each dial plan.
function Test-UMKnown {
    param([string[]]$Pool = @(), [string[]]$DialPlan = @())
    $addresses = @(Get-UMIPGateway | ForEach-Object { [string]$_.Address })
    foreach ($name in $Pool) {
        if ($addresses -notcontains $name) {
            return $false
        }
    }
    foreach ($name in $DialPlan) {
        if (@(Get-UMHuntGroup -UMDialPlan $name -ErrorAction SilentlyContinue).Count -eq 0) {
            return $false
        }
    }
    return $true
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
            $detail = @(Get-ExportDifference -Source '494fb0e975487c02ee20e784e59adb1309774b0ca38815700dab8d67e005be56') -join '; '
            if ($detail -ne '') {
                $result = 'differs'
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.pool01.contoso.com - Pool pool01.contoso.com
    if (Enter-Step -Id 'Pool.pool01.contoso.com' -Title 'Pool pool01.contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'pool01.contoso.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool pool01.contoso.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.edge01.contoso.com - Pool edge01.contoso.com
    if (Enter-Step -Id 'Pool.edge01.contoso.com' -Title 'Pool edge01.contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'edge01.contoso.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool edge01.contoso.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.sba01.contoso.com - Pool sba01.contoso.com
    if (Enter-Step -Id 'Pool.sba01.contoso.com' -Title 'Pool sba01.contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'sba01.contoso.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool sba01.contoso.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Site.Redmond - Site Redmond
    if (Enter-Step -Id 'Site.Redmond' -Title 'Site Redmond') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSite' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSite.'
        } else {
            try {
                if ($null -eq (Get-CsSite -Identity 'Redmond' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no site Redmond: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Site.Spokane - Site Spokane
    if (Enter-Step -Id 'Site.Spokane' -Title 'Site Spokane') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSite' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSite.'
        } else {
            try {
                if ($null -eq (Get-CsSite -Identity 'Spokane' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no site Spokane: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # OU.1 - Rights in OU=Voice,DC=contoso,DC=com
    if (Enter-Step -Id 'OU.1' -Title 'Rights in OU=Voice,DC=contoso,DC=com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Test-CsOUPermission' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Test-CsOUPermission.'
        } else {
            try {
                if (-not (Test-CsOUPermission -ObjectType 'AppContact' -OU 'OU=Voice,DC=contoso,DC=com')) {
                    $result = 'missing'
                    $detail = 'RTCUniversalUserAdmins has no rights for contacts in OU=Voice,DC=contoso,DC=com. A domain administrator grants them: Grant-CsOUPermission -ObjectType AppContact -OU with this name. Domain administrators need no grant: they may go on with the next step.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # SipDomain.contoso.com - SIP domain contoso.com, the default one
    if (Enter-Step -Id 'SipDomain.contoso.com' -Title 'SIP domain contoso.com, the default one') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSipDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSipDomain.'
        } else {
            try {
                $found = Get-CsSipDomain -Identity 'contoso.com' -ErrorAction SilentlyContinue
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

    # InternalSrv.contoso.com - Federation record of contoso.com, seen from inside
    if (Enter-Step -Id 'InternalSrv.contoso.com' -Title 'Federation record of contoso.com, seen from inside') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sipfederationtls._tcp.contoso.com' -Type 'SRV'
            if (-not (Test-Answer -Answer $answer -Text 'sip.contoso.com')) {
                $result = 'missing'
                $detail = '_sipfederationtls._tcp.contoso.com does not resolve to sip.contoso.com from this server. Add the records of the folder dns/internal to internal DNS, then run this step again.'
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # HostingProvider.ExchangeOnline - Hosting provider ExchangeOnline
    if (Enter-Step -Id 'HostingProvider.ExchangeOnline' -Title 'Hosting provider ExchangeOnline') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostingProvider' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostingProvider.'
        } else {
            try {
                $found = Get-CsHostingProvider -Identity 'ExchangeOnline' -ErrorAction SilentlyContinue
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

    # AllowedDomain.fabrikam.com - Allowed domain fabrikam.com
    if (Enter-Step -Id 'AllowedDomain.fabrikam.com' -Title 'Allowed domain fabrikam.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsAllowedDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsAllowedDomain.'
        } else {
            try {
                $found = Get-CsAllowedDomain -Identity 'fabrikam.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Comment' = 'supplier' })
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

    # MediaConfiguration.Global - Media configuration Global
    if (Enter-Step -Id 'MediaConfiguration.Global' -Title 'Media configuration Global') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsMediaConfiguration' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsMediaConfiguration.'
        } else {
            try {
                $found = Get-CsMediaConfiguration -Identity 'Global' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'EncryptionLevel' = 'RequireEncryption' })
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

    # HostedVoicemailPolicy.Cloud - Hosted voice mail policy Cloud
    if (Enter-Step -Id 'HostedVoicemailPolicy.Cloud' -Title 'Hosted voice mail policy Cloud') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostedVoicemailPolicy' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostedVoicemailPolicy.'
        } else {
            try {
                $found = Get-CsHostedVoicemailPolicy -Identity 'Cloud' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Destination' = 'exap.um.outlook.com'; 'Organization' = 'contoso.onmicrosoft.com'; 'Description' = 'Granted to each user whose mailbox is hosted, and to the hosted contacts.' } -Lists 'Organization')
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

    # VoicePolicy.Global - Voice policy Global
    if (Enter-Step -Id 'VoicePolicy.Global' -Title 'Voice policy Global') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsVoicePolicy' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsVoicePolicy.'
        } else {
            try {
                $found = Get-CsVoicePolicy -Identity 'Global' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'EnableVoicemailEscapeTimer' = $true; 'PSTNVoicemailEscapeTimer' = 2000; 'Description' = 'A mobile phone that answers within two seconds is its own voice mail: Lync takes the call back.' })
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

    # Contact.ova_contoso.com - Contact ova@contoso.com, subscriber access of hosted UM
    if (Enter-Step -Id 'Contact.ova_contoso.com' -Title 'Contact ova@contoso.com, subscriber access of hosted UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                $found = Get-CsExUmContact -Identity 'sip:ova@contoso.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DisplayNumber' = '+14255550180'; 'AutoAttendant' = $false; 'Description' = 'Outlook Voice Access of the hosted side.'; 'Enabled' = $true; 'EnterpriseVoiceEnabled' = $true; 'RegistrarPool' = 'pool01.contoso.com' })
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

    # Contact.ova_contoso.com.Policy - Hosted voice mail policy of contact ova@contoso.com
    if (Enter-Step -Id 'Contact.ova_contoso.com.Policy' -Title 'Hosted voice mail policy of contact ova@contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                $found = Get-CsExUmContact -Identity 'sip:ova@contoso.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'HostedVoicemailPolicy' = 'Cloud' } -Policies 'HostedVoicemailPolicy')
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

    # Contact.aa_contoso.com - Contact aa@contoso.com, an auto attendant of hosted UM
    if (Enter-Step -Id 'Contact.aa_contoso.com' -Title 'Contact aa@contoso.com, an auto attendant of hosted UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                $found = Get-CsExUmContact -Identity 'sip:aa@contoso.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DisplayNumber' = '+14255550190'; 'AutoAttendant' = $true; 'Enabled' = $true; 'EnterpriseVoiceEnabled' = $true; 'RegistrarPool' = 'pool01.contoso.com' })
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

    # Contact.aa_contoso.com.Policy - Hosted voice mail policy of contact aa@contoso.com
    if (Enter-Step -Id 'Contact.aa_contoso.com.Policy' -Title 'Hosted voice mail policy of contact aa@contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                $found = Get-CsExUmContact -Identity 'sip:aa@contoso.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'HostedVoicemailPolicy' = 'Cloud' } -Policies 'HostedVoicemailPolicy')
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

    # Contact.ova-local_contoso.com - Contact ova-local@contoso.com, subscriber access of local UM
    if (Enter-Step -Id 'Contact.ova-local_contoso.com' -Title 'Contact ova-local@contoso.com, subscriber access of local UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                if ($null -eq (Get-CsExUmContact -Identity 'sip:ova-local@contoso.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = ''
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Rerouting.site.Spokane - Voice mail rerouting configuration site:Spokane
    if (Enter-Step -Id 'Rerouting.site.Spokane' -Title 'Voice mail rerouting configuration site:Spokane') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsVoicemailReroutingConfiguration' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsVoicemailReroutingConfiguration.'
        } else {
            try {
                $found = Get-CsVoicemailReroutingConfiguration -Identity 'site:Spokane' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Enabled' = $true; 'AutoAttendantNumber' = '+14255550190'; 'SubscriberAccessNumber' = '+14255550180' })
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

    # Exchange.UMDialPlan.Redmond - UM dial plan Redmond
    if (Enter-Step -Id 'Exchange.UMDialPlan.Redmond' -Title 'UM dial plan Redmond') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMDialPlan' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMDialPlan.'
        } else {
            try {
                $found = Get-UMDialPlan -Identity 'Redmond' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'URIType' = 'SipName'; 'VoIPSecurity' = 'Secured'; 'NumberOfDigitsInExtension' = 5; 'CountryOrRegionCode' = '1'; 'AccessTelephoneNumbers' = @('+14255550100') } -Lists 'AccessTelephoneNumbers')
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

    # Exchange.UMService.ex01.contoso.com - UM service on ex01.contoso.com
    if (Enter-Step -Id 'Exchange.UMService.ex01.contoso.com' -Title 'UM service on ex01.contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMService' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMService.'
        } else {
            try {
                $found = Get-UMService -Identity 'ex01.contoso.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Redmond'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
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

    # Exchange.UMCallRouter.ex01.contoso.com - UM call router on ex01.contoso.com
    if (Enter-Step -Id 'Exchange.UMCallRouter.ex01.contoso.com' -Title 'UM call router on ex01.contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMCallRouterSettings' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMCallRouterSettings.'
        } else {
            try {
                $found = Get-UMCallRouterSettings -Server 'ex01.contoso.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Redmond'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
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

    # Exchange.UMService.ex02.contoso.com - UM service on ex02.contoso.com
    if (Enter-Step -Id 'Exchange.UMService.ex02.contoso.com' -Title 'UM service on ex02.contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMService' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMService.'
        } else {
            try {
                $found = Get-UMService -Identity 'ex02.contoso.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Redmond'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
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

    # Exchange.UMCallRouter.ex02.contoso.com - UM call router on ex02.contoso.com
    if (Enter-Step -Id 'Exchange.UMCallRouter.ex02.contoso.com' -Title 'UM call router on ex02.contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMCallRouterSettings' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMCallRouterSettings.'
        } else {
            try {
                $found = Get-UMCallRouterSettings -Server 'ex02.contoso.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Redmond'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
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

    # Exchange.ExchUCUtil - ExchUCUtil.ps1
    if (Enter-Step -Id 'Exchange.ExchUCUtil' -Title 'ExchUCUtil.ps1') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMIPGateway' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMIPGateway.'
        } else {
            try {
                if (-not (Test-UMKnown -Pool @('pool01.contoso.com') -DialPlan @('Redmond'))) {
                    $result = 'missing'
                    $detail = ''
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Exchange.UMIPGateway.Pool01 - UM IP gateway Pool01
    if (Enter-Step -Id 'Exchange.UMIPGateway.Pool01' -Title 'UM IP gateway Pool01') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMIPGateway' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMIPGateway.'
        } else {
            try {
                $found = Get-UMIPGateway -Identity 'Pool01' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Address' = 'pool01.contoso.com'; 'OutcallsAllowed' = $true; 'MessageWaitingIndicatorAllowed' = $true })
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

    # Exchange.UMHuntGroup.Pool01 - UM hunt group Pool01
    if (Enter-Step -Id 'Exchange.UMHuntGroup.Pool01' -Title 'UM hunt group Pool01') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMHuntGroup' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMHuntGroup.'
        } else {
            try {
                $found = Get-UMHuntGroup -Identity 'Pool01\Pool01' -ErrorAction SilentlyContinue
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

    # Exchange.Mailboxes - Local mailboxes, enabled for UM
    if (Enter-Step -Id 'Exchange.Mailboxes' -Title 'Local mailboxes, enabled for UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMMailbox' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMMailbox.'
        } else {
            try {
                $total = 0
                $wrong = 0
                Import-Csv -LiteralPath $UsersPath -Encoding UTF8 | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {
                    $row = $_
                    $total++
                    $address = (Get-Cell -Row $row -Name 'SipAddress') -replace '^sip:', ''
                    $account = Get-Cell -Row $row -Name 'Identity'
                    $isCloud = (Get-Cell -Row $row -Name 'EnableCloudVoiceMail') -eq 'True'
                    $isLocal = (Get-Cell -Row $row -Name 'MailboxLocation') -eq 'local'
                    $isOurs = @('Redmond') -contains (Get-Cell -Row $row -Name 'UmDialPlan')
                    $isWanted = $isLocal -and $isOurs -and -not $isCloud
                    if ($isWanted -and $null -eq (Get-UMMailbox -Identity $account -ErrorAction SilentlyContinue)) {
                        $wrong++
                        [pscustomobject]@{
                            Step = $script:stepId
                            Result = 'missing'
                            Detail = 'The mailbox is not enabled for UM.'
                            Title = $address
                        }
                    }
                    if ($total % $BatchSize -eq 0) {
                        Write-Progress -Activity $activity -Status ([string]$total) -CurrentOperation $address
                        Start-Sleep -Seconds $PauseSeconds
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

    # Tenant.AcceptedDomain.contoso.com - Accepted domain contoso.com
    if (Enter-Step -Id 'Tenant.AcceptedDomain.contoso.com' -Title 'Accepted domain contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-AcceptedDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-AcceptedDomain.'
        } else {
            try {
                $found = Get-AcceptedDomain -Identity 'contoso.com' -ErrorAction SilentlyContinue
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

    # Dns.public.sip.contoso.com.A - sip.contoso.com A, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.sip.contoso.com.A' -Title 'sip.contoso.com A, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'sip.contoso.com' -Type 'A' -Server $PublicDnsServer
                $missing = @(@('203.0.113.10') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.public.webconf.contoso.com.A - webconf.contoso.com A, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.webconf.contoso.com.A' -Title 'webconf.contoso.com A, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'webconf.contoso.com' -Type 'A' -Server $PublicDnsServer
                $missing = @(@('203.0.113.11') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.public.av.contoso.com.A - av.contoso.com A, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.av.contoso.com.A' -Title 'av.contoso.com A, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'av.contoso.com' -Type 'A' -Server $PublicDnsServer
                $missing = @(@('203.0.113.12') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.public.lyncdiscover.contoso.com.A - lyncdiscover.contoso.com A, as the Internet sees it
    if (Enter-Step -Id 'Dns.public.lyncdiscover.contoso.com.A' -Title 'lyncdiscover.contoso.com A, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name 'lyncdiscover.contoso.com' -Type 'A' -Server $PublicDnsServer
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

    # Dns.public._sipfederationtls._tcp.contoso.com.SRV - _sipfederationtls._tcp.contoso.com SRV, as the Internet sees it
    if (Enter-Step -Id 'Dns.public._sipfederationtls._tcp.contoso.com.SRV' -Title '_sipfederationtls._tcp.contoso.com SRV, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name '_sipfederationtls._tcp.contoso.com' -Type 'SRV' -Server $PublicDnsServer
                $missing = @(@('sip.contoso.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.public._sip._tls.contoso.com.SRV - _sip._tls.contoso.com SRV, as the Internet sees it
    if (Enter-Step -Id 'Dns.public._sip._tls.contoso.com.SRV' -Title '_sip._tls.contoso.com SRV, as the Internet sees it') {
        $result = 'planned'
        $detail = ''
        try {
            if ($PublicDnsServer -eq '') {
                $result = 'notAsked'
                $detail = 'Name a DNS server of the Internet by -PublicDnsServer.'
            } else {
                $answer = Resolve-Record -Name '_sip._tls.contoso.com' -Type 'SRV' -Server $PublicDnsServer
                $missing = @(@('sip.contoso.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal._sipinternaltls._tcp.contoso.com.SRV - _sipinternaltls._tcp.contoso.com SRV, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal._sipinternaltls._tcp.contoso.com.SRV' -Title '_sipinternaltls._tcp.contoso.com SRV, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sipinternaltls._tcp.contoso.com' -Type 'SRV'
            $missing = @(@('pool01.contoso.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal.lyncdiscoverinternal.contoso.com.CNAME - lyncdiscoverinternal.contoso.com CNAME, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.lyncdiscoverinternal.contoso.com.CNAME' -Title 'lyncdiscoverinternal.contoso.com CNAME, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'lyncdiscoverinternal.contoso.com' -Type 'CNAME'
            $missing = @(@('pool01.contoso.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal._sipfederationtls._tcp.contoso.com.SRV - _sipfederationtls._tcp.contoso.com SRV, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal._sipfederationtls._tcp.contoso.com.SRV' -Title '_sipfederationtls._tcp.contoso.com SRV, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sipfederationtls._tcp.contoso.com' -Type 'SRV'
            $missing = @(@('sip.contoso.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal._sip._tls.contoso.com.SRV - _sip._tls.contoso.com SRV, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal._sip._tls.contoso.com.SRV' -Title '_sip._tls.contoso.com SRV, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sip._tls.contoso.com' -Type 'SRV'
            $missing = @(@('sip.contoso.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal.sip.contoso.com.A - sip.contoso.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.sip.contoso.com.A' -Title 'sip.contoso.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'sip.contoso.com' -Type 'A'
            $missing = @(@('203.0.113.10') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Connectivity.pool01.contoso.com - Connection of pool01.contoso.com to Exchange UM
    if (Enter-Step -Id 'Connectivity.pool01.contoso.com' -Title 'Connection of pool01.contoso.com to Exchange UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Test-CsExUMConnectivity' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Test-CsExUMConnectivity.'
        } else {
            try {
                $outcome = $null
                if ($null -eq $TestCredential) {
                    $outcome = Test-CsExUMConnectivity -TargetFqdn 'pool01.contoso.com'
                } else {
                    $outcome = Test-CsExUMConnectivity -TargetFqdn 'pool01.contoso.com' -UserSipAddress $TestUser -UserCredential $TestCredential
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
