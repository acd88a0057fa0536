import { afterAll, afterEach, beforeAll } from 'vitest';
import { type LaunchOptions, Workbench } from './workbench';

/**
 * One workbench for the tests of a file. A test that fails leaves a picture of the page in `test/e2e/artifacts`.
 * @returns the workbench, from within a test
 */
export function useWorkbench(options: LaunchOptions = {}): () => Workbench {
  let workbench: Workbench | undefined;

  beforeAll(async () => {
    workbench = await Workbench.launch(options);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const picture = await workbench?.screenshot(`failed-${task.name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`);
    console.error(`"${task.name}" failed. The workbench looked like ${picture}`);
  });
  afterAll(() => workbench?.close());

  return () => {
    if (!workbench) throw new Error('The workbench is not open yet: call this within a test.');
    return workbench;
  };
}
