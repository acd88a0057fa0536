# Made by UM Topology from the deployment Fabrikam; change the topology and export again rather than this file.
# SHA-256 of the topology: 34428664a2a6c33a4a96812fef0374a3f9a788d75ec0576c6a1f8244eb32d3ac
#requires -Version 3.0

<#
.SYNOPSIS
    Asks whether Fabrikam is deployed as its topology declares it, and changes nothing.
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
    [string]$TestUser = 'sip:anna@fabrikam.com',
    [System.Management.Automation.PSCredential]$TestCredential,
    [string]$LogFolder,
    [ValidateSet(
        'Files',
        'Pool.pool01.fabrikam.com',
        'Pool.dir01.fabrikam.com',
        'Pool.med01.fabrikam.com',
        'Pool.se01.fabrikam.com',
        'Site.Seattle',
        'Site.Portland',
        'SipDomain.fabrikam.com',
        'MediaConfiguration.Global',
        'VoicePolicy.Global',
        'DialPlan.site.Seattle',
        'DialPlan.site.Portland',
        'Users',
        'Users.HostedVoiceMail',
        'Contact.ova-seattle_fabrikam.com',
        'Contact.ova-portland_fabrikam.com',
        'Contact.reception-seattle_fabrikam.com',
        'Contact.reception-portland_fabrikam.com',
        'Exchange.UMDialPlan.Seattle',
        'Exchange.UMDialPlan.Portland',
        'Exchange.UMMailboxPolicy.Management',
        'Exchange.UMService.ex01.fabrikam.com',
        'Exchange.UMCallRouter.ex01.fabrikam.com',
        'Exchange.UMService.ex02.fabrikam.com',
        'Exchange.UMCallRouter.ex02.fabrikam.com',
        'Exchange.ExchUCUtil',
        'Exchange.UMIPGateway.Pool01',
        'Exchange.UMIPGateway.Dir01',
        'Exchange.UMIPGateway.Se01',
        'Exchange.UMHuntGroup.Pool01',
        'Exchange.UMHuntGroup.Dir01',
        'Exchange.UMHuntGroup.Se01',
        'Exchange.UMAutoAttendant.SeattleReception',
        'Exchange.UMAutoAttendant.SeattleReception.Status',
        'Exchange.UMAutoAttendant.PortlandReception',
        'Exchange.UMAutoAttendant.PortlandReception.Status',
        'Exchange.Mailboxes',
        'Dns.internal._sipinternaltls._tcp.fabrikam.com.SRV',
        'Dns.internal.pool01.fabrikam.com.A',
        'Dns.internal.fe01.fabrikam.com.A',
        'Dns.internal.fe02.fabrikam.com.A',
        'Dns.internal.fe03.fabrikam.com.A',
        'Dns.internal.web01.fabrikam.com.A',
        'Dns.internal.dir01.fabrikam.com.A',
        'Dns.internal.med01.fabrikam.com.A',
        'Dns.internal.se01.fabrikam.com.A',
        'Dns.internal.ex01.fabrikam.com.A',
        'Dns.internal.ex02.fabrikam.com.A',
        'Dns.internal.lyncdiscoverinternal.fabrikam.com.CNAME',
        'Connectivity.pool01.fabrikam.com',
        'Connectivity.se01.fabrikam.com'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Files',
        'Pool.pool01.fabrikam.com',
        'Pool.dir01.fabrikam.com',
        'Pool.med01.fabrikam.com',
        'Pool.se01.fabrikam.com',
        'Site.Seattle',
        'Site.Portland',
        'SipDomain.fabrikam.com',
        'MediaConfiguration.Global',
        'VoicePolicy.Global',
        'DialPlan.site.Seattle',
        'DialPlan.site.Portland',
        'Users',
        'Users.HostedVoiceMail',
        'Contact.ova-seattle_fabrikam.com',
        'Contact.ova-portland_fabrikam.com',
        'Contact.reception-seattle_fabrikam.com',
        'Contact.reception-portland_fabrikam.com',
        'Exchange.UMDialPlan.Seattle',
        'Exchange.UMDialPlan.Portland',
        'Exchange.UMMailboxPolicy.Management',
        'Exchange.UMService.ex01.fabrikam.com',
        'Exchange.UMCallRouter.ex01.fabrikam.com',
        'Exchange.UMService.ex02.fabrikam.com',
        'Exchange.UMCallRouter.ex02.fabrikam.com',
        'Exchange.ExchUCUtil',
        'Exchange.UMIPGateway.Pool01',
        'Exchange.UMIPGateway.Dir01',
        'Exchange.UMIPGateway.Se01',
        'Exchange.UMHuntGroup.Pool01',
        'Exchange.UMHuntGroup.Dir01',
        'Exchange.UMHuntGroup.Se01',
        'Exchange.UMAutoAttendant.SeattleReception',
        'Exchange.UMAutoAttendant.SeattleReception.Status',
        'Exchange.UMAutoAttendant.PortlandReception',
        'Exchange.UMAutoAttendant.PortlandReception.Status',
        'Exchange.Mailboxes',
        'Dns.internal._sipinternaltls._tcp.fabrikam.com.SRV',
        'Dns.internal.pool01.fabrikam.com.A',
        'Dns.internal.fe01.fabrikam.com.A',
        'Dns.internal.fe02.fabrikam.com.A',
        'Dns.internal.fe03.fabrikam.com.A',
        'Dns.internal.web01.fabrikam.com.A',
        'Dns.internal.dir01.fabrikam.com.A',
        'Dns.internal.med01.fabrikam.com.A',
        'Dns.internal.se01.fabrikam.com.A',
        'Dns.internal.ex01.fabrikam.com.A',
        'Dns.internal.ex02.fabrikam.com.A',
        'Dns.internal.lyncdiscoverinternal.fabrikam.com.CNAME',
        'Connectivity.pool01.fabrikam.com',
        'Connectivity.se01.fabrikam.com'
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
$stepCount = 51
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
            $detail = @(Get-ExportDifference -Source '34428664a2a6c33a4a96812fef0374a3f9a788d75ec0576c6a1f8244eb32d3ac') -join '; '
            if ($detail -ne '') {
                $result = 'differs'
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.pool01.fabrikam.com - Pool pool01.fabrikam.com
    if (Enter-Step -Id 'Pool.pool01.fabrikam.com' -Title 'Pool pool01.fabrikam.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'pool01.fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool pool01.fabrikam.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.dir01.fabrikam.com - Pool dir01.fabrikam.com
    if (Enter-Step -Id 'Pool.dir01.fabrikam.com' -Title 'Pool dir01.fabrikam.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'dir01.fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool dir01.fabrikam.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.med01.fabrikam.com - Pool med01.fabrikam.com
    if (Enter-Step -Id 'Pool.med01.fabrikam.com' -Title 'Pool med01.fabrikam.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'med01.fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool med01.fabrikam.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.se01.fabrikam.com - Pool se01.fabrikam.com
    if (Enter-Step -Id 'Pool.se01.fabrikam.com' -Title 'Pool se01.fabrikam.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'se01.fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool se01.fabrikam.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Site.Seattle - Site Seattle
    if (Enter-Step -Id 'Site.Seattle' -Title 'Site Seattle') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSite' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSite.'
        } else {
            try {
                if ($null -eq (Get-CsSite -Identity 'Seattle' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no site Seattle: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Site.Portland - Site Portland
    if (Enter-Step -Id 'Site.Portland' -Title 'Site Portland') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSite' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSite.'
        } else {
            try {
                if ($null -eq (Get-CsSite -Identity 'Portland' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no site Portland: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # SipDomain.fabrikam.com - SIP domain fabrikam.com, the default one
    if (Enter-Step -Id 'SipDomain.fabrikam.com' -Title 'SIP domain fabrikam.com, the default one') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSipDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSipDomain.'
        } else {
            try {
                $found = Get-CsSipDomain -Identity 'fabrikam.com' -ErrorAction SilentlyContinue
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
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'EnableVoicemailEscapeTimer' = $true; 'PSTNVoicemailEscapeTimer' = 1500 })
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

    # DialPlan.site.Seattle - Dial plan site:Seattle
    if (Enter-Step -Id 'DialPlan.site.Seattle' -Title 'Dial plan site:Seattle') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsDialPlan' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsDialPlan.'
        } else {
            try {
                $found = Get-CsDialPlan -Identity 'site:Seattle' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'SimpleName' = 'seattle.fabrikam.com'; 'Description' = 'The dial plans of Lync, which turn what people dial into numbers. Not to be mixed up with UM dial plans.' })
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

    # DialPlan.site.Portland - Dial plan site:Portland
    if (Enter-Step -Id 'DialPlan.site.Portland' -Title 'Dial plan site:Portland') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsDialPlan' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsDialPlan.'
        } else {
            try {
                $found = Get-CsDialPlan -Identity 'site:Portland' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'SimpleName' = 'portland.fabrikam.com' })
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

    # Contact.ova-seattle_fabrikam.com - Contact ova-seattle@fabrikam.com, subscriber access of local UM
    if (Enter-Step -Id 'Contact.ova-seattle_fabrikam.com' -Title 'Contact ova-seattle@fabrikam.com, subscriber access of local UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                if ($null -eq (Get-CsExUmContact -Identity 'sip:ova-seattle@fabrikam.com' -ErrorAction SilentlyContinue)) {
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

    # Contact.ova-portland_fabrikam.com - Contact ova-portland@fabrikam.com, subscriber access of local UM
    if (Enter-Step -Id 'Contact.ova-portland_fabrikam.com' -Title 'Contact ova-portland@fabrikam.com, subscriber access of local UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                if ($null -eq (Get-CsExUmContact -Identity 'sip:ova-portland@fabrikam.com' -ErrorAction SilentlyContinue)) {
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

    # Contact.reception-seattle_fabrikam.com - Contact reception-seattle@fabrikam.com, an auto attendant of local UM
    if (Enter-Step -Id 'Contact.reception-seattle_fabrikam.com' -Title 'Contact reception-seattle@fabrikam.com, an auto attendant of local UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                if ($null -eq (Get-CsExUmContact -Identity 'sip:reception-seattle@fabrikam.com' -ErrorAction SilentlyContinue)) {
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

    # Contact.reception-portland_fabrikam.com - Contact reception-portland@fabrikam.com, an auto attendant of local UM
    if (Enter-Step -Id 'Contact.reception-portland_fabrikam.com' -Title 'Contact reception-portland@fabrikam.com, an auto attendant of local UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                if ($null -eq (Get-CsExUmContact -Identity 'sip:reception-portland@fabrikam.com' -ErrorAction SilentlyContinue)) {
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

    # Exchange.UMDialPlan.Seattle - UM dial plan Seattle
    if (Enter-Step -Id 'Exchange.UMDialPlan.Seattle' -Title 'UM dial plan Seattle') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMDialPlan' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMDialPlan.'
        } else {
            try {
                $found = Get-UMDialPlan -Identity 'Seattle' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'URIType' = 'SipName'; 'VoIPSecurity' = 'Secured'; 'NumberOfDigitsInExtension' = 4; 'CountryOrRegionCode' = '1'; 'AccessTelephoneNumbers' = @('+14255550100') } -Lists 'AccessTelephoneNumbers')
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

    # Exchange.UMDialPlan.Portland - UM dial plan Portland
    if (Enter-Step -Id 'Exchange.UMDialPlan.Portland' -Title 'UM dial plan Portland') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMDialPlan' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMDialPlan.'
        } else {
            try {
                $found = Get-UMDialPlan -Identity 'Portland' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'URIType' = 'SipName'; 'VoIPSecurity' = 'Secured'; 'NumberOfDigitsInExtension' = 4; 'CountryOrRegionCode' = '1'; 'AccessTelephoneNumbers' = @('+14255550101') } -Lists 'AccessTelephoneNumbers')
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

    # Exchange.UMMailboxPolicy.Management - UM mailbox policy Management
    if (Enter-Step -Id 'Exchange.UMMailboxPolicy.Management' -Title 'UM mailbox policy Management') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMMailboxPolicy' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMMailboxPolicy.'
        } else {
            try {
                $found = Get-UMMailboxPolicy -Identity 'Management' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'MinPINLength' = 8 })
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

    # Exchange.UMService.ex01.fabrikam.com - UM service on ex01.fabrikam.com
    if (Enter-Step -Id 'Exchange.UMService.ex01.fabrikam.com' -Title 'UM service on ex01.fabrikam.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMService' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMService.'
        } else {
            try {
                $found = Get-UMService -Identity 'ex01.fabrikam.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Seattle', 'Portland'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
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

    # Exchange.UMCallRouter.ex01.fabrikam.com - UM call router on ex01.fabrikam.com
    if (Enter-Step -Id 'Exchange.UMCallRouter.ex01.fabrikam.com' -Title 'UM call router on ex01.fabrikam.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMCallRouterSettings' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMCallRouterSettings.'
        } else {
            try {
                $found = Get-UMCallRouterSettings -Server 'ex01.fabrikam.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Seattle', 'Portland'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
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

    # Exchange.UMService.ex02.fabrikam.com - UM service on ex02.fabrikam.com
    if (Enter-Step -Id 'Exchange.UMService.ex02.fabrikam.com' -Title 'UM service on ex02.fabrikam.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMService' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMService.'
        } else {
            try {
                $found = Get-UMService -Identity 'ex02.fabrikam.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Seattle', 'Portland'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
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

    # Exchange.UMCallRouter.ex02.fabrikam.com - UM call router on ex02.fabrikam.com
    if (Enter-Step -Id 'Exchange.UMCallRouter.ex02.fabrikam.com' -Title 'UM call router on ex02.fabrikam.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMCallRouterSettings' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMCallRouterSettings.'
        } else {
            try {
                $found = Get-UMCallRouterSettings -Server 'ex02.fabrikam.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Seattle', 'Portland'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
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
                if (-not (Test-UMKnown -Pool @('pool01.fabrikam.com', 'se01.fabrikam.com') -DialPlan @('Seattle', 'Portland'))) {
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
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Address' = 'pool01.fabrikam.com'; 'OutcallsAllowed' = $true; 'MessageWaitingIndicatorAllowed' = $true })
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

    # Exchange.UMIPGateway.Dir01 - UM IP gateway Dir01
    if (Enter-Step -Id 'Exchange.UMIPGateway.Dir01' -Title 'UM IP gateway Dir01') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMIPGateway' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMIPGateway.'
        } else {
            try {
                $found = Get-UMIPGateway -Identity 'Dir01' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Address' = 'dir01.fabrikam.com'; 'OutcallsAllowed' = $false; 'MessageWaitingIndicatorAllowed' = $true })
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

    # Exchange.UMIPGateway.Se01 - UM IP gateway Se01
    if (Enter-Step -Id 'Exchange.UMIPGateway.Se01' -Title 'UM IP gateway Se01') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMIPGateway' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMIPGateway.'
        } else {
            try {
                $found = Get-UMIPGateway -Identity 'Se01' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Address' = 'se01.fabrikam.com'; 'OutcallsAllowed' = $true; 'MessageWaitingIndicatorAllowed' = $true })
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

    # Exchange.UMHuntGroup.Dir01 - UM hunt group Dir01
    if (Enter-Step -Id 'Exchange.UMHuntGroup.Dir01' -Title 'UM hunt group Dir01') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMHuntGroup' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMHuntGroup.'
        } else {
            try {
                $found = Get-UMHuntGroup -Identity 'Dir01\Dir01' -ErrorAction SilentlyContinue
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

    # Exchange.UMHuntGroup.Se01 - UM hunt group Se01
    if (Enter-Step -Id 'Exchange.UMHuntGroup.Se01' -Title 'UM hunt group Se01') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMHuntGroup' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMHuntGroup.'
        } else {
            try {
                $found = Get-UMHuntGroup -Identity 'Se01\Se01' -ErrorAction SilentlyContinue
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

    # Exchange.UMAutoAttendant.SeattleReception - UM auto attendant SeattleReception
    if (Enter-Step -Id 'Exchange.UMAutoAttendant.SeattleReception' -Title 'UM auto attendant SeattleReception') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMAutoAttendant' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMAutoAttendant.'
        } else {
            try {
                $found = Get-UMAutoAttendant -Identity 'SeattleReception' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'PilotIdentifierList' = @('+14255550102'); 'SpeechEnabled' = $false; 'CallSomeoneEnabled' = $true } -Lists 'PilotIdentifierList')
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

    # Exchange.UMAutoAttendant.SeattleReception.Status - UM auto attendant SeattleReception, answering
    if (Enter-Step -Id 'Exchange.UMAutoAttendant.SeattleReception.Status' -Title 'UM auto attendant SeattleReception, answering') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMAutoAttendant' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMAutoAttendant.'
        } else {
            try {
                $found = Get-UMAutoAttendant -Identity 'SeattleReception' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Status' = 'Enabled' })
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

    # Exchange.UMAutoAttendant.PortlandReception - UM auto attendant PortlandReception
    if (Enter-Step -Id 'Exchange.UMAutoAttendant.PortlandReception' -Title 'UM auto attendant PortlandReception') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMAutoAttendant' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMAutoAttendant.'
        } else {
            try {
                $found = Get-UMAutoAttendant -Identity 'PortlandReception' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'PilotIdentifierList' = @('+14255550103'); 'SpeechEnabled' = $false; 'CallSomeoneEnabled' = $true } -Lists 'PilotIdentifierList')
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

    # Exchange.UMAutoAttendant.PortlandReception.Status - UM auto attendant PortlandReception, answering
    if (Enter-Step -Id 'Exchange.UMAutoAttendant.PortlandReception.Status' -Title 'UM auto attendant PortlandReception, answering') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-UMAutoAttendant' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-UMAutoAttendant.'
        } else {
            try {
                $found = Get-UMAutoAttendant -Identity 'PortlandReception' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Status' = 'Enabled' })
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
                    $isOurs = @('Portland', 'Seattle') -contains (Get-Cell -Row $row -Name 'UmDialPlan')
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

    # Dns.internal._sipinternaltls._tcp.fabrikam.com.SRV - _sipinternaltls._tcp.fabrikam.com SRV, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal._sipinternaltls._tcp.fabrikam.com.SRV' -Title '_sipinternaltls._tcp.fabrikam.com SRV, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name '_sipinternaltls._tcp.fabrikam.com' -Type 'SRV'
            $missing = @(@('pool01.fabrikam.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal.pool01.fabrikam.com.A - pool01.fabrikam.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.pool01.fabrikam.com.A' -Title 'pool01.fabrikam.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'pool01.fabrikam.com' -Type 'A'
            $missing = @(@('192.0.2.11', '192.0.2.12', '192.0.2.13') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal.fe01.fabrikam.com.A - fe01.fabrikam.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.fe01.fabrikam.com.A' -Title 'fe01.fabrikam.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'fe01.fabrikam.com' -Type 'A'
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

    # Dns.internal.fe02.fabrikam.com.A - fe02.fabrikam.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.fe02.fabrikam.com.A' -Title 'fe02.fabrikam.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'fe02.fabrikam.com' -Type 'A'
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

    # Dns.internal.fe03.fabrikam.com.A - fe03.fabrikam.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.fe03.fabrikam.com.A' -Title 'fe03.fabrikam.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'fe03.fabrikam.com' -Type 'A'
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

    # Dns.internal.web01.fabrikam.com.A - web01.fabrikam.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.web01.fabrikam.com.A' -Title 'web01.fabrikam.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'web01.fabrikam.com' -Type 'A'
            $missing = @(@('192.0.2.20') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal.dir01.fabrikam.com.A - dir01.fabrikam.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.dir01.fabrikam.com.A' -Title 'dir01.fabrikam.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'dir01.fabrikam.com' -Type 'A'
            $missing = @(@('192.0.2.15') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal.med01.fabrikam.com.A - med01.fabrikam.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.med01.fabrikam.com.A' -Title 'med01.fabrikam.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'med01.fabrikam.com' -Type 'A'
            $missing = @(@('192.0.2.16') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal.se01.fabrikam.com.A - se01.fabrikam.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.se01.fabrikam.com.A' -Title 'se01.fabrikam.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'se01.fabrikam.com' -Type 'A'
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

    # Dns.internal.ex01.fabrikam.com.A - ex01.fabrikam.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.ex01.fabrikam.com.A' -Title 'ex01.fabrikam.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'ex01.fabrikam.com' -Type 'A'
            $missing = @(@('192.0.2.41') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal.ex02.fabrikam.com.A - ex02.fabrikam.com A, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.ex02.fabrikam.com.A' -Title 'ex02.fabrikam.com A, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'ex02.fabrikam.com' -Type 'A'
            $missing = @(@('192.0.2.42') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Dns.internal.lyncdiscoverinternal.fabrikam.com.CNAME - lyncdiscoverinternal.fabrikam.com CNAME, as the internal network sees it
    if (Enter-Step -Id 'Dns.internal.lyncdiscoverinternal.fabrikam.com.CNAME' -Title 'lyncdiscoverinternal.fabrikam.com CNAME, as the internal network sees it') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Record -Name 'lyncdiscoverinternal.fabrikam.com' -Type 'CNAME'
            $missing = @(@('web01.fabrikam.com') | Where-Object { -not (Test-Answer -Answer $answer -Text $_) })
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

    # Connectivity.pool01.fabrikam.com - Connection of pool01.fabrikam.com to Exchange UM
    if (Enter-Step -Id 'Connectivity.pool01.fabrikam.com' -Title 'Connection of pool01.fabrikam.com to Exchange UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Test-CsExUMConnectivity' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Test-CsExUMConnectivity.'
        } else {
            try {
                $outcome = $null
                if ($null -eq $TestCredential) {
                    $outcome = Test-CsExUMConnectivity -TargetFqdn 'pool01.fabrikam.com'
                } else {
                    $outcome = Test-CsExUMConnectivity -TargetFqdn 'pool01.fabrikam.com' -UserSipAddress $TestUser -UserCredential $TestCredential
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

    # Connectivity.se01.fabrikam.com - Connection of se01.fabrikam.com to Exchange UM
    if (Enter-Step -Id 'Connectivity.se01.fabrikam.com' -Title 'Connection of se01.fabrikam.com to Exchange UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Test-CsExUMConnectivity' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Test-CsExUMConnectivity.'
        } else {
            try {
                $outcome = $null
                if ($null -eq $TestCredential) {
                    $outcome = Test-CsExUMConnectivity -TargetFqdn 'se01.fabrikam.com'
                } else {
                    $outcome = Test-CsExUMConnectivity -TargetFqdn 'se01.fabrikam.com' -UserSipAddress $TestUser -UserCredential $TestCredential
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
