import { describe, expect, it } from 'vitest';
import { ReadingOrder, Readings } from '../../../server/src/model/readingOrder';

const paths = ['/p/a/main', '/p/a/users/one', '/p/b/main', '/p/b/users/one', '/p/b/users/two', '/p/c/main', '/p/top'];

/** All that are left, in the order in which they are read. */
function rest(order: ReadingOrder): string[] {
  const found: string[] = [];
  for (let path = order.next(); path !== undefined; path = order.next()) found.push(path);
  return found;
}

describe('the order of reading', () => {
  it('is that of the list', () => expect(rest(new ReadingOrder(paths))).toEqual(paths));

  it('begins with the folders around what somebody looks at, then with what is near', () => {
    const order = new ReadingOrder(paths);
    order.prefer('/p/b/users/two');
    expect(rest(order)).toEqual([
      ...['/p/b/main', '/p/b/users/one', '/p/b/users/two', '/p/top'],
      ...['/p/a/main', '/p/a/users/one', '/p/c/main'],
    ]);
  });

  it('follows who looks at something else meanwhile, and reads nothing twice', () => {
    const order = new ReadingOrder(paths);
    order.prefer('/p/b/main');
    expect([order.next(), order.next()]).toEqual(['/p/b/main', '/p/top']);
    order.prefer('/p/c/main');
    expect(rest(order)).toEqual([
      '/p/c/main',
      ...['/p/b/users/one', '/p/b/users/two'],
      ...['/p/a/main', '/p/a/users/one'],
    ]);
  });

  it('tells which folders are read', () => {
    const order = new ReadingOrder(paths);
    for (const path of ['/p/b/main', '/p/b/users/one']) order.done(path);
    expect(order.isReadBelow('/p/b')).toBe(false);
    order.done('/p/b/users/two');
    expect(order.isReadBelow('/p/b')).toBe(true);
    expect(order.isReadBelow('/p')).toBe(false);
    // The file in the folder above may declare a deployment.
    expect(order.isReadAround('/p/b/users/two')).toBe(false);
    order.done('/p/top');
    expect(order.isReadAround('/p/b/users/two')).toBe(true);
  });
});

describe('folders that are read', () => {
  it('are not read while they are listed', async () => {
    const readings = new Readings();
    let listed: (paths: string[]) => void = () => {};
    const list = new Promise<string[]>((resolve) => {
      listed = resolve;
    });
    const steps: boolean[] = [];
    const reading = readings.read(
      () => list,
      async (order) => {
        steps.push(readings.isReadBelow('/p/c'));
        order.done('/p/c/main');
        steps.push(readings.isReadBelow('/p/c'));
      },
    );
    expect(readings.isReadBelow('/p/c')).toBe(false);
    listed(['/p/c/main', '/p/top']);
    await reading;
    expect(steps).toEqual([false, true]);
    expect(readings.isReadBelow('/p')).toBe(true);
  });

  it('look once at what somebody waits for each time that a folder around it is read', async () => {
    const readings = new Readings();
    readings.prefer('/p/b/users/two');
    const looks: string[] = [];
    let isWhole = false;
    const look = (): boolean =>
      readings.look((path) => {
        looks.push(path);
        return isWhole;
      });
    await readings.read(
      async () => paths,
      async (order) => {
        for (const path of ['/p/b/main', '/p/b/users/one', '/p/b/users/two']) order.done(path);
        expect(look()).toBe(false);
        expect(looks).toHaveLength(0);
        order.done('/p/top');
        expect([look(), look()]).toEqual([false, false]);
        expect(looks).toHaveLength(1);
        isWhole = true;
        for (const path of ['/p/a/main', '/p/a/users/one', '/p/c/main']) order.done(path);
        expect([look(), look()]).toEqual([true, false]);
        expect(looks).toHaveLength(2);
      },
    );
  });
});
