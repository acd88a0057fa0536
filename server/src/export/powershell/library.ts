/**
 * The functions that scripts bring along, as they stand in them. Windows PowerShell 3.0; nothing of a topology gets in here.
 *
 * nslookup.exe is on every Windows: whom it asks stands before the first empty line, what it can't find goes to the error stream. Tools of Exchange were not
 * written for strict mode, nor for errors that end them.
 */
const library = `
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

# What is found before the first change is kept for the way back, and never written over.
function Save-Snapshot {
    param([AllowNull()][object]$Found)
    New-Folder -Path $SnapshotFolder
    $path = Join-Path -Path $SnapshotFolder -ChildPath ($script:stepId + '.xml')
    if (-not (Test-Path -LiteralPath $path)) {
        $snapshot = @{ Step = $script:stepId; Existed = ($null -ne $Found); Found = $Found }
        Export-Clixml -InputObject $snapshot -LiteralPath $path -Depth 3 -WhatIf:$false -Confirm:$false
        if ($null -eq $Found) {
            $script:newSnapshot = $path
        }
    }
}

# Where making an object fails it may be there, and only could not be read: the way back must not remove it.
function Undo-Snapshot {
    if ($script:newSnapshot -ne '') {
        [System.IO.File]::Delete($script:newSnapshot)
        $script:newSnapshot = ''
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
    return ($Answer -match ('(?<![\\w.-])' + [regex]::Escape($Text) + '(?![\\w-]|\\.\\w)'))
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
    if ($text -match '^''+[=+\\-@\\t\\r]') {
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
        Export-Csv -InputObject $record -LiteralPath $path -Append -NoTypeInformation -Encoding UTF8 -WhatIf:$false -Confirm:$false
        $script:savedUsers[$Address] = $true
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

# Which mailboxes were enabled.
function Save-MailboxSnapshot {
    param([string]$Address, [string]$Account)
    New-Folder -Path $SnapshotFolder
    $path = Join-Path -Path $SnapshotFolder -ChildPath 'mailboxes.csv'
    $record = [pscustomobject]@{ SipAddress = $Address; Identity = $Account }
    Export-Csv -InputObject $record -LiteralPath $path -Append -NoTypeInformation -Encoding UTF8 -WhatIf:$false -Confirm:$false
}

function Read-MailboxSnapshot {
    $path = Join-Path -Path $SnapshotFolder -ChildPath 'mailboxes.csv'
    if (Test-Path -LiteralPath $path) {
        Import-Csv -LiteralPath $path -Encoding UTF8
    }
}

function Read-UserSnapshot {
    $path = Join-Path -Path $SnapshotFolder -ChildPath 'users.csv'
    if (Test-Path -LiteralPath $path) {
        Import-Csv -LiteralPath $path -Encoding UTF8
    }
}

$recordFields = @{
    'A' = @('IPv4Address')
    'AAAA' = @('IPv6Address')
    'CNAME' = @('HostNameAlias')
    'SRV' = @('Priority', 'Weight', 'Port', 'DomainName')
    'MX' = @('Preference', 'MailExchange')
    'TXT' = @('DescriptiveText')
}

# The records of a type as they are compared: names in lower case, without the dot at their end.
function Get-RecordText {
    param([AllowEmptyCollection()][object[]]$Record, [string]$Type)
    foreach ($each in @($Record | Where-Object { $null -ne $_ -and [string]$_.RecordType -eq $Type })) {
        $parts = @()
        foreach ($field in $recordFields[$Type]) {
            $parts += [string](Get-PropertyValue -Of $each.RecordData -Name $field)
        }
        $text = $parts -join ' '
        if ($Type -ne 'TXT') {
            $text = $text.ToLowerInvariant().TrimEnd('.')
        }
        $text
    }
}

# What stands in the way of the planned records: others of the type that match -Like, and a CNAME beside anything else.
function Get-OtherRecord {
    param([AllowEmptyCollection()][object[]]$Record, [string]$Type, [string[]]$Wanted, [string]$Like = '')
    Get-RecordText -Record $Record -Type $Type | Where-Object { $Wanted -cnotcontains $_ -and $_ -like $Like }
    foreach ($other in @($recordFields.Keys | Sort-Object)) {
        if ($other -ne $Type -and ($other -eq 'CNAME' -or $Type -eq 'CNAME')) {
            Get-RecordText -Record $Record -Type $other | ForEach-Object { $other + ' ' + $_ }
        }
    }
}
`.trim();

/** One function with what stands above it. */
interface LibraryFunction {
  readonly name: string;
  readonly text: string;
}

const functions: readonly LibraryFunction[] = partsOf(library);

function partsOf(text: string): LibraryFunction[] {
  const found: LibraryFunction[] = [];
  let above = '';
  for (const part of text.split(/\n\n(?=#|\$|function )/)) {
    const name = /^function ([\w-]+)/m.exec(part)?.[1];
    if (name === undefined) above += `${part}\n\n`;
    else {
      found.push({ name, text: above + part });
      above = '';
    }
  }
  return found;
}

/** The functions that a text calls, and those that these call, in the order of the library. */
export function libraryFor(text: string): string[] {
  const wanted = new Set<LibraryFunction>();
  const look = (inside: string): void => {
    for (const each of functions) {
      if (wanted.has(each) || !new RegExp(`(?<![\\w-])${each.name}(?![\\w-])`).test(inside)) continue;
      wanted.add(each);
      look(each.text);
    }
  };
  look(text);
  return functions.filter((each) => wanted.has(each)).map((each) => each.text);
}
