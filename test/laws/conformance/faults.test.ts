import { describe, expect, it } from 'vitest';
import { fixture } from '../../support/fixture';
import { analyzeFiles, applyFix } from '../../support/ruleExample';
import { deployments } from './deployments';
import { type Fault, faults } from './faults';

/** The deployment's files with the fault in them. */
function withFault({ within, change }: Fault): Map<string, string> {
  const files = new Map<string, string>(fixture(deployments[within]).files.map(({ path, text }) => [path, text]));
  for (const [from, to] of change) {
    const holding = [...files].filter(([, text]) => text.includes(from));
    const [path, text] = holding[0] ?? [];
    if (path === undefined || text === undefined) throw new Error(`no file has ${from}`);
    files.set(
      path,
      text.replace(from, () => to),
    );
  }
  // A call that fails makes expectations fail; what is asked here is what the rules say of the fault itself.
  if (!change.some(([, to]) => to.includes('expect ') || to.includes('csv ')))
    for (const [path, text] of files) files.set(path, text.replace(/^expect .*/gm, ''));
  return files;
}

function lineOf(files: ReadonlyMap<string, string>, { change, at }: Fault): string {
  const sought = at ?? (change.at(-1)?.[1].split('\n')[0] as string);
  for (const [path, text] of files) {
    const offset = text.indexOf(sought);
    if (offset >= 0) return `${path}:${text.slice(0, offset).split('\n').length}`;
  }
  throw new Error(`no line has ${sought}`);
}

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
const asksForMore = ['numberOfDigitsInExtension 0', 'umStartupMode ssl', 'pool dirz.fabrikam.com', 'ALICE@contoso.com'];

describe('the first fix of a fault', () => {
  it.each(faults.map((fault) => [fault.code, fault.change.at(-1)?.[1].slice(0, 60), fault] as const))(
    '%s: %s',
    (code, _, fault) => {
      const files = withFault(fault);
      const [found] = analyzeFiles(files).diagnostics.filter((each) => each.code === code);
      const [fix] = found?.fixes() ?? [];
      if (fix === undefined) return;
      expect(fix.edits.length, fix.title).toBeGreaterThan(0);
      const partial = fault.change.some(([, to]) => asksForMore.some((text) => to.includes(text)));
      const left = analyzeFiles(applyFix(files, fix.edits))
        .diagnostics.filter(
          (each) => each.code === code || (!partial && (each.severity === 'error' || each.severity === 'warning')),
        )
        .map((each) => `${each.code} ${each.message}`);
      expect(left.join('\n'), fix.title).toBe('');
    },
  );
});
