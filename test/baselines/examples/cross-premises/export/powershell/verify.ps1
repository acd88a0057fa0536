# Made by UM Topology from the deployment Litware; change the topology and export again rather than this file.
# SHA-256 of the topology: 8b74ea8b08f9ce1e81377b12563aa1fa714dcddde7d51de0f44b5941c473f2bc
#requires -Version 3.0

<#
.SYNOPSIS
    Asks whether Litware is deployed as its topology declares it, and changes nothing.
.DESCRIPTION
    One line for each object: planned, differs (and in what), missing, or notAsked where this shell has no cmdlet
    for it. Run it in each shell: the Lync shell answers for Lync, the Exchange shell for Exchange.
    Users who differ are listed one by one.
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
    Where the values found before the first change are kept; without it the folder snapshot beside the script.
    What is there is never written over.
.PARAMETER Only
    Only these steps.
.PARAMETER From
    This step and those after it.
.PARAMETER ReplicationMinutes
    How long replication to the Edge is waited for.
.EXAMPLE
    .\verify.ps1 -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\verify.ps1 | Format-Table -AutoSize
    Does it, and shows one line a step. Running it again changes only what is left.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param(
    [string]$UsersPath,
    [int]$FirstUser = 1,
    [int]$BatchSize = 100,
    [int]$PauseSeconds = 0,
    [string]$LogFolder,
    [string]$SnapshotFolder,
    [ValidateSet(
        'Pool.pool01.litware.com',
        'Pool.edge.litware.com',
        'Pool.pool02.europe.litware.com',
        'Site.New_York',
        'Site.London',
        'OU.1',
        'SipDomain.litware.com',
        'SipDomain.europe.litware.com',
        'AccessEdge',
        'Replication.AccessEdge',
        'InternalSrv.litware.com',
        'InternalSrv.europe.litware.com',
        'HostingProvider.Exchange_Online',
        'HostingProvider.Fabrikam_Hosting',
        'AllowedDomain.contoso.com',
        'Replication.Providers',
        'HostedVoicemailPolicy.Global',
        'HostedVoicemailPolicy.site.London',
        'HostedVoicemailPolicy.HeadOffice',
        'Users',
        'Users.HostedVoiceMail',
        'Contact.ova_litware.com',
        'Contact.reception_litware.com',
        'Contact.ova-london_litware.com',
        'Tenant.AcceptedDomain.litware.com',
        'Tenant.AcceptedDomain.litware.com~2',
        'Tenant.AcceptedDomain.europe.litware.com',
        'Connectivity.pool01.litware.com',
        'Connectivity.pool02.europe.litware.com'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Pool.pool01.litware.com',
        'Pool.edge.litware.com',
        'Pool.pool02.europe.litware.com',
        'Site.New_York',
        'Site.London',
        'OU.1',
        'SipDomain.litware.com',
        'SipDomain.europe.litware.com',
        'AccessEdge',
        'Replication.AccessEdge',
        'InternalSrv.litware.com',
        'InternalSrv.europe.litware.com',
        'HostingProvider.Exchange_Online',
        'HostingProvider.Fabrikam_Hosting',
        'AllowedDomain.contoso.com',
        'Replication.Providers',
        'HostedVoicemailPolicy.Global',
        'HostedVoicemailPolicy.site.London',
        'HostedVoicemailPolicy.HeadOffice',
        'Users',
        'Users.HostedVoiceMail',
        'Contact.ova_litware.com',
        'Contact.reception_litware.com',
        'Contact.ova-london_litware.com',
        'Tenant.AcceptedDomain.litware.com',
        'Tenant.AcceptedDomain.litware.com~2',
        'Tenant.AcceptedDomain.europe.litware.com',
        'Connectivity.pool01.litware.com',
        'Connectivity.pool02.europe.litware.com'
    )]
    [string]$From = 'Pool.pool01.litware.com',
    [int]$ReplicationMinutes = 5
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
    $SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath 'snapshot'
}
$activity = 'verify.ps1'
$stepCount = 29
$transcript = $false
$notDone = 'declined'
if ($WhatIfPreference) {
    $notDone = 'whatIf'
}
$script:stepId = ''
$script:stepTitle = ''
$script:stepNumber = 0
$script:started = $false
$script:changes = 0
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
        $script:changes = $script:changes + 1
    }
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

# What is found before the first change is kept for the way back, and never written over.
function Save-Snapshot {
    param([AllowNull()][object]$Found)
    New-Folder -Path $SnapshotFolder
    $path = Join-Path -Path $SnapshotFolder -ChildPath ($script:stepId + '.xml')
    if (-not (Test-Path -LiteralPath $path)) {
        $snapshot = @{ Step = $script:stepId; Existed = ($null -ne $Found); Found = $Found }
        Export-Clixml -InputObject $snapshot -LiteralPath $path -Depth 3 -WhatIf:$false -Confirm:$false
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

function Resolve-Srv {
    param([string]$Name)
    $ErrorActionPreference = 'Continue'
    $answer = & nslookup.exe '-type=SRV' $Name 2>&1
    return (@($answer | ForEach-Object { [string]$_ }) -join ' ')
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

function Save-UserSnapshot {
    param([string]$Address, [AllowNull()][object]$User)
    New-Folder -Path $SnapshotFolder
    $path = Join-Path -Path $SnapshotFolder -ChildPath 'users.csv'
    if ($null -eq $script:savedUsers) {
        $script:savedUsers = @{}
        if (Test-Path -LiteralPath $path) {
            Import-Csv -LiteralPath $path -Encoding UTF8 | ForEach-Object { $script:savedUsers[$_.SipAddress] = $true }
        }
    }
    if (-not $script:savedUsers.ContainsKey($Address)) {
        $record = [pscustomobject]@{
            SipAddress = $Address
            Existed = ($null -ne $User)
            RegistrarPool = [string](Get-PropertyValue -Of $User -Name 'RegistrarPool')
            Enabled = [string](Get-PropertyValue -Of $User -Name 'Enabled')
            AudioVideoDisabled = [string](Get-PropertyValue -Of $User -Name 'AudioVideoDisabled')
            EnterpriseVoiceEnabled = [string](Get-PropertyValue -Of $User -Name 'EnterpriseVoiceEnabled')
            LineURI = [string](Get-PropertyValue -Of $User -Name 'LineURI')
            PrivateLine = [string](Get-PropertyValue -Of $User -Name 'PrivateLine')
            HostedVoicemailPolicy = [string](Get-PropertyValue -Of $User -Name 'HostedVoicemailPolicy')
            VoicePolicy = [string](Get-PropertyValue -Of $User -Name 'VoicePolicy')
            DialPlan = [string](Get-PropertyValue -Of $User -Name 'DialPlan')
            HostedVoiceMail = [string](Get-PropertyValue -Of $User -Name 'HostedVoiceMail')
        }
        Export-Csv -InputObject $record -LiteralPath $path -Append -NoTypeInformation -Encoding UTF8 -WhatIf:$false -Confirm:$false
        $script:savedUsers[$Address] = $true
    }
}

try {
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

    # Pool.pool01.litware.com - Pool pool01.litware.com
    if (Enter-Step -Id 'Pool.pool01.litware.com' -Title 'Pool pool01.litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'pool01.litware.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool pool01.litware.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.edge.litware.com - Pool edge.litware.com
    if (Enter-Step -Id 'Pool.edge.litware.com' -Title 'Pool edge.litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'edge.litware.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool edge.litware.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Pool.pool02.europe.litware.com - Pool pool02.europe.litware.com
    if (Enter-Step -Id 'Pool.pool02.europe.litware.com' -Title 'Pool pool02.europe.litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsPool' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsPool.'
        } else {
            try {
                if ($null -eq (Get-CsPool -Identity 'pool02.europe.litware.com' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no pool pool02.europe.litware.com: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Site.New_York - Site New York
    if (Enter-Step -Id 'Site.New_York' -Title 'Site New York') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSite' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSite.'
        } else {
            try {
                if ($null -eq (Get-CsSite -Identity 'New York' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no site New York: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Site.London - Site London
    if (Enter-Step -Id 'Site.London' -Title 'Site London') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSite' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSite.'
        } else {
            try {
                if ($null -eq (Get-CsSite -Identity 'London' -ErrorAction SilentlyContinue)) {
                    $result = 'missing'
                    $detail = 'There is no site London: publish it with Topology Builder first.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # OU.1 - Rights in OU=Voice,DC=litware,DC=com
    if (Enter-Step -Id 'OU.1' -Title 'Rights in OU=Voice,DC=litware,DC=com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Test-CsOUPermission' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Test-CsOUPermission.'
        } else {
            try {
                if (-not (Test-CsOUPermission -ObjectType 'AppContact' -OU 'OU=Voice,DC=litware,DC=com')) {
                    $result = 'missing'
                    $detail = 'RTCUniversalUserAdmins has no rights for contacts in OU=Voice,DC=litware,DC=com. A domain administrator grants them: Grant-CsOUPermission -ObjectType AppContact -OU with this name. Domain administrators need no grant: they may go on with the next step.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # SipDomain.litware.com - SIP domain litware.com, the default one
    if (Enter-Step -Id 'SipDomain.litware.com' -Title 'SIP domain litware.com, the default one') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSipDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSipDomain.'
        } else {
            try {
                $found = Get-CsSipDomain -Identity 'litware.com' -ErrorAction SilentlyContinue
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

    # SipDomain.europe.litware.com - SIP domain europe.litware.com
    if (Enter-Step -Id 'SipDomain.europe.litware.com' -Title 'SIP domain europe.litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsSipDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsSipDomain.'
        } else {
            try {
                $found = Get-CsSipDomain -Identity 'europe.litware.com' -ErrorAction SilentlyContinue
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

    # AccessEdge - Access Edge configuration
    if (Enter-Step -Id 'AccessEdge' -Title 'Access Edge configuration') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsAccessEdgeConfiguration' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsAccessEdgeConfiguration.'
        } else {
            try {
                $found = Get-CsAccessEdgeConfiguration -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'AllowFederatedUsers' = $true; 'EnablePartnerDiscovery' = $false })
                    if (@($found.PSObject.TypeNames -like '*DefaultRoute*').Count -gt 0) {
                        $differences += 'Routing'
                    }
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

    # Replication.AccessEdge - Replication to the Edge, after the Access Edge configuration
    if (Enter-Step -Id 'Replication.AccessEdge' -Title 'Replication to the Edge, after the Access Edge configuration') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsManagementStoreReplicationStatus' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsManagementStoreReplicationStatus.'
        } else {
            try {
                $detail = @(Get-ReplicaBehind) -join ', '
                if ($detail -ne '') {
                    $result = 'differs'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # InternalSrv.litware.com - Federation record of litware.com, seen from inside
    if (Enter-Step -Id 'InternalSrv.litware.com' -Title 'Federation record of litware.com, seen from inside') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Srv -Name '_sipfederationtls._tcp.litware.com'
            if (-not $answer.ToLowerInvariant().Contains('sip.litware.com')) {
                $result = 'missing'
                $detail = '_sipfederationtls._tcp.litware.com does not resolve to sip.litware.com from this server. Add the records of the folder dns/internal to internal DNS, then run this step again.'
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # InternalSrv.europe.litware.com - Federation record of europe.litware.com, seen from inside
    if (Enter-Step -Id 'InternalSrv.europe.litware.com' -Title 'Federation record of europe.litware.com, seen from inside') {
        $result = 'planned'
        $detail = ''
        try {
            $answer = Resolve-Srv -Name '_sipfederationtls._tcp.europe.litware.com'
            if (-not $answer.ToLowerInvariant().Contains('sip.europe.litware.com')) {
                $result = 'missing'
                $detail = '_sipfederationtls._tcp.europe.litware.com does not resolve to sip.europe.litware.com from this server. Add the records of the folder dns/internal to internal DNS, then run this step again.'
            }
        } catch {
            $result = 'failed'
            $detail = $_.Exception.Message
        }
        Exit-Step -Result $result -Detail $detail
    }

    # HostingProvider.Exchange_Online - Hosting provider Exchange Online
    if (Enter-Step -Id 'HostingProvider.Exchange_Online' -Title 'Hosting provider Exchange Online') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostingProvider' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostingProvider.'
        } else {
            try {
                $found = Get-CsHostingProvider -Identity 'Exchange Online' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'ProxyFqdn' = 'exap.um.outlook.com'; 'Enabled' = $true; 'EnabledSharedAddressSpace' = $true; 'HostsOCSUsers' = $false; 'IsLocal' = $false; 'VerificationLevel' = 'UseSourceVerification' })
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

    # HostingProvider.Fabrikam_Hosting - Hosting provider Fabrikam Hosting
    if (Enter-Step -Id 'HostingProvider.Fabrikam_Hosting' -Title 'Hosting provider Fabrikam Hosting') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostingProvider' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostingProvider.'
        } else {
            try {
                $found = Get-CsHostingProvider -Identity 'Fabrikam Hosting' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'ProxyFqdn' = 'exum.fabrikam.com'; 'Enabled' = $true; 'EnabledSharedAddressSpace' = $true; 'HostsOCSUsers' = $false; 'IsLocal' = $false; 'VerificationLevel' = 'UseSourceVerification' })
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

    # AllowedDomain.contoso.com - Allowed domain contoso.com
    if (Enter-Step -Id 'AllowedDomain.contoso.com' -Title 'Allowed domain contoso.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsAllowedDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsAllowedDomain.'
        } else {
            try {
                $found = Get-CsAllowedDomain -Identity 'contoso.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Comment' = 'customer' })
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

    # Replication.Providers - Replication to the Edge, after the providers
    if (Enter-Step -Id 'Replication.Providers' -Title 'Replication to the Edge, after the providers') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsManagementStoreReplicationStatus' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsManagementStoreReplicationStatus.'
        } else {
            try {
                $detail = @(Get-ReplicaBehind) -join ', '
                if ($detail -ne '') {
                    $result = 'differs'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # HostedVoicemailPolicy.Global - Hosted voice mail policy Global
    if (Enter-Step -Id 'HostedVoicemailPolicy.Global' -Title 'Hosted voice mail policy Global') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostedVoicemailPolicy' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostedVoicemailPolicy.'
        } else {
            try {
                $found = Get-CsHostedVoicemailPolicy -Identity 'Global' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Destination' = 'exap.um.outlook.com'; 'Organization' = 'litware.onmicrosoft.com' } -Lists 'Organization')
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

    # HostedVoicemailPolicy.site.London - Hosted voice mail policy site:London
    if (Enter-Step -Id 'HostedVoicemailPolicy.site.London' -Title 'Hosted voice mail policy site:London') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostedVoicemailPolicy' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostedVoicemailPolicy.'
        } else {
            try {
                $found = Get-CsHostedVoicemailPolicy -Identity 'site:London' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Destination' = 'exum.fabrikam.com'; 'Organization' = 'litware.fabrikam.com'; 'Description' = 'Everybody whose home pool is in London.' } -Lists 'Organization')
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

    # HostedVoicemailPolicy.HeadOffice - Hosted voice mail policy HeadOffice
    if (Enter-Step -Id 'HostedVoicemailPolicy.HeadOffice' -Title 'Hosted voice mail policy HeadOffice') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsHostedVoicemailPolicy' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsHostedVoicemailPolicy.'
        } else {
            try {
                $found = Get-CsHostedVoicemailPolicy -Identity 'HeadOffice' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'Destination' = 'exap.um.outlook.com'; 'Organization' = 'litware.onmicrosoft.com'; 'Description' = 'Granted to people in London whose mailbox is in Exchange Online all the same.' } -Lists 'Organization')
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
                            $wrong++
                            $word = 'differs'
                            if ($differences -contains 'missing') {
                                $word = 'missing'
                            }
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
                            $wrong++
                            $word = 'differs'
                            if ($differences -contains 'missing') {
                                $word = 'missing'
                            }
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

    # Contact.ova_litware.com - Contact ova@litware.com, subscriber access of hosted UM
    if (Enter-Step -Id 'Contact.ova_litware.com' -Title 'Contact ova@litware.com, subscriber access of hosted UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                $found = Get-CsExUmContact -Identity 'sip:ova@litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DisplayNumber' = '+14255550100'; 'AutoAttendant' = $false; 'Enabled' = $true; 'EnterpriseVoiceEnabled' = $true; 'RegistrarPool' = 'pool01.litware.com' })
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

    # Contact.reception_litware.com - Contact reception@litware.com, an auto attendant of hosted UM
    if (Enter-Step -Id 'Contact.reception_litware.com' -Title 'Contact reception@litware.com, an auto attendant of hosted UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                $found = Get-CsExUmContact -Identity 'sip:reception@litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DisplayNumber' = '+14255550101'; 'AutoAttendant' = $true; 'Enabled' = $true; 'EnterpriseVoiceEnabled' = $true; 'RegistrarPool' = 'pool01.litware.com' })
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

    # Contact.ova-london_litware.com - Contact ova-london@litware.com, subscriber access of hosted UM
    if (Enter-Step -Id 'Contact.ova-london_litware.com' -Title 'Contact ova-london@litware.com, subscriber access of hosted UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-CsExUmContact' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-CsExUmContact.'
        } else {
            try {
                $found = Get-CsExUmContact -Identity 'sip:ova-london@litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DisplayNumber' = '+14255550102'; 'AutoAttendant' = $false; 'Enabled' = $true; 'EnterpriseVoiceEnabled' = $true; 'RegistrarPool' = 'pool02.europe.litware.com' })
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

    # Tenant.AcceptedDomain.litware.com - Accepted domain litware.com
    if (Enter-Step -Id 'Tenant.AcceptedDomain.litware.com' -Title 'Accepted domain litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-AcceptedDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-AcceptedDomain.'
        } else {
            try {
                $found = Get-AcceptedDomain -Identity 'litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DomainType' = 'Authoritative' })
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

    # Tenant.AcceptedDomain.litware.com~2 - Accepted domain litware.com
    if (Enter-Step -Id 'Tenant.AcceptedDomain.litware.com~2' -Title 'Accepted domain litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-AcceptedDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-AcceptedDomain.'
        } else {
            try {
                $found = Get-AcceptedDomain -Identity 'litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DomainType' = 'Authoritative' })
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

    # Tenant.AcceptedDomain.europe.litware.com - Accepted domain europe.litware.com
    if (Enter-Step -Id 'Tenant.AcceptedDomain.europe.litware.com' -Title 'Accepted domain europe.litware.com') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Get-AcceptedDomain' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Get-AcceptedDomain.'
        } else {
            try {
                $found = Get-AcceptedDomain -Identity 'europe.litware.com' -ErrorAction SilentlyContinue
                if ($null -eq $found) {
                    $result = 'missing'
                } else {
                    $differences = @(Get-Difference -Found $found -Wanted @{ 'DomainType' = 'Authoritative' })
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

    # Connectivity.pool01.litware.com - Connection of pool01.litware.com to Exchange UM
    if (Enter-Step -Id 'Connectivity.pool01.litware.com' -Title 'Connection of pool01.litware.com to Exchange UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Test-CsExUMConnectivity' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Test-CsExUMConnectivity.'
        } else {
            try {
                if (-not (Test-CsExUMConnectivity -TargetFqdn 'pool01.litware.com')) {
                    $result = 'missing'
                    $detail = 'Test-CsExUMConnectivity gave no answer.'
                }
            } catch {
                $result = 'failed'
                $detail = $_.Exception.Message
            }
        }
        Exit-Step -Result $result -Detail $detail
    }

    # Connectivity.pool02.europe.litware.com - Connection of pool02.europe.litware.com to Exchange UM
    if (Enter-Step -Id 'Connectivity.pool02.europe.litware.com' -Title 'Connection of pool02.europe.litware.com to Exchange UM') {
        $result = 'planned'
        $detail = ''
        if ($null -eq (Get-Command -Name 'Test-CsExUMConnectivity' -ErrorAction SilentlyContinue)) {
            $result = 'notAsked'
            $detail = 'This shell has no Test-CsExUMConnectivity.'
        } else {
            try {
                if (-not (Test-CsExUMConnectivity -TargetFqdn 'pool02.europe.litware.com')) {
                    $result = 'missing'
                    $detail = 'Test-CsExUMConnectivity gave no answer.'
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
    Write-Progress -Activity $activity -Completed
    if ($transcript) {
        Stop-Transcript | Out-Null
    }
}
