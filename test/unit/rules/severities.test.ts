import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../server/src/rules/severities';
import { analyzeFiles, exampleOf } from '../../support/ruleExample';

const messages = (text: string): string[] =>
  readSettings(text).faults.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);

describe('umtopo.json', () => {
  it('sets warnings, information and UM2001', () => {
    const text = '{ "severity": { "UM2001": "warning", "um4006": "Off", "UM1003": "error" } }';
    expect(readSettings(text).faults).toEqual([]);
    expect([...readSettings(text).severities]).toEqual([
      ['UM2001', 'warning'],
      ['UM4006', 'off'],
      ['UM1003', 'error'],
    ]);
  });

  it.each([
    ['{}', []],
    ['\uFEFF{ "$schema": "umtopo.schema.json" }', []],
    ['[]', ['[]: umtopo.json holds an object: { "severity": { "UM2001": "warning" } }']],
    ['{ "severities": {} }', ['"severities": There is no setting "severities"; umtopo.json has "severity"']],
    ['{ "severity": "off" }', ['"severity": "severity" holds an object of codes: { "UM2001": "warning" }']],
    [
      '{ "severity": { "UM2002": "warning" } }',
      ['"UM2002": UM2002 is an error and stays one: only warnings, information and UM2001 can be changed'],
    ],
    ['{ "severity": { "UM9999": "off" } }', ['"UM9999": There is no rule UM9999']],
    ['{ "severity": { "UM01003": "off" } }', ['"UM01003": There is no rule UM01003; did you mean UM1003?']],
    ['{ "severity": { "UM1003": 1 } }', ['"UM1003": UM1003 can be error, warning, information, hint or off, not 1']],
  ])('%s', (text, expected) => {
    expect(messages(text)).toEqual(expected);
  });

  it('that is no JSON says where', () => {
    const { faults, severities } = readSettings('{ "severity": { "UM1003": off } }');
    expect(severities.size).toBe(0);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.start).toBe(26);
    expect(faults[0]?.message).toMatch(/^umtopo\.json is no JSON: /);
  });

  it('keeps what is right beside what is wrong', () => {
    const { severities, faults } = readSettings('{ "severity": { "UM1003": "off", "UM1005": "loud" } }');
    expect([...severities]).toEqual([['UM1003', 'off']]);
    expect(faults).toHaveLength(1);
  });
});

describe('severities', () => {
  const of = (code: string, text: string, severity: 'off' | 'error' | 'warning' | 'hint') =>
    analyzeFiles(exampleOf(text).files, new Map([[code, severity]]))
      .diagnostics.filter((each) => each.code === code)
      .map((each) => each.severity);
  const listed = `hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization contoso.onmicrosoft.com, contoso.onmicrosoft.com
}`;
  const lost = `hostedVoicemailPolicy Cloud { destination um.fabrikam.com  organization um.fabrikam.com }`;
  const disabled = `hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabledSharedAddressSpace true }`;

  it('raise, lower and silence a warning', () => {
    expect(of('UM1005', listed, 'error')).toEqual(['error']);
    expect(of('UM1005', listed, 'hint')).toEqual(['hint']);
    expect(of('UM1005', listed, 'off')).toEqual([]);
  });

  it('lower UM2001, and no other error', () => {
    expect(of('UM2001', lost, 'warning')).toEqual(['warning']);
    expect(of('UM2002', disabled, 'warning')).toEqual(['error']);
    expect(of('UM2002', disabled, 'off')).toEqual(['error']);
  });
});
