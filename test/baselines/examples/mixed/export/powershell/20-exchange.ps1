# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 494fb0e975487c02ee20e784e59adb1309774b0ca38815700dab8d67e005be56
#requires -Version 3.0

<#
.SYNOPSIS
    Makes the UM objects of OnPrem as the topology of Contoso declares them.
.DESCRIPTION
    Each step looks first and changes only what differs, so the script can be run again at any time. It stops at
    the first step that fails; of users one may fail and the rest go on. Dial plans of a server are added to,
    never replaced.
    Run it in the Exchange Management Shell of that organization, as a member of Organization Management or UM
    Management. It never holds a PIN: Exchange makes one for each mailbox.
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
.PARAMETER RestartServices
    Restarts the services that a step names; without it nothing is restarted.
.PARAMETER Unattended
    Does not wait for what is done by hand: it is listed as toDo.
.EXAMPLE
    .\20-exchange.ps1 -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\20-exchange.ps1 | Format-Table -AutoSize
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
        'UsersFile',
        'UMDialPlan.Redmond',
        'UMService.ex01.contoso.com',
        'UMCallRouter.ex01.contoso.com',
        'UMService.ex02.contoso.com',
        'UMCallRouter.ex02.contoso.com',
        'UMServices.Restart',
        'ExchUCUtil',
        'UMIPGateway.Pool01',
        'UMHuntGroup.Pool01',
        'Mailboxes'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'UsersFile',
        'UMDialPlan.Redmond',
        'UMService.ex01.contoso.com',
        'UMCallRouter.ex01.contoso.com',
        'UMService.ex02.contoso.com',
        'UMCallRouter.ex02.contoso.com',
        'UMServices.Restart',
        'ExchUCUtil',
        'UMIPGateway.Pool01',
        'UMHuntGroup.Pool01',
        'Mailboxes'
    )]
    [string]$From = 'Shell',
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
    $SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath 'snapshot\20-exchange'
}
$activity = '20-exchange.ps1'
$stepCount = 12
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

function Restart-RemoteService {
    param([string]$ComputerName, [string]$Name)
    $service = Get-Service -ComputerName $ComputerName -Name $Name
    Restart-Service -InputObject $service -Force -WhatIf:$false -Confirm:$false
    $service.WaitForStatus('Running', [TimeSpan]'00:05:00')
}

function Find-ExchangeTool {
    param([string]$Name)
    $folder = [string][Environment]::GetEnvironmentVariable('ExchangeInstallPath')
    if ($folder -ne '') {
        $path = Join-Path -Path (Join-Path -Path $folder -ChildPath 'Scripts') -ChildPath $Name
        if (Test-Path -LiteralPath $path) {
            return $path
        }
    }
    return ''
}

function Invoke-ExchangeTool {
    param([string]$Path, [hashtable]$Parameters)
    Set-StrictMode -Off
    $ConfirmPreference = 'High'
    $ErrorActionPreference = 'Continue'
    $global:ErrorActionPreference = 'Continue'
    try {
        & $Path @Parameters | Out-Host
    } finally {
        $global:ErrorActionPreference = 'Stop'
    }
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

# Which mailboxes were not enabled before.
function Save-MailboxSnapshot {
    param([string]$Address, [string]$Account)
    Save-SnapshotRow -Name 'mailboxes.csv' -Record ([pscustomobject]@{ SipAddress = $Address; Identity = $Account })
}

try {
    $global:ErrorActionPreference = 'Stop'
    if (-not $WhatIfPreference) {
        New-Folder -Path $LogFolder
        $transcriptPath = Join-Path -Path $LogFolder -ChildPath ('20-exchange-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.txt')
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
        $missing = @(@('Enable-UMMailbox', 'Get-UMCallRouterSettings', 'Get-UMDialPlan', 'Get-UMHuntGroup', 'Get-UMIPGateway', 'Get-UMMailbox', 'Get-UMService', 'New-UMDialPlan', 'New-UMHuntGroup', 'New-UMIPGateway', 'Set-UMCallRouterSettings', 'Set-UMDialPlan', 'Set-UMIPGateway', 'Set-UMService') | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
        if ($missing.Count -gt 0) {
            throw ('This shell has no ' + ($missing -join ', ') + '. Run the script in the ' + 'Exchange Management Shell' + '.')
        }
        Exit-Step -Result $result -Detail ''
    }

    # UsersFile - The list of users
    # Why: Which mailboxes are enabled stands there.
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
        $missing = @(@('SipAddress', 'Identity', 'MailboxLocation', 'UmDialPlan', 'UmMailboxPolicy', 'Extension') | Where-Object { $null -eq $firstRow.PSObject.Properties[$_] })
        if ($missing.Count -gt 0) {
            throw ($UsersPath + ' has no column ' + ($missing -join ', ') + ': export it again.')
        }
        Exit-Step -Result $result -Detail ''
    }

    # UMDialPlan.Redmond - UM dial plan Redmond
    # Why: Lync needs a SIP URI dial plan whose security fits its media configuration; the type cannot be changed later.
    # See: Get-UMDialPlan -Identity 'Redmond' shows the values below.
    if (Enter-Step -Id 'UMDialPlan.Redmond' -Title 'UM dial plan Redmond') {
        $found = Get-UMDialPlan -Identity 'Redmond' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($PSCmdlet.ShouldProcess('UM dial plan Redmond', 'New-UMDialPlan')) {
                Save-Snapshot -Found $found
                New-UMDialPlan -Name 'Redmond' -URIType 'SipName' -VoIPSecurity 'Secured' -NumberOfDigitsInExtension 5 -CountryOrRegionCode '1' -AccessTelephoneNumbers @('+14255550100') -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            if (@(Get-Difference -Found $found -Wanted @{ 'URIType' = 'SipName' }).Count -gt 0) {
                $result = 'refused'
                Stop-Step -Message ('URIType of UM dial plan Redmond is to be SipName and can''t be changed: make a dial plan of another name, move its users, then remove this one.' + ' Found: ' + [string](Get-PropertyValue -Of $found -Name 'URIType'))
            }
            if (@(Get-Difference -Found $found -Wanted @{ 'NumberOfDigitsInExtension' = 5 }).Count -gt 0) {
                $result = 'refused'
                Stop-Step -Message ('NumberOfDigitsInExtension of UM dial plan Redmond is to be 5 and can''t be changed: make a dial plan of another name, move its users, then remove this one.' + ' Found: ' + [string](Get-PropertyValue -Of $found -Name 'NumberOfDigitsInExtension'))
            }
            $differences = @(Get-Difference -Found $found -Wanted @{ 'VoIPSecurity' = 'Secured'; 'CountryOrRegionCode' = '1'; 'AccessTelephoneNumbers' = @('+14255550100') } -Lists 'AccessTelephoneNumbers')
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('UM dial plan Redmond', 'Set-UMDialPlan')) {
                    Save-Snapshot -Found $found
                    Set-UMDialPlan -Identity 'Redmond' -VoIPSecurity 'Secured' -CountryOrRegionCode '1' -AccessTelephoneNumbers @('+14255550100') -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UMService.ex01.contoso.com - UM service on ex01.contoso.com
    # Why: Only servers that list a dial plan answer its calls; without TLS they refuse those of Lync. A server that is
    #      in other plans stays in them.
    # See: Get-UMService -Identity ex01.contoso.com shows the values below.
    # After: UMDialPlan.Redmond
    if (Enter-Step -Id 'UMService.ex01.contoso.com' -Title 'UM service on ex01.contoso.com') {
        $found = Get-UMService -Identity 'ex01.contoso.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            $result = 'refused'
            Stop-Step -Message 'There is no UM service on ex01.contoso.com: is the role installed?'
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Redmond'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('UM service on ex01.contoso.com', 'Set-UMService')) {
                    Save-Snapshot -Found $found
                    Set-UMService -Identity 'ex01.contoso.com' -DialPlans @{ Add = @('Redmond') } -UMStartupMode 'Dual' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        if ($result -eq 'created' -or $result -eq 'changed') {
            Write-Warning -Message 'The service MSExchangeUM on ex01.contoso.com listens as before until it is restarted.'
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UMCallRouter.ex01.contoso.com - UM call router on ex01.contoso.com
    # Why: Only servers that list a dial plan answer its calls; without TLS they refuse those of Lync. A server that is
    #      in other plans stays in them.
    # See: Get-UMCallRouterSettings -Server ex01.contoso.com shows the values below.
    # After: UMDialPlan.Redmond
    if (Enter-Step -Id 'UMCallRouter.ex01.contoso.com' -Title 'UM call router on ex01.contoso.com') {
        $found = Get-UMCallRouterSettings -Server 'ex01.contoso.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            $result = 'refused'
            Stop-Step -Message 'There is no UM call router on ex01.contoso.com: is the role installed?'
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Redmond'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('UM call router on ex01.contoso.com', 'Set-UMCallRouterSettings')) {
                    Save-Snapshot -Found $found
                    Set-UMCallRouterSettings -Server 'ex01.contoso.com' -DialPlans @{ Add = @('Redmond') } -UMStartupMode 'Dual' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        if ($result -eq 'created' -or $result -eq 'changed') {
            Write-Warning -Message 'The service MSExchangeUMCR on ex01.contoso.com listens as before until it is restarted.'
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UMService.ex02.contoso.com - UM service on ex02.contoso.com
    # Why: Only servers that list a dial plan answer its calls; without TLS they refuse those of Lync. A server that is
    #      in other plans stays in them.
    # See: Get-UMService -Identity ex02.contoso.com shows the values below.
    # After: UMDialPlan.Redmond
    if (Enter-Step -Id 'UMService.ex02.contoso.com' -Title 'UM service on ex02.contoso.com') {
        $found = Get-UMService -Identity 'ex02.contoso.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            $result = 'refused'
            Stop-Step -Message 'There is no UM service on ex02.contoso.com: is the role installed?'
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Redmond'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('UM service on ex02.contoso.com', 'Set-UMService')) {
                    Save-Snapshot -Found $found
                    Set-UMService -Identity 'ex02.contoso.com' -DialPlans @{ Add = @('Redmond') } -UMStartupMode 'Dual' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        if ($result -eq 'created' -or $result -eq 'changed') {
            Write-Warning -Message 'The service MSExchangeUM on ex02.contoso.com listens as before until it is restarted.'
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UMCallRouter.ex02.contoso.com - UM call router on ex02.contoso.com
    # Why: Only servers that list a dial plan answer its calls; without TLS they refuse those of Lync. A server that is
    #      in other plans stays in them.
    # See: Get-UMCallRouterSettings -Server ex02.contoso.com shows the values below.
    # After: UMDialPlan.Redmond
    if (Enter-Step -Id 'UMCallRouter.ex02.contoso.com' -Title 'UM call router on ex02.contoso.com') {
        $found = Get-UMCallRouterSettings -Server 'ex02.contoso.com' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            $result = 'refused'
            Stop-Step -Message 'There is no UM call router on ex02.contoso.com: is the role installed?'
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'DialPlans' = @('Redmond'); 'UMStartupMode' = 'Dual' } -Contains 'DialPlans')
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('UM call router on ex02.contoso.com', 'Set-UMCallRouterSettings')) {
                    Save-Snapshot -Found $found
                    Set-UMCallRouterSettings -Server 'ex02.contoso.com' -DialPlans @{ Add = @('Redmond') } -UMStartupMode 'Dual' -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        if ($result -eq 'created' -or $result -eq 'changed') {
            Write-Warning -Message 'The service MSExchangeUMCR on ex02.contoso.com listens as before until it is restarted.'
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UMServices.Restart - UM services, restarted where a step before has set them
    # Why: A server listens on other ports, and for other dial plans, only after its service was restarted. Calls that it
    #      is answering end.
    # See: Get-Service -ComputerName with the name of the server shows each as Running; a call is answered.
    # After: UMService.ex01.contoso.com, UMCallRouter.ex01.contoso.com, UMService.ex02.contoso.com,
    #        UMCallRouter.ex02.contoso.com
    # No way back: A service that was restarted runs; there is nothing to take back.
    if (Enter-Step -Id 'UMServices.Restart' -Title 'UM services, restarted where a step before has set them') {
        $result = 'toDo'
        if (-not $RestartServices -and @($script:changedSteps | Where-Object { @('UMService.ex01.contoso.com', 'UMCallRouter.ex01.contoso.com', 'UMService.ex02.contoso.com', 'UMCallRouter.ex02.contoso.com') -contains $_ }).Count -eq 0) {
            $result = 'unchanged'
        }
        if ($RestartServices) {
            if ($PSCmdlet.ShouldProcess('MSExchangeUM on ex01.contoso.com, MSExchangeUMCR on ex01.contoso.com, MSExchangeUM on ex02.contoso.com, MSExchangeUMCR on ex02.contoso.com', 'Restart-Service')) {
                Restart-RemoteService -ComputerName 'ex01.contoso.com' -Name 'MSExchangeUM'
                Restart-RemoteService -ComputerName 'ex01.contoso.com' -Name 'MSExchangeUMCR'
                Restart-RemoteService -ComputerName 'ex02.contoso.com' -Name 'MSExchangeUM'
                Restart-RemoteService -ComputerName 'ex02.contoso.com' -Name 'MSExchangeUMCR'
                $result = 'done'
            } else {
                $result = $notDone
            }
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Restart these services where a step before has changed something, one server at a time, when few people call. With -RestartServices this script does it now; without, nothing is restarted.'
            Write-Warning -Message '  ex01.contoso.com: MSExchangeUM'
            Write-Warning -Message '  ex01.contoso.com: MSExchangeUMCR'
            Write-Warning -Message '  ex02.contoso.com: MSExchangeUM'
            Write-Warning -Message '  ex02.contoso.com: MSExchangeUMCR'
            if (-not $Unattended -and -not $WhatIfPreference) {
                $answer = Read-Host -Prompt 'Type done when it is done, or press Enter to leave it for later'
                if ($answer -eq 'done') {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # ExchUCUtil - ExchUCUtil.ps1
    # Why: It lets Lync read the UM objects and makes a gateway and a hunt group for each pool. Lync sees a dial plan
    #      only after it, and after its Front End service was restarted.
    # See: Get-UMIPGateway shows a gateway for each pool; ExchUCUtil.ps1 -Verify lists them.
    # After: UMDialPlan.Redmond, UMService.ex01.contoso.com, UMCallRouter.ex01.contoso.com, UMService.ex02.contoso.com,
    #        UMCallRouter.ex02.contoso.com, UMServices.Restart
    # No way back: The rights that it grants stay; gateways and hunt groups are removed by their cmdlets.
    if (Enter-Step -Id 'ExchUCUtil' -Title 'ExchUCUtil.ps1') {
        $result = 'toDo'
        if (Test-UMKnown -Pool @('pool01.contoso.com') -DialPlan @('Redmond')) {
            $result = 'unchanged'
        }
        $tool = Find-ExchangeTool -Name 'ExchUCUtil.ps1'
        if ($result -eq 'toDo' -and $tool -ne '') {
            Write-NoWayBack -Reason 'There is no way back. The rights that it grants stay; gateways and hunt groups are removed by their cmdlets.'
            if ($PSCmdlet.ShouldProcess($tool, 'Run')) {
                Invoke-ExchangeTool -Path $tool -Parameters @{}
                $result = 'done'
            } else {
                $result = $notDone
            }
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Run ExchUCUtil.ps1 with these values on an Exchange server, as a member of Organization Management; it can be run again at any time. Then wait until Active Directory has replicated.'
            Write-Warning -Message 'Then in the Lync shell: 10-lync.ps1 -From FrontEnd.Restart -RestartServices.'
            Write-Warning -Message '  Script: ExchUCUtil.ps1, in the folder Scripts of Exchange'
            if (-not $Unattended -and -not $WhatIfPreference) {
                Read-Host -Prompt 'Press Enter when it is done, or to leave it for later' | Out-Null
                if (Test-UMKnown -Pool @('pool01.contoso.com') -DialPlan @('Redmond')) {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # UMIPGateway.Pool01 - UM IP gateway Pool01
    # Why: Exchange knows a Lync pool as a gateway. Exactly one gateway of a dial plan may place calls: Play on Phone and
    #      transfers go through it.
    # See: Get-UMIPGateway -Identity 'Pool01' shows the values below.
    # After: ExchUCUtil
    if (Enter-Step -Id 'UMIPGateway.Pool01' -Title 'UM IP gateway Pool01') {
        $found = Get-UMIPGateway -Identity 'Pool01' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($PSCmdlet.ShouldProcess('UM IP gateway Pool01', 'New-UMIPGateway, Set-UMIPGateway')) {
                Save-Snapshot -Found $found
                New-UMIPGateway -Name 'Pool01' -Address 'pool01.contoso.com' -UMDialPlan 'Redmond' -Confirm:$false | Out-Null
                $script:newSnapshot = ''
                Set-UMIPGateway -Identity 'Pool01' -OutcallsAllowed $true -MessageWaitingIndicatorAllowed $true -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            $differences = @(Get-Difference -Found $found -Wanted @{ 'Address' = 'pool01.contoso.com'; 'OutcallsAllowed' = $true; 'MessageWaitingIndicatorAllowed' = $true })
            if ($differences.Count -gt 0) {
                $detail = $differences -join ', '
                if ($PSCmdlet.ShouldProcess('UM IP gateway Pool01', 'Set-UMIPGateway')) {
                    Save-Snapshot -Found $found
                    Set-UMIPGateway -Identity 'Pool01' -Address 'pool01.contoso.com' -OutcallsAllowed $true -MessageWaitingIndicatorAllowed $true -Confirm:$false | Out-Null
                    $result = 'changed'
                } else {
                    $result = $notDone
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # UMHuntGroup.Pool01 - UM hunt group Pool01
    # Why: It ties the gateway to the dial plan; calls that name its pilot are answered.
    # See: Get-UMHuntGroup -Identity 'Pool01\Pool01' shows it.
    # After: UMDialPlan.Redmond, UMIPGateway.Pool01
    if (Enter-Step -Id 'UMHuntGroup.Pool01' -Title 'UM hunt group Pool01') {
        $found = Get-UMHuntGroup -Identity 'Pool01\Pool01' -ErrorAction SilentlyContinue
        $result = 'unchanged'
        $detail = ''
        if ($null -eq $found) {
            if ($PSCmdlet.ShouldProcess('UM hunt group Pool01', 'New-UMHuntGroup')) {
                Save-Snapshot -Found $found
                New-UMHuntGroup -Name 'Pool01' -UMDialPlan 'Redmond' -UMIPGateway 'Pool01' -PilotIdentifier 'Redmond' -Confirm:$false | Out-Null
                $result = 'created'
            } else {
                $result = $notDone
            }
        } else {
            $detail = 'It is there.'
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Mailboxes - Local mailboxes, enabled for UM
    # Why: Enabling writes the EUM proxy addresses by which Lync finds the dial plan. The SIP resource identifier has to
    #      be the SIP address, or Exchange does not find the mailbox of a call.
    # See: Get-UMMailbox finds each; a call that is not answered reaches the mailbox.
    # After: UMDialPlan.Redmond
    # Stays: Exchange sends each user a welcome message with a PIN: that is not taken back. The way back disables whom this
    #        step has enabled, and keeps greetings and settings in the mailbox.
    if (Enter-Step -Id 'Mailboxes' -Title 'Local mailboxes, enabled for UM') {
        $total = 0
        $changed = 0
        $undone = 0
        $failed = 0
        Import-Csv -LiteralPath $UsersPath -Encoding UTF8 | Select-Object -Skip ($FirstUser - 1) | ForEach-Object {
            $row = $_
            $total++
            $address = (Get-Cell -Row $row -Name 'SipAddress') -replace '^sip:', ''
            $account = Get-Cell -Row $row -Name 'Identity'
            $policy = (Get-Cell -Row $row -Name 'UmMailboxPolicy') -replace '^.*\\', ''
            $dialPlan = (Get-Cell -Row $row -Name 'UmDialPlan') -replace '^.*\\', ''
            $extension = Get-Cell -Row $row -Name 'Extension'
            $isCloud = (Get-Cell -Row $row -Name 'EnableCloudVoiceMail') -eq 'True'
            $isLocal = (Get-Cell -Row $row -Name 'MailboxLocation') -eq 'local'
            $isOurs = @('Redmond') -contains (Get-Cell -Row $row -Name 'UmDialPlan')
            $isWanted = $isLocal -and $isOurs -and -not $isCloud
            if ($isWanted) {
                try {
                    $mailbox = Get-UMMailbox -Identity $account -ErrorAction SilentlyContinue
                    if ($null -ne $mailbox) {
                        $have = [string](Get-PropertyValue -Of $mailbox -Name 'UMDialPlan') -replace '^.*[\\/]', ''
                        if (-not $isCloud -and $have -ne '' -and $have -ne $dialPlan) {
                            throw ('The mailbox is enabled with the dial plan ' + $have + ', declared is ' + $dialPlan + '. Nothing changes it but Disable-UMMailbox -KeepProperties $true, then this step again.')
                        }
                    } else {
                        Write-NoWayBack -Reason 'Exchange sends each user a welcome message with a PIN: that is not taken back. The way back disables whom this step has enabled, and keeps greetings and settings in the mailbox.'
                        if ($PSCmdlet.ShouldProcess($address, 'Enable-UMMailbox')) {
                            Save-MailboxSnapshot -Address $address -Account $account
                            try {
                                if ($extension -eq '') {
                                    Enable-UMMailbox -Identity $account -UMMailboxPolicy $policy -SIPResourceIdentifier $address -Confirm:$false | Out-Null
                                } else {
                                    Enable-UMMailbox -Identity $account -UMMailboxPolicy $policy -SIPResourceIdentifier $address -Extensions $extension.Split(';') -Confirm:$false | Out-Null
                                }
                            } catch {
                                Undo-SnapshotRow
                                throw
                            }
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
                Write-Progress -Activity $activity -Status ([string]($FirstUser + $total - 1) + ' of 16 users') -CurrentOperation $address
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
