/** What an export can be told to write. */
export const exportTargets = ['powershell', 'dns', 'csv', 'json', 'report'] as const;
export type ExportTarget = (typeof exportTargets)[number];
