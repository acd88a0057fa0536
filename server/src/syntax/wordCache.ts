import { detached } from '../base/words';

const SIZE = 1024;

/** The words of a file, most of which are written many times: each is kept once, in memory of its own, so that no word keeps the text that it was read from. */
export class WordCache {
  private readonly words: string[] = [];

  word(text: string, start: number, end: number): string {
    const length = end - start;
    const slot =
      (length * 31 +
        text.charCodeAt(start) * 7 +
        text.charCodeAt(end - 1) * 131 +
        text.charCodeAt(start + (length >> 1)) * 17) &
      (SIZE - 1);
    const known = this.words[slot];
    if (known !== undefined && known.length === length && text.startsWith(known, start)) return known;
    const own = detached(text.slice(start, end));
    this.words[slot] = own;
    return own;
  }
}
