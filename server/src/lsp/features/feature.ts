import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { ClientFeatures } from '../clientFeatures';
import type { Session } from '../session';

/** One feature of the protocol: what the server says of it, and who answers. */
export interface Feature {
  /** The methods it answers. */
  readonly methods: readonly string[];
  /** What is supported and what isn't, for the page about the protocol. */
  readonly doc: string;
  capabilities(client: ClientFeatures): Partial<ServerCapabilities>;
  register(connection: Connection, session: () => Session): void;
}
