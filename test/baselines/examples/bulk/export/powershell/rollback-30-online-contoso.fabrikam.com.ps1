# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 91eff5db57c500f6d2d14c9911b4f7dd99b94533467c42d95dcf353719bbb7d4
#requires -Version 5.1

<#
.SYNOPSIS
    Takes back what 30-online-contoso.fabrikam.com.ps1 changed, in reverse order.
.DESCRIPTION
    It works by the folder snapshot beside it, where 30-online-contoso.fabrikam.com.ps1 kept what it found before
    its first change: keep that folder. What is not in it was not changed, and stays.
    What can not be taken back is said by its step. Run it in the same shell.
.PARAMETER LogFolder
    Where the transcript and the list of failed users go; without it the folder log beside the script.
.PARAMETER SnapshotFolder
    Where the values found before the first change are kept; without it a folder of its name in the folder
    snapshot beside the script. What is there is never written over.
.PARAMETER Only
    Only these steps.
.PARAMETER From
    This step and those after it.
.EXAMPLE
    .\rollback-30-online-contoso.fabrikam.com.ps1 -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\rollback-30-online-contoso.fabrikam.com.ps1 | Format-Table -AutoSize
    Does it, and shows one line a step. Running it again changes only what is left.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param(
    [string]$LogFolder,
    [string]$SnapshotFolder,
    [ValidateSet(
        'Shell',
        'UmDialPlan.Dallas',
        'AcceptedDomain.contoso.com'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'UmDialPlan.Dallas',
        'AcceptedDomain.contoso.com'
    )]
    [string]$From = 'Shell'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($LogFolder -eq '') {
    $LogFolder = Join-Path -Path $PSScriptRoot -ChildPath 'log'
}
if ($SnapshotFolder -eq '') {
    $SnapshotFolder = Join-Path -Path $PSScriptRoot -ChildPath 'snapshot\30-online-contoso.fabrikam.com'
}
$activity = 'rollback-30-online-contoso.fabrikam.com.ps1'
$stepCount = 3
$transcript = $false
$notDone = 'declined'
if ($WhatIfPreference) {
    $notDone = 'whatIf'
… and 246 more lines
