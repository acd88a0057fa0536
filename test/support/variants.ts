import { TopologyFile } from '../../server/src/model/sourceFile';
import type { Body } from '../../server/src/syntax/ast';

/** A text with one thing changed, and what that is. */
export interface Variant {
  readonly what: string;
  readonly text: string;
}

/** A text without one of its properties, rows or declarations, and with one value that isn't known. */
export function* variants(text: string): Generator<Variant> {
  const name = (start: number, end: number): string => text.slice(start, end).split('\n')[0]?.trim() ?? '';
  const without = (start: number, end: number): Variant => ({
    what: `without ${name(start, end)}`,
    text: text.slice(0, start) + text.slice(end),
  });
  for (const { start: base, node } of TopologyFile.read('/', text).tree.items) {
    if (node === undefined) continue;
    yield without(base + node.start, base + node.end);
    if (node.type === 'declaration') yield* inBody(node.body, base);
  }

  function* inBody(body: Body | undefined, base: number): Generator<Variant> {
    for (const element of body?.elements ?? []) {
      const [start, end] = [base + element.start, base + element.end];
      yield without(start, end);
      if (element.type === 'declaration') yield* inBody(element.body, base);
      if (element.type !== 'property') continue;
      const [first, last] = [element.values[0], element.values.at(-1)];
      if (first === undefined || last === undefined) continue;
      const changed = `${text.slice(0, base + first.start)}unknown${text.slice(base + last.end)}`;
      yield {
        what: `unknown ${name(base + element.word.start, base + element.word.end)} of ${name(start, end)}`,
        text: changed,
      };
    }
  }
}
