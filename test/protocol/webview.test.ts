import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What the preview loads each time it is shown: its script, minified, with every control in it. */
const script = 'dist/webview/main.js';

describe('the page of the preview', () => {
  it('has at most 120 KB of script', () => {
    expect(statSync(script).size).toBeLessThanOrEqual(120 * 1024);
  });

  it('loads nothing but its own script and style', () => {
    const files = [script, 'dist/webview/main.css'].map((file) => readFileSync(file, 'utf8'));
    // Names of XML namespaces are no addresses that are loaded.
    const addresses = files.flatMap((text) => text.match(/https?:\/\/[^\s"'`)]+/g) ?? []);
    expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
    expect(files.filter((text) => /@import|url\(|\bimport\(/.test(text))).toEqual([]);
  });
});
