/** The last part of a path. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A name as part of a path that every system takes: letters, digits, `.`, `_` and `-`, not at the ends. @param length at most */
export function fileName(name: string, length = 60): string {
  return (
    name
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[.-]+|[.-]+$/g, '')
      .slice(0, length) || 'unnamed'
  );
}

/** As `fileName`, each another one also where case doesn't count. */
export function fileNames(names: readonly string[], length?: number): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const wanted = fileName(name, length);
    let free = wanted;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${wanted}-${n}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** `waves/01-Pilot`. @param index of the wave in the order of waves. */
export function waveFolder(index: number, name: string): string {
  return `waves/${String(index + 1).padStart(2, '0')}-${fileName(name)}`;
}
