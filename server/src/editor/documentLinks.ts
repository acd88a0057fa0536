import type { Span } from '../base/span';
import type { Deployment } from '../model/deployment';
import { type CommentWord, commentWords } from './commentWords';
import { mentionsIn, thingsOf } from './mentions';
import { declarationsOf, spotsOf } from './walk';

/** A stretch of text that opens something: a file of the deployment, the page of a rule or of a cmdlet. */
export interface DocumentLink extends Span {
  readonly tooltip: string;
  readonly target: { readonly path: string } | CommentWord['page'];
}

/** The CSV files that `users` blocks name; the rules and the cmdlets that comments speak of. */
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
  for (const { start, end, text, page } of commentWords(deployment, path))
    links.push({
      start,
      end,
      tooltip: 'rule' in page ? `Explain ${text}` : `Microsoft's page of ${text}`,
      target: page,
    });
  return links.sort((a, b) => a.start - b.start);
}
