import { type Grounded, stands } from './grounds';
import { type Look, seen } from './looks';
import type { Placement } from './placement';

/** A conclusion, of all placements that look alike to it. Who has it has what is concluded in its place, as long as that looks at the same. */
export interface Conclusion<T> extends Grounded {
  readonly value: T;
}

type Changeable<T> = { -readonly [K in keyof Conclusion<T>]: Conclusion<T>[K] };

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

const KEPT = 100_000;

/**
 * What was concluded about placements, by what the conclusions looked at: a question after the other leads to the answer. Placements that look alike to a conclusion
 * have the same, however much else tells them apart. It stands as long as the declarations do that it was concluded from.
 */
export class SharedConclusions<T> {
  private root: Question<T> | Conclusion<T> | undefined;
  private kept = 0;
  /** Made when one asks for a list. */
  private lists: Map<string, object> | undefined;

  /** @param most beyond so many it begins anew: what has no two alike needn't be kept. */
  constructor(private readonly most = KEPT) {}

  /** What is known of a placement. */
  find(placement: Placement): Conclusion<T> | undefined {
    let at = this.root;
    while (at !== undefined && 'key' in at) at = follow(at, this.answer(placement, at.key));
    return at && stands(at) ? at : undefined;
  }

  /** Keeps a conclusion for all that look the same. What it replaces was concluded from declarations that have changed. */
  keep({ of, keys, apart, grounds }: Look, value: T): Conclusion<T> {
    const table = of.deployment.grounds;
    const conclusion = { value, grounds: table.noted(grounds), since: table.version };
    if (apart) return conclusion;
    const next = (at: Question<T> | Conclusion<T> | undefined, key: string | undefined): Question<T> | Conclusion<T> =>
      key === undefined
        ? this.inPlaceOf(at, conclusion)
        : at && 'key' in at && at.key === key
          ? at
          : { key, answer: undefined, first: undefined, others: undefined };
    let at = next(this.root, keys[0]);
    this.root = at;
    for (let index = 1; 'key' in at; index++) {
      const answer = this.answer(of, at.key);
      const behind = next(follow(at, answer), keys[index]);
      if (at.first === undefined || at.answer === answer) {
        at.answer = answer;
        at.first = behind;
      } else {
        at.others ??= new Map();
        at.others.set(answer, behind);
      }
      at = behind;
    }
    if (this.kept > this.most) {
      this.root = undefined;
      this.kept = 0;
      this.lists = undefined;
    }
    return at;
  }

  private inPlaceOf(before: Question<T> | Changeable<T> | undefined, conclusion: Conclusion<T>): Conclusion<T> {
    if (before === undefined || 'key' in before) {
      this.kept++;
      return conclusion;
    }
    return Object.assign(before, conclusion);
  }

  /** Lists are compared by what stands in them. */
  private answer(placement: Placement, key: string): unknown {
    const value = seen(placement, key);
    if (!Array.isArray(value)) return value;
    const text = JSON.stringify(value);
    this.lists ??= new Map();
    let list = this.lists.get(text);
    if (list === undefined) {
      list = {};
      this.lists.set(text, list);
    }
    return list;
  }
}
