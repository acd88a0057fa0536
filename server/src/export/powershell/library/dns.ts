/** Records of Windows DNS. */
export const dnsFunctions = `
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
