/** What the tree calls an expectation: all of them begin with `expect`. */
export function labelOf(text: string): string {
  return text.replace(/^expect\s+/i, '');
}

/** As the command line prints it. */
export function signOf({ passed }: { readonly passed: boolean | null }): string {
  return passed === null ? '?' : passed ? '✓' : '✗';
}

/** The path of a file below a folder, readable; both are URIs. */
export function pathBelow(uri: string, folder: string): string {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return readable(uri.startsWith(base) ? uri.slice(base.length) : uri.slice(uri.lastIndexOf('/') + 1));
}

/** The name of a file and a line, counting from 0 as in the protocol: `users.umtopo:3`. */
export function placeName(uri: string, line: number): string {
  return `${readable(uri.slice(uri.lastIndexOf('/') + 1))}:${line + 1}`;
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
