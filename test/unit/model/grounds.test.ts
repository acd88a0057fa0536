import { describe, expect, it } from 'vitest';
import { EVERYTHING, GroundTable, grounded, Memo, noteGround, stands } from '../../../server/src/model/grounds';

describe('what a conclusion hangs on', () => {
  it('is what was asked for while it was drawn', () => {
    const table = new GroundTable();
    const conclusion = grounded(table, () => {
      noteGround(table.ground('pool'));
      noteGround(table.ground('hostedVoicemailPolicy', 'cloud'));
      noteGround(table.ground('pool'));
      return 'hosted';
    });
    expect(conclusion.value).toBe('hosted');
    expect(conclusion.grounds.keys).toEqual([table.ground('pool'), table.ground('hostedVoicemailPolicy', 'cloud')]);
  });

  it('is also what a conclusion within it hangs on, drawn then or before', () => {
    const table = new GroundTable();
    const wave = table.ground('wave');
    const inner = new Memo(table, () => noteGround(wave));
    for (const _ of ['drawn', 'kept']) expect(grounded(table, () => inner.value).grounds.keys).toEqual([wave]);
  });

  it('stands until something of it changes', () => {
    const table = new GroundTable();
    const about = (what: string, name?: string) => grounded(table, () => noteGround(table.ground(what, name)));
    const [cloud, policies, pools] = [about('policy', 'cloud'), about('policy'), about('pool')];
    table.begin();
    table.touch('policy');
    table.touch('policy', 'gold');
    expect([cloud, policies, pools].map(stands)).toEqual([true, false, true]);
  });

  it('is everything for what asks in ways that are not told apart', () => {
    const table = new GroundTable();
    const conclusion = grounded(table, () => {
      noteGround(table.ground('pool'));
      noteGround(EVERYTHING);
    });
    table.begin();
    expect(stands(conclusion)).toBe(false);
  });

  it('is one object for the same, however many they are', () => {
    const table = new GroundTable();
    const [few, many] = [['pool', 'wave'], Array.from({ length: 50 }, (_, i) => `kind${i}`)];
    for (const some of [few, many]) {
      const about = () =>
        grounded(table, () => {
          for (const what of [...some, ...some]) noteGround(table.ground(what));
        });
      const { grounds } = about();
      expect(grounds.keys).toHaveLength(some.length);
      expect(about().grounds).toBe(grounds);
    }
  });

  it('is everything where there is too much to tell apart, until the declarations change', () => {
    const table = new GroundTable();
    for (let i = 0; i <= 20_000; i++) table.of([table.ground('policy', `p${i}`)]);
    const pool = table.ground('pool');
    expect(table.of([pool]).keys).toEqual([EVERYTHING]);
    table.begin();
    expect(table.of([pool]).keys).toEqual([pool]);
  });
});

describe('a memo', () => {
  it('concludes again only when something changed that it asked for', () => {
    const table = new GroundTable();
    let runs = 0;
    const memo = new Memo(table, () => {
      noteGround(table.ground('wave'));
      return ++runs;
    });
    const changed = (key: string): number => {
      table.begin();
      table.touch(key);
      return memo.value;
    };
    expect([memo.value, memo.value, changed('pool'), changed('wave'), changed('pool')]).toEqual([1, 1, 1, 2, 2]);
  });
});
