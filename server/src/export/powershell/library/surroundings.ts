/**
 * Replication, DNS look-ups, services and tools. nslookup.exe is on every Windows: whom it asks stands before the first empty line, what it can't find goes to the error stream.
 * Tools of Exchange were not written for strict mode, nor for errors that end them.
 */
export const surroundingFunctions = `
# What the files around this script have against what manifest.json lists. Windows PowerShell 3.0 has no cmdlet for digests.
function Get-ExportDifference {
    param([string]$Source)
    $folder = Split-Path -Path $PSScriptRoot -Parent
    $path = Join-Path -Path $folder -ChildPath 'manifest.json'
    if (-not (Test-Path -LiteralPath $path)) {
        return 'manifest.json is not there'
    }
    $manifest = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($path))
    if ([string]$manifest.source.sha256 -ne $Source) {
        'manifest.json is that of another topology'
    }
    $sha256 = [System.Security.Cryptography.SHA256]::Create()
    foreach ($file in @($manifest.files)) {
        $path = Join-Path -Path $folder -ChildPath ([string]$file.path)
        if (-not (Test-Path -LiteralPath $path)) {
            [string]$file.path + ' is not there'
        } else {
            $stream = [System.IO.File]::OpenRead($path)
            $digest = [System.BitConverter]::ToString($sha256.ComputeHash($stream)) -replace '-', ''
            $stream.Close()
            if ($digest -ne [string]$file.sha256) {
                [string]$file.path + ' was changed'
            }
            $made = Get-PropertyValue -Of $file -Name 'source'
            if ($null -ne $made) {
                [string]$file.path + ' was made of another topology'
            }
        }
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
`.trim();
