import { Uri } from 'vscode';

export const exportScheme = 'umtopo-export';

/** A file of an export: the path ends as the file's does, so that it gets the language of its name. */
export function exportUri(root: string, name: string, path: string): Uri {
  return Uri.from({ scheme: exportScheme, path: `/${name.replace(/[\\/]/g, '-')}/${path}`, query: root });
}

/** @returns the root of the deployment, and the file's path in the export */
export function partsOf(uri: Uri): { readonly root: string; readonly path: string } {
  return { root: uri.query, path: uri.path.split('/').slice(2).join('/') };
}
