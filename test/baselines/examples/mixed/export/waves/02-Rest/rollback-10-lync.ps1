# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 494fb0e975487c02ee20e784e59adb1309774b0ca38815700dab8d67e005be56
#requires -Version 3.0

<#
.SYNOPSIS
    Takes back what 10-lync.ps1 changed, in reverse order.
.DESCRIPTION
    It works by the folder snapshot beside it, where 10-lync.ps1 kept what it found before its first change: keep
    that folder. What is not in it was not changed, and stays.
    What can not be taken back is said by its step. Run it in the same shell.
.PARAMETER FirstUser
    The row of the list in the snapshot to begin with, counted from 1: to go on sooner after a break. Without it
    every user is looked at, and those that are right are left alone.
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
.EXAMPLE
    .\rollback-10-lync.ps1 -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\rollback-10-lync.ps1 | Format-Table -AutoSize
    Does it, and shows one line a step. Running it again changes only what is left.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param(
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
        'Retire.OnPrem',
        'Mailboxes',
        'Users'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Retire.OnPrem',
        'Mailboxes',
        'Users'
    )]
    [string]$From = 'Shell'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($LogFolder -eq '') {
    $LogFolder = Join-Path -Path $PSScriptRoot -ChildPath 'log'
}
if ($SnapshotFolder -eq '') {
    $SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath 'snapshot\10-lync'
}
$activity = 'rollback-10-lync.ps1'
$stepCount = 4
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

function New-Folder {
    param([string]$Path)
    if (-not (Test-Path -LiteralPath $Path)) {
        New-Item -ItemType Directory -Path $Path -Force -WhatIf:$false -Confirm:$false | Out-Null
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

function Read-UserSnapshot {
    $path = Join-Path -Path $SnapshotFolder -ChildPath 'users.csv'
    if (Test-Path -LiteralPath $path) {
        Import-Csv -LiteralPath $path -Encoding UTF8
    }
}

try {
    $global:ErrorActionPreference = 'Stop'
    if (-not $WhatIfPreference) {
        New-Folder -Path $LogFolder
        $transcriptPath = Join-Path -Path $LogFolder -ChildPath ('rollback-10-lync-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.txt')
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
        $missing = @(@('Get-CsUser', 'Grant-CsHostedVoicemailPolicy', 'Set-CsUser') | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
        if ($missing.Count -gt 0) {
            throw ('This shell has no ' + ($missing -join ', ') + '. Run the script in the ' + 'Lync Server (Skype for Business Server) Management Shell' + '.')
        }
        Exit-Step -Result $result -Detail ''
    }

    # Retire.OnPrem - Local UM of OnPrem, retired
    # Why: A dial plan that was removed has to be made again, and its users enabled again.
    # See: Nothing is done here.
    # No way back: A dial plan that was removed has to be made again, and its users enabled again.
    if (Enter-Step -Id 'Retire.OnPrem' -Title 'Local UM of OnPrem, retired') {
        Write-Warning -Message 'Not taken back: A dial plan that was removed has to be made again, and its users enabled again.'
        Exit-Step -Result 'told' -Detail ''
    }

    # Mailboxes - Mailboxes of wave Rest
    # Why: Mailboxes are moved back by Exchange, not by this script.
    # See: Nothing is done here.
    # No way back: Mailboxes are moved back by Exchange, not by this script.
    if (Enter-Step -Id 'Mailboxes' -Title 'Mailboxes of wave Rest') {
        Write-Warning -Message 'Not taken back: Mailboxes are moved back by Exchange, not by this script.'
        Exit-Step -Result 'told' -Detail ''
    }

    # Users - Users: the flag for hosted voice mail, policies, numbers, home pool
    # Why: Each user gets back what was found before the first change. One who was not enabled before is set back and
    #      switched off, not deleted.
    # See: Get-CsUser shows what users.csv in the snapshot says.
    if (Enter-Step -Id 'Users' -Title 'Users: the flag for hosted voice mail, policies, numbers, home pool') {
        $total = 0
        $changed = 0
        $undone = 0
        $failed = 0
        $online = 0
        Read-UserSnapshot | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {
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
                    $isNew = (Get-Cell -Row $row -Name 'Existed') -eq 'False'
                    if ($null -eq $user -and -not $isNew) {
                        throw 'The user is not there any more.'
                    }
                    if ($null -ne $user) {
                        $cell = Get-Cell -Row $row -Name 'HostedVoiceMail'
                        $wanted = ConvertTo-Wanted -Cell $cell -Type 'boolean'
                        if ((Test-Said -Cell $cell -Clear) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'HostedVoiceMail') -Wanted $wanted)) {
                            if ($PSCmdlet.ShouldProcess($address, 'Set-CsUser -HostedVoiceMail')) {
                                Set-CsUser -Identity $address -HostedVoiceMail $wanted -Confirm:$false
                                $did += 'HostedVoiceMail'
                            } else {
                                $left += 'Set-CsUser -HostedVoiceMail'
                            }
                        }
                        $cell = Get-Cell -Row $row -Name 'HostedVoicemailPolicy'
                        $wanted = (ConvertTo-Wanted -Cell $cell -Type 'text') -replace '^tag:', ''
                        if ($wanted -eq '') {
                            $wanted = $null
                        }
                        if ((Test-Said -Cell $cell -Clear) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'HostedVoicemailPolicy') -Wanted $wanted -Comparison 'policy')) {
                            if ($PSCmdlet.ShouldProcess($address, 'Grant-CsHostedVoicemailPolicy')) {
                                Grant-CsHostedVoicemailPolicy -Identity $address -PolicyName $wanted -Confirm:$false
                                $did += 'HostedVoicemailPolicy'
                            } else {
                                $left += 'Grant-CsHostedVoicemailPolicy'
                            }
                        }
                        if ($isNew -and [string](Get-PropertyValue -Of $user -Name 'Enabled') -ne 'False') {
                            if ($PSCmdlet.ShouldProcess($address, 'Set-CsUser -Enabled')) {
                                Set-CsUser -Identity $address -Enabled $false -Confirm:$false
                                $did += 'Enabled'
                            } else {
                                $left += 'Set-CsUser -Enabled'
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
                $status = [string]($FirstUser + $total - 1) + ' users; to go on from here: -FirstUser ' + [string]($FirstUser + $total)
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
