import { describe, expect, it } from 'vitest';
import { GroundTable, grounded, Memo, noteGround, stands } from '../../../server/src/model/grounds';

describe('what a conclusion hangs on', () => {
  it('is what was asked for while it was drawn', () => {
    const table = new GroundTable();
    const conclusion = grounded(table, () => {
      noteGround('pool');
      noteGround('hostedVoicemailPolicy/cloud');
      noteGround('pool');
      return 'hosted';
    });
    expect(conclusion.value).toBe('hosted');
    expect(conclusion.grounds.keys).toEqual(['pool', 'hostedVoicemailPolicy/cloud']);
  });

  it('is also what a conclusion within it hangs on, drawn then or before', () => {
    const table = new GroundTable();
    const inner = new Memo(table, () => noteGround('wave'));
    for (const _ of ['drawn', 'kept']) expect(grounded(table, () => inner.value).grounds.keys).toEqual(['wave']);
  });

  it('stands until something of it changes', () => {
    const table = new GroundTable();
    const about = (key: string) => grounded(table, () => noteGround(key));
    const [cloud, policies, pools] = [about('policy/cloud'), about('policy'), about('pool')];
    table.begin();
    table.touch('policy');
    table.touch('policy/gold');
    expect([cloud, policies, pools].map(stands)).toEqual([true, false, true]);
  });

  it('is everything for what asks in ways that are not told apart', () => {
    const table = new GroundTable();
    const conclusion = grounded(table, () => {
      noteGround('pool');
      noteGround('*');
    });
    table.begin();
    expect(stands(conclusion)).toBe(false);
  });

  it('is one object for the same, and together what two hang on', () => {
    const table = new GroundTable();
    const [a, again, b] = [
      table.of(new Set(['pool', 'wave'])),
      table.of(new Set(['pool', 'wave'])),
      table.of(new Set(['site'])),
    ];
    expect(again).toBe(a);
    expect(table.together(a, b).keys).toEqual(['pool', 'wave', 'site']);
    expect(table.together(a, table.none)).toBe(a);
  });

  it('is everything where there is too much to tell apart, until the declarations change', () => {
    const table = new GroundTable();
    for (let i = 0; i <= 20_000; i++) table.of(new Set([`policy/p${i}`]));
    expect(table.of(new Set(['pool'])).keys).toEqual(['*']);
    table.begin();
    expect(table.of(new Set(['pool'])).keys).toEqual(['pool']);
  });
});

describe('a memo', () => {
  it('concludes again only when something changed that it asked for', () => {
    const table = new GroundTable();
    let runs = 0;
    const memo = new Memo(table, () => {
      noteGround('wave');
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
