import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { DiskFiles } from '../../../server/src/cli/disk';
import { UsageError } from '../../../server/src/cli/usage';

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  readdir: vi.fn(),
  readFile: vi.fn(),
}));

const refused = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });

describe('what the disk refuses', () => {
  it('a folder without rights is named, with the reason in words', async () => {
    vi.mocked(readdir).mockRejectedValue(refused);
    await expect(new DiskFiles().list('/secret')).rejects.toThrow(
      new UsageError('/secret: the rights to read or write it are missing'),
    );
  });
  it('a file without rights is a fault of that file', async () => {
    vi.mocked(readFile).mockRejectedValue(refused);
    expect(await new DiskFiles().read('/secret/a.umtopo')).toEqual({
      fault: 'the rights to read or write it are missing',
    });
  });
  it('a file that is gone is none', async () => {
    vi.mocked(readFile).mockRejectedValue(Object.assign(new Error('ENOENT'), { code: 'ENOENT' }));
    expect(await new DiskFiles().read('/gone.umtopo')).toBeUndefined();
  });
});
