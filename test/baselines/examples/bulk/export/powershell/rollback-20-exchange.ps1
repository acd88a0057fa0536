# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 91eff5db57c500f6d2d14c9911b4f7dd99b94533467c42d95dcf353719bbb7d4
#requires -Version 3.0

<#
.SYNOPSIS
    Takes back what 20-exchange.ps1 changed, in reverse order.
.DESCRIPTION
    It works by the folder snapshot beside it, where 20-exchange.ps1 kept what it found before its first change:
    keep that folder. What is not in it was not changed, and stays.
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
.EXAMPLE
    .\rollback-20-exchange.ps1 -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\rollback-20-exchange.ps1 | Format-Table -AutoSize
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
        'Mailboxes',
        'UMHuntGroup.Pool02',
        'UMHuntGroup.Pool01',
        'UMIPGateway.Pool02',
        'UMIPGateway.Pool01',
        'ExchUCUtil',
        'UMServices.Restart',
        'UMCallRouter.ex03.contoso.com',
        'UMService.ex03.contoso.com',
        'UMCallRouter.ex02.contoso.com',
        'UMService.ex02.contoso.com',
        'UMCallRouter.ex01.contoso.com',
        'UMService.ex01.contoso.com',
        'UMDialPlan.Redmond'
… and 736 more lines
