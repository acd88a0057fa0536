import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { answerCancelled } from './lsp/cancellation';
import { startServer } from './lsp/server';

/** In a web worker; files come through the client. */
const scope = self as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(scope),
  new BrowserMessageWriter(scope),
  { connectionStrategy: answerCancelled },
);

/** A channel's messages run behind those that have arrived, without the delay of a timer. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

startServer(connection, {
  version,
  defer: (task) => {
    waiting.push(task);
    channel.port2.postMessage(undefined);
  },
  now: () => performance.now(),
});
