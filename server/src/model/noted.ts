import { grounding, noteGround } from './grounds';
import { lookingAtUsers, noteUserLooks, type UserLooks } from './userLooks';

/** Something that several ask for who note what they look at: each of them looks at all that it was concluded from. */
export class Noted<T> {
  private constructor(
    private readonly value: T,
    private readonly keys: ReadonlySet<string>,
    private readonly looks: UserLooks,
  ) {}

  static by<T>(conclude: () => T): Noted<T> {
    let value: T | undefined;
    let looks: UserLooks = new Map();
    const keys = grounding(() => {
      looks = lookingAtUsers(() => {
        value = conclude();
      });
    });
    return new Noted(value as T, keys, looks);
  }

  again(): T {
    for (const key of this.keys) noteGround(key);
    noteUserLooks(this.looks);
    return this.value;
  }
}
