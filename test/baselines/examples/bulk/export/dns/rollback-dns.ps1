# Made by UM Topology from the deployment Contoso; change the topology and export again rather than this file.
# SHA-256 of the topology: 91eff5db57c500f6d2d14c9911b4f7dd99b94533467c42d95dcf353719bbb7d4
#requires -Version 3.0

<#
.SYNOPSIS
    Takes back what dns.ps1 changed, in reverse order.
.DESCRIPTION
    It works by the folder snapshot beside it, where dns.ps1 kept what it found before its first change: keep that
    folder. What is not in it was not changed, and stays.
    What can not be taken back is said by its step. Run it in the same shell.
.PARAMETER Zones
    Which zones this server holds: those that the Internet sees, or those of the internal network. There is no
    default, so that no internal record gets into public DNS.
.PARAMETER DnsServer
    The DNS server; without it the computer that the script runs on.
.PARAMETER LogFolder
    Where the transcript and the list of failed users go; without it the folder log beside the script.
.PARAMETER SnapshotFolder
    Where the values found before the first change are kept; without it a folder of the name of the DNS server in
    the folder snapshot\dns beside the script. What is there is never written over.
.PARAMETER Only
    Only these steps.
.PARAMETER From
    This step and those after it.
.EXAMPLE
    .\rollback-dns.ps1 -Zones internal -WhatIf
    Says what it would change, and changes nothing.
.EXAMPLE
    .\rollback-dns.ps1 -Zones internal | Format-Table -AutoSize
    Does it, and shows one line a step. Running it again changes only what is left.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
param(
    [Parameter(Mandatory = $true)]
    [ValidateSet('public', 'internal')]
    [string]$Zones,
    [string]$DnsServer,
    [string]$LogFolder,
    [string]$SnapshotFolder,
    [ValidateSet(
        'Shell',
        'Internal.contoso.com.sip.A',
        'Internal.contoso.com._sip._tls.SRV',
        'Internal.contoso.com._sipfederationtls._tcp.SRV',
        'Internal.contoso.com.lyncdiscoverinternal.CNAME',
        'Internal.contoso.com._sipinternaltls._tcp.SRV',
        'Public.contoso.com.sip.A',
        'Public.contoso.com._sip._tls.SRV',
        'Public.contoso.com._sipfederationtls._tcp.SRV'
    )]
    [string[]]$Only,
    [ValidateSet(
        'Shell',
        'Internal.contoso.com.sip.A',
        'Internal.contoso.com._sip._tls.SRV',
        'Internal.contoso.com._sipfederationtls._tcp.SRV',
        'Internal.contoso.com.lyncdiscoverinternal.CNAME',
        'Internal.contoso.com._sipinternaltls._tcp.SRV',
        'Public.contoso.com.sip.A',
… and 399 more lines
