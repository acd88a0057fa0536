# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 91eff5db57c500f6d2d14c9911b4f7dd99b94533467c42d95dcf353719bbb7d4
#requires -Version 3.0

<#
.SYNOPSIS
    Asks whether Contoso is deployed as its topology declares it, and changes nothing.
.DESCRIPTION
    One line for the exported files, each object, user who differs and DNS record: planned, differs (and in what),
    missing, or notAsked where this shell has no cmdlet for it. Run it in each shell: the Lync shell answers for
    Lync, the Exchange shell for Exchange.
    Records of public zones are asked for with -PublicDnsServer; test calls need the test users of health
    monitoring.
.PARAMETER UsersPath
    The exported list of users; without it ..\users.csv beside the script.
.PARAMETER FirstUser
    The row of users.csv to begin with, counted from 1: to go on sooner after a break. Without it every user is
    looked at, and those that are right are left alone.
.PARAMETER BatchSize
    After so many users progress is told, and -PauseSeconds waited.
.PARAMETER PauseSeconds
    The pause after each batch of users.
.PARAMETER TestUser
    The SIP address of the user as whom test calls are made, with -TestCredential.
.PARAMETER TestCredential
    The credentials of that user, from Get-Credential; without them the test users of health monitoring are taken.
    They are written nowhere.
.PARAMETER PublicDnsServer
    A DNS server that sees what the Internet sees; without it the records of public zones are not asked for.
.PARAMETER LogFolder
    Where the transcript and the list of failed users go; without it the folder log beside the script.
.PARAMETER Only
    Only these steps.
.PARAMETER From
    This step and those after it.
.EXAMPLE
    .\verify.ps1 | Format-Table -AutoSize
    Asks for everything, and shows one line for each answer.
.EXAMPLE
    .\verify.ps1 | Where-Object { $_.Result -ne 'planned' } | Format-List
    Shows only what is not as planned, whole.
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
    [string]$TestUser = '',
    [System.Management.Automation.PSCredential]$TestCredential,
    [string]$PublicDnsServer,
    [string]$LogFolder,
    [ValidateSet(
        'Files',
        'Pool.pool01.contoso.com',
        'Pool.pool02.contoso.com',
        'Pool.edge.contoso.com',
… and 1795 more lines
