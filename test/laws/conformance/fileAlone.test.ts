import { expect, it } from 'vitest';
import { finished } from '../../../server/src/base/steps';
import { Alone } from '../../../server/src/lsp/alone';
import { Analyzer } from '../../../server/src/rules/analyze';
import { everyDeployment } from '../../support/everyDeployment';

/** Before the whole of a deployment is read an open file is judged by itself. Nothing is said of it then that isn't said in the end. */

/** Which hosted service is meant is known only with the others: it is said in other words then. */
const inOtherWords: ReadonlySet<string> = new Set(['UM4020']);

it('what is said of a file by itself is said of it in its deployment', () => {
  let said = 0;
  for (const { name, deployments } of everyDeployment())
    for (const deployment of deployments) {
      if (deployment.standalone) continue;
      const whole = new Set<string>();
      for (const { path, code, start, severity, message } of new Analyzer(deployment).analyze().diagnostics)
        whole.add([path, code, start, severity, inOtherWords.has(code) ? '' : message].join(' '));
      for (const file of deployment.files) {
        const alone = new Alone(file.path);
        finished(alone.judge(file, new Map()));
        for (const { path, code, start, severity, message } of alone.diagnostics) {
          said++;
          const key = [path, code, start, severity, inOtherWords.has(code) ? '' : message].join(' ');
          if (!whole.has(key)) expect.fail(`${name}: ${key} is said of the file alone`);
        }
      }
    }
  expect(said).toBeGreaterThan(300);
});
