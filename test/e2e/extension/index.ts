import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * What VS Code calls in the extension host. The counts go to the file that the runner names, since an exit code alone
 * does not say how many tests ran.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.js'))) {
    mocha.addFile(join(__dirname, file));
  }
  // Marked, so that the runner can tell the report from what VS Code itself has to say on the same console.
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => {
    for (const line of format(...values).split('\n')) console.log(`[test]${line}`);
  };
  const failures = await new Promise<number>((resolve) => {
    const skipped: string[] = [];
    const runner = mocha.run(resolve);
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
    runner.on('end', () => {
      const { passes: passed = 0, failures: failed = 0 } = runner.stats ?? {};
      const results = process.env.UMTOPO_TEST_RESULTS;
      if (results) writeFileSync(results, JSON.stringify({ passed, failed, skipped }));
    });
  });
  if (failures > 0) throw new Error(`${failures} tests failed in the extension host.`);
}
