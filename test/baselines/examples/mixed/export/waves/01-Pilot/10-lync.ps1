# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 494fb0e975487c02ee20e784e59adb1309774b0ca38815700dab8d67e005be56
#requires -Version 3.0

<#
.SYNOPSIS
    Wave Pilot of Contoso, the Lync side: for each user pool, policy, mailbox, flag, in this order.
.DESCRIPTION
    The steps of the whole deployment (powershell/10-lync.ps1: providers, policies, contacts) and the waves before
    must be done.
    Run it in the Lync Server (Skype for Business Server) Management Shell, as a member of
    RTCUniversalServerAdmins and RTCUniversalUserAdmins.
.PARAMETER UsersPath
    The exported list of users; without it users.csv beside the script.
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
        'UsersFile',
        'Users',
        'Mailboxes',
        'Users.HostedVoiceMail'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'UsersFile',
        'Users',
        'Mailboxes',
        'Users.HostedVoiceMail'
    )]
    [string]$From = 'Shell',
    [switch]$Unattended
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($UsersPath -eq '') {
    $UsersPath = Join-Path -Path $PSScriptRoot -ChildPath 'users.csv'
}
if ($LogFolder -eq '') {
    $LogFolder = Join-Path -Path $PSScriptRoot -ChildPath 'log'
}
if ($SnapshotFolder -eq '') {
    $SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath 'snapshot\10-lync'
}
$activity = '10-lync.ps1'
$stepCount = 5
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
        $missing = @(@('Get-CsUser', 'Grant-CsHostedVoicemailPolicy', 'Set-CsUser') | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
        if ($missing.Count -gt 0) {
            throw ('This shell has no ' + ($missing -join ', ') + '. Run the script in the ' + 'Lync Server (Skype for Business Server) Management Shell' + '.')
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
        $missing = @(@('SipAddress', 'Identity', 'RegistrarPool', 'HostedVoicemailPolicy', 'HostedVoiceMail') | Where-Object { $null -eq $firstRow.PSObject.Properties[$_] })
        if ($missing.Count -gt 0) {
            throw ($UsersPath + ' has no column ' + ($missing -join ', ') + ': export it again.')
        }
        Exit-Step -Result $result -Detail ''
    }

    # Users - Users: home pool, Enterprise Voice, number, policies
    # Why: A granted policy has no effect on calls while the flag is off; it comes first, because the flag is refused
    #      where no policy with a destination applies.
    # See: Get-CsUser shows for each user what the row in users.csv says.
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
                        if ($WhatIfPreference) {
                            $left += 'Enable-CsUser'
                        } else {
                            throw 'The user is not enabled for Lync: the step Users of 10-lync.ps1 in the folder powershell does that.'
                        }
                    }
                    if ($null -ne $user) {
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
                $status = [string]($FirstUser + $total - 1) + ' of 2 users; to go on from here: -FirstUser ' + [string]($FirstUser + $total)
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

    # Mailboxes - Mailboxes of wave Pilot
    # Why: Exchange moves mailboxes, this shell does not. Calls follow the flag and the EUM proxy addresses, not the
    #      mailbox: so it stands here in the order.
    # See: Get-MoveRequestStatistics in Exchange shows each as completed; Exchange has written its own pair in
    #      msExchUCVoiceMailSettings.
    # No way back: Mailboxes are moved back by Exchange, not by this script.
    if (Enter-Step -Id 'Mailboxes' -Title 'Mailboxes of wave Pilot') {
        $result = 'toDo'
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Move the 2 mailboxes of users.csv to where its column MailboxLocation says (hosted), and wait until Active Directory shows it.'
            if (-not $Unattended -and -not $WhatIfPreference) {
                $answer = Read-Host -Prompt 'Type done when it is done, or press Enter to leave it for later'
                if ($answer -eq 'done') {
                    $result = 'done'
                }
            }
            if ($result -eq 'toDo') {
                Stop-Step -Message 'The flag is set when the mailboxes have moved. To go on then: -From Users.HostedVoiceMail'
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # Users.HostedVoiceMail - Users: the flag for hosted voice mail
    # Why: True sends calls to hosted UM. Where local UM is to answer the flag is cleared, not set to False, so that no
    #      pair is left in msExchUCVoiceMailSettings.
    # See: Get-CsUser shows HostedVoiceMail as in users.csv; a call that is not answered reaches the mailbox.
    # After: Users
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
                $status = [string]($FirstUser + $total - 1) + ' of 2 users; to go on from here: -FirstUser ' + [string]($FirstUser + $total)
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
