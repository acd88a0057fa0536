/** Paths here are texts with `/` between their parts: file paths or decoded URIs. */

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** A path relative to a folder, without `.` and `..`; `undefined` when it leads above everything. */
export function joinPath(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The path as seen from a folder above it. */
export function relativePath(path: string, folder: string): string {
  return isBelow(path, folder) && path !== folder
    ? path.slice(folder.endsWith('/') || folder === '' ? folder.length : folder.length + 1)
    : path;
}

/** Folders that are never looked into: those whose name starts with a dot, and `node_modules`. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** A path as it is written in a file of a folder; upwards by `..`. */
export function relativeFrom(folder: string, path: string): string {
  const inside = relativePath(path, folder);
  if (inside !== path) return inside;
  const parent = folderOf(folder);
  return parent === folder || parent === '' ? path : `../${relativeFrom(parent, path)}`;
}
