/** For the way back: what the other script found before its first change. */
export const restoreFunctions = `
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

# Which mailboxes were not enabled before.
function Save-MailboxSnapshot {
    param([string]$Address, [string]$Account)
    Save-SnapshotRow -Name 'mailboxes.csv' -Record ([pscustomobject]@{ SipAddress = $Address; Identity = $Account })
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
`.trim();
