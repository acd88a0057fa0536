/** Where the project's pages are read when they don't lie beside the server. */
const published = 'https://github.com/um-topology/um-topology/blob/main/docs/';

/** The page of a rule. `base` is the folder of the pages, when they are at hand. */
export function rulePage(code: string, base = published): string {
  return `${base}rules/${code}.md`;
}

/** The page of a kind in the language reference. */
export function kindPage(kind: string, base = published): string {
  return `${base}language/${kind}.md`;
}
