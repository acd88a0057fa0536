import type { CodeLens as LspCodeLens } from 'vscode-languageserver';
import { type CodeLens, codeLenses } from '../../editor/codeLens';
import type { Session, Target } from '../session';
import type { Feature } from './feature';

/** What a client sends back to get the words of a lens. */
interface LensData {
  readonly uri: string;
  readonly index: number;
  readonly version: number;
}

export const lenses: Feature = {
  methods: ['textDocument/codeLens', 'codeLens/resolve'],
  doc: 'Users and placements of a group, policy, provider, tenant, pool, dial plan; the state of expectations; to clients of the extension also ways to the preview and to routes. Words when a lens is resolved.',
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  register(connection, current) {
    connection.onCodeLens(async ({ textDocument }) => {
      const session = current();
      const target = await session.target(textDocument);
      if (target === undefined) return null;
      const { version } = target.deployment;
      return shownLenses(session, target).map(({ span }, index): LspCodeLens => {
        const data: LensData = { uri: target.uri, index, version };
        return { range: session.positions.range(target.file, span), data };
      });
    });
    connection.onCodeLensResolve(async (lens) => {
      const session = current();
      const { uri, index, version } = lens.data as LensData;
      const target = await session.target({ uri });
      // The text went on meanwhile: the client asks for all of them again.
      if (target?.deployment.version !== version) return { ...lens, command: { title: '', command: '' } };
      const found = shownLenses(session, target)[index];
      return { ...lens, command: { title: found?.title() ?? '', ...commandOf(found, uri) } };
    });
  },
};

/** Without the commands of the extension a lens has its words only. */
function shownLenses(session: Session, { deployment, path }: Target): readonly CodeLens[] {
  return codeLenses(deployment, path).filter(({ action }) => action === undefined || session.client.commands);
}

function commandOf(lens: CodeLens | undefined, uri: string): { command: string; arguments?: string[] } {
  if (lens?.action?.type === 'preview') return { command: 'umtopo.showPreview', arguments: [uri] };
  if (lens?.action?.type === 'route') return { command: 'umtopo.showRoute', arguments: [uri, lens.action.of] };
  return { command: '' };
}
