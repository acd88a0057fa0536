import type { Span } from '../base/span';
import type { Deployment } from '../model/deployment';
import { mentionsIn, thingsOf } from './mentions';
import { declarationsOf, spotsOf } from './walk';

/** A stretch of text that opens something: a file of the deployment, or the page of a rule. */
export interface DocumentLink extends Span {
  readonly tooltip: string;
  readonly target: { readonly path: string } | { readonly rule: string };
}

/** The CSV files that `users` blocks name, and the rules that comments suppress. */
export function documentLinks(deployment: Deployment, path: string): DocumentLink[] {
  const file = deployment.files.find((candidate) => candidate.path === path);
  if (file === undefined) return [];
  const links: DocumentLink[] = [];
  const declarations = declarationsOf(deployment);
  for (const item of file.tree.items) {
    for (const spot of spotsOf({ deployment, path, item }, declarations, undefined, false)) {
      if (spot.role.is !== 'value' || spot.role.property.name !== 'csv') continue;
      for (const mention of mentionsIn(spot)) {
        for (const thing of thingsOf(deployment, mention)) {
          if (thing.is !== 'file' || !deployment.source(thing.path)) continue;
          const { start, end } = mention;
          links.push({ start, end, tooltip: 'Open the CSV file', target: { path: thing.path } });
        }
      }
    }
  }
  for (const comment of file.text.matchAll(/\/\/[ \t]*umtopo-disable(?:-next-line|-line)?\b([^:\r\n]*)/g)) {
    for (const code of comment[0].matchAll(/UM\d{4}/g)) {
      const start = comment.index + code.index;
      links.push({ start, end: start + 6, tooltip: `Explain ${code[0]}`, target: { rule: code[0] } });
    }
  }
  return links.sort((a, b) => a.start - b.start);
}
