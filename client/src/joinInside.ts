/**
 * The parts of a relative path that stays inside its folder.
 * @throws when it is absolute, goes up, or is empty
 */
export function joinInside(path: string): string[] {
  const parts = path.split('/');
  const harmless = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part));
  if (!harmless) throw new Error(`"${path}" is no path inside the folder.`);
  return parts;
}
