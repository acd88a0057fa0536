import { folderOf, isBelow, joinPath } from '../base/paths';
import type { TopologyFile } from './sourceFile';

type Named =
  | { readonly path: string; readonly fault?: undefined }
  | { readonly path?: undefined; readonly fault: string };

/**
 * The CSV file that a topology names.
 * @param folder of its deployment: nothing outside of it is read.
 */
export function csvNamed(from: TopologyFile, name: string, folder: string): Named {
  const path = /^[a-z]:|^\//i.test(name) ? undefined : joinPath(folderOf(from.path), name);
  if (path === undefined || !isBelow(path, folder)) {
    return {
      fault: `"${name}" lies outside the deployment's folder; a CSV file stands in that folder or below, named relative to this file`,
    };
  }
  if (path.toLowerCase().endsWith('.umtopo')) return { fault: `"${name}" is a topology, not a CSV file of users` };
  return { path };
}
