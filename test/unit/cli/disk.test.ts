import type * as promises from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DiskFiles } from '../../../server/src/cli/disk';

const readdir = vi.fn();
const readFile = vi.fn();
const isFile = vi.fn(() => true);
const stat = vi.fn(async () => ({ isFile }));
const refused = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });

describe('what the disk refuses', () => {
  let disk: DiskFiles;
  // Other tests use the real disk, and may have loaded it before.
  beforeAll(async () => {
    vi.resetModules();
    vi.doMock('node:fs/promises', async (original) => ({
      ...(await original<typeof promises>()),
      ...{ readdir, readFile, stat },
    }));
    disk = new (await import('../../../server/src/cli/disk')).DiskFiles();
  });
  afterAll(() => {
    vi.doUnmock('node:fs/promises');
    vi.resetModules();
  });

  it('a folder without rights is named, with the reason in words', async () => {
    readdir.mockRejectedValue(refused);
    await expect(disk.list('/secret')).rejects.toThrow('/secret: the rights to read or write it are missing');
  });
  it('a file without rights is a fault of that file', async () => {
    readFile.mockRejectedValue(refused);
    expect(await disk.read('/secret/a.umtopo')).toEqual({
      fault: 'the rights to read or write it are missing',
    });
  });
  it('a pipe is not read: it may never end', async () => {
    isFile.mockReturnValueOnce(false);
    expect(await disk.read('/pipe.umtopo')).toEqual({ fault: 'it is no file that can be read' });
  });
  it('a file that is gone is none', async () => {
    readFile.mockRejectedValue(Object.assign(new Error('ENOENT'), { code: 'ENOENT' }));
    expect(await disk.read('/gone.umtopo')).toBeUndefined();
  });
});
