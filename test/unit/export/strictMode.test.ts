import { describe, expect, it } from 'vitest';
import { withTree } from './powershell';
import { strictModeFaults } from './strictMode';

const faultsOf = (text: string): Promise<string[]> => withTree(text, strictModeFaults);

describe('what strict mode stops at', () => {
  it.each([
    ['a variable that nothing sets', '$a = $b', ['line 1 reads $b, which is not set there']],
    ['one that is set later', '$a = $b\n$b = 1', ['line 1 reads $b, which is not set there']],
    [
      'one that only another branch sets',
      'if ($true) {\n    $a = 1\n} else {\n    $b = $a\n}',
      ['line 4 reads $a, which is not set there'],
    ],
    ['one that is added to before it is set', '$a += 1', ['line 1 reads $a, which is not set there']],
    [
      'a parameter of another function',
      'function Get-A {\n    param([string]$Name)\n    return $Name\n}\nfunction Get-B {\n    return $Name\n}',
      ['line 6 reads $name, which is not set there'],
    ],
    ['an automatic variable that is set', '$matches = 1', ['line 1 sets $matches']],
    ['one that a loop sets', 'foreach ($input in @(1)) {\n    $a = 1\n}', ['line 1 sets $input']],
    [
      'a function that comes later',
      'Get-A\nfunction Get-A {\n    return 1\n}',
      ['line 1 calls get-a before it is there'],
    ],
    [
      'a parameter that a function does not have',
      'function Get-A {\n    param([string]$Name)\n    return $Name\n}\nGet-A -Nmae 1',
      ['line 5: get-a has no parameter nmae'],
    ],
  ])('%s', async (_, text, faults) => {
    expect(await faultsOf(text)).toEqual(faults);
  });

  it('and what it does not stop at', async () => {
    expect(
      await faultsOf(`$script:a = 1
function Get-A {
    param([string]$Name)
    $b = $Name + $script:a
    foreach ($c in @($b)) {
        $b += $c
    }
    return $b
}
try {
    $total = 0
    1 | ForEach-Object {
        $total++
        $row = $_
        $d = $row
    }
    Get-A -Name $total
} catch {
    throw $_.Exception
}`),
    ).toEqual([]);
  });
});
