import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExportOptions, exportDeployment } from '../../../server/src/export/export';
import type { ExportFile } from '../../../server/src/export/file';
import type { Deployment } from '../../../server/src/model/deployment';
import { Workspace } from '../../../server/src/model/workspace';
import { fixture } from '../../support/fixture';

/** The deployment of a fixture; its files lie in a folder of their own. */
export function deploymentOf(source: string): Deployment {
  const workspace = new Workspace();
  for (const { path, text } of fixture(source).files) workspace.set(`folder${path}`, text);
  return only(workspace);
}

/** A deployment of the folder `examples`. */
export function exampleDeployment(name: string): Deployment {
  const workspace = new Workspace();
  const folder = join('examples', name);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:umtopo|csv)$/.test(entry))
      workspace.set(`${folder}/${entry.replaceAll('\\', '/')}`, readFileSync(join(folder, entry), 'utf8'));
  return only(workspace);
}

function only(workspace: Workspace): Deployment {
  workspace.refresh();
  const [deployment, ...others] = workspace.deployments;
  if (deployment === undefined || others.length > 0) throw new Error('The fixture is not one deployment');
  return deployment;
}

/** Its files, whatever is wrong with it: what is tested here is not the checking. */
export function filesOf(deployment: Deployment, options: ExportOptions = {}): readonly ExportFile[] {
  const result = exportDeployment(deployment, { diagnostics: [] }, options);
  if (result.refused) throw new Error(result.refused.message);
  return result.files;
}

export function bytesOf(file: ExportFile): Buffer {
  const pieces: Buffer[] = [];
  for (const piece of file.bytes()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

export function textOf(files: readonly ExportFile[], path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`No ${path}, but ${files.map((each) => each.path).join(', ')}`);
  return file.text();
}

/** The lines of a script of a deployment, without their margin. */
export function scriptLines(deployment: Deployment, path = 'powershell/10-lync.ps1'): string[] {
  return textOf(filesOf(deployment), path)
    .split('\r\n')
    .map((line) => line.trim());
}
