import type { Deployment } from '../../../server/src/model/deployment';
import type { Workspace } from '../../../server/src/model/workspace';
import { workspaceOf } from '../../support/deployment';
import { type Cursor, fixture } from '../../support/fixture';

/** A fixture with its cursor, ready for a feature. */
export interface AtCursor extends Cursor {
  readonly deployment: Deployment;
  readonly workspace: Workspace;
  readonly text: string;
}

export function atCursor(source: string): AtCursor {
  const { cursor } = fixture(source);
  if (cursor === undefined) throw new Error('the fixture has no cursor: write $0');
  const workspace = workspaceOf(source);
  const deployment = workspace.deploymentOf(cursor.path);
  if (deployment === undefined) throw new Error(`${cursor.path} belongs to no deployment`);
  return { ...cursor, deployment, workspace, text: deployment.textOf(cursor.path) };
}

/** A place as `/file 3:5 text`, lines and columns from 1. */
export function shown(deployment: Deployment, path: string, span: { start: number; end: number }): string {
  const file = deployment.source(path);
  if (file === undefined) return `${path} ?`;
  const { line, character } = file.lines.place(span.start);
  return `${path} ${line + 1}:${character + 1} ${file.text.slice(span.start, span.end)}`.trimEnd();
}
