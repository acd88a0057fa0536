import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { conflictsOf, leftOverOf, readManifest } from '../export/earlier';
import { exportDeployment } from '../export/export';
import { type ExportTarget, exportTargets } from '../export/targets';
import { pictureGraph } from '../preview/buildGraph';
import { standaloneSvg } from '../preview/svg';
import {
  type ExportConflictsParams,
  type ExportConflictsResult,
  type ExportedFile,
  type ExportParams,
  type ExportResult,
  exportConflictsRequest,
  exportRequest,
} from './protocol';
import type { Session } from './session';

export function registerExport(connection: Connection, current: () => Session): void {
  connection.onRequest<ExportResult, void>(exportRequest, (params: ExportParams, token: CancellationToken) =>
    answer(current(), params, token),
  );
  connection.onRequest(exportConflictsRequest, ({ manifest, standing, written }: ExportConflictsParams) => {
    const earlier = manifest === undefined ? undefined : readManifest(manifest);
    const paths = written.map(({ path }) => path);
    const now = new Set(paths);
    const conflicts = conflictsOf(
      standing.filter(({ path }) => now.has(path)),
      earlier,
      written,
    );
    return { conflicts, ...leftOverOf(standing, earlier, paths) } satisfies ExportConflictsResult;
  });
}

const modified = 'The deployment changed while it was exported: export it again';

async function answer(session: Session, params: ExportParams, token: CancellationToken): Promise<ExportResult> {
  const target = await session.target(params.textDocument);
  if (target === undefined) return { refused: 'This document belongs to no deployment.', errors: 0 };
  session.analyze();
  const { deployment } = target;
  const { version } = deployment;
  const { wave, force } = params;
  const targets = params.targets?.map(targetNamed);
  const analysis = session.analyses.analysis(deployment) ?? { diagnostics: [] };
  const wantsReport = wave === undefined && (targets === undefined || targets.includes('report'));
  const result = exportDeployment(deployment, analysis, {
    ...(wantsReport && {
      graph: (waves: number, ids: string) =>
        standaloneSvg(pictureGraph(deployment, analysis.diagnostics, waves), 'auto', ids),
    }),
    ...(targets && { targets }),
    ...(wave !== undefined && { wave }),
    ...(force !== undefined && { force }),
  });
  if (result.refused) return { refused: result.refused.message, errors: result.refused.errors.length };
  const files: ExportedFile[] = [];
  for (const file of result.files) {
    let binary = '';
    for (const piece of file.bytes()) {
      binary += binaryOf(piece);
      // Files are made while they are read; between two pieces other requests are answered and a cancellation is seen.
      await new Promise<void>((resolve) => session.host.defer(() => resolve()));
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The export was cancelled');
      if (session.workspace.members.at(deployment.root)?.version !== version)
        throw new ResponseError(LSPErrorCodes.ContentModified, modified);
    }
    files.push({ path: file.path, content: btoa(binary), sha256: file.digest().sha256 });
  }
  const earlier = params.manifest === undefined ? undefined : readManifest(params.manifest);
  return { files, earlier: earlier?.files.map(({ path }) => path) ?? [] };
}

function targetNamed(name: string): ExportTarget {
  const target = exportTargets.find((each) => each === name);
  if (target) return target;
  throw new ResponseError(
    ErrorCodes.InvalidParams,
    `There is no target "${name}"; there are ${exportTargets.join(', ')}`,
  );
}

/** A character a byte, as `btoa` takes it. In pieces: the arguments of a call are limited. */
function binaryOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return text;
}
