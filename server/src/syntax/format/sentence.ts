import type { ExpectNode, Selection, Word } from '../ast';
import { spellWord } from './spelling';

/** The words of `move` and `expect` beside names and the vocabulary's own. */
const sentenceWords = [
  'move',
  'to',
  'expect',
  'every',
  'call',
  'no',
  'user',
  'contact',
  'in',
  'with',
  'group',
  'pool',
  'site',
  'domain',
  'wave',
  'policy',
  'mailbox',
  'reaches',
  'unreachable',
  'on',
  'before',
  'after',
] as const;

/** A word of a sentence, in the spelling of the language. */
export function spellInSentence(text: string, spellings: readonly string[]): string {
  const known = spellWord(text, spellings);
  return known === text ? spellWord(text, sentenceWords) : known;
}

/** The words of a selection that are names: they stay as they are. */
export function namesIn(selection: Selection | undefined): readonly Word[] {
  switch (selection?.type) {
    case 'addresses':
      return selection.addresses;
    case 'call':
      return [selection.number];
    case 'every':
      return selection.crowd.filters.map((filter) => filter.name);
    default:
      return [];
  }
}

/** The words of an expectation that are names. */
export function namesOf(node: ExpectNode): readonly Word[] {
  const { claim, when } = node;
  const wave = when ? [when.wave] : [];
  if (claim?.type === 'reaches') return [...namesIn(claim.selection), claim.target, ...wave];
  return [...(claim?.crowd.filters ?? []).map((filter) => filter.name), ...wave];
}
