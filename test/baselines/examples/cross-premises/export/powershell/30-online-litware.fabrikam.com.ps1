# Made by UM Topology from the deployment Litware; change the topology and export again rather than this file.
# SHA-256 of the topology: 8b74ea8b08f9ce1e81377b12563aa1fa714dcddde7d51de0f44b5941c473f2bc
#requires -Version 5.1

<#
.SYNOPSIS
    Sets in the tenant litware.fabrikam.com what the topology of Litware declares, and states what has no cmdlet.
.DESCRIPTION
    Each step looks first and changes only what differs, so the script can be run again at any time. It stops at
    the first step that fails; of users one may fail and the rest go on.
    Connect to the tenant first, in Windows PowerShell 5.1: the script asks for no credentials and holds none.
.PARAMETER LogFolder
    Where the transcript and the list of failed users go; without it the folder log beside the script.
.PARAMETER SnapshotFolder
    Where the values found before the first change are kept; without it a folder of its name in the folder
    snapshot beside the script. What is there is never written over.
.PARAMETER Only
    Only these steps.
.PARAMETER From
    This step and those after it.
.PARAMETER Unattended
    Does not wait for what is done by hand: it is listed as toDo.
.EXAMPLE
    .\30-online-litware.fabrikam.com.ps1 -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\30-online-litware.fabrikam.com.ps1 | Format-Table -AutoSize
    Does it, and shows one line a step. Running it again changes only what is left.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param(
    [string]$LogFolder,
    [string]$SnapshotFolder,
    [ValidateSet(
        'Shell',
        'AcceptedDomain.litware.com',
        'AcceptedDomain.europe.litware.com',
        'UmDialPlan.London'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'AcceptedDomain.litware.com',
        'AcceptedDomain.europe.litware.com',
        'UmDialPlan.London'
    )]
    [string]$From = 'Shell',
    [switch]$Unattended
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($LogFolder -eq '') {
    $LogFolder = Join-Path -Path $PSScriptRoot -ChildPath 'log'
}
if ($SnapshotFolder -eq '') {
    $SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath 'snapshot\30-online-litware.fabrikam.com'
}
$activity = '30-online-litware.fabrikam.com.ps1'
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

try {
    $global:ErrorActionPreference = 'Stop'
    if (-not $WhatIfPreference) {
        New-Folder -Path $LogFolder
        $transcriptPath = Join-Path -Path $LogFolder -ChildPath ('30-online-litware.fabrikam.com-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.txt')
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

    # AcceptedDomain.litware.com - Accepted domain litware.com
    # Why: A SIP domain that is shared with the tenant has to be an authoritative accepted domain of it.
    # See: Get-AcceptedDomain -Identity litware.com shows DomainType Authoritative.
    if (Enter-Step -Id 'AcceptedDomain.litware.com' -Title 'Accepted domain litware.com') {
        $found = Get-AcceptedDomain -Identity 'litware.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            $result = 'refused'
            Stop-Step -Message 'litware.fabrikam.com has no domain litware.com: add it in the admin center, prove by the TXT record it asks for that the domain is yours, then run this step again.'
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'DomainType' = 'Authoritative' })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('accepted domain litware.com', 'Set-AcceptedDomain')) {
                    Save-Snapshot -Found $found
                    Set-AcceptedDomain -Identity 'litware.com' -DomainType 'Authoritative' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # AcceptedDomain.europe.litware.com - Accepted domain europe.litware.com
    # Why: A SIP domain that is shared with the tenant has to be an authoritative accepted domain of it.
    # See: Get-AcceptedDomain -Identity europe.litware.com shows DomainType Authoritative.
    if (Enter-Step -Id 'AcceptedDomain.europe.litware.com' -Title 'Accepted domain europe.litware.com') {
        $found = Get-AcceptedDomain -Identity 'europe.litware.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            $result = 'refused'
            Stop-Step -Message 'litware.fabrikam.com has no domain europe.litware.com: add it in the admin center, prove by the TXT record it asks for that the domain is yours, then run this step again.'
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'DomainType' = 'Authoritative' })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('accepted domain europe.litware.com', 'Set-AcceptedDomain')) {
                    Save-Snapshot -Found $found
                    Set-AcceptedDomain -Identity 'europe.litware.com' -DomainType 'Authoritative' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UmDialPlan.London - UM dial plan London of litware.fabrikam.com
    # Why: The numbers of the contacts have to be entered on this side too, or hosted UM does not know which menu
    #      answers.
    # See: It is shown with these values.
    # No way back: It is removed where it was made.
    if (Enter-Step -Id 'UmDialPlan.London' -Title 'UM dial plan London of litware.fabrikam.com') {
        $result = 'toDo'
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Where the tenant still has Exchange UM: make it with these values. Exchange Online has no cmdlet for it any more since UM was switched off in February 2020; Cloud Voicemail needs none.'
            Write-Warning -Message '  URIType: SipName'
            Write-Warning -Message '  VoIPSecurity: Secured'
            Write-Warning -Message '  NumberOfDigitsInExtension: 4'
            Write-Warning -Message '  CountryOrRegionCode: 44'
            Write-Warning -Message '  AccessTelephoneNumbers: +14255550102'
            if (-not $Unattended -and -not $WhatIfPreference) {
                $answer = Read-Host -Prompt 'Type done when it is done, or press Enter to leave it for later'
                if ($answer -eq 'done') {
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
