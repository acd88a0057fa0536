import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { tokenVariants } from '../../support/halfTyped';
import type { Random } from '../../support/random';
import { Typist } from './typist';

/** Documents to be typed, one after the other, while the others of their folder lie on the disk. */
export interface Typed {
  readonly documents: readonly { readonly uri: string; readonly text: string }[];
  readonly files?: ReadonlyMap<string, string>;
  readonly folder?: string;
}

/**
 * An example.
 * @param only so many of its files, chosen by chance
 */
export function typedExample(example: string, random: Random, only = Number.POSITIVE_INFINITY): Typed {
  const names = readdirSync(`examples/${example}`, { recursive: true, encoding: 'utf8' });
  const uriOf = (name: string): string => pathToFileURL(`examples/${example}/${name}`).href;
  const files = new Map(
    names
      .filter((name) => /\.(umtopo|csv)$/.test(name))
      .sort()
      .map((name) => [uriOf(name), readFileSync(`examples/${example}/${name}`, 'utf8')]),
  );
  const all = [...files].map(([uri, text]) => ({ uri, text }));
  return { documents: chosen(all, only, random), files, folder: pathToFileURL(`examples/${example}`).href };
}

/** Texts that stand alone, in documents that aren't saved. */
export function typedAlone(...texts: readonly string[]): Typed {
  return { documents: texts.map((text, index) => ({ uri: `untitled:Untitled-${index + 1}`, text })) };
}

/** How much is done with each document; chosen by chance where it isn't all. */
export interface Share {
  readonly prefixes: number;
  /** Tokens, each of them deleted, doubled and swapped with the next. */
  readonly tokens: number;
  /** Characters typed one after the other, behind what stands before them. */
  readonly characters: number;
}

export const everything: Share = {
  prefixes: Number.POSITIVE_INFINITY,
  tokens: Number.POSITIVE_INFINITY,
  characters: Number.POSITIVE_INFINITY,
};

/** Types documents, leaves out and doubles words, and asks for everything each time. @returns the methods that were answered */
export async function type(typed: Typed, share: Share, random: Random): Promise<ReadonlySet<string>> {
  const typist = await Typist.start(typed.files, typed.folder);
  try {
    for (const { uri, text } of typed.documents) {
      await typist.open(uri, text);
      for (const end of chosen([...Array(text.length + 1).keys()], share.prefixes, random)) {
        typist.replace(text.slice(0, end));
        await typist.ask(end);
      }
      const variants = [...tokenVariants(text)];
      for (const first of chosen([...Array(variants.length / 3).keys()], share.tokens, random)) {
        for (const variant of variants.slice(first * 3, first * 3 + 3)) {
          typist.replace(variant.text);
          await typist.ask(variant.at);
        }
      }
      const from = share.characters < text.length ? random.below(text.length - share.characters) : 0;
      typist.replace(text.slice(0, from));
      for (let at = from; at < Math.min(text.length, from + share.characters); at++) {
        typist.insert(at, text[at] as string);
        await typist.ask(at + 1);
      }
    }
    await typist.end();
    return typist.methods;
  } catch (error) {
    typist.kill();
    throw new Error(`SEED=${random.seed}: ${(error as Error).message}`, { cause: error });
  }
}

/** So many of the items, in their order. */
function chosen<T>(items: readonly T[], count: number, random: Random): readonly T[] {
  if (count >= items.length) return items;
  const indexes = items.map((_, index) => index);
  for (let taken = 0; taken < count; taken++) {
    const other = taken + random.below(items.length - taken);
    [indexes[taken], indexes[other]] = [indexes[other] as number, indexes[taken] as number];
  }
  const kept = indexes.slice(0, count).sort((a, b) => a - b);
  return kept.map((index) => items[index] as T);
}
