# Made by UM Topology from the deployment Fabrikam; change the topology and export again rather than this file.
# SHA-256 of the topology: 34428664a2a6c33a4a96812fef0374a3f9a788d75ec0576c6a1f8244eb32d3ac
#requires -Version 3.0

<#
.SYNOPSIS
    Makes the Lync side of Fabrikam as its topology declares it.
.DESCRIPTION
    Each step looks first and changes only what differs, so the script can be run again at any time. It stops at
    the first step that fails; of users one may fail and the rest go on.
    Run it in the Lync Server (Skype for Business Server) Management Shell, as a member of
    RTCUniversalServerAdmins and RTCUniversalUserAdmins.
.PARAMETER UsersPath
    The exported list of users; without it ..\users.csv beside the script.
.PARAMETER FirstUser
    The row of users.csv to begin with, counted from 1: to go on sooner after a break. Without it every user is
    looked at, and those that are right are left alone.
.PARAMETER BatchSize
    After so many users progress is told, and -PauseSeconds waited.
.PARAMETER PauseSeconds
    The pause after each batch of users.
.PARAMETER LogFolder
    Where the transcript and the list of failed users go; without it the folder log beside the script.
.PARAMETER SnapshotFolder
    Where the values found before the first change are kept; without it a folder of its name in the folder
    snapshot beside the script. What is there is never written over.
.PARAMETER Only
    Only these steps.
.PARAMETER From
    This step and those after it.
.PARAMETER MoveUsers
    Moves users who are homed on another pool than declared; without it they are recorded as failed.
.PARAMETER RestartServices
    Restarts the services that a step names; without it nothing is restarted.
.PARAMETER Unattended
    Does not wait for what is done by hand: it is listed as toDo.
.EXAMPLE
    .\10-lync.ps1 -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\10-lync.ps1 | Format-Table -AutoSize
    Does it, and shows one line a step. Running it again changes only what is left.
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
    [string]$LogFolder,
    [string]$SnapshotFolder,
    [ValidateSet(
        'Shell',
        'Pool.pool01.fabrikam.com',
        'Pool.dir01.fabrikam.com',
        'Pool.med01.fabrikam.com',
        'Pool.se01.fabrikam.com',
        'Site.Seattle',
        'Site.Portland',
        'UsersFile',
        'SipDomain.fabrikam.com',
        'MediaConfiguration.Global',
        'VoicePolicy.Global',
        'DialPlan.site.Seattle',
        'DialPlan.site.Portland',
        'Users',
        'Users.HostedVoiceMail',
        'FrontEnd.Restart',
        'Contact.ova-seattle_fabrikam.com',
        'Contact.ova-portland_fabrikam.com',
        'Contact.reception-seattle_fabrikam.com',
        'Contact.reception-portland_fabrikam.com'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Pool.pool01.fabrikam.com',
        'Pool.dir01.fabrikam.com',
        'Pool.med01.fabrikam.com',
        'Pool.se01.fabrikam.com',
        'Site.Seattle',
        'Site.Portland',
        'UsersFile',
        'SipDomain.fabrikam.com',
        'MediaConfiguration.Global',
        'VoicePolicy.Global',
        'DialPlan.site.Seattle',
        'DialPlan.site.Portland',
        'Users',
        'Users.HostedVoiceMail',
        'FrontEnd.Restart',
        'Contact.ova-seattle_fabrikam.com',
        'Contact.ova-portland_fabrikam.com',
        'Contact.reception-seattle_fabrikam.com',
        'Contact.reception-portland_fabrikam.com'
    )]
    [string]$From = 'Shell',
    [switch]$MoveUsers,
    [switch]$RestartServices,
    [switch]$Unattended
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($UsersPath -eq '') {
    $UsersPath = Join-Path -Path $PSScriptRoot -ChildPath '..\users.csv'
}
if ($LogFolder -eq '') {
    $LogFolder = Join-Path -Path $PSScriptRoot -ChildPath 'log'
}
if ($SnapshotFolder -eq '') {
    $SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath 'snapshot\10-lync'
}
$activity = '10-lync.ps1'
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

# What must not go on ends the script; with -WhatIf it is said, and the rest is looked at.
function Stop-Step {
    param([string]$Message)
    if (-not $WhatIfPreference) {
        throw $Message
    }
    Write-Warning -Message $Message
}

# What can't be taken back is said before it is done, once a step.
function Write-NoWayBack {
    param([string]$Reason)
    if ($script:saidOf -ne $script:stepId) {
        $script:saidOf = $script:stepId
        Write-Warning -Message ($script:stepTitle + ': ' + $Reason)
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

# A row of what is kept for the way back; it is written before the change.
function Save-SnapshotRow {
    param([string]$Name, [object]$Record)
    New-Folder -Path $SnapshotFolder
    $path = Join-Path -Path $SnapshotFolder -ChildPath $Name
    $script:rowStart = 0
    if (Test-Path -LiteralPath $path) {
        $script:rowStart = (Get-Item -LiteralPath $path).Length
    }
    Export-Csv -InputObject $Record -LiteralPath $path -Append -NoTypeInformation -Encoding UTF8 -WhatIf:$false -Confirm:$false
    $script:newRow = $path
}

# Where enabling fails somebody may be enabled, and only could not be read: the way back must not disable him.
function Undo-SnapshotRow {
    if ($script:newRow -ne '') {
        if ($script:rowStart -eq 0) {
            [System.IO.File]::Delete($PSCmdlet.GetUnresolvedProviderPathFromPSPath($script:newRow))
        } else {
            $stream = [System.IO.File]::OpenWrite($PSCmdlet.GetUnresolvedProviderPathFromPSPath($script:newRow))
            $stream.SetLength($script:rowStart)
            $stream.Close()
        }
        $script:newRow = ''
    }
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

# A user who fails is recorded, and the rest go on.
function Save-Failure {
    param([string]$Address, [string]$Message)
    Write-Warning -Message ($Address + ': ' + $Message)
    if (-not $WhatIfPreference) {
        New-Folder -Path $LogFolder
        $path = Join-Path -Path $LogFolder -ChildPath 'failed-users.csv'
        $record = [pscustomobject]@{ Step = $script:stepId; SipAddress = $Address; Message = $Message }
        Export-Csv -InputObject $record -LiteralPath $path -Append -NoTypeInformation -Encoding UTF8 -Confirm:$false
    }
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

# A user who was not there has everything switched off.
function Get-FlagText {
    param([AllowNull()][object]$User, [string]$Name)
    if ($null -eq $User) {
        return 'False'
    }
    return [string](Get-PropertyValue -Of $User -Name $Name)
}

function Save-UserSnapshot {
    param([string]$Address, [AllowNull()][object]$User)
    $script:newRow = ''
    if ($null -eq $script:savedUsers) {
        $script:savedUsers = @{}
        $path = Join-Path -Path $SnapshotFolder -ChildPath 'users.csv'
        if (Test-Path -LiteralPath $path) {
            Import-Csv -LiteralPath $path -Encoding UTF8 | ForEach-Object { $script:savedUsers[$_.SipAddress] = $true }
        }
    }
    if (-not $script:savedUsers.ContainsKey($Address)) {
        $record = [pscustomobject]@{
            SipAddress = $Address
            Existed = ($null -ne $User)
            RegistrarPool = [string](Get-PropertyValue -Of $User -Name 'RegistrarPool')
            Enabled = Get-FlagText -User $User -Name 'Enabled'
            AudioVideoDisabled = Get-FlagText -User $User -Name 'AudioVideoDisabled'
            EnterpriseVoiceEnabled = Get-FlagText -User $User -Name 'EnterpriseVoiceEnabled'
            LineURI = [string](Get-PropertyValue -Of $User -Name 'LineURI')
            PrivateLine = [string](Get-PropertyValue -Of $User -Name 'PrivateLine')
            HostedVoicemailPolicy = [string](Get-PropertyValue -Of $User -Name 'HostedVoicemailPolicy')
            VoicePolicy = [string](Get-PropertyValue -Of $User -Name 'VoicePolicy')
            DialPlan = [string](Get-PropertyValue -Of $User -Name 'DialPlan')
            HostedVoiceMail = [string](Get-PropertyValue -Of $User -Name 'HostedVoiceMail')
        }
        Save-SnapshotRow -Name 'users.csv' -Record $record
        $script:savedUsers[$Address] = $true
    }
}

function Undo-UserSnapshot {
    param([string]$Address)
    if ($script:newRow -ne '') {
        Undo-SnapshotRow
        $script:savedUsers.Remove($Address)
    }
}

try {
    $global:ErrorActionPreference = 'Stop'
    if (-not $WhatIfPreference) {
        New-Folder -Path $LogFolder
        $transcriptPath = Join-Path -Path $LogFolder -ChildPath ('10-lync-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.txt')
        try {
            Start-Transcript -Path $transcriptPath -Confirm:$false | Out-Null
            $transcript = $true
        } catch {
            Write-Warning -Message 'This host records no transcript.'
        }
    }

    # Shell - The management shell
    # Why: The cmdlets come with Lync Server or Skype for Business Server; the script has to run where they are.
    # See: Get-Command finds them.
    if (Enter-Step -Id 'Shell' -Title 'The management shell') {
        $result = 'ok'
        foreach ($module in @('SkypeForBusiness', 'Lync')) {
            if (@(Get-Module -Name $module -ListAvailable).Count -gt 0) {
                Import-Module -Name $module -Verbose:$false
            }
        }
        $missing = @(@('Enable-CsUser', 'Get-CsDialPlan', 'Get-CsExUmContact', 'Get-CsMediaConfiguration', 'Get-CsSipDomain', 'Get-CsUser', 'Get-CsVoicePolicy', 'Grant-CsHostedVoicemailPolicy', 'Move-CsUser', 'New-CsDialPlan', 'New-CsSipDomain', 'Set-CsDialPlan', 'Set-CsMediaConfiguration', 'Set-CsSipDomain', 'Set-CsUser', 'Set-CsVoicePolicy', 'Start-CsWindowsService', 'Stop-CsWindowsService') | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
        if ($missing.Count -gt 0) {
            throw ('This shell has no ' + ($missing -join ', ') + '. Run the script in the ' + 'Lync Server (Skype for Business Server) Management Shell' + '.')
        }
        Exit-Step -Result $result -Detail ''
    }

    # Pool.pool01.fabrikam.com - Pool pool01.fabrikam.com
    # Why: Topology Builder makes pools and publishes them; no step of this script does.
    # See: Get-CsPool -Identity pool01.fabrikam.com finds it.
    if (Enter-Step -Id 'Pool.pool01.fabrikam.com' -Title 'Pool pool01.fabrikam.com') {
        $result = 'ok'
        if ($null -eq (Get-CsPool -Identity 'pool01.fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            Stop-Step -Message 'There is no pool pool01.fabrikam.com: publish it with Topology Builder first.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # Pool.dir01.fabrikam.com - Pool dir01.fabrikam.com
    # Why: Topology Builder makes pools and publishes them; no step of this script does.
    # See: Get-CsPool -Identity dir01.fabrikam.com finds it.
    if (Enter-Step -Id 'Pool.dir01.fabrikam.com' -Title 'Pool dir01.fabrikam.com') {
        $result = 'ok'
        if ($null -eq (Get-CsPool -Identity 'dir01.fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            Stop-Step -Message 'There is no pool dir01.fabrikam.com: publish it with Topology Builder first.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # Pool.med01.fabrikam.com - Pool med01.fabrikam.com
    # Why: Topology Builder makes pools and publishes them; no step of this script does.
    # See: Get-CsPool -Identity med01.fabrikam.com finds it.
    if (Enter-Step -Id 'Pool.med01.fabrikam.com' -Title 'Pool med01.fabrikam.com') {
        $result = 'ok'
        if ($null -eq (Get-CsPool -Identity 'med01.fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            Stop-Step -Message 'There is no pool med01.fabrikam.com: publish it with Topology Builder first.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # Pool.se01.fabrikam.com - Pool se01.fabrikam.com
    # Why: Topology Builder makes pools and publishes them; no step of this script does.
    # See: Get-CsPool -Identity se01.fabrikam.com finds it.
    if (Enter-Step -Id 'Pool.se01.fabrikam.com' -Title 'Pool se01.fabrikam.com') {
        $result = 'ok'
        if ($null -eq (Get-CsPool -Identity 'se01.fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            Stop-Step -Message 'There is no pool se01.fabrikam.com: publish it with Topology Builder first.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # Site.Seattle - Site Seattle
    # Why: Policies of a site are found by its name.
    # See: Get-CsSite -Identity 'Seattle' finds it.
    if (Enter-Step -Id 'Site.Seattle' -Title 'Site Seattle') {
        $result = 'ok'
        if ($null -eq (Get-CsSite -Identity 'Seattle' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            Stop-Step -Message 'There is no site Seattle: publish it with Topology Builder first.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # Site.Portland - Site Portland
    # Why: Policies of a site are found by its name.
    # See: Get-CsSite -Identity 'Portland' finds it.
    if (Enter-Step -Id 'Site.Portland' -Title 'Site Portland') {
        $result = 'ok'
        if ($null -eq (Get-CsSite -Identity 'Portland' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            Stop-Step -Message 'There is no site Portland: publish it with Topology Builder first.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # UsersFile - The list of users
    # Why: What is set of each user stands there.
    # See: The file of -UsersPath has its columns.
    if (Enter-Step -Id 'UsersFile' -Title 'The list of users') {
        $result = 'ok'
        if (-not (Test-Path -LiteralPath $UsersPath)) {
            throw ('There is no file ' + $UsersPath + ': name the exported users.csv by -UsersPath.')
        }
        $firstRow = Import-Csv -LiteralPath $UsersPath -Encoding UTF8 | Select-Object -First 1
        if ($null -eq $firstRow) {
            throw ($UsersPath + ' holds no user: export it again.')
        }
        $missing = @(@('SipAddress', 'Identity', 'RegistrarPool', 'EnterpriseVoiceEnabled', 'LineURI', 'HostedVoicemailPolicy', 'HostedVoiceMail') | Where-Object { $null -eq $firstRow.PSObject.Properties[$_] })
        if ($missing.Count -gt 0) {
            throw ($UsersPath + ' has no column ' + ($missing -join ', ') + ': export it again.')
        }
        Exit-Step -Result $result -Detail ''
    }

    # SipDomain.fabrikam.com - SIP domain fabrikam.com, the default one
    # Why: Users' SIP addresses end with it. It is the default: calls from the telephone network to hosted UM carry it,
    #      so the Internet has to resolve it.
    # See: Get-CsSipDomain -Identity fabrikam.com shows it with IsDefault True.
    # No way back: Another SIP domain is made the default one by Set-CsSipDomain -IsDefault; this one can be removed then, when
    #              no address uses it.
    if (Enter-Step -Id 'SipDomain.fabrikam.com' -Title 'SIP domain fabrikam.com, the default one') {
        $found = Get-CsSipDomain -Identity 'fabrikam.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            Write-NoWayBack -Reason 'There is no way back. Another SIP domain is made the default one by Set-CsSipDomain -IsDefault; this one can be removed then, when no address uses it.'
            if ($PSCmdlet.ShouldProcess('SIP domain fabrikam.com', 'New-CsSipDomain')) {
                Save-Snapshot -Found $found
                New-CsSipDomain -Identity 'fabrikam.com' -IsDefault $true -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'IsDefault' = $true })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                Write-NoWayBack -Reason 'There is no way back. Another SIP domain is made the default one by Set-CsSipDomain -IsDefault; this one can be removed then, when no address uses it.'
                if ($PSCmdlet.ShouldProcess('SIP domain fabrikam.com', 'Set-CsSipDomain')) {
                    Save-Snapshot -Found $found
                    Set-CsSipDomain -Identity 'fabrikam.com' -IsDefault $true -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        if ($result -eq 'created' -or $result -eq 'changed') {
            Write-Warning -Message 'The default SIP domain has changed: restart the services RTCCAA and RTCCAS on every Front End server.'
        }
        Exit-Step -Result $result -Detail $detail
    }

    # MediaConfiguration.Global - Media configuration Global
    # Why: It has to fit the VoIPSecurity of the UM dial plans: with RequireEncryption, the default, only plans that are
    #      Secured answer.
    # See: Get-CsMediaConfiguration -Identity 'Global' shows the values below.
    if (Enter-Step -Id 'MediaConfiguration.Global' -Title 'Media configuration Global') {
        $found = Get-CsMediaConfiguration -Identity 'Global' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            $result = 'refused'
            Stop-Step -Message 'The media configuration Global is there in every deployment, but was not found: may you read it?'
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'EncryptionLevel' = 'RequireEncryption' })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('media configuration Global', 'Set-CsMediaConfiguration')) {
                    Save-Snapshot -Found $found
                    Set-CsMediaConfiguration -Identity 'Global' -EncryptionLevel 'RequireEncryption' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # VoicePolicy.Global - Voice policy Global
    # Why: Its timer decides whether the voice mail of a mobile phone may take a call that is meant for Exchange.
    # See: Get-CsVoicePolicy -Identity 'Global' shows the values below.
    if (Enter-Step -Id 'VoicePolicy.Global' -Title 'Voice policy Global') {
        $found = Get-CsVoicePolicy -Identity 'Global' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            $result = 'refused'
            Stop-Step -Message 'The voice policy Global is there in every deployment, but was not found: may you read it?'
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'EnableVoicemailEscapeTimer' = $true; 'PSTNVoicemailEscapeTimer' = 1500 })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('voice policy Global', 'Set-CsVoicePolicy')) {
                    Save-Snapshot -Found $found
                    Set-CsVoicePolicy -Identity 'Global' -EnableVoicemailEscapeTimer $true -PSTNVoicemailEscapeTimer 1500 -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # DialPlan.site.Seattle - Dial plan site:Seattle
    # Why: It brings what users dial into the form in which numbers of contacts and users are looked up.
    # See: Get-CsDialPlan -Identity 'site:Seattle' shows the values below.
    if (Enter-Step -Id 'DialPlan.site.Seattle' -Title 'Dial plan site:Seattle') {
        $found = Get-CsDialPlan -Identity 'site:Seattle' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($PSCmdlet.ShouldProcess('dial plan site:Seattle', 'New-CsDialPlan')) {
                Save-Snapshot -Found $found
                New-CsDialPlan -Identity 'site:Seattle' -SimpleName 'seattle.fabrikam.com' -Description 'The dial plans of Lync, which turn what people dial into numbers. Not to be mixed up with UM dial plans.' -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'SimpleName' = 'seattle.fabrikam.com'; 'Description' = 'The dial plans of Lync, which turn what people dial into numbers. Not to be mixed up with UM dial plans.' })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('dial plan site:Seattle', 'Set-CsDialPlan')) {
                    Save-Snapshot -Found $found
                    Set-CsDialPlan -Identity 'site:Seattle' -SimpleName 'seattle.fabrikam.com' -Description 'The dial plans of Lync, which turn what people dial into numbers. Not to be mixed up with UM dial plans.' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # DialPlan.site.Portland - Dial plan site:Portland
    # Why: It brings what users dial into the form in which numbers of contacts and users are looked up.
    # See: Get-CsDialPlan -Identity 'site:Portland' shows the values below.
    if (Enter-Step -Id 'DialPlan.site.Portland' -Title 'Dial plan site:Portland') {
        $found = Get-CsDialPlan -Identity 'site:Portland' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($PSCmdlet.ShouldProcess('dial plan site:Portland', 'New-CsDialPlan')) {
                Save-Snapshot -Found $found
                New-CsDialPlan -Identity 'site:Portland' -SimpleName 'portland.fabrikam.com' -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'SimpleName' = 'portland.fabrikam.com' })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('dial plan site:Portland', 'Set-CsDialPlan')) {
                    Save-Snapshot -Found $found
                    Set-CsDialPlan -Identity 'site:Portland' -SimpleName 'portland.fabrikam.com' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Users - Users: home pool, Enterprise Voice, number, policies
    # Why: A granted policy has no effect on calls while the flag is off; it comes first, because the flag is refused
    #      where no policy with a destination applies.
    # See: Get-CsUser shows for each user what the row in users.csv says.
    # After: VoicePolicy.Global, DialPlan.site.Seattle, DialPlan.site.Portland
    # Stays: A user who had to be enabled for Lync is set back and switched off on the way back, not disabled:
    #        Disable-CsUser would delete what others have set since.
    if (Enter-Step -Id 'Users' -Title 'Users: home pool, Enterprise Voice, number, policies') {
        $total = 0
        $changed = 0
        $undone = 0
        $failed = 0
        $online = 0
        Import-Csv -LiteralPath $UsersPath -Encoding UTF8 | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {
            $row = $_
            $total++
            $address = Get-Cell -Row $row -Name 'SipAddress'
            $did = @()
            $left = @()
            if ((Get-Cell -Row $row -Name 'HostingProvider') -ne '') {
                # Homed online: voice mail is the affair of that provider.
                $online++
            } else {
                try {
                    $user = Get-CsUser -Identity $address -ErrorAction SilentlyContinue
                    if ($null -eq $user) {
                        $account = Get-Cell -Row $row -Name 'Identity'
                        $pool = Get-Cell -Row $row -Name 'RegistrarPool'
                        if ($pool -eq '' -or $pool -eq 'unknown') {
                            throw 'The user is not enabled for Lync, and the topology does not know the home pool.'
                        }
                        Write-NoWayBack -Reason 'A user who had to be enabled for Lync is set back and switched off on the way back, not disabled: Disable-CsUser would delete what others have set since.'
                        if ($PSCmdlet.ShouldProcess($address, 'Enable-CsUser')) {
                            Save-UserSnapshot -Address $address -User $null
                            try {
                                Enable-CsUser -Identity $account -RegistrarPool $pool -SipAddress $address -Confirm:$false | Out-Null
                            } catch {
                                Undo-UserSnapshot -Address $address
                                throw
                            }
                            $did += 'Enable-CsUser'
                            $user = Get-CsUser -Identity $address
                        } else {
                            $left += 'Enable-CsUser'
                        }
                    }
                    if ($null -ne $user) {
                        $cell = Get-Cell -Row $row -Name 'RegistrarPool'
                        $homePool = [string](Get-PropertyValue -Of $user -Name 'RegistrarPool')
                        if ((Test-Said -Cell $cell) -and -not (Test-Same -Found $homePool -Wanted $cell)) {
                            if (-not $MoveUsers) {
                                throw ('The user is homed on ' + $homePool + ', declared is ' + $cell + ': run the script with -MoveUsers, or correct the topology.')
                            }
                            if ($PSCmdlet.ShouldProcess($address, 'Move-CsUser')) {
                                Save-UserSnapshot -Address $address -User $user
                                Move-CsUser -Identity $address -Target $cell -Confirm:$false | Out-Null
                                $did += 'RegistrarPool'
                            } else {
                                $left += 'Move-CsUser'
                            }
                        }
                        $cell = Get-Cell -Row $row -Name 'EnterpriseVoiceEnabled'
                        $wanted = ConvertTo-Wanted -Cell $cell -Type 'boolean'
                        if ((Test-Said -Cell $cell) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'EnterpriseVoiceEnabled') -Wanted $wanted)) {
                            if ($PSCmdlet.ShouldProcess($address, 'Set-CsUser -EnterpriseVoiceEnabled')) {
                                Save-UserSnapshot -Address $address -User $user
                                Set-CsUser -Identity $address -EnterpriseVoiceEnabled $wanted -Confirm:$false
                                $did += 'EnterpriseVoiceEnabled'
                            } else {
                                $left += 'Set-CsUser -EnterpriseVoiceEnabled'
                            }
                        }
                        $cell = Get-Cell -Row $row -Name 'LineURI'
                        $wanted = ConvertTo-Wanted -Cell $cell -Type 'text'
                        if ((Test-Said -Cell $cell) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'LineURI') -Wanted $wanted)) {
                            if ($PSCmdlet.ShouldProcess($address, 'Set-CsUser -LineURI')) {
                                Save-UserSnapshot -Address $address -User $user
                                Set-CsUser -Identity $address -LineURI $wanted -Confirm:$false
                                $did += 'LineURI'
                            } else {
                                $left += 'Set-CsUser -LineURI'
                            }
                        }
                        $cell = Get-Cell -Row $row -Name 'HostedVoicemailPolicy'
                        $wanted = (ConvertTo-Wanted -Cell $cell -Type 'text') -replace '^tag:', ''
                        if ($wanted -eq '') {
                            $wanted = $null
                        }
                        if ((Test-Said -Cell $cell -Clear) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'HostedVoicemailPolicy') -Wanted $wanted -Comparison 'policy')) {
                            if ($PSCmdlet.ShouldProcess($address, 'Grant-CsHostedVoicemailPolicy')) {
                                Save-UserSnapshot -Address $address -User $user
                                Grant-CsHostedVoicemailPolicy -Identity $address -PolicyName $wanted -Confirm:$false
                                $did += 'HostedVoicemailPolicy'
                            } else {
                                $left += 'Grant-CsHostedVoicemailPolicy'
                            }
                        }
                    }
                } catch {
                    $failed++
                    Save-Failure -Address $address -Message $_.Exception.Message
                }
            }
            if ($did.Count -gt 0) {
                $changed++
            }
            if ($left.Count -gt 0) {
                $undone++
            }
            if ($total % $BatchSize -eq 0) {
                $status = [string]($FirstUser + $total - 1) + ' of 11 users; to go on from here: -FirstUser ' + [string]($FirstUser + $total)
                Write-Progress -Activity $activity -Status $status -CurrentOperation $address
                Write-Verbose -Message $status
                Start-Sleep -Seconds $PauseSeconds
            }
        }
        $result = 'unchanged'
        if ($changed -gt 0) {
            $result = 'changed'
        }
        if ($undone -gt 0) {
            $result = $notDone
        }
        if ($failed -gt 0) {
            $result = 'failed'
            Write-Warning -Message ([string]$failed + ' users failed; they are recorded in failed-users.csv in ' + $LogFolder + '. Remove the causes and run the step again: it changes only what is left.')
        }
        Exit-Step -Result $result -Detail ([string]$total + ' users, ' + [string]$changed + ' changed, ' + [string]$undone + ' not done, ' + [string]$failed + ' failed, ' + [string]$online + ' homed online')
    }

    # Users.HostedVoiceMail - Users: the flag for hosted voice mail
    # Why: True sends calls to hosted UM. Where local UM is to answer the flag is cleared, not set to False, so that no
    #      pair is left in msExchUCVoiceMailSettings.
    # See: Get-CsUser shows HostedVoiceMail as in users.csv; a call that is not answered reaches the mailbox.
    # After: Users, VoicePolicy.Global, DialPlan.site.Seattle, DialPlan.site.Portland
    if (Enter-Step -Id 'Users.HostedVoiceMail' -Title 'Users: the flag for hosted voice mail') {
        $total = 0
        $changed = 0
        $undone = 0
        $failed = 0
        $online = 0
        Import-Csv -LiteralPath $UsersPath -Encoding UTF8 | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {
            $row = $_
            $total++
            $address = Get-Cell -Row $row -Name 'SipAddress'
            $did = @()
            $left = @()
            if ((Get-Cell -Row $row -Name 'HostingProvider') -ne '') {
                # Homed online: voice mail is the affair of that provider.
                $online++
            } else {
                try {
                    $user = Get-CsUser -Identity $address -ErrorAction SilentlyContinue
                    if ($null -eq $user) {
                        if ($WhatIfPreference) {
                            $left += 'Enable-CsUser'
                        } else {
                            throw 'The user is not enabled for Lync: the step Users of 10-lync.ps1 in the folder powershell does that.'
                        }
                    }
                    if ($null -ne $user) {
                        $cell = Get-Cell -Row $row -Name 'HostedVoiceMail'
                        $wanted = ConvertTo-Wanted -Cell $cell -Type 'boolean'
                        if ((Test-Said -Cell $cell -Clear) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'HostedVoiceMail') -Wanted $wanted)) {
                            if ($PSCmdlet.ShouldProcess($address, 'Set-CsUser -HostedVoiceMail')) {
                                Save-UserSnapshot -Address $address -User $user
                                Set-CsUser -Identity $address -HostedVoiceMail $wanted -Confirm:$false
                                $did += 'HostedVoiceMail'
                            } else {
                                $left += 'Set-CsUser -HostedVoiceMail'
                            }
                        }
                    }
                } catch {
                    $failed++
                    Save-Failure -Address $address -Message $_.Exception.Message
                }
            }
            if ($did.Count -gt 0) {
                $changed++
            }
            if ($left.Count -gt 0) {
                $undone++
            }
            if ($total % $BatchSize -eq 0) {
                $status = [string]($FirstUser + $total - 1) + ' of 11 users; to go on from here: -FirstUser ' + [string]($FirstUser + $total)
                Write-Progress -Activity $activity -Status $status -CurrentOperation $address
                Write-Verbose -Message $status
                Start-Sleep -Seconds $PauseSeconds
            }
        }
        $result = 'unchanged'
        if ($changed -gt 0) {
            $result = 'changed'
        }
        if ($undone -gt 0) {
            $result = $notDone
        }
        if ($failed -gt 0) {
            $result = 'failed'
            Write-Warning -Message ([string]$failed + ' users failed; they are recorded in failed-users.csv in ' + $LogFolder + '. Remove the causes and run the step again: it changes only what is left.')
        }
        Exit-Step -Result $result -Detail ([string]$total + ' users, ' + [string]$changed + ' changed, ' + [string]$undone + ' not done, ' + [string]$failed + ' failed, ' + [string]$online + ' homed online')
    }

    # FrontEnd.Restart - Front End service, restarted after ExchUCUtil
    # Why: Lync sees a UM dial plan only after ExchUCUtil.ps1 has run in the Exchange Management Shell, Active Directory
    #      has replicated, and the Front End service has been restarted.
    # See: A call to the voice mail of a local user is answered.
    # No way back: A service that was restarted runs; there is nothing to take back.
    if (Enter-Step -Id 'FrontEnd.Restart' -Title 'Front End service, restarted after ExchUCUtil') {
        $result = 'toDo'
        if ($RestartServices) {
            if ($PSCmdlet.ShouldProcess('fe01.fabrikam.com, fe02.fabrikam.com, fe03.fabrikam.com, se01.fabrikam.com', 'Stop-CsWindowsService, Start-CsWindowsService')) {
                Stop-CsWindowsService -Name 'RTCSRV' -ComputerName 'fe01.fabrikam.com' -Graceful -Confirm:$false | Out-Null
                Start-CsWindowsService -Name 'RTCSRV' -ComputerName 'fe01.fabrikam.com' -Confirm:$false | Out-Null
                Stop-CsWindowsService -Name 'RTCSRV' -ComputerName 'fe02.fabrikam.com' -Graceful -Confirm:$false | Out-Null
                Start-CsWindowsService -Name 'RTCSRV' -ComputerName 'fe02.fabrikam.com' -Confirm:$false | Out-Null
                Stop-CsWindowsService -Name 'RTCSRV' -ComputerName 'fe03.fabrikam.com' -Graceful -Confirm:$false | Out-Null
                Start-CsWindowsService -Name 'RTCSRV' -ComputerName 'fe03.fabrikam.com' -Confirm:$false | Out-Null
                Stop-CsWindowsService -Name 'RTCSRV' -ComputerName 'se01.fabrikam.com' -Graceful -Confirm:$false | Out-Null
                Start-CsWindowsService -Name 'RTCSRV' -ComputerName 'se01.fabrikam.com' -Confirm:$false | Out-Null
                $result = 'done'
            } else {
                $result = $notDone
            }
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Only where UM dial plans are new: after ExchUCUtil.ps1 has run and Active Directory has replicated, restart the service RTCSRV on each Front End server, one at a time, when few people call.'
            Write-Warning -Message 'With -RestartServices this script does it now; without, nothing is restarted.'
            Write-Warning -Message '  Front End server 1: fe01.fabrikam.com'
            Write-Warning -Message '  Front End server 2: fe02.fabrikam.com'
            Write-Warning -Message '  Front End server 3: fe03.fabrikam.com'
            Write-Warning -Message '  Front End server 4: se01.fabrikam.com'
            if (-not $Unattended -and -not $WhatIfPreference) {
                $answer = Read-Host -Prompt 'Type done when it is done, or press Enter to leave it for later'
                if ($answer -eq 'done') {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # Contact.ova-seattle_fabrikam.com - Contact ova-seattle@fabrikam.com, subscriber access of local UM
    # Why: Whoever dials +14255550100 reaches local UM through it. Its tool is OcsUmUtil.exe, which has no command line.
    # See: Get-CsExUmContact -Identity sip:ova-seattle@fabrikam.com shows it.
    # After: FrontEnd.Restart
    if (Enter-Step -Id 'Contact.ova-seattle_fabrikam.com' -Title 'Contact ova-seattle@fabrikam.com, subscriber access of local UM') {
        $result = 'toDo'
        if ($null -ne (Get-CsExUmContact -Identity 'sip:ova-seattle@fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'unchanged'
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Run OcsUmUtil.exe on a Front End server, from the folder Support of the common files of Lync Server, as a member of RTCUniversalServerAdmins and RTCUniversalUserAdmins; choose Load Data, the UM dial plan, Add.'
            Write-Warning -Message '  SIP dial plan: Seattle'
            Write-Warning -Message '  Exchange organization: Corp'
            Write-Warning -Message '  Organizational unit: OU=Voice,DC=fabrikam,DC=com'
            Write-Warning -Message '  Name: ova-seattle'
            Write-Warning -Message '  SIP address: SIP:ova-seattle@fabrikam.com'
            Write-Warning -Message '  Server or pool: pool01.fabrikam.com'
            Write-Warning -Message '  Phone number: +14255550100'
            Write-Warning -Message '  Contact type: Subscriber Access'
            if (-not $Unattended -and -not $WhatIfPreference) {
                Read-Host -Prompt 'Press Enter when it is done, or to leave it for later' | Out-Null
                if ($null -ne (Get-CsExUmContact -Identity 'sip:ova-seattle@fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # Contact.ova-portland_fabrikam.com - Contact ova-portland@fabrikam.com, subscriber access of local UM
    # Why: Whoever dials +14255550101 reaches local UM through it. Its tool is OcsUmUtil.exe, which has no command line.
    # See: Get-CsExUmContact -Identity sip:ova-portland@fabrikam.com shows it.
    # After: FrontEnd.Restart
    if (Enter-Step -Id 'Contact.ova-portland_fabrikam.com' -Title 'Contact ova-portland@fabrikam.com, subscriber access of local UM') {
        $result = 'toDo'
        if ($null -ne (Get-CsExUmContact -Identity 'sip:ova-portland@fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'unchanged'
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Run OcsUmUtil.exe on a Front End server, from the folder Support of the common files of Lync Server, as a member of RTCUniversalServerAdmins and RTCUniversalUserAdmins; choose Load Data, the UM dial plan, Add.'
            Write-Warning -Message '  SIP dial plan: Portland'
            Write-Warning -Message '  Exchange organization: Corp'
            Write-Warning -Message '  Organizational unit: OU=Voice,DC=fabrikam,DC=com'
            Write-Warning -Message '  Name: ova-portland'
            Write-Warning -Message '  SIP address: SIP:ova-portland@fabrikam.com'
            Write-Warning -Message '  Server or pool: se01.fabrikam.com'
            Write-Warning -Message '  Phone number: +14255550101'
            Write-Warning -Message '  Contact type: Subscriber Access'
            if (-not $Unattended -and -not $WhatIfPreference) {
                Read-Host -Prompt 'Press Enter when it is done, or to leave it for later' | Out-Null
                if ($null -ne (Get-CsExUmContact -Identity 'sip:ova-portland@fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # Contact.reception-seattle_fabrikam.com - Contact reception-seattle@fabrikam.com, an auto attendant of local UM
    # Why: Whoever dials +14255550102 reaches local UM through it. Its tool is OcsUmUtil.exe, which has no command line.
    # See: Get-CsExUmContact -Identity sip:reception-seattle@fabrikam.com shows it.
    # After: FrontEnd.Restart
    if (Enter-Step -Id 'Contact.reception-seattle_fabrikam.com' -Title 'Contact reception-seattle@fabrikam.com, an auto attendant of local UM') {
        $result = 'toDo'
        if ($null -ne (Get-CsExUmContact -Identity 'sip:reception-seattle@fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'unchanged'
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Run OcsUmUtil.exe on a Front End server, from the folder Support of the common files of Lync Server, as a member of RTCUniversalServerAdmins and RTCUniversalUserAdmins; choose Load Data, the UM dial plan, Add.'
            Write-Warning -Message '  SIP dial plan: Seattle'
            Write-Warning -Message '  Exchange organization: Corp'
            Write-Warning -Message '  Organizational unit: OU=Voice,DC=fabrikam,DC=com'
            Write-Warning -Message '  Name: reception-seattle'
            Write-Warning -Message '  SIP address: SIP:reception-seattle@fabrikam.com'
            Write-Warning -Message '  Server or pool: pool01.fabrikam.com'
            Write-Warning -Message '  Phone number: +14255550102'
            Write-Warning -Message '  Contact type: Auto-Attendant'
            if (-not $Unattended -and -not $WhatIfPreference) {
                Read-Host -Prompt 'Press Enter when it is done, or to leave it for later' | Out-Null
                if ($null -ne (Get-CsExUmContact -Identity 'sip:reception-seattle@fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # Contact.reception-portland_fabrikam.com - Contact reception-portland@fabrikam.com, an auto attendant of local UM
    # Why: Whoever dials +14255550103 reaches local UM through it. Its tool is OcsUmUtil.exe, which has no command line.
    # See: Get-CsExUmContact -Identity sip:reception-portland@fabrikam.com shows it.
    # After: FrontEnd.Restart
    if (Enter-Step -Id 'Contact.reception-portland_fabrikam.com' -Title 'Contact reception-portland@fabrikam.com, an auto attendant of local UM') {
        $result = 'toDo'
        if ($null -ne (Get-CsExUmContact -Identity 'sip:reception-portland@fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'unchanged'
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Run OcsUmUtil.exe on a Front End server, from the folder Support of the common files of Lync Server, as a member of RTCUniversalServerAdmins and RTCUniversalUserAdmins; choose Load Data, the UM dial plan, Add.'
            Write-Warning -Message '  SIP dial plan: Portland'
            Write-Warning -Message '  Exchange organization: Corp'
            Write-Warning -Message '  Organizational unit: OU=Voice,DC=fabrikam,DC=com'
            Write-Warning -Message '  Name: reception-portland'
            Write-Warning -Message '  SIP address: SIP:reception-portland@fabrikam.com'
            Write-Warning -Message '  Server or pool: se01.fabrikam.com'
            Write-Warning -Message '  Phone number: +14255550103'
            Write-Warning -Message '  Contact type: Auto-Attendant'
            if (-not $Unattended -and -not $WhatIfPreference) {
                Read-Host -Prompt 'Press Enter when it is done, or to leave it for later' | Out-Null
                if ($null -ne (Get-CsExUmContact -Identity 'sip:reception-portland@fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
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
