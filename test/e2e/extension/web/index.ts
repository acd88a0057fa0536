import 'mocha/mocha';

interface Test {
  readonly err?: { readonly message: string; readonly stack?: string };
  fullTitle(): string;
}
interface Runner {
  on(event: string, listener: (test: Test, error?: Test['err']) => void): void;
}
declare const mocha: {
  setup(options: object): void;
  run(done: (failures: number) => void): Runner;
};

/** What VS Code calls in the web worker extension host. There are no files to write counts to: they go to the console, in a line that the runner knows. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: class {} });
  // Only now: the tests are declared while they are loaded, with what the setup has made.
  await import('umtopo-tests');
  let passed = 0;
  const skipped: string[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => {
      passed += 1;
      console.log(`[test]  ✔ ${test.fullTitle()}`);
    });
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
    runner.on('fail', (test, error) =>
      console.log(`[test]  ✘ ${test.fullTitle()}\n[test]    ${error?.stack ?? error?.message}`),
    );
  });
  console.log(`[results]${JSON.stringify({ passed, failed: failures, skipped })}`);
  if (failures > 0) throw new Error(`${failures} tests failed in the web worker extension host.`);
}
