# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 494fb0e975487c02ee20e784e59adb1309774b0ca38815700dab8d67e005be56
#requires -Version 3.0

<#
.SYNOPSIS
    Makes the Lync side of Contoso as its topology declares it.
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
.PARAMETER ReplicationMinutes
    How long replication to the Edge is waited for.
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
        'Pool.pool01.contoso.com',
        'Pool.edge01.contoso.com',
        'Pool.sba01.contoso.com',
        'Site.Redmond',
        'Site.Spokane',
        'OU.1',
        'UsersFile',
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
        'FrontEnd.Restart',
        'Contact.ova-local_contoso.com',
        'Rerouting.site.Spokane'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Pool.pool01.contoso.com',
        'Pool.edge01.contoso.com',
        'Pool.sba01.contoso.com',
        'Site.Redmond',
        'Site.Spokane',
        'OU.1',
        'UsersFile',
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
        'FrontEnd.Restart',
        'Contact.ova-local_contoso.com',
        'Rerouting.site.Spokane'
    )]
    [string]$From = 'Shell',
    [int]$ReplicationMinutes = 5,
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
$stepCount = 27
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

function Get-ReplicaBehind {
    @(Get-CsManagementStoreReplicationStatus | Where-Object { -not $_.UpToDate } | ForEach-Object { [string]$_.ReplicaFqdn })
}

# The names of the servers that are still behind when the time is over.
function Wait-Replication {
    $until = (Get-Date).AddMinutes($ReplicationMinutes)
    $behind = @(Get-ReplicaBehind)
    while ($behind.Count -gt 0 -and (Get-Date) -lt $until) {
        Write-Progress -Activity $activity -Status ('Waiting for ' + ($behind -join ', '))
        Start-Sleep -Seconds 5
        $behind = @(Get-ReplicaBehind)
    }
    return ($behind -join ', ')
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
        $missing = @(@('Enable-CsUser', 'Get-CsAccessEdgeConfiguration', 'Get-CsAllowedDomain', 'Get-CsExUmContact', 'Get-CsHostedVoicemailPolicy', 'Get-CsHostingProvider', 'Get-CsManagementStoreReplicationStatus', 'Get-CsMediaConfiguration', 'Get-CsSipDomain', 'Get-CsUser', 'Get-CsVoicePolicy', 'Get-CsVoicemailReroutingConfiguration', 'Grant-CsHostedVoicemailPolicy', 'Invoke-CsManagementStoreReplication', 'Move-CsUser', 'New-CsAllowedDomain', 'New-CsExUmContact', 'New-CsHostedVoicemailPolicy', 'New-CsHostingProvider', 'New-CsSipDomain', 'New-CsVoicemailReroutingConfiguration', 'Set-CsAccessEdgeConfiguration', 'Set-CsAllowedDomain', 'Set-CsExUmContact', 'Set-CsHostedVoicemailPolicy', 'Set-CsHostingProvider', 'Set-CsMediaConfiguration', 'Set-CsSipDomain', 'Set-CsUser', 'Set-CsVoicePolicy', 'Set-CsVoicemailReroutingConfiguration', 'Start-CsWindowsService', 'Stop-CsWindowsService') | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
        if ($missing.Count -gt 0) {
            throw ('This shell has no ' + ($missing -join ', ') + '. Run the script in the ' + 'Lync Server (Skype for Business Server) Management Shell' + '.')
        }
        Exit-Step -Result $result -Detail ''
    }

    # Pool.pool01.contoso.com - Pool pool01.contoso.com
    # Why: Topology Builder makes pools and publishes them; no step of this script does.
    # See: Get-CsPool -Identity pool01.contoso.com finds it.
    if (Enter-Step -Id 'Pool.pool01.contoso.com' -Title 'Pool pool01.contoso.com') {
        $result = 'ok'
        if ($null -eq (Get-CsPool -Identity 'pool01.contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            Stop-Step -Message 'There is no pool pool01.contoso.com: publish it with Topology Builder first.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # Pool.edge01.contoso.com - Pool edge01.contoso.com
    # Why: Topology Builder makes pools and publishes them; no step of this script does.
    # See: Get-CsPool -Identity edge01.contoso.com finds it.
    if (Enter-Step -Id 'Pool.edge01.contoso.com' -Title 'Pool edge01.contoso.com') {
        $result = 'ok'
        if ($null -eq (Get-CsPool -Identity 'edge01.contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            Stop-Step -Message 'There is no pool edge01.contoso.com: publish it with Topology Builder first.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # Pool.sba01.contoso.com - Pool sba01.contoso.com
    # Why: Topology Builder makes pools and publishes them; no step of this script does.
    # See: Get-CsPool -Identity sba01.contoso.com finds it.
    if (Enter-Step -Id 'Pool.sba01.contoso.com' -Title 'Pool sba01.contoso.com') {
        $result = 'ok'
        if ($null -eq (Get-CsPool -Identity 'sba01.contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            Stop-Step -Message 'There is no pool sba01.contoso.com: publish it with Topology Builder first.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # Site.Redmond - Site Redmond
    # Why: Policies of a site are found by its name.
    # See: Get-CsSite -Identity 'Redmond' finds it.
    if (Enter-Step -Id 'Site.Redmond' -Title 'Site Redmond') {
        $result = 'ok'
        if ($null -eq (Get-CsSite -Identity 'Redmond' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            Stop-Step -Message 'There is no site Redmond: publish it with Topology Builder first.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # Site.Spokane - Site Spokane
    # Why: Policies of a site are found by its name.
    # See: Get-CsSite -Identity 'Spokane' finds it.
    if (Enter-Step -Id 'Site.Spokane' -Title 'Site Spokane') {
        $result = 'ok'
        if ($null -eq (Get-CsSite -Identity 'Spokane' -ErrorAction SilentlyContinue)) {
            $result = 'notMet'
            Stop-Step -Message 'There is no site Spokane: publish it with Topology Builder first.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # OU.1 - Rights in OU=Voice,DC=contoso,DC=com
    # Why: Members of RTCUniversalUserAdmins create contacts only in containers in which they have rights.
    # See: Test-CsOUPermission answers True.
    if (Enter-Step -Id 'OU.1' -Title 'Rights in OU=Voice,DC=contoso,DC=com') {
        $result = 'ok'
        if (-not (Test-CsOUPermission -ObjectType 'AppContact' -OU 'OU=Voice,DC=contoso,DC=com')) {
            $result = 'notMet'
            Write-Warning -Message 'RTCUniversalUserAdmins has no rights for contacts in OU=Voice,DC=contoso,DC=com. A domain administrator grants them: Grant-CsOUPermission -ObjectType AppContact -OU with this name. Domain administrators need no grant: they may go on with the next step.'
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

    # SipDomain.contoso.com - SIP domain contoso.com, the default one
    # Why: Users' SIP addresses end with it. It is the default: calls from the telephone network to hosted UM carry it,
    #      so the Internet has to resolve it.
    # See: Get-CsSipDomain -Identity contoso.com shows it with IsDefault True.
    # No way back: Another SIP domain is made the default one by Set-CsSipDomain -IsDefault; this one can be removed then, when
    #              no address uses it.
    if (Enter-Step -Id 'SipDomain.contoso.com' -Title 'SIP domain contoso.com, the default one') {
        $found = Get-CsSipDomain -Identity 'contoso.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            Write-NoWayBack -Reason 'There is no way back. Another SIP domain is made the default one by Set-CsSipDomain -IsDefault; this one can be removed then, when no address uses it.'
            if ($PSCmdlet.ShouldProcess('SIP domain contoso.com', 'New-CsSipDomain')) {
                Save-Snapshot -Found $found
                New-CsSipDomain -Identity 'contoso.com' -IsDefault $true -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'IsDefault' = $true })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                Write-NoWayBack -Reason 'There is no way back. Another SIP domain is made the default one by Set-CsSipDomain -IsDefault; this one can be removed then, when no address uses it.'
                if ($PSCmdlet.ShouldProcess('SIP domain contoso.com', 'Set-CsSipDomain')) {
                    Save-Snapshot -Found $found
                    Set-CsSipDomain -Identity 'contoso.com' -IsDefault $true -Confirm:$false | Out-Null
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

    # AccessEdge - Access Edge configuration
    # Why: Hosted voice mail is reached by federation, and hosting providers work only while partners are found by DNS
    #      SRV records.
    # See: Get-CsAccessEdgeConfiguration shows the values below.
    # After: SipDomain.contoso.com
    # Stays: Where partners were found in the other way before (by DNS SRV, or by a default route), that is set back by
    #        hand: the values are in the snapshot.
    if (Enter-Step -Id 'AccessEdge' -Title 'Access Edge configuration') {
        $found = Get-CsAccessEdgeConfiguration -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            $result = 'refused'
            Stop-Step -Message 'The Access Edge configuration was not found: may you read it?'
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'AllowFederatedUsers' = $true; 'EnablePartnerDiscovery' = $false })
            if (@($found.PSObject.TypeNames -like '*DefaultRoute*').Count -gt 0) {
                $differences += 'Routing'
            }
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                Write-NoWayBack -Reason 'Where partners were found in the other way before (by DNS SRV, or by a default route), that is set back by hand: the values are in the snapshot.'
                if ($PSCmdlet.ShouldProcess('the Access Edge configuration', 'Set-CsAccessEdgeConfiguration')) {
                    Save-Snapshot -Found $found
                    Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -AllowFederatedUsers $true -EnablePartnerDiscovery $false -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Replication.AccessEdge - Replication to the Edge, after the Access Edge configuration
    # Why: The Edge works with a copy of the configuration. What follows needs the Access Edge configuration to be there;
    #      it usually takes less than a minute.
    # See: Get-CsManagementStoreReplicationStatus shows UpToDate True for each server; on the Edge, Get-CsHostingProvider
    #      -LocalStore shows what has arrived.
    # After: AccessEdge
    if (Enter-Step -Id 'Replication.AccessEdge' -Title 'Replication to the Edge, after the Access Edge configuration') {
        $result = 'unchanged'
        $detail = ''
        if ($script:changedSteps.Count -gt 0 -or @(Get-ReplicaBehind).Count -gt 0) {
            if ($PSCmdlet.ShouldProcess('the Central Management store', 'Invoke-CsManagementStoreReplication')) {
                Invoke-CsManagementStoreReplication
                $behind = Wait-Replication
                if ($behind -ne '') {
                    throw ('Not up to date: ' + $behind + '. Look at the replication to the Edge (port 4443 from the Front End); a longer wait is set by -ReplicationMinutes.')
                }
                $result = 'replicated'
            } else {
                $result = $notDone
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # InternalSrv.contoso.com - Federation record of contoso.com, seen from inside
    # Why: Once a provider shares the SIP domains, the servers look for their own federation record. Where internal DNS
    #      hides the public one, calls to hosted voice mail are lost.
    # See: nslookup -type=SRV _sipfederationtls._tcp.contoso.com names sip.contoso.com.
    # After: AccessEdge, Replication.AccessEdge
    if (Enter-Step -Id 'InternalSrv.contoso.com' -Title 'Federation record of contoso.com, seen from inside') {
        $result = 'ok'
        $answer = Resolve-Record -Name '_sipfederationtls._tcp.contoso.com' -Type 'SRV'
        if (-not (Test-Answer -Answer $answer -Text 'sip.contoso.com')) {
            $result = 'notMet'
            Stop-Step -Message '_sipfederationtls._tcp.contoso.com does not resolve to sip.contoso.com from this server. Add the records of the folder dns/internal to internal DNS, then run this step again.'
        }
        Exit-Step -Result $result -Detail ''
    }

    # HostingProvider.ExchangeOnline - Hosting provider ExchangeOnline
    # Why: A policy's destination must be the proxy of an enabled provider that shares the SIP domains, or the Edge
    #      refuses the call.
    # See: Get-CsHostingProvider -Identity 'ExchangeOnline' shows ProxyFqdn exap.um.outlook.com and the values below.
    # After: AccessEdge, Replication.AccessEdge, InternalSrv.contoso.com
    if (Enter-Step -Id 'HostingProvider.ExchangeOnline' -Title 'Hosting provider ExchangeOnline') {
        $found = Get-CsHostingProvider -Identity 'ExchangeOnline' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($PSCmdlet.ShouldProcess('hosting provider ExchangeOnline', 'New-CsHostingProvider')) {
                Save-Snapshot -Found $found
                New-CsHostingProvider -Identity 'ExchangeOnline' -ProxyFqdn 'exap.um.outlook.com' -Enabled $true -EnabledSharedAddressSpace $true -HostsOCSUsers $false -IsLocal $false -VerificationLevel 'UseSourceVerification' -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            if (@(Get-Difference -Found $found -Wanted @{ 'ProxyFqdn' = 'exap.um.outlook.com' }).Count -gt 0) {
                $result = 'refused'
                Stop-Step -Message ('ProxyFqdn of hosting provider ExchangeOnline is to be exap.um.outlook.com and can''t be changed. Remove-CsHostingProvider takes the old one away; calls to its hosted voice mail fail until the new one is there. Run Remove-CsHostingProvider -Identity with this name, then this step again.' + ' Found: ' + [string](Get-PropertyValue -Of $found -Name 'ProxyFqdn'))
            }
            $differences = @(Get-Difference -Found $found -Wanted @{ 'Enabled' = $true; 'EnabledSharedAddressSpace' = $true; 'HostsOCSUsers' = $false; 'IsLocal' = $false; 'VerificationLevel' = 'UseSourceVerification' })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('hosting provider ExchangeOnline', 'Set-CsHostingProvider')) {
                    Save-Snapshot -Found $found
                    Set-CsHostingProvider -Identity 'ExchangeOnline' -Enabled $true -EnabledSharedAddressSpace $true -HostsOCSUsers $false -IsLocal $false -VerificationLevel 'UseSourceVerification' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # AllowedDomain.fabrikam.com - Allowed domain fabrikam.com
    # Why: A partner that may federate.
    # See: Get-CsAllowedDomain -Identity fabrikam.com shows it.
    # After: AccessEdge
    if (Enter-Step -Id 'AllowedDomain.fabrikam.com' -Title 'Allowed domain fabrikam.com') {
        $found = Get-CsAllowedDomain -Identity 'fabrikam.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($PSCmdlet.ShouldProcess('allowed domain fabrikam.com', 'New-CsAllowedDomain')) {
                Save-Snapshot -Found $found
                New-CsAllowedDomain -Identity 'fabrikam.com' -Comment 'supplier' -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'Comment' = 'supplier' })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('allowed domain fabrikam.com', 'Set-CsAllowedDomain')) {
                    Save-Snapshot -Found $found
                    Set-CsAllowedDomain -Identity 'fabrikam.com' -Comment 'supplier' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Replication.Providers - Replication to the Edge, after the providers
    # Why: The Edge works with a copy of the configuration. What follows needs the providers to be there; it usually
    #      takes less than a minute.
    # See: Get-CsManagementStoreReplicationStatus shows UpToDate True for each server; on the Edge, Get-CsHostingProvider
    #      -LocalStore shows what has arrived.
    # After: AccessEdge, HostingProvider.ExchangeOnline
    if (Enter-Step -Id 'Replication.Providers' -Title 'Replication to the Edge, after the providers') {
        $result = 'unchanged'
        $detail = ''
        if ($script:changedSteps.Count -gt 0 -or @(Get-ReplicaBehind).Count -gt 0) {
            if ($PSCmdlet.ShouldProcess('the Central Management store', 'Invoke-CsManagementStoreReplication')) {
                Invoke-CsManagementStoreReplication
                $behind = Wait-Replication
                if ($behind -ne '') {
                    throw ('Not up to date: ' + $behind + '. Look at the replication to the Edge (port 4443 from the Front End); a longer wait is set by -ReplicationMinutes.')
                }
                $result = 'replicated'
            } else {
                $result = $notDone
            }
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

    # HostedVoicemailPolicy.Cloud - Hosted voice mail policy Cloud
    # Why: It sends the calls of those it applies to to exap.um.outlook.com, for contoso.onmicrosoft.com.
    # See: Get-CsHostedVoicemailPolicy -Identity 'Cloud' shows the values below.
    # After: HostingProvider.ExchangeOnline
    if (Enter-Step -Id 'HostedVoicemailPolicy.Cloud' -Title 'Hosted voice mail policy Cloud') {
        $found = Get-CsHostedVoicemailPolicy -Identity 'Cloud' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($PSCmdlet.ShouldProcess('hosted voice mail policy Cloud', 'New-CsHostedVoicemailPolicy')) {
                Save-Snapshot -Found $found
                New-CsHostedVoicemailPolicy -Identity 'Cloud' -Destination 'exap.um.outlook.com' -Organization 'contoso.onmicrosoft.com' -Description 'Granted to each user whose mailbox is hosted, and to the hosted contacts.' -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'Destination' = 'exap.um.outlook.com'; 'Organization' = 'contoso.onmicrosoft.com'; 'Description' = 'Granted to each user whose mailbox is hosted, and to the hosted contacts.' } -Lists 'Organization')
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('hosted voice mail policy Cloud', 'Set-CsHostedVoicemailPolicy')) {
                    Save-Snapshot -Found $found
                    Set-CsHostedVoicemailPolicy -Identity 'Cloud' -Destination 'exap.um.outlook.com' -Organization 'contoso.onmicrosoft.com' -Description 'Granted to each user whose mailbox is hosted, and to the hosted contacts.' -Confirm:$false | Out-Null
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
            $differences = @(Get-Difference -Found $found -Wanted @{ 'EnableVoicemailEscapeTimer' = $true; 'PSTNVoicemailEscapeTimer' = 2000; 'Description' = 'A mobile phone that answers within two seconds is its own voice mail: Lync takes the call back.' })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('voice policy Global', 'Set-CsVoicePolicy')) {
                    Save-Snapshot -Found $found
                    Set-CsVoicePolicy -Identity 'Global' -EnableVoicemailEscapeTimer $true -PSTNVoicemailEscapeTimer 2000 -Description 'A mobile phone that answers within two seconds is its own voice mail: Lync takes the call back.' -Confirm:$false | Out-Null
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
    # After: HostedVoicemailPolicy.Cloud, VoicePolicy.Global
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
                $status = [string]($FirstUser + $total - 1) + ' of 16 users; to go on from here: -FirstUser ' + [string]($FirstUser + $total)
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
    # After: Users, HostedVoicemailPolicy.Cloud, VoicePolicy.Global
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
                $status = [string]($FirstUser + $total - 1) + ' of 16 users; to go on from here: -FirstUser ' + [string]($FirstUser + $total)
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

    # Contact.ova_contoso.com - Contact ova@contoso.com, subscriber access of hosted UM
    # Why: Whoever dials +14255550180 reaches hosted UM through it.
    # See: Get-CsExUmContact -Identity sip:ova@contoso.com shows it. Enter the number among the UM dial plan's access
    #      numbers on the other side.
    # After: HostedVoicemailPolicy.Cloud, VoicePolicy.Global
    if (Enter-Step -Id 'Contact.ova_contoso.com' -Title 'Contact ova@contoso.com, subscriber access of hosted UM') {
        $found = Get-CsExUmContact -Identity 'sip:ova@contoso.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($PSCmdlet.ShouldProcess('contact ova@contoso.com', 'New-CsExUmContact')) {
                Save-Snapshot -Found $found
                New-CsExUmContact -SipAddress 'sip:ova@contoso.com' -RegistrarPool 'pool01.contoso.com' -OU 'OU=Voice,DC=contoso,DC=com' -DisplayNumber '+14255550180' -AutoAttendant $false -Description 'Outlook Voice Access of the hosted side.' -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            if (@(Get-Difference -Found $found -Wanted @{ 'RegistrarPool' = 'pool01.contoso.com' }).Count -gt 0) {
                $result = 'refused'
                Stop-Step -Message ('Contact ova@contoso.com is to be homed on pool01.contoso.com. Move-CsExUmContact moves it, and always asks first: run it by hand, then this step again.' + ' Found: ' + [string](Get-PropertyValue -Of $found -Name 'RegistrarPool'))
            }
            $differences = @(Get-Difference -Found $found -Wanted @{ 'DisplayNumber' = '+14255550180'; 'AutoAttendant' = $false; 'Description' = 'Outlook Voice Access of the hosted side.'; 'Enabled' = $true; 'EnterpriseVoiceEnabled' = $true })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('contact ova@contoso.com', 'Set-CsExUmContact')) {
                    Save-Snapshot -Found $found
                    Set-CsExUmContact -Identity 'sip:ova@contoso.com' -DisplayNumber '+14255550180' -AutoAttendant $false -Description 'Outlook Voice Access of the hosted side.' -Enabled $true -EnterpriseVoiceEnabled $true -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Contact.ova_contoso.com.Policy - Hosted voice mail policy of contact ova@contoso.com
    # Why: A hosted contact is unusable until a hosted voice mail policy with a destination applies to it.
    # See: Get-CsExUmContact -Identity sip:ova@contoso.com shows HostedVoicemailPolicy Cloud.
    # After: Contact.ova_contoso.com
    if (Enter-Step -Id 'Contact.ova_contoso.com.Policy' -Title 'Hosted voice mail policy of contact ova@contoso.com') {
        $found = Get-CsExUmContact -Identity 'sip:ova@contoso.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($WhatIfPreference) {
                $result = $notDone
            } else {
                $result = 'refused'
                Stop-Step -Message 'There is no contact ova@contoso.com: run the step Contact.ova_contoso.com first.'
            }
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'HostedVoicemailPolicy' = 'Cloud' } -Policies 'HostedVoicemailPolicy')
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('contact ova@contoso.com', 'Grant-CsHostedVoicemailPolicy')) {
                    Save-Snapshot -Found $found
                    Grant-CsHostedVoicemailPolicy -Identity 'sip:ova@contoso.com' -PolicyName 'Cloud' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Contact.aa_contoso.com - Contact aa@contoso.com, an auto attendant of hosted UM
    # Why: Whoever dials +14255550190 reaches hosted UM through it.
    # See: Get-CsExUmContact -Identity sip:aa@contoso.com shows it. Enter the number among the auto attendant's pilot
    #      numbers on the other side.
    # After: HostedVoicemailPolicy.Cloud, VoicePolicy.Global
    if (Enter-Step -Id 'Contact.aa_contoso.com' -Title 'Contact aa@contoso.com, an auto attendant of hosted UM') {
        $found = Get-CsExUmContact -Identity 'sip:aa@contoso.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($PSCmdlet.ShouldProcess('contact aa@contoso.com', 'New-CsExUmContact')) {
                Save-Snapshot -Found $found
                New-CsExUmContact -SipAddress 'sip:aa@contoso.com' -RegistrarPool 'pool01.contoso.com' -OU 'OU=Voice,DC=contoso,DC=com' -DisplayNumber '+14255550190' -AutoAttendant $true -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            if (@(Get-Difference -Found $found -Wanted @{ 'RegistrarPool' = 'pool01.contoso.com' }).Count -gt 0) {
                $result = 'refused'
                Stop-Step -Message ('Contact aa@contoso.com is to be homed on pool01.contoso.com. Move-CsExUmContact moves it, and always asks first: run it by hand, then this step again.' + ' Found: ' + [string](Get-PropertyValue -Of $found -Name 'RegistrarPool'))
            }
            $differences = @(Get-Difference -Found $found -Wanted @{ 'DisplayNumber' = '+14255550190'; 'AutoAttendant' = $true; 'Enabled' = $true; 'EnterpriseVoiceEnabled' = $true })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('contact aa@contoso.com', 'Set-CsExUmContact')) {
                    Save-Snapshot -Found $found
                    Set-CsExUmContact -Identity 'sip:aa@contoso.com' -DisplayNumber '+14255550190' -AutoAttendant $true -Enabled $true -EnterpriseVoiceEnabled $true -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Contact.aa_contoso.com.Policy - Hosted voice mail policy of contact aa@contoso.com
    # Why: A hosted contact is unusable until a hosted voice mail policy with a destination applies to it.
    # See: Get-CsExUmContact -Identity sip:aa@contoso.com shows HostedVoicemailPolicy Cloud.
    # After: Contact.aa_contoso.com
    if (Enter-Step -Id 'Contact.aa_contoso.com.Policy' -Title 'Hosted voice mail policy of contact aa@contoso.com') {
        $found = Get-CsExUmContact -Identity 'sip:aa@contoso.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($WhatIfPreference) {
                $result = $notDone
            } else {
                $result = 'refused'
                Stop-Step -Message 'There is no contact aa@contoso.com: run the step Contact.aa_contoso.com first.'
            }
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'HostedVoicemailPolicy' = 'Cloud' } -Policies 'HostedVoicemailPolicy')
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('contact aa@contoso.com', 'Grant-CsHostedVoicemailPolicy')) {
                    Save-Snapshot -Found $found
                    Grant-CsHostedVoicemailPolicy -Identity 'sip:aa@contoso.com' -PolicyName 'Cloud' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # FrontEnd.Restart - Front End service, restarted after ExchUCUtil
    # Why: Lync sees a UM dial plan only after ExchUCUtil.ps1 has run in the Exchange Management Shell, Active Directory
    #      has replicated, and the Front End service has been restarted.
    # See: A call to the voice mail of a local user is answered.
    # No way back: A service that was restarted runs; there is nothing to take back.
    if (Enter-Step -Id 'FrontEnd.Restart' -Title 'Front End service, restarted after ExchUCUtil') {
        $result = 'toDo'
        if ($RestartServices) {
            if ($PSCmdlet.ShouldProcess('fe01.contoso.com, fe02.contoso.com', 'Stop-CsWindowsService, Start-CsWindowsService')) {
                Stop-CsWindowsService -Name 'RTCSRV' -ComputerName 'fe01.contoso.com' -Graceful -Confirm:$false | Out-Null
                Start-CsWindowsService -Name 'RTCSRV' -ComputerName 'fe01.contoso.com' -Confirm:$false | Out-Null
                Stop-CsWindowsService -Name 'RTCSRV' -ComputerName 'fe02.contoso.com' -Graceful -Confirm:$false | Out-Null
                Start-CsWindowsService -Name 'RTCSRV' -ComputerName 'fe02.contoso.com' -Confirm:$false | Out-Null
                $result = 'done'
            } else {
                $result = $notDone
            }
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Only where UM dial plans are new: after ExchUCUtil.ps1 has run and Active Directory has replicated, restart the service RTCSRV on each Front End server, one at a time, when few people call.'
            Write-Warning -Message 'With -RestartServices this script does it now; without, nothing is restarted.'
            Write-Warning -Message '  Front End server 1: fe01.contoso.com'
            Write-Warning -Message '  Front End server 2: fe02.contoso.com'
            if (-not $Unattended -and -not $WhatIfPreference) {
                $answer = Read-Host -Prompt 'Type done when it is done, or press Enter to leave it for later'
                if ($answer -eq 'done') {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # Contact.ova-local_contoso.com - Contact ova-local@contoso.com, subscriber access of local UM
    # Why: Whoever dials +14255550100 reaches local UM through it. Its tool is OcsUmUtil.exe, which has no command line.
    # See: Get-CsExUmContact -Identity sip:ova-local@contoso.com shows it.
    # After: FrontEnd.Restart
    if (Enter-Step -Id 'Contact.ova-local_contoso.com' -Title 'Contact ova-local@contoso.com, subscriber access of local UM') {
        $result = 'toDo'
        if ($null -ne (Get-CsExUmContact -Identity 'sip:ova-local@contoso.com' -ErrorAction SilentlyContinue)) {
            $result = 'unchanged'
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Run OcsUmUtil.exe on a Front End server, from the folder Support of the common files of Lync Server, as a member of RTCUniversalServerAdmins and RTCUniversalUserAdmins; choose Load Data, the UM dial plan, Add.'
            Write-Warning -Message '  SIP dial plan: Redmond'
            Write-Warning -Message '  Exchange organization: OnPrem'
            Write-Warning -Message '  Organizational unit: OU=Voice,DC=contoso,DC=com'
            Write-Warning -Message '  Name: ova-local'
            Write-Warning -Message '  SIP address: SIP:ova-local@contoso.com'
            Write-Warning -Message '  Server or pool: pool01.contoso.com'
            Write-Warning -Message '  Phone number: +14255550100'
            Write-Warning -Message '  Contact type: Subscriber Access'
            if (-not $Unattended -and -not $WhatIfPreference) {
                Read-Host -Prompt 'Press Enter when it is done, or to leave it for later' | Out-Null
                if ($null -ne (Get-CsExUmContact -Identity 'sip:ova-local@contoso.com' -ErrorAction SilentlyContinue)) {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # Rerouting.site.Spokane - Voice mail rerouting configuration site:Spokane
    # Why: While the line to the central site is down, voice mail goes over the telephone network to these numbers. They
    #      must be those of contacts that exist.
    # See: Get-CsVoicemailReroutingConfiguration -Identity 'site:Spokane' shows the values below.
    # After: Contact.ova_contoso.com, Contact.ova_contoso.com.Policy, Contact.aa_contoso.com, Contact.aa_contoso.com.Policy
    if (Enter-Step -Id 'Rerouting.site.Spokane' -Title 'Voice mail rerouting configuration site:Spokane') {
        $found = Get-CsVoicemailReroutingConfiguration -Identity 'site:Spokane' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($PSCmdlet.ShouldProcess('voice mail rerouting configuration site:Spokane', 'New-CsVoicemailReroutingConfiguration')) {
                Save-Snapshot -Found $found
                New-CsVoicemailReroutingConfiguration -Identity 'site:Spokane' -Enabled $true -AutoAttendantNumber '+14255550190' -SubscriberAccessNumber '+14255550180' -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'Enabled' = $true; 'AutoAttendantNumber' = '+14255550190'; 'SubscriberAccessNumber' = '+14255550180' })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('voice mail rerouting configuration site:Spokane', 'Set-CsVoicemailReroutingConfiguration')) {
                    Save-Snapshot -Found $found
                    Set-CsVoicemailReroutingConfiguration -Identity 'site:Spokane' -Enabled $true -AutoAttendantNumber '+14255550190' -SubscriberAccessNumber '+14255550180' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
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
