# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 91eff5db57c500f6d2d14c9911b4f7dd99b94533467c42d95dcf353719bbb7d4
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
… and 870 more lines
