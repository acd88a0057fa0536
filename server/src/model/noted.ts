import { type Grounds, type GroundTable, grounded, noteGrounds } from './grounds';
import { lookingAtUsers, noteUserLooks, type UserLooks } from './userLooks';

/** Something that several ask for who note what they look at: each of them looks at all that it was concluded from. */
export class Noted<T> {
  private constructor(
    readonly value: T,
    readonly grounds: Grounds,
    readonly looks: UserLooks,
  ) {}

  static by<T>(table: GroundTable, conclude: () => T): Noted<T> {
    let value: T | undefined;
    const { value: looks, grounds } = grounded(table, () =>
      lookingAtUsers(() => {
        value = conclude();
      }),
    );
    return new Noted(value as T, grounds, looks);
  }

  again(): T {
    noteGrounds(this.grounds);
    noteUserLooks(this.looks);
    return this.value;
  }
}
