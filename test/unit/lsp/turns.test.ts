import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { Steps } from '../../../server/src/base/steps';
import type { ServerHost } from '../../../server/src/lsp/host';
import { Turns } from '../../../server/src/lsp/turns';

/** A clock that a step moves on, and tasks that wait until the test lets them run. */
class Place implements ServerHost {
  readonly version = '0';
  private readonly waiting: (() => void)[] = [];
  time = 0;
  changes = 0;
  readonly turns = new Turns(this, () => this.changes);

  now(): number {
    return this.time;
  }

  defer(task: () => void): void {
    this.waiting.push(task);
  }

  /** Lets what waits run, and what that leaves behind, so many times. */
  async pass(times: number): Promise<void> {
    for (let round = 0; round < times; round++) {
      for (const task of this.waiting.splice(0)) task();
      for (let i = 0; i < 10; i++) await Promise.resolve();
    }
  }

  *steps(count: number, ms: number, done: string[] = [], name = ''): Steps<string[]> {
    for (let step = 0; step < count; step++) {
      this.time += ms;
      done.push(name);
      yield;
    }
    return done;
  }
}

describe('work in turns', () => {
  it('is done at once while it is short', async () => {
    const place = new Place();
    expect(await place.turns.run(place.steps(4, 1), undefined)).toHaveLength(4);
  });

  it('stops after some milliseconds, and goes on behind what has arrived', async () => {
    const place = new Place();
    const done: string[] = [];
    const work = place.turns.run(place.steps(100, 1, done), undefined);
    expect(done.length).toBeLessThanOrEqual(10);
    await place.pass(4);
    expect(done.length).toBeGreaterThan(5);
    expect(done.length).toBeLessThanOrEqual(20);
    await place.pass(100);
    expect(await work).toHaveLength(100);
  });

  it('of several is done by turns', async () => {
    const place = new Place();
    const done: string[] = [];
    const both = ['a', 'b'].map((name) => place.turns.run(place.steps(20, 5, done, name), undefined));
    await place.pass(200);
    await Promise.all(both);
    expect(done.join('')).toBe('ab'.repeat(20));
  });

  it('is given up when it is cancelled', async () => {
    const place = new Place();
    const done: string[] = [];
    const { token, cancel } = source();
    const work = place.turns.run(place.steps(100, 5, done), token);
    cancel();
    await place.pass(10);
    await expect(work).rejects.toThrow('The request was cancelled');
    expect(done).toHaveLength(1);
  });

  it('on a text that changes is given up; on all there is, begun again', async () => {
    const place = new Place();
    const done: string[] = [];
    const one = place.turns.run(place.steps(100, 5, done, 'one'), undefined);
    const all = place.turns.runAgain(async () => place.steps(5, 5, done, 'all'), undefined);
    await place.pass(2);
    place.changes++;
    await place.pass(30);
    await expect(one).rejects.toThrow('The text changed meanwhile');
    const before = done.filter((name) => name === 'all').length;
    expect(before).toBeGreaterThan(5);
    expect(before).toBeLessThan(10);
    await all;
  });

  it('on all there is ends, however often something changes', async () => {
    const place = new Place();
    const work = place.turns.runAgain(async () => place.steps(100, 5), undefined);
    for (let round = 0; round < 20; round++) {
      await place.pass(2);
      place.changes++;
    }
    await expect(work).rejects.toThrow('The text changed meanwhile');
  });
});

function source(): { token: CancellationTokenSource['token']; cancel: () => void } {
  const tokens = new CancellationTokenSource();
  return { token: tokens.token, cancel: () => tokens.cancel() };
}
