import type { CancellationToken, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { Span } from '../../base/span';
import type { Steps } from '../../base/steps';
import { semanticTokenModifiers, semanticTokenTypes } from '../../editor/semanticLegend';
import { encodingSteps, semanticTokenSteps } from '../../editor/semanticTokens';
import type { Session } from '../session';
import type { Feature } from './feature';

/** Answers that a client may ask the difference to, by document. */
const answers = new WeakMap<Session, Map<string, { readonly id: string; readonly data: readonly number[] }>>();
let nextId = 1;

export const tokens: Feature = {
  methods: [
    'textDocument/semanticTokens/full',
    'textDocument/semanticTokens/full/delta',
    'textDocument/semanticTokens/range',
  ],
  doc: 'Kinds, names, properties, values by their type, addresses, comments. Full, difference and range.',
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [...semanticTokenModifiers] },
      full: { delta: true },
      range: true,
    },
  }),
  register(connection, current) {
    const { semanticTokens: registry } = connection.languages;
    registry.on(async ({ textDocument }, token) => {
      const session = current();
      const data = await tokensOf(session, token, textDocument.uri);
      return { resultId: remember(session, textDocument.uri, data), data };
    });
    registry.onDelta(
      async ({ textDocument, previousResultId }, token): Promise<SemanticTokens | SemanticTokensDelta> => {
        const session = current();
        const data = await tokensOf(session, token, textDocument.uri);
        const before = answers.get(session)?.get(textDocument.uri);
        const resultId = remember(session, textDocument.uri, data);
        if (before?.id !== previousResultId) return { resultId, data };
        return { resultId, edits: difference(before.data, data) };
      },
    );
    registry.onRange(async ({ textDocument, range }, token) => {
      const session = current();
      return { data: await tokensOf(session, token, textDocument.uri, (file) => session.positions.span(file, range)) };
    });
  },
};

type File = Parameters<Session['positions']['span']>[0];

async function tokensOf(
  session: Session,
  token: CancellationToken | undefined,
  uri: string,
  spanOf: (file: File) => Span = ({ characters }) => ({ start: 0, end: characters.length }),
): Promise<number[]> {
  const file = await session.topology(session.uris.toPath(uri));
  if (file === undefined) return [];
  const { text, tree } = file;
  const steps = function* (): Steps<number[]> {
    const found = yield* semanticTokenSteps(text, tree, spanOf(file));
    return yield* encodingSteps(found, (offset) => session.positions.position(file, offset));
  };
  return session.ofTopology(file, steps(), token);
}

function remember(session: Session, uri: string, data: readonly number[]): string {
  const known = answers.get(session) ?? new Map();
  answers.set(session, known);
  const id = String(nextId++);
  known.set(uri, { id, data });
  return id;
}

/** One edit of the numbers: what stands between what both begin and end with. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const deleteCount = before.length - start - tail;
  const data = after.slice(start, after.length - tail);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
