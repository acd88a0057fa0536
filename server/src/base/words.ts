/** The key under which a word or name is compared: case never matters, as in AD and PowerShell. */
export function fold(word: string): string {
  return word.toLowerCase();
}

export function sameWord(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b);
}

/** Damerau-Levenshtein distance (adjacent transpositions count one), cut off above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/** The candidate that a mistyped word most likely meant, if one is near enough: about a third of its letters may differ. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let found: string | undefined;
  let best = limit + 1;
  for (const candidate of candidates) {
    const away = distance(wanted, fold(candidate), Math.min(limit, best));
    if (away < best) {
      best = away;
      found = candidate;
    }
  }
  return found ?? continued(wanted, candidates);
}

/** The one candidate that goes on as a longer word begins, as `useSourceVerify` does. */
function continued(wanted: string, candidates: Iterable<string>): string | undefined {
  const head = wanted.slice(0, Math.max(6, Math.ceil(wanted.length * 0.75)));
  if (wanted.length < head.length || wanted.length < 6) return undefined;
  const [only, other] = [...candidates].filter((candidate) => fold(candidate).startsWith(head));
  return other === undefined ? only : undefined;
}

/** `a, b or c` */
export function orList(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

/** `a pool`, `an Exchange organization`, `a UM dial plan`: `um…` is spoken "you-em" and takes `a`. */
export function withArticle(noun: string): string {
  return `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A number with its thousands apart: the same on every machine. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 user`, `12,345 users` */
export function userCount(value: number): string {
  return value === 1 ? '1 user' : `${grouped(value)} users`;
}

/** `1 user`, `12 users` */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${n} ${n === 1 ? singular : plural}`;
}

/** The same text in memory of its own: a stretch of a long text keeps all of it alive. */
export function detached(text: string): string {
  if (text.length < 13) return text;
  if (text.length > 200) return ` ${text}`.slice(1);
  const codes = new Array<number>(text.length);
  for (let i = 0; i < codes.length; i++) codes[i] = text.charCodeAt(i);
  return String.fromCharCode(...codes);
}
