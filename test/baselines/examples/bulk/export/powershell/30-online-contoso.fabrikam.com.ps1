# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 91eff5db57c500f6d2d14c9911b4f7dd99b94533467c42d95dcf353719bbb7d4
#requires -Version 5.1

<#
.SYNOPSIS
    Sets in the tenant contoso.fabrikam.com what the topology of Contoso declares, and states what has no cmdlet.
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
    .\30-online-contoso.fabrikam.com.ps1 -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\30-online-contoso.fabrikam.com.ps1 | Format-Table -AutoSize
    Does it, and shows one line a step. Running it again changes only what is left.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param(
    [string]$LogFolder,
    [string]$SnapshotFolder,
    [ValidateSet(
        'Shell',
        'AcceptedDomain.contoso.com',
        'UmDialPlan.Dallas'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'AcceptedDomain.contoso.com',
        'UmDialPlan.Dallas'
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
    $SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath 'snapshot\30-online-contoso.fabrikam.com'
}
$activity = '30-online-contoso.fabrikam.com.ps1'
$stepCount = 3
$transcript = $false
… and 249 more lines
