import { type Look, seen } from './looks';
import type { Placement } from './placement';

/** A conclusion, of all placements that look alike to it. */
export interface Conclusion<T> {
  readonly value: T;
}

/** What is looked at next, and where each answer leads: the first one by itself, as most questions have one. */
interface Question<T> {
  readonly key: string;
  answer: unknown;
  first: Question<T> | Conclusion<T> | undefined;
  others: Map<unknown, Question<T> | Conclusion<T>> | undefined;
}

function follow<T>(question: Question<T>, answer: unknown): Question<T> | Conclusion<T> | undefined {
  return answer === question.answer && question.first ? question.first : question.others?.get(answer);
}

/** Beyond so many it begins anew: what has no two alike needn't be kept. */
const KEPT = 100_000;

/**
 * What was concluded about placements, by what the conclusions looked at: a question after the other leads to the answer. Placements that look alike to a conclusion
 * have the same, however much else tells them apart. It holds as long as the declarations do.
 */
export class SharedConclusions<T> {
  private root: Question<T> | Conclusion<T> | undefined;
  private kept = 0;
  private lists = new Map<string, object>();

  /** What is known of a placement. */
  find(placement: Placement): Conclusion<T> | undefined {
    let at = this.root;
    while (at !== undefined && 'key' in at) at = follow(at, this.answer(placement, at.key));
    return at;
  }

  /** Keeps a conclusion for all that look the same. */
  keep({ of, keys, apart }: Look, value: T): Conclusion<T> {
    const conclusion = { value };
    if (apart) return conclusion;
    if (++this.kept > KEPT) {
      this.root = undefined;
      this.kept = 0;
      this.lists = new Map();
    }
    const last = keys.length - 1;
    const make = (index: number): Question<T> | Conclusion<T> => {
      const key = keys[index];
      return key === undefined ? conclusion : { key, answer: undefined, first: undefined, others: undefined };
    };
    this.root ??= make(0);
    let at = this.root;
    for (let index = 0; index <= last && 'key' in at && at.key === keys[index]; index++) {
      const answer = this.answer(of, at.key);
      let next = follow(at, answer);
      if (next === undefined) {
        next = make(index + 1);
        if (at.first === undefined) {
          at.answer = answer;
          at.first = next;
        } else {
          at.others ??= new Map();
          at.others.set(answer, next);
        }
      }
      at = next;
    }
    return conclusion;
  }

  /** Lists are compared by what stands in them. */
  private answer(placement: Placement, key: string): unknown {
    const value = seen(placement, key);
    if (!Array.isArray(value)) return value;
    const text = JSON.stringify(value);
    let list = this.lists.get(text);
    if (list === undefined) {
      list = {};
      this.lists.set(text, list);
    }
    return list;
  }
}
