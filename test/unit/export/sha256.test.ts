import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ExportFile, plainText, windowsText } from '../../../server/src/export/file';
import { Sha256, sha256 } from '../../../server/src/export/sha256';
import { bytesOf } from './deployments';

const known = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

it('gives the digests of SHA-256, however the bytes are parted', () => {
  expect(sha256('')).toBe(known(''));
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const hash = new Sha256();
      for (const part of parts) hash.update(part);
      expect(hash.digest()).toBe(known(Buffer.concat(parts)));
    }),
  );
});

it('knows the digest and the size of a file of many pieces', () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => ({ text: `line ${i} \u00e9\u{1F600}`, causes: [] }));
  const file = ExportFile.of('x', windowsText, lines);
  const bytes = bytesOf(file);
  expect([...file.bytes()].length).toBeGreaterThan(3);
  expect(file.digest()).toEqual({ sha256: known(bytes), size: bytes.length });
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(ExportFile.of('x', plainText, lines.slice(0, 1)).digest().sha256).toBe(known('line 0 \u00e9\u{1F600}\n'));
});
