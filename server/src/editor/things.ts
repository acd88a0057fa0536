import type { Span } from '../base/span';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { UserRow } from '../model/placement';

/** What a word can name: a declared object, a user, a file. */
export type Thing =
  | { readonly is: 'declaration'; readonly declaration: Declaration }
  | { readonly is: 'user'; readonly user: UserRow }
  | { readonly is: 'file'; readonly path: string };

/** Where a thing is declared: the whole of it, and the name that is shown. */
export interface ThingPlace {
  readonly path: string;
  readonly full: Span;
  readonly name: Span;
}

export function placeOf(thing: Thing, deployment: Deployment): ThingPlace | undefined {
  switch (thing.is) {
    case 'declaration': {
      const { path, head } = thing.declaration;
      const { start, end } = thing.declaration.span;
      return { path, full: { start, end }, name: head };
    }
    case 'user':
      return { path: thing.user.path, full: thing.user.span, name: thing.user.addressSpan };
    case 'file': {
      const source = deployment.source(thing.path);
      return source && { path: thing.path, full: { start: 0, end: source.text.length }, name: { start: 0, end: 0 } };
    }
  }
}

/** Whether two words stand for one thing. */
export function sameThing(a: Thing, b: Thing): boolean {
  if (a.is === 'declaration') return b.is === 'declaration' && a.declaration === b.declaration;
  if (a.is === 'file') return b.is === 'file' && a.path === b.path;
  return b.is === 'user' && a.user.path === b.user.path && a.user.addressSpan.start === b.user.addressSpan.start;
}
