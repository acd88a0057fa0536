import type { Span } from '../base/span';
import type { Deployment } from '../model/deployment';
import type { SourceFile } from '../model/sourceFile';
import { cmdletPage } from '../vocabulary';

/** A word in a `//` comment that has a page: the code of a rule, or one of Microsoft's cmdlets. */
export interface CommentWord extends Span {
  readonly text: string;
  readonly page: { readonly rule: string } | { readonly uri: string };
}

const words = /\bUM\d{4}\b|\b[A-Z][a-z]+-[A-Z]\w+/gi;

/** The words with pages in the comments of a topology. */
export function commentWords(deployment: Deployment, path: string): CommentWord[] {
  const file = fileOf(deployment, path);
  return file ? wordsIn(file, 0, file.text.length) : [];
}

/** The one at an offset. */
export function commentWordAt(deployment: Deployment, path: string, offset: number): CommentWord | undefined {
  const file = fileOf(deployment, path);
  if (file === undefined) return undefined;
  const line = file.lines.lineAt(offset);
  const found = wordsIn(file, file.lines.lineStart(line), file.lines.lineEnd(line));
  return found.find(({ start, end }) => start <= offset && offset <= end);
}

function fileOf(deployment: Deployment, path: string): SourceFile | undefined {
  return deployment.files.find((candidate) => candidate.path === path);
}

function wordsIn({ text, lines }: SourceFile, from: number, to: number): CommentWord[] {
  const found: CommentWord[] = [];
  // From slashes to slashes, and not from word to word: most of a large file is rows without a comment.
  for (let at = text.indexOf('//', from); at >= 0 && at < to; ) {
    const line = lines.lineAt(at);
    const end = lines.lineEnd(line);
    const slashes = commentStart(text.slice(lines.lineStart(line), end));
    if (slashes !== undefined) found.push(...wordsOf(text, lines.lineStart(line) + slashes, end));
    at = text.indexOf('//', end);
  }
  return found;
}

function wordsOf(text: string, from: number, to: number): CommentWord[] {
  return [...text.slice(from, to).matchAll(words)].flatMap((match): CommentWord[] => {
    const start = from + match.index;
    const [word] = match;
    const uri = cmdletPage(word);
    const page = /^UM\d/i.test(word) ? { rule: word.toUpperCase() } : uri && { uri };
    return page ? [{ start, end: start + word.length, text: word, page }] : [];
  });
}

/** Where the comment of a line starts: not at slashes in a string. */
function commentStart(line: string): number | undefined {
  for (const { 0: found, index } of line.matchAll(/"(?:\\.|[^"\\])*(?:"|$)|\/\//g)) if (found === '//') return index;
  return undefined;
}
