import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { type InlayHintType, inlayHintTypes } from '../editor/inlayHintTypes';
import type { Severities } from '../rules/analyze';
import { readSeverities } from '../rules/severities';
import type { Session } from './session';

/** What the user has set, as far as the server has to know. */
export interface Settings {
  readonly inlayHints: ReadonlySet<InlayHintType>;
  /** How grave rules are where the `umtopo.json` of a deployment doesn't say. */
  readonly severities: Severities;
}

export const standardSettings = (): Settings => ({ inlayHints: new Set(inlayHintTypes), severities: new Map() });

/** Asks the client for the section `umtopo`, now and whenever it changes. */
export async function followSettings(session: Session): Promise<void> {
  const { connection, client } = session;
  connection.onDidChangeConfiguration(() => void refresh(session));
  if (!client.configuration) return;
  if (client.configurationOnRequest)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'umtopo' });
  await refresh(session);
}

async function refresh(session: Session): Promise<void> {
  if (!session.client.configuration) return;
  try {
    session.settings = readSettings(await session.connection.workspace.getConfiguration('umtopo'));
  } catch (error) {
    session.log(error);
    return;
  }
  if (session.severityFiles.setEditor(session.settings.severities)) session.touchAll();
  if (session.client.inlayHintRefresh) session.connection.languages.inlayHint.refresh();
}

/** Reads the section, whatever the client gives; what isn't set is as it is by default. */
export function readSettings(section: unknown): Settings {
  const hints = entryOf(section, 'inlayHints');
  return {
    inlayHints: new Set(inlayHintTypes.filter((type) => entryOf(hints, type) !== false)),
    severities: readSeverities(entryOf(section, 'severity')),
  };
}

function entryOf(section: unknown, name: string): unknown {
  return typeof section === 'object' && section !== null ? (section as Record<string, unknown>)[name] : undefined;
}
