import {
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  ResponseError,
} from 'vscode-languageserver';
import { cancellable } from './cancellation';
import { initializeResult, watchedFiles } from './capabilities';
import { readClient } from './clientFeatures';
import { registerDeployments } from './deployments';
import { registerExpectations } from './expectations';
import { Explorers, registerExplorer } from './explorer';
import { registerExport } from './exports';
import { ExportViews, registerExportViews } from './exportViews';
import { features } from './features/all';
import type { ServerHost } from './host';
import { registerLadders } from './ladders';
import { registerNewDeployment } from './newDeployment';
import { Previews } from './preview/previews';
import { registerPreview } from './preview/register';
import { Diagnostics, registerDiagnostics } from './publish';
import { registerRoutes } from './routes';
import { Session } from './session';
import { followSettings } from './settings';
import { registerStats } from './stats';
import { registerSynchronization } from './synchronize';

/** Serves a connection; returns at once, the connection lives on. */
export function startServer(connection: Connection, host: ServerHost): void {
  let params: InitializeParams | undefined;
  let services: Services | undefined;
  const serving = (): Services => {
    if (params === undefined)
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server was asked before `initialize`');
    services ??= servicesFor(new Session(connection, host, params));
    return services;
  };
  const current = (): Session => serving().session;
  const previews = (): Previews => serving().previews;

  // Answered without the engine: a session needs it, and is made when the client has the answer.
  connection.onInitialize((asked) => {
    params = asked;
    return initializeResult(readClient(asked), host.version);
  });
  connection.onInitialized(() => {
    const opened = current();
    void open(opened);
    followSettings(opened).catch((error) => opened.log(error));
  });
  registerSynchronization(connection, current);
  registerDiagnostics(connection, () => serving().diagnostics);
  registerPreview(connection, previews);
  registerRoutes(connection, current);
  registerLadders(connection, current, previews);
  registerExplorer(connection, () => serving().explorers);
  registerExport(connection, current);
  registerExportViews(connection, () => serving().exportViews);
  registerExpectations(connection, current);
  registerNewDeployment(connection);
  registerStats(connection, current);
  const asked = cancellable(connection);
  for (const feature of features) feature.register(asked, current);
  connection.listen();
}

/** What lives as long as the session. */
interface Services {
  readonly session: Session;
  readonly diagnostics: Diagnostics;
  readonly previews: Previews;
  readonly exportViews: ExportViews;
  readonly explorers: Explorers;
}

function servicesFor(session: Session): Services {
  const services = {
    session,
    diagnostics: new Diagnostics(session),
    previews: new Previews(session),
    exportViews: new ExportViews(session),
    explorers: new Explorers(session),
  };
  registerDeployments(session);
  tellBegun(session);
  return services;
}

/** Tells the host when what was opened first is analyzed, and the requests that have arrived are answered. */
function tellBegun(session: Session): void {
  const { host } = session;
  const { analyzed } = session.rounds;
  const look = (changed: ReadonlySet<string>): void => {
    if (changed.size === 0) return;
    analyzed.splice(analyzed.indexOf(look), 1);
    host.defer(() => host.defer(() => host.begun?.()));
  };
  analyzed.push(look);
}

/** Reads the folders of the workspace and asks to be told of what changes there. */
async function open(session: Session): Promise<void> {
  const { connection, client } = session;
  if (client.watchesOnRequest) {
    const watchers = watchedFiles.map((globPattern) => ({ globPattern }));
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error) => session.log(error));
  }
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = removed.map((folder) => session.uris.toPath(folder.uri));
      const come = added.map((folder) => session.uris.toPath(folder.uri));
      void session.load(() => session.changeFolders(come, gone));
    });
  }
  // Begun at once: a request that arrives while the client makes room for the progress has to wait as well.
  await session.load(async () => {
    const progress =
      client.progress && session.folders.length > 0 ? await connection.window.createWorkDoneProgress() : undefined;
    progress?.begin('UM Topology', undefined, 'reading topologies');
    await session.openFolders(session.folders);
    progress?.done();
  });
}
