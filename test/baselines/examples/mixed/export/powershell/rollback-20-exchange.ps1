# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 494fb0e975487c02ee20e784e59adb1309774b0ca38815700dab8d67e005be56
#requires -Version 3.0

<#
.SYNOPSIS
    Takes back what 20-exchange.ps1 changed, in reverse order.
.DESCRIPTION
    It works by the folder snapshot beside it, where 20-exchange.ps1 kept what it found before its first change:
    keep that folder. What is not in it was not changed, and stays.
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
    .\rollback-20-exchange.ps1 -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\rollback-20-exchange.ps1 | Format-Table -AutoSize
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
        'Mailboxes',
        'UMHuntGroup.Pool01',
        'UMIPGateway.Pool01',
        'ExchUCUtil',
        'UMServices.Restart',
        'UMCallRouter.ex02.contoso.com',
        'UMService.ex02.contoso.com',
        'UMCallRouter.ex01.contoso.com',
        'UMService.ex01.contoso.com',
        'UMDialPlan.Redmond'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Mailboxes',
        'UMHuntGroup.Pool01',
        'UMIPGateway.Pool01',
        'ExchUCUtil',
        'UMServices.Restart',
        'UMCallRouter.ex02.contoso.com',
        'UMService.ex02.contoso.com',
        'UMCallRouter.ex01.contoso.com',
        'UMService.ex01.contoso.com',
        'UMDialPlan.Redmond'
    )]
    [string]$From = 'Shell'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($LogFolder -eq '') {
    $LogFolder = Join-Path -Path $PSScriptRoot -ChildPath 'log'
}
if ($SnapshotFolder -eq '') {
    $SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath 'snapshot\20-exchange'
}
$activity = 'rollback-20-exchange.ps1'
$stepCount = 11
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

# What must not go on ends the script; with -WhatIf it is said, and the rest is looked at.
function Stop-Step {
    param([string]$Message)
    if (-not $WhatIfPreference) {
        throw $Message
    }
    Write-Warning -Message $Message
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

# What the step found before it changed anything; nothing when it changed nothing.
function Read-Snapshot {
    $path = Join-Path -Path $SnapshotFolder -ChildPath ($script:stepId + '.xml')
    if (Test-Path -LiteralPath $path) {
        Import-Clixml -LiteralPath $path
    }
}

# A value as it was, in the type that the parameter takes.
function Get-Before {
    param([AllowNull()][object]$Of, [string]$Name, [string]$Type)
    $value = Get-PropertyValue -Of $Of -Name $Name
    if ($Type -eq 'list') {
        $texts = @($value | Where-Object { $null -ne $_ } | ForEach-Object { [string]$_ })
        if ($texts.Count -eq 0) {
            return $null
        }
        return , $texts
    }
    if ([string]$value -eq '') {
        return $null
    }
    if ($Type -eq 'boolean') {
        return ([string]$value -eq 'True')
    }
    if ($Type -eq 'policy') {
        return ([string]$value -replace '^tag:', '')
    }
    return [string]$value
}

function Read-MailboxSnapshot {
    $path = Join-Path -Path $SnapshotFolder -ChildPath 'mailboxes.csv'
    if (Test-Path -LiteralPath $path) {
        Import-Csv -LiteralPath $path -Encoding UTF8
    }
}

try {
    $global:ErrorActionPreference = 'Stop'
    if (-not $WhatIfPreference) {
        New-Folder -Path $LogFolder
        $transcriptPath = Join-Path -Path $LogFolder -ChildPath ('rollback-20-exchange-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.txt')
        try {
            Start-Transcript -Path $transcriptPath -Confirm:$false | Out-Null
            $transcript = $true
        } catch {
            Write-Warning -Message 'This host records no transcript.'
        }
    }

    # Shell - The management shell
    # Why: The cmdlets come with Exchange; the script has to run in the organization OnPrem, not beside the cmdlets of
    #      Exchange Online, which have the same names.
    # See: Get-Command finds them.
    if (Enter-Step -Id 'Shell' -Title 'The management shell') {
        $result = 'ok'
        $missing = @(@('Disable-UMMailbox', 'Get-UMCallRouterSettings', 'Get-UMDialPlan', 'Get-UMHuntGroup', 'Get-UMIPGateway', 'Get-UMMailbox', 'Get-UMMailboxPolicy', 'Get-UMService', 'Remove-UMDialPlan', 'Remove-UMHuntGroup', 'Remove-UMIPGateway', 'Remove-UMMailboxPolicy', 'Set-UMCallRouterSettings', 'Set-UMDialPlan', 'Set-UMIPGateway', 'Set-UMService') | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
        if ($missing.Count -gt 0) {
            throw ('This shell has no ' + ($missing -join ', ') + '. Run the script in the ' + 'Exchange Management Shell' + '.')
        }
        Exit-Step -Result $result -Detail ''
    }

    # Mailboxes - Local mailboxes that were enabled for UM
    # Why: Those that the step enabled are disabled; greetings and settings stay in the mailbox, for the next time.
    # See: Get-UMMailbox finds none of them.
    # Stays: Exchange sends each user a welcome message with a PIN: that is not taken back. The way back disables whom this
    #        step has enabled, and keeps greetings and settings in the mailbox.
    if (Enter-Step -Id 'Mailboxes' -Title 'Local mailboxes that were enabled for UM') {
        $total = 0
        $changed = 0
        $undone = 0
        $failed = 0
        Read-MailboxSnapshot | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {
            $row = $_
            $total++
            $address = Get-Cell -Row $row -Name 'SipAddress'
            $account = Get-Cell -Row $row -Name 'Identity'
            if ($account -ne '') {
                try {
                    if ($null -ne (Get-UMMailbox -Identity $account -ErrorAction SilentlyContinue)) {
                        if ($PSCmdlet.ShouldProcess($address, 'Disable-UMMailbox')) {
                            Disable-UMMailbox -Identity $account -KeepProperties $true -Confirm:$false | Out-Null
                            $changed++
                        } else {
                            $undone++
                        }
                    }
                } catch {
                    $failed++
                    Save-Failure -Address $address -Message $_.Exception.Message
                }
            }
            if ($total % $BatchSize -eq 0) {
                Write-Progress -Activity $activity -Status ([string]($FirstUser + $total - 1) + ' users') -CurrentOperation $address
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
        }
        Exit-Step -Result $result -Detail ([string]$total + ' users, ' + [string]$changed + ' changed, ' + [string]$undone + ' not done, ' + [string]$failed + ' failed')
    }

    # UMHuntGroup.Pool01 - UM hunt group Pool01
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'UMHuntGroup.Pool01' -Title 'UM hunt group Pool01') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-UMHuntGroup -Identity 'Pool01\Pool01' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    if ($PSCmdlet.ShouldProcess('UM hunt group Pool01', 'Remove-UMHuntGroup')) {
                        Remove-UMHuntGroup -Identity 'Pool01\Pool01' -Confirm:$false | Out-Null
                        $result = 'removed'
                    } else {
                        $result = $notDone
                    }
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no UM hunt group Pool01 any more: make it again by hand, its values are in the snapshot.'
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UMIPGateway.Pool01 - UM IP gateway Pool01
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'UMIPGateway.Pool01' -Title 'UM IP gateway Pool01') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-UMIPGateway -Identity 'Pool01' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    if ($PSCmdlet.ShouldProcess('UM IP gateway Pool01', 'Remove-UMIPGateway')) {
                        Remove-UMIPGateway -Identity 'Pool01' -Confirm:$false | Out-Null
                        $result = 'removed'
                    } else {
                        $result = $notDone
                    }
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no UM IP gateway Pool01 any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'Address' = (Get-Before -Of $before -Name 'Address' -Type 'text'); 'OutcallsAllowed' = (Get-Before -Of $before -Name 'OutcallsAllowed' -Type 'boolean'); 'MessageWaitingIndicatorAllowed' = (Get-Before -Of $before -Name 'MessageWaitingIndicatorAllowed' -Type 'boolean') })
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('UM IP gateway Pool01', 'Set-UMIPGateway')) {
                        Set-UMIPGateway -Identity 'Pool01' -Address (Get-Before -Of $before -Name 'Address' -Type 'text') -OutcallsAllowed (Get-Before -Of $before -Name 'OutcallsAllowed' -Type 'boolean') -MessageWaitingIndicatorAllowed (Get-Before -Of $before -Name 'MessageWaitingIndicatorAllowed' -Type 'boolean') -Confirm:$false | Out-Null
                        $result = 'restored'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # ExchUCUtil - ExchUCUtil.ps1
    # Why: The rights that it grants stay; gateways and hunt groups are removed by their cmdlets.
    # See: Nothing is done here.
    # No way back: The rights that it grants stay; gateways and hunt groups are removed by their cmdlets.
    if (Enter-Step -Id 'ExchUCUtil' -Title 'ExchUCUtil.ps1') {
        Write-Warning -Message 'Not taken back: The rights that it grants stay; gateways and hunt groups are removed by their cmdlets.'
        Exit-Step -Result 'told' -Detail ''
    }

    # UMServices.Restart - UM services, restarted where a step before has set them
    # Why: A service that was restarted runs; there is nothing to take back.
    # See: Nothing is done here.
    # No way back: A service that was restarted runs; there is nothing to take back.
    if (Enter-Step -Id 'UMServices.Restart' -Title 'UM services, restarted where a step before has set them') {
        Write-Warning -Message 'Not taken back: A service that was restarted runs; there is nothing to take back.'
        Exit-Step -Result 'told' -Detail ''
    }

    # UMCallRouter.ex02.contoso.com - UM call router on ex02.contoso.com
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'UMCallRouter.ex02.contoso.com' -Title 'UM call router on ex02.contoso.com') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-UMCallRouterSettings -Server 'ex02.contoso.com' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    $result = 'refused'
                    Stop-Step -Message 'UM call router on ex02.contoso.com was made by the step UMCallRouter.ex02.contoso.com; no cmdlet removes it.'
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no UM call router on ex02.contoso.com any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = (Get-Before -Of $before -Name 'DialPlans' -Type 'list'); 'UMStartupMode' = (Get-Before -Of $before -Name 'UMStartupMode' -Type 'text') } -Lists 'DialPlans')
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('UM call router on ex02.contoso.com', 'Set-UMCallRouterSettings')) {
                        Set-UMCallRouterSettings -Server 'ex02.contoso.com' -DialPlans (Get-Before -Of $before -Name 'DialPlans' -Type 'list') -UMStartupMode (Get-Before -Of $before -Name 'UMStartupMode' -Type 'text') -Confirm:$false | Out-Null
                        $result = 'restored'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        if ($result -eq 'restored') {
            Write-Warning -Message 'The service MSExchangeUMCR on ex02.contoso.com listens as before until it is restarted.'
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UMService.ex02.contoso.com - UM service on ex02.contoso.com
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'UMService.ex02.contoso.com' -Title 'UM service on ex02.contoso.com') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-UMService -Identity 'ex02.contoso.com' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    $result = 'refused'
                    Stop-Step -Message 'UM service on ex02.contoso.com was made by the step UMService.ex02.contoso.com; no cmdlet removes it.'
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no UM service on ex02.contoso.com any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = (Get-Before -Of $before -Name 'DialPlans' -Type 'list'); 'UMStartupMode' = (Get-Before -Of $before -Name 'UMStartupMode' -Type 'text') } -Lists 'DialPlans')
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('UM service on ex02.contoso.com', 'Set-UMService')) {
                        Set-UMService -Identity 'ex02.contoso.com' -DialPlans (Get-Before -Of $before -Name 'DialPlans' -Type 'list') -UMStartupMode (Get-Before -Of $before -Name 'UMStartupMode' -Type 'text') -Confirm:$false | Out-Null
                        $result = 'restored'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        if ($result -eq 'restored') {
            Write-Warning -Message 'The service MSExchangeUM on ex02.contoso.com listens as before until it is restarted.'
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UMCallRouter.ex01.contoso.com - UM call router on ex01.contoso.com
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'UMCallRouter.ex01.contoso.com' -Title 'UM call router on ex01.contoso.com') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-UMCallRouterSettings -Server 'ex01.contoso.com' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    $result = 'refused'
                    Stop-Step -Message 'UM call router on ex01.contoso.com was made by the step UMCallRouter.ex01.contoso.com; no cmdlet removes it.'
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no UM call router on ex01.contoso.com any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = (Get-Before -Of $before -Name 'DialPlans' -Type 'list'); 'UMStartupMode' = (Get-Before -Of $before -Name 'UMStartupMode' -Type 'text') } -Lists 'DialPlans')
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('UM call router on ex01.contoso.com', 'Set-UMCallRouterSettings')) {
                        Set-UMCallRouterSettings -Server 'ex01.contoso.com' -DialPlans (Get-Before -Of $before -Name 'DialPlans' -Type 'list') -UMStartupMode (Get-Before -Of $before -Name 'UMStartupMode' -Type 'text') -Confirm:$false | Out-Null
                        $result = 'restored'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        if ($result -eq 'restored') {
            Write-Warning -Message 'The service MSExchangeUMCR on ex01.contoso.com listens as before until it is restarted.'
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UMService.ex01.contoso.com - UM service on ex01.contoso.com
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'UMService.ex01.contoso.com' -Title 'UM service on ex01.contoso.com') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-UMService -Identity 'ex01.contoso.com' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    $result = 'refused'
                    Stop-Step -Message 'UM service on ex01.contoso.com was made by the step UMService.ex01.contoso.com; no cmdlet removes it.'
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no UM service on ex01.contoso.com any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = (Get-Before -Of $before -Name 'DialPlans' -Type 'list'); 'UMStartupMode' = (Get-Before -Of $before -Name 'UMStartupMode' -Type 'text') } -Lists 'DialPlans')
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('UM service on ex01.contoso.com', 'Set-UMService')) {
                        Set-UMService -Identity 'ex01.contoso.com' -DialPlans (Get-Before -Of $before -Name 'DialPlans' -Type 'list') -UMStartupMode (Get-Before -Of $before -Name 'UMStartupMode' -Type 'text') -Confirm:$false | Out-Null
                        $result = 'restored'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        if ($result -eq 'restored') {
            Write-Warning -Message 'The service MSExchangeUM on ex01.contoso.com listens as before until it is restarted.'
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UMDialPlan.Redmond - UM dial plan Redmond
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'UMDialPlan.Redmond' -Title 'UM dial plan Redmond') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-UMDialPlan -Identity 'Redmond' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    if ($PSCmdlet.ShouldProcess('UM dial plan Redmond', 'Remove-UMDialPlan')) {
                        foreach ($each in @(Get-UMHuntGroup -UMDialPlan 'Redmond' -ErrorAction SilentlyContinue)) {
                            Remove-UMHuntGroup -Identity $each.Identity -Confirm:$false | Out-Null
                        }
                        foreach ($each in @(Get-UMMailboxPolicy -UMDialPlan 'Redmond' -ErrorAction SilentlyContinue)) {
                            Remove-UMMailboxPolicy -Identity $each.Identity -Confirm:$false | Out-Null
                        }
                        Remove-UMDialPlan -Identity 'Redmond' -Confirm:$false | Out-Null
                        $result = 'removed'
                    } else {
                        $result = $notDone
                    }
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no UM dial plan Redmond any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'VoIPSecurity' = (Get-Before -Of $before -Name 'VoIPSecurity' -Type 'text'); 'CountryOrRegionCode' = (Get-Before -Of $before -Name 'CountryOrRegionCode' -Type 'text'); 'AccessTelephoneNumbers' = (Get-Before -Of $before -Name 'AccessTelephoneNumbers' -Type 'list') } -Lists 'AccessTelephoneNumbers')
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('UM dial plan Redmond', 'Set-UMDialPlan')) {
                        Set-UMDialPlan -Identity 'Redmond' -VoIPSecurity (Get-Before -Of $before -Name 'VoIPSecurity' -Type 'text') -CountryOrRegionCode (Get-Before -Of $before -Name 'CountryOrRegionCode' -Type 'text') -AccessTelephoneNumbers (Get-Before -Of $before -Name 'AccessTelephoneNumbers' -Type 'list') -Confirm:$false | Out-Null
                        $result = 'restored'
                    } else {
                        $result = $notDone
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
