import { describe, expect, it } from 'vitest';
import { analyzeFiles, applyFix } from '../../support/ruleExample';
import { edges } from './edges';
import { faults as simple } from './faults';
import { furtherFaults } from './furtherFaults';
import { lineOf, withFault } from './withFault';

const faults = [...simple, ...edges, ...furtherFaults];

describe('one fault in a clean deployment', () => {
  it.each(faults.map((fault) => [fault.code, fault.change.at(-1)?.[1].slice(0, 60), fault] as const))(
    '%s: %s',
    (code, _, fault) => {
      const files = withFault(fault);
      const found = analyzeFiles(files)
        .diagnostics.filter((each) => each.code === code || each.severity === 'error' || each.severity === 'warning')
        .map((each) => {
          const line = (files.get(each.path) ?? '').slice(0, each.start).split('\n').length;
          return `${each.path}:${line} ${each.code}${each.code === code ? '' : ` ${each.message}`}`;
        });
      expect(found.join('\n')).toBe(`${lineOf(files, fault)} ${code}`);
    },
  );
});

/** The way out of these is a choice, and the next rule asks for the rest of it; by what the faulty line says. */
const asksForMore = [
  'numberOfDigitsInExtension 0',
  'umStartupMode ssl',
  'pool dirz.fabrikam.com',
  'ALICE@contoso.com',
  // Whose plan is meant only the writer knows.
  'reaches Plant',
  'pool medz.fabrikam.com',
  'minPINLength 25',
  // Of two contacts with one address one is kept, and of all pools one is chosen.
  'exUmContact ova@contoso.com',
  'pool edge01.contoso.com ',
  // Of two plans of one name one is meant.
  'reaches Plant',
  // Two organizations that were written as one are two: one policy for each of them is the next thing to do.
  'litware.onmicrosoft.com"',
  // Each of the values is one of the table; which of them goes with the other half is asked next.
  'encryptionLevel optional',
  'voIPSecurity tls',
  // A policy that says nothing but its scope is made one that hides another.
  'service:Registrar:pool.fabrikam.com { description x }',
  // A SIP domain more needs a name more on the Edge's certificate.
  'ben.baker@woodgrove.net',
  // Which of all pools is meant only the writer knows.
  'pool med.adventure-works.com',
  // A local mailbox without the flag needs EUM proxies instead.
  'mailbox local  line',
  // What is kept as local needs its number among those of its plan.
  'exUmContact sa@northwind.com { tool ocsUmUtil',
];

describe('each fix of a fault', () => {
  it.each(faults.map((fault) => [fault.code, fault.change.at(-1)?.[1].slice(0, 60), fault] as const))(
    '%s: %s',
    (code, _, fault) => {
      const files = withFault(fault);
      const found = analyzeFiles(files).diagnostics.find((each) => each.code === code);
      const partial = fault.change.some(([, to]) => asksForMore.some((text) => to.includes(text)) || to === 'edgePool');
      for (const fix of found?.fixes() ?? []) {
        expect(fix.edits.length, fix.title).toBeGreaterThan(0);
        const left = analyzeFiles(applyFix(files, fix.edits))
          .diagnostics.filter(
            (each) => each.code === code || (!partial && (each.severity === 'error' || each.severity === 'warning')),
          )
          .map((each) => `${each.code} ${each.message}`);
        expect(left.join('\n'), fix.title).toBe('');
      }
    },
  );
});
