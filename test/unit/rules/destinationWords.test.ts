import { describe, expect, it } from 'vitest';
import { Analyzer } from '../../../server/src/rules/analyze';
import { mixedWith } from '../../support/deployment';

describe('a destination that the cmdlet takes and nobody can route says what is wrong with it', () => {
  it.each([
    ['exap', 'it has no domain'],
    ['ex_ap.um.outlook.com', 'it has an underscore'],
    ['-exap.um.outlook.com', '"-exap" is no label of a name'],
    ['exap-.um.outlook.com', '"exap-" is no label of a name'],
    [`${'a'.repeat(64)}.outlook.com`, `"${'a'.repeat(64)}" is no label of a name`],
  ])('%s', (destination, why) => {
    const deployment = mixedWith(
      `hostedVoicemailPolicy Odd { destination ${destination}  organization contoso.onmicrosoft.com }`,
    );
    const { diagnostics } = new Analyzer(deployment).analyze();
    const [found] = diagnostics.filter(({ code }) => code === 'UM1003');
    expect(found?.message).toContain(`route to: ${why}`);
  });
});
