# Made by UM Topology from the deployment Fabrikam; change the topology and export again rather than this file.
# SHA-256 of the topology: 34428664a2a6c33a4a96812fef0374a3f9a788d75ec0576c6a1f8244eb32d3ac
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
.PARAMETER MoveUsers
    Moves users who are homed on another pool than declared; without it they are recorded as failed.
.PARAMETER Unattended
    Does not wait for what is done by hand: it is listed as toDo.
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
        'Contact.reception-portland_fabrikam.com',
        'Contact.reception-seattle_fabrikam.com',
        'Contact.ova-portland_fabrikam.com',
        'Contact.ova-seattle_fabrikam.com',
        'FrontEnd.Restart',
        'Users',
        'DialPlan.site.Portland',
        'DialPlan.site.Seattle',
        'VoicePolicy.Global',
        'MediaConfiguration.Global',
        'SipDomain.fabrikam.com'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Contact.reception-portland_fabrikam.com',
        'Contact.reception-seattle_fabrikam.com',
        'Contact.ova-portland_fabrikam.com',
        'Contact.ova-seattle_fabrikam.com',
        'FrontEnd.Restart',
        'Users',
        'DialPlan.site.Portland',
        'DialPlan.site.Seattle',
        'VoicePolicy.Global',
        'MediaConfiguration.Global',
        'SipDomain.fabrikam.com'
    )]
    [string]$From = 'Shell',
    [switch]$MoveUsers,
    [switch]$Unattended
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
        $missing = @(@('Get-CsDialPlan', 'Get-CsExUmContact', 'Get-CsMediaConfiguration', 'Get-CsUser', 'Get-CsVoicePolicy', 'Grant-CsHostedVoicemailPolicy', 'Move-CsUser', 'Remove-CsDialPlan', 'Set-CsDialPlan', 'Set-CsMediaConfiguration', 'Set-CsUser', 'Set-CsVoicePolicy') | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
        if ($missing.Count -gt 0) {
            throw ('This shell has no ' + ($missing -join ', ') + '. Run the script in the ' + 'Lync Server (Skype for Business Server) Management Shell' + '.')
        }
        Exit-Step -Result $result -Detail ''
    }

    # Contact.reception-portland_fabrikam.com - Contact reception-portland@fabrikam.com, an auto attendant of local UM
    # Why: It was made by hand, and is taken back by hand.
    # See: Get-CsExUmContact -Identity sip:reception-portland@fabrikam.com shows it.
    if (Enter-Step -Id 'Contact.reception-portland_fabrikam.com' -Title 'Contact reception-portland@fabrikam.com, an auto attendant of local UM') {
        $result = 'toDo'
        if ($null -eq (Get-CsExUmContact -Identity 'sip:reception-portland@fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'unchanged'
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Made by hand: where it was not there before, remove it with the tool that made it.'
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
                if ($null -eq (Get-CsExUmContact -Identity 'sip:reception-portland@fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # Contact.reception-seattle_fabrikam.com - Contact reception-seattle@fabrikam.com, an auto attendant of local UM
    # Why: It was made by hand, and is taken back by hand.
    # See: Get-CsExUmContact -Identity sip:reception-seattle@fabrikam.com shows it.
    if (Enter-Step -Id 'Contact.reception-seattle_fabrikam.com' -Title 'Contact reception-seattle@fabrikam.com, an auto attendant of local UM') {
        $result = 'toDo'
        if ($null -eq (Get-CsExUmContact -Identity 'sip:reception-seattle@fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'unchanged'
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Made by hand: where it was not there before, remove it with the tool that made it.'
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
                if ($null -eq (Get-CsExUmContact -Identity 'sip:reception-seattle@fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # Contact.ova-portland_fabrikam.com - Contact ova-portland@fabrikam.com, subscriber access of local UM
    # Why: It was made by hand, and is taken back by hand.
    # See: Get-CsExUmContact -Identity sip:ova-portland@fabrikam.com shows it.
    if (Enter-Step -Id 'Contact.ova-portland_fabrikam.com' -Title 'Contact ova-portland@fabrikam.com, subscriber access of local UM') {
        $result = 'toDo'
        if ($null -eq (Get-CsExUmContact -Identity 'sip:ova-portland@fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'unchanged'
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Made by hand: where it was not there before, remove it with the tool that made it.'
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
                if ($null -eq (Get-CsExUmContact -Identity 'sip:ova-portland@fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # Contact.ova-seattle_fabrikam.com - Contact ova-seattle@fabrikam.com, subscriber access of local UM
    # Why: It was made by hand, and is taken back by hand.
    # See: Get-CsExUmContact -Identity sip:ova-seattle@fabrikam.com shows it.
    if (Enter-Step -Id 'Contact.ova-seattle_fabrikam.com' -Title 'Contact ova-seattle@fabrikam.com, subscriber access of local UM') {
        $result = 'toDo'
        if ($null -eq (Get-CsExUmContact -Identity 'sip:ova-seattle@fabrikam.com' -ErrorAction SilentlyContinue)) {
            $result = 'unchanged'
        }
        if ($result -eq 'toDo') {
            Write-Warning -Message 'Made by hand: where it was not there before, remove it with the tool that made it.'
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
                if ($null -eq (Get-CsExUmContact -Identity 'sip:ova-seattle@fabrikam.com' -ErrorAction SilentlyContinue)) {
                    $result = 'done'
                }
            }
        }
        Exit-Step -Result $result -Detail ''
    }

    # FrontEnd.Restart - Front End service, restarted after ExchUCUtil
    # Why: A service that was restarted runs; there is nothing to take back.
    # See: Nothing is done here.
    # No way back: A service that was restarted runs; there is nothing to take back.
    if (Enter-Step -Id 'FrontEnd.Restart' -Title 'Front End service, restarted after ExchUCUtil') {
        Write-Warning -Message 'Not taken back: A service that was restarted runs; there is nothing to take back.'
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
                        $cell = Get-Cell -Row $row -Name 'LineURI'
                        $wanted = ConvertTo-Wanted -Cell $cell -Type 'text'
                        if ((Test-Said -Cell $cell -Clear) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'LineURI') -Wanted $wanted)) {
                            if ($PSCmdlet.ShouldProcess($address, 'Set-CsUser -LineURI')) {
                                Set-CsUser -Identity $address -LineURI $wanted -Confirm:$false
                                $did += 'LineURI'
                            } else {
                                $left += 'Set-CsUser -LineURI'
                            }
                        }
                        $cell = Get-Cell -Row $row -Name 'EnterpriseVoiceEnabled'
                        $wanted = ConvertTo-Wanted -Cell $cell -Type 'boolean'
                        if ((Test-Said -Cell $cell -Clear) -and -not (Test-Same -Found (Get-PropertyValue -Of $user -Name 'EnterpriseVoiceEnabled') -Wanted $wanted)) {
                            if ($PSCmdlet.ShouldProcess($address, 'Set-CsUser -EnterpriseVoiceEnabled')) {
                                Set-CsUser -Identity $address -EnterpriseVoiceEnabled $wanted -Confirm:$false
                                $did += 'EnterpriseVoiceEnabled'
                            } else {
                                $left += 'Set-CsUser -EnterpriseVoiceEnabled'
                            }
                        }
                        $cell = Get-Cell -Row $row -Name 'RegistrarPool'
                        $homePool = [string](Get-PropertyValue -Of $user -Name 'RegistrarPool')
                        if ((Test-Said -Cell $cell) -and -not (Test-Same -Found $homePool -Wanted $cell)) {
                            if (-not $MoveUsers) {
                                throw ('The user is homed on ' + $homePool + ', declared is ' + $cell + ': run the script with -MoveUsers, or correct the topology.')
                            }
                            if ($PSCmdlet.ShouldProcess($address, 'Move-CsUser')) {
                                Move-CsUser -Identity $address -Target $cell -Confirm:$false | Out-Null
                                $did += 'RegistrarPool'
                            } else {
                                $left += 'Move-CsUser'
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

    # DialPlan.site.Portland - Dial plan site:Portland
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'DialPlan.site.Portland' -Title 'Dial plan site:Portland') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-CsDialPlan -Identity 'site:Portland' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    if ($PSCmdlet.ShouldProcess('dial plan site:Portland', 'Remove-CsDialPlan')) {
                        Remove-CsDialPlan -Identity 'site:Portland' -Confirm:$false | Out-Null
                        $result = 'removed'
                    } else {
                        $result = $notDone
                    }
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no dial plan site:Portland any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'SimpleName' = (Get-Before -Of $before -Name 'SimpleName' -Type 'text') })
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('dial plan site:Portland', 'Set-CsDialPlan')) {
                        Set-CsDialPlan -Identity 'site:Portland' -SimpleName (Get-Before -Of $before -Name 'SimpleName' -Type 'text') -Confirm:$false | Out-Null
                        $result = 'restored'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # DialPlan.site.Seattle - Dial plan site:Seattle
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'DialPlan.site.Seattle' -Title 'Dial plan site:Seattle') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-CsDialPlan -Identity 'site:Seattle' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    if ($PSCmdlet.ShouldProcess('dial plan site:Seattle', 'Remove-CsDialPlan')) {
                        Remove-CsDialPlan -Identity 'site:Seattle' -Confirm:$false | Out-Null
                        $result = 'removed'
                    } else {
                        $result = $notDone
                    }
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no dial plan site:Seattle any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'SimpleName' = (Get-Before -Of $before -Name 'SimpleName' -Type 'text'); 'Description' = (Get-Before -Of $before -Name 'Description' -Type 'text') })
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('dial plan site:Seattle', 'Set-CsDialPlan')) {
                        Set-CsDialPlan -Identity 'site:Seattle' -SimpleName (Get-Before -Of $before -Name 'SimpleName' -Type 'text') -Description (Get-Before -Of $before -Name 'Description' -Type 'text') -Confirm:$false | Out-Null
                        $result = 'restored'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # VoicePolicy.Global - Voice policy Global
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'VoicePolicy.Global' -Title 'Voice policy Global') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-CsVoicePolicy -Identity 'Global' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    $result = 'refused'
                    Stop-Step -Message 'voice policy Global was made by the step VoicePolicy.Global; no cmdlet removes it.'
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no voice policy Global any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'EnableVoicemailEscapeTimer' = (Get-Before -Of $before -Name 'EnableVoicemailEscapeTimer' -Type 'boolean'); 'PSTNVoicemailEscapeTimer' = (Get-Before -Of $before -Name 'PSTNVoicemailEscapeTimer' -Type 'text') })
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('voice policy Global', 'Set-CsVoicePolicy')) {
                        Set-CsVoicePolicy -Identity 'Global' -EnableVoicemailEscapeTimer (Get-Before -Of $before -Name 'EnableVoicemailEscapeTimer' -Type 'boolean') -PSTNVoicemailEscapeTimer (Get-Before -Of $before -Name 'PSTNVoicemailEscapeTimer' -Type 'text') -Confirm:$false | Out-Null
                        $result = 'restored'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # MediaConfiguration.Global - Media configuration Global
    # Why: Removed where the step created it, else set to the values found before; nothing where the step changed
    #      nothing.
    # See: It is as it was before.
    if (Enter-Step -Id 'MediaConfiguration.Global' -Title 'Media configuration Global') {
        $snapshot = Read-Snapshot
        $result = 'unchanged'
        $detail = ''
        if ($null -ne $snapshot) {
            $found = Get-CsMediaConfiguration -Identity 'Global' -ErrorAction SilentlyContinue
            if (-not $snapshot.Existed) {
                if ($null -ne $found) {
                    $result = 'refused'
                    Stop-Step -Message 'media configuration Global was made by the step MediaConfiguration.Global; no cmdlet removes it.'
                }
            } elseif ($null -eq $found) {
                $result = 'refused'
                Stop-Step -Message 'There is no media configuration Global any more: make it again by hand, its values are in the snapshot.'
            } else {
                $before = $snapshot.Found
                $differences = @(Get-Difference -Found $found -Wanted @{ 'EncryptionLevel' = (Get-Before -Of $before -Name 'EncryptionLevel' -Type 'text') })
                if ($differences.Count -gt 0) {
                    $detail = $differences -join ', '
                    if ($PSCmdlet.ShouldProcess('media configuration Global', 'Set-CsMediaConfiguration')) {
                        Set-CsMediaConfiguration -Identity 'Global' -EncryptionLevel (Get-Before -Of $before -Name 'EncryptionLevel' -Type 'text') -Confirm:$false | Out-Null
                        $result = 'restored'
                    } else {
                        $result = $notDone
                    }
                }
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # SipDomain.fabrikam.com - SIP domain fabrikam.com, the default one
    # Why: Another SIP domain is made the default one by Set-CsSipDomain -IsDefault; this one can be removed then, when
    #      no address uses it.
    # See: Nothing is done here.
    # No way back: Another SIP domain is made the default one by Set-CsSipDomain -IsDefault; this one can be removed then, when
    #              no address uses it.
    if (Enter-Step -Id 'SipDomain.fabrikam.com' -Title 'SIP domain fabrikam.com, the default one') {
        Write-Warning -Message 'Not taken back: Another SIP domain is made the default one by Set-CsSipDomain -IsDefault; this one can be removed then, when no address uses it.'
        Exit-Step -Result 'told' -Detail ''
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
