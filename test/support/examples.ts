import { readdirSync, readFileSync } from 'node:fs';
import { decodeText } from '../../server/src/base/decode';
import type { Deployment } from '../../server/src/model/deployment';
import type { FileAccess } from '../../server/src/model/fileAccess';
import { Workspace } from '../../server/src/model/workspace';

export const exampleNames = ['on-premises', 'cross-premises', 'mixed', 'bulk', 'mistakes'] as const;
export type ExampleName = (typeof exampleNames)[number];

export interface Example {
  readonly name: ExampleName;
  readonly deployment: Deployment;
  /** Its `.umtopo` files by path within the example. */
  readonly files: ReadonlyMap<string, string>;
}

/** The files of an example under `/NAME`, so that what is said about them is the same wherever the project lies. */
class ExampleFiles implements FileAccess {
  async list(folder: string): Promise<readonly string[]> {
    return readdirSync(`examples${folder}`, { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.umtopo'))
      .sort();
  }

  async read(path: string) {
    try {
      return decodeText(readFileSync(`examples${path}`));
    } catch {
      return undefined;
    }
  }
}

/** Opens an example as the command line does. */
export async function openExample(name: ExampleName): Promise<Example> {
  const workspace = new Workspace(new ExampleFiles());
  await workspace.open([`/${name}`]);
  const [deployment, other] = workspace.deployments;
  if (deployment === undefined || other) throw new Error(`examples/${name} has not exactly one deployment`);
  const files = new Map(deployment.files.map((file) => [file.path.slice(name.length + 2), file.text]));
  return { name, deployment, files };
}
