/** Rows of `users.csv`, and what is kept of users. */
export const userFunctions = `
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
`.trim();
