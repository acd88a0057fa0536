import type { Steps } from '../base/steps';
import { Deployment } from '../model/deployment';
import type { TopologyFile } from '../model/sourceFile';
import { Analyzer, type Diagnostic, type Severities } from '../rules/analyze';

/** What isn't known of a file that is looked at by itself: that no file declares its deployment, what is wrong with a CSV file that it names. */
const unknown: ReadonlySet<string> = new Set(['UM0010', 'UM0011', 'UM0012']);

/** A file judged as if it stood alone, while others of its deployment are on their way. What is said of it then is said of the whole as well. */
export class Alone {
  private readonly deployment: Deployment;
  private readonly analyzer: Analyzer;
  private judged: TopologyFile | undefined;
  diagnostics: readonly Diagnostic[] = [];

  constructor(path: string) {
    this.deployment = new Deployment(path, true);
    this.analyzer = new Analyzer(this.deployment);
  }

  /** @returns whether the file is another one than the one that was judged last. */
  *judge(file: TopologyFile, severities: Severities): Steps<boolean> {
    if (this.judged === file) return false;
    const { deployment } = this;
    yield* deployment.prepare(file);
    deployment.update([file], () => ({ fault: '' }));
    yield* deployment.settleIndex();
    const { diagnostics } = yield* this.analyzer.steps(severities);
    this.diagnostics = diagnostics.filter(({ code }) => !unknown.has(code));
    this.judged = file;
    return true;
  }
}
