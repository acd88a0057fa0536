import type { Deployment } from '../model/deployment';
import { INVALID } from '../model/facts';
import type { PlacedProblem } from '../model/usersBlock';

/** How much of a deployment's text is understood: by file, then by declaration. */
export type Understanding = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Counts what each declaration says: its properties with a value of their type, and the rows of a group of users. */
export function understandingOf(deployment: Deployment): Understanding {
  const files = new Map<string, Map<string, number>>();
  for (const declaration of deployment.declarations) {
    const { path, kind, key, written } = declaration;
    let file = files.get(path);
    if (file === undefined) {
      file = new Map();
      files.set(path, file);
    }
    let said = 1 + (deployment.block(declaration)?.count ?? 0);
    // A quote without its end says as little as none.
    for (const { value } of written.values()) if (value !== INVALID && value !== '') said++;
    const id = `${kind.name} ${declaration.parent?.key ?? ''} ${key}`;
    file.set(id, (file.get(id) ?? 0) + said);
  }
  return files;
}

const torn = new Set(['UM0001', 'UM0002', 'UM0003', 'UM0004']);

/** Files with text that can't be understood: what fits nowhere, words and values that are none. */
export function faultyFiles(deployment: Deployment): ReadonlySet<string> {
  const faulty = new Set<string>();
  for (const problems of deployment.textProblemLists()) for (const path of faultyIn(problems)) faulty.add(path);
  return faulty;
}

const known = new WeakMap<readonly PlacedProblem[], ReadonlySet<string>>();

/** The same of some of its problems, which stay the same list where nothing is edited. */
function faultyIn(problems: readonly PlacedProblem[]): ReadonlySet<string> {
  let faulty = known.get(problems);
  if (faulty === undefined) {
    faulty = new Set(problems.filter(({ problem }) => torn.has(problem.code)).map(({ path }) => path));
    known.set(problems, faulty);
  }
  return faulty;
}

/**
 * Whether less is understood than before because a text is broken: then the picture from before says more of what is meant. Half a word of a name makes a node vanish and
 * come back; a declaration that somebody takes out of a sound file is gone at once.
 */
export function holdsLess(before: Understanding, after: Understanding, faulty: ReadonlySet<string>): boolean {
  for (const path of faulty) {
    const now = after.get(path);
    for (const [declaration, said] of before.get(path) ?? []) if ((now?.get(declaration) ?? 0) < said) return true;
  }
  return false;
}
