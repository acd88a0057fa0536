import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Candidate } from '../../editor/completion/candidate';
import { type Completion, completion } from '../../editor/completion/completion';
import { documentationOf } from '../../editor/completion/documentation';
import { fileCandidates } from '../../editor/completion/names';
import { plain } from '../../editor/markdown';
import type { Session, Target } from '../session';
import type { Feature } from './feature';

const kinds: Readonly<Record<Candidate['type'], CompletionItemKind>> = {
  kind: CompletionItemKind.Class,
  property: CompletionItemKind.Property,
  keyword: CompletionItemKind.Keyword,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  user: CompletionItemKind.Value,
  domain: CompletionItemKind.Module,
  file: CompletionItemKind.File,
};

/** What may be one of several: a comma takes it and goes on to the next. Not an address: a new one may begin as a known one does. */
const listed: ReadonlySet<Candidate['type']> = new Set(['name', 'value']);

/** What a client sends back to get the documentation of an item. */
interface ItemData {
  readonly uri: string;
  readonly doc: string;
}

export const completions: Feature = {
  methods: ['textDocument/completion', 'completionItem/resolve'],
  doc: 'Kinds with their required properties as tab stops, missing properties, values, names across files, SIP domains behind `@`, parts of moves and expectations, names, headers and cells of CSV files, and what is being typed as a new address. In the order of the tables of the language; documentation when an item is resolved.',
  capabilities: () => ({
    completionProvider: { triggerCharacters: [' ', '@', ',', '\\', ':', '"', '.'], resolveProvider: true },
  }),
  register(connection, current) {
    connection.onCompletion((params) => answer(current(), params));
    connection.onCompletionResolve((item) => resolve(current(), item));
  },
};

async function answer(session: Session, params: TextDocumentPositionParams): Promise<CompletionList | null> {
  const target = await session.glimpse(params.textDocument);
  const found = target && completion(target.deployment, target.path, session.offset(target, params.position));
  if (target === undefined || found === undefined) return null;
  const files = found.files ? fileCandidates(target.deployment, target.path, await session.csvFiles(target)) : [];
  const candidates = [...found.candidates, ...files];
  return {
    isIncomplete: found.incomplete,
    items: candidates.map((candidate, index) => itemOf(session, target, found, candidate, index)),
  };
}

/** What the language has stands in the order of its tables; what the files declare, by name. */
function sortText({ rank, type, label }: Candidate, index: number): string {
  const declared = type === 'name' || type === 'user' || type === 'domain' || type === 'file';
  return `${rank}${declared ? label.toLowerCase() : String(index).padStart(4, '0')}`;
}

function itemOf(
  session: Session,
  target: Target,
  found: Completion,
  candidate: Candidate,
  index: number,
): CompletionItem {
  const { client, positions } = session;
  const { file } = target;
  const snippet = client.snippets && !found.quoted ? candidate.snippet : undefined;
  const own = candidate.insert ?? candidate.label;
  const inQuotes = file.text.charCodeAt(found.typed.start) === 34;
  // In quotes everything is: the word begins with one, and so must what it is compared with.
  const newText = snippet ?? (found.quoted && !own.startsWith('"') ? JSON.stringify(own.trimEnd()) : own);
  const insert = positions.range(file, found.typed);
  const replace = positions.range(file, found.replaced);
  const item: CompletionItem = {
    label: candidate.label,
    kind: kinds[candidate.type],
    sortText: sortText(candidate, index),
    filterText: inQuotes && !own.startsWith('"') ? JSON.stringify(candidate.label) : inQuotes ? own : candidate.label,
    textEdit: client.insertReplace ? { newText, insert, replace } : { newText, range: insert },
    insertTextFormat: snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
  };
  if (candidate.detail !== undefined) {
    if (client.labelDetails) item.labelDetails = { description: candidate.detail };
    else item.detail = candidate.detail;
  }
  if (listed.has(candidate.type)) item.commitCharacters = [','];
  if (candidate.more && client.commands) item.command = { title: 'Complete', command: 'editor.action.triggerSuggest' };
  if (candidate.doc === undefined) return item;
  const data: ItemData = { uri: target.uri, doc: candidate.doc };
  const resolved: CompletionItem = { ...item, data };
  return client.lazyDocumentation ? resolved : withDocumentation(session, resolved, target);
}

async function resolve(session: Session, item: CompletionItem): Promise<CompletionItem> {
  const data = item.data as ItemData | undefined;
  if (data === undefined || item.documentation !== undefined) return item;
  return withDocumentation(session, item, await session.target({ uri: data.uri }));
}

function withDocumentation(session: Session, item: CompletionItem, target: Target | undefined): CompletionItem {
  const text = documentationOf(target?.deployment, (item.data as ItemData).doc);
  if (text === undefined) return item;
  const documentation = session.client.markdownCompletion
    ? { kind: MarkupKind.Markdown, value: text }
    : { kind: MarkupKind.PlainText, value: plain(text) };
  return { ...item, documentation };
}
