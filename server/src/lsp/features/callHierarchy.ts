import { type CallHierarchyItem, SymbolKind } from 'vscode-languageserver';
import { type CallPlace, type CallStep, callPlaceAt, callsFrom, callsInto } from '../../editor/callHierarchy';
import type { Session } from '../session';
import type { Feature } from './feature';

export const callHierarchy: Feature = {
  methods: ['textDocument/prepareCallHierarchy', 'callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'],
  doc: 'The routing hierarchy of unanswered calls: who is routed to a pool, provider, tenant, UM dial plan or server, and where calls go next.',
  capabilities: () => ({ callHierarchyProvider: true }),
  register(connection, current) {
    connection.languages.callHierarchy.onPrepare(async ({ textDocument, position }) => {
      const session = current();
      const target = await session.target(textDocument);
      const place = target && callPlaceAt(target.deployment, target.path, session.offset(target, position));
      const item = place && itemOf(session, place);
      return item ? [item] : null;
    });
    connection.languages.callHierarchy.onIncomingCalls(async ({ item }) => {
      const found = await stepsOf(current(), item, callsInto);
      return found.map(({ item: from }) => ({ from, fromRanges: [from.selectionRange] }));
    });
    connection.languages.callHierarchy.onOutgoingCalls(async ({ item }) => {
      const found = await stepsOf(current(), item, callsFrom);
      return found.map(({ item: to }) => ({ to, fromRanges: [item.selectionRange] }));
    });
  },
};

async function stepsOf(
  session: Session,
  item: CallHierarchyItem,
  find: (deployment: Parameters<typeof callsInto>[0], place: CallPlace) => CallStep[],
): Promise<{ item: CallHierarchyItem }[]> {
  const target = await session.target(item);
  if (target === undefined) return [];
  const offset = session.offset(target, item.selectionRange.start);
  const place = callPlaceAt(target.deployment, target.path, offset);
  if (place === undefined) return [];
  return find(target.deployment, place).flatMap(({ place: other, users }) => {
    const found = itemOf(session, other, users);
    return found ? [{ item: found }] : [];
  });
}

function itemOf(session: Session, place: CallPlace, users = 0): CallHierarchyItem | undefined {
  const file = session.documents.source(place.path);
  if (file === undefined) return undefined;
  return {
    name: place.name,
    detail: users > 0 ? `${place.detail} · ${users} user${users === 1 ? '' : 's'}` : place.detail,
    kind: SymbolKind.Object,
    uri: session.uris.toUri(place.path),
    range: session.positions.range(file, place.full),
    selectionRange: session.positions.range(file, place.span),
  };
}
