import { grounding, type Notes, noteAgain } from './grounds';
import { lookingAtUsers, noteUserLooks, type UserLooks } from './userLooks';

/** Something that several ask for who note what they look at: each of them looks at all that it was concluded from. */
export class Noted<T> {
  private constructor(
    private readonly value: T,
    private readonly notes: Notes,
    private readonly looks: UserLooks,
  ) {}

  static by<T>(conclude: () => T): Noted<T> {
    let value: T | undefined;
    let looks: UserLooks = new Map();
    const notes = grounding(() => {
      looks = lookingAtUsers(() => {
        value = conclude();
      });
    });
    return new Noted(value as T, notes, looks);
  }

  again(): T {
    noteAgain(this.notes);
    noteUserLooks(this.looks);
    return this.value;
  }
}
