import { sameWord } from '../../base/words';
import { enumValueOf, kindOf } from '../../vocabulary';
import type { Property } from '../../vocabulary/types';

/** Words of the language in the spelling of the vocabulary. Names and texts stay as they are. */

const booleans: Readonly<Record<string, string>> = { true: 'true', $true: 'true', false: 'false', $false: 'false' };
const states: Readonly<Record<string, string>> = { unset: 'unset', $null: 'unset', unknown: 'unknown' };

/** An unquoted value of a property. */
export function spellValue(property: Property, text: string): string {
  if (couldBeState(text)) {
    const state = states[text.toLowerCase()];
    if (state !== undefined) return state;
  }
  switch (property.type.type) {
    case 'boolean':
      return booleans[text.toLowerCase()] ?? text;
    case 'enum':
      return enumValueOf(property, text)?.value ?? text;
    case 'kind':
      return kindOf(text)?.name ?? text;
    default:
      return text;
  }
}

/** By its length and first letter, so that a page of rows folds no more words than it has to. */
function couldBeState(text: string): boolean {
  if (text.length < 5 || text.length > 7) return false;
  const code = text.charCodeAt(0);
  return code === 36 || (code | 32) === 117;
}

/** The word itself, or the one of `words` that it is without regard to case. */
export function spellWord(text: string, words: readonly string[]): string {
  return words.find((word) => sameWord(word, text)) ?? text;
}
