# Made by UM Topology from the deployment Litware; change the topology and export again rather than this file.
# SHA-256 of the topology: 8b74ea8b08f9ce1e81377b12563aa1fa714dcddde7d51de0f44b5941c473f2bc
#requires -Version 5.1

<#
.SYNOPSIS
    Takes back what 30-online-litware.fabrikam.com.ps1 changed, in reverse order.
.DESCRIPTION
    It works by the folder snapshot beside it, where 30-online-litware.fabrikam.com.ps1 kept what it found before
    its first change: keep that folder. What is not in it was not changed, and stays.
    What can not be taken back is said by its step. Run it in the same shell.
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
    .\rollback-30-online-litware.fabrikam.com.ps1 -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\rollback-30-online-litware.fabrikam.com.ps1 | Format-Table -AutoSize
    Does it, and shows one line a step. Running it again changes only what is left.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param(
    [string]$LogFolder,
    [string]$SnapshotFolder,
    [ValidateSet(
        'Shell',
        'UmDialPlan.London',
        'AcceptedDomain.europe.litware.com',
        'AcceptedDomain.litware.com'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'UmDialPlan.London',
        'AcceptedDomain.europe.litware.com',
        'AcceptedDomain.litware.com'
    )]
    [string]$From = 'Shell'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($LogFolder -eq '') {
    $LogFolder = Join-Path -Path $PSScriptRoot -ChildPath 'log'
}
if ($SnapshotFolder -eq '') {
    $SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath 'snapshot\30-online-litware.fabrikam.com'
}
$activity = 'rollback-30-online-litware.fabrikam.com.ps1'
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

try {
    $global:ErrorActionPreference = 'Stop'
    if (-not $WhatIfPreference) {
        New-Folder -Path $LogFolder
        $transcriptPath = Join-Path -Path $LogFolder -ChildPath ('rollback-30-online-litware.fabrikam.com-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.txt')
        try {
            Start-Transcript -Path $transcriptPath -Confirm:$false | Out-Null
            $transcript = $true
        } catch {
            Write-Warning -Message 'This host records no transcript.'
        }
    }

    # Shell - The sessions of the tenant
    # Why: Connect to litware.fabrikam.com before: Exchange Online, and Skype for Business Online or Teams where
    #      federation is set. The cmdlets of a local Exchange must not be in the same session, they have the same names.
    # See: Get-Command finds the cmdlets, Get-AcceptedDomain the domain litware.fabrikam.com.
    if (Enter-Step -Id 'Shell' -Title 'The sessions of the tenant') {
        $result = 'ok'
        $missing = @(@('Get-AcceptedDomain', 'Set-AcceptedDomain') | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
        if ($missing.Count -gt 0) {
            throw ('This shell has no ' + ($missing -join ', ') + '. Run the script in the ' + 'Windows PowerShell connected to the tenant (Connect-ExchangeOnline, Connect-MicrosoftTeams)' + '.')
        }
        if ($null -eq (Get-AcceptedDomain -Identity 'litware.fabrikam.com' -ErrorAction SilentlyContinue)) {
            throw 'This is another session. Run the script in the Windows PowerShell connected to the tenant (Connect-ExchangeOnline, Connect-MicrosoftTeams).'
        }
        Exit-Step -Result $result -Detail ''
    }

    # UmDialPlan.London - UM dial plan London of litware.fabrikam.com
    # Why: It is removed where it was made.
    # See: Nothing is done here.
    # No way back: It is removed where it was made.
    if (Enter-Step -Id 'UmDialPlan.London' -Title 'UM dial plan London of litware.fabrikam.com') {
        Write-Warning -Message 'Not taken back: It is removed where it was made.'
        Exit-Step -Result 'told' -Detail ''
    }

    # AcceptedDomain.europe.litware.com - Accepted domain europe.litware.com
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'AcceptedDomain.europe.litware.com' -Title 'Accepted domain europe.litware.com') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-AcceptedDomain -Identity 'europe.litware.com' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    $result = 'refused'
                    Stop-Step -Message 'accepted domain europe.litware.com was made by the step AcceptedDomain.europe.litware.com; no cmdlet removes it.'
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no accepted domain europe.litware.com any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'DomainType' = (Get-Before -Of $before -Name 'DomainType' -Type 'text') })
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('accepted domain europe.litware.com', 'Set-AcceptedDomain')) {
                        Set-AcceptedDomain -Identity 'europe.litware.com' -DomainType (Get-Before -Of $before -Name 'DomainType' -Type 'text') -Confirm:$false | Out-Null
                        $result = 'restored'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # AcceptedDomain.litware.com - Accepted domain litware.com
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'AcceptedDomain.litware.com' -Title 'Accepted domain litware.com') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-AcceptedDomain -Identity 'litware.com' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    $result = 'refused'
                    Stop-Step -Message 'accepted domain litware.com was made by the step AcceptedDomain.litware.com; no cmdlet removes it.'
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no accepted domain litware.com any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'DomainType' = (Get-Before -Of $before -Name 'DomainType' -Type 'text') })
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('accepted domain litware.com', 'Set-AcceptedDomain')) {
                        Set-AcceptedDomain -Identity 'litware.com' -DomainType (Get-Before -Of $before -Name 'DomainType' -Type 'text') -Confirm:$false | Out-Null
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
