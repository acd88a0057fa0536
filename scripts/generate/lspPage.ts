import { features } from '../../server/src/lsp/features/all';
import { table } from './describe';
import type { Generator } from './file';

/** What the server does beside the features: it stands in the server's own room. */
const base: readonly (readonly [string, string])[] = [
  [
    'initialize',
    'Capabilities follow those of the client. `positionEncodings`: the first of UTF-16, UTF-8, UTF-32 that the client offers; UTF-16 when it offers none.',
  ],
  [
    'initialized, shutdown, exit',
    'Folders are read after `initialized`, with `$/progress` where the client takes it; requests wait until they are. Exit code 0 after `shutdown`, else 1.',
  ],
  [
    '$/cancelRequest',
    'Every request: one that waits for its turn, or for files that are being read, is answered at once with `RequestCancelled`; one that is at work stops within milliseconds. Long requests (formatting, colours, references, rename, symbols, diagnostics) are done in turns of 5 ms, so that others are answered meanwhile; when the text they are about changes they end with `ContentModified`, those about the workspace begin again.',
  ],
  [
    'textDocument/didOpen, didChange, didClose',
    'Incremental. Untitled documents, files outside every folder and CSV files of a deployment as well. What the editor shows counts, not what is saved.',
  ],
  [
    'textDocument/publishDiagnostics',
    'For clients that do not pull: after each change, as soon as the messages that have arrived are worked off, for every file of the deployment. At most 500 a file, and how many more there are.',
  ],
  [
    'textDocument/diagnostic',
    'With result ids; `unchanged` where nothing changed. `workspace/diagnostic/refresh` when a change elsewhere concerns an open document.',
  ],
  [
    'workspace/diagnostic',
    'Every file of every deployment, with result ids. With a partial result token the answer stays open and brings what changes.',
  ],
  [
    'workspace/didChangeWatchedFiles',
    '`.umtopo`, `.csv` and `umtopo.json`; registered by the server where the client lets it.',
  ],
  ['workspace/didChangeWorkspaceFolders', 'Several folders, several deployments in each.'],
  [
    'workspace/didChangeConfiguration, workspace/configuration',
    'The section `umtopo`; `umtopo.inlayHints` and `umtopo.severity` concern the server.',
  ],
];

const own: readonly (readonly [string, string])[] = [
  ['umtopo/preview', 'Request: the picture of the deployment of a document, in parts.'],
  ['umtopo/previewChanged', 'Notification to the client: the parts of a picture that changed.'],
  ['umtopo/previewClosed', 'Notification to the server: nobody looks at the picture of a deployment any more.'],
  [
    'umtopo/previewLook',
    'Request: look at a picture after a wave, or with other folds open; the patch comes as a notification.',
  ],
  ['umtopo/previewLocation', 'Request: where the object behind a part is declared.'],
  ['umtopo/previewPlace', 'Request: which parts of the picture a place in the text means; of a user the whole route.'],
  ['umtopo/previewDetails', 'Request: what is known of a part: the hover, its diagnostics and their fixes.'],
  ['umtopo/previewSearch', 'Request: users and contacts by address, number or name; a bounded number.'],
  ['umtopo/previewRoute', "Request: a call's route, with the parts of the picture that it passes."],
  ['umtopo/previewWave', 'Request: whose calls a wave sends elsewhere, by route before and after, with witnesses.'],
  ['umtopo/route', 'Request: where a call goes, as `umtopo route --format json` tells it.'],
  ['umtopo/ladder', 'Request: a call as a SIP ladder, in parts and as rows.'],
  ['umtopo/topologyChildren', "Request: what is below an entry of a deployment's tree."],
  ['umtopo/topologyPath', 'Request: the entries of the tree that lead to a place in the text.'],
  ['umtopo/topologyChanged', 'Notification to the client: what was asked for below some entries is another now.'],
  ['umtopo/picture', 'Request: the graph or a ladder as an SVG that stands alone, or as Mermaid.'],
  [
    'umtopo/exportConflicts',
    'Request: what an export into a folder must not replace, and what of an earlier one it removes. The client looks, the server judges.',
  ],
  [
    'umtopo/deploymentChoices, umtopo/newDeployment',
    'Requests: what a new deployment can be, and the files of one, as `umtopo new` writes them; the client writes them.',
  ],
  ['umtopo/export', 'Request: the files of an export; the client writes them. Refused while there are errors.'],
  ['umtopo/exportList', "Request: the files that an export of a document's deployment would have."],
  [
    'umtopo/exportView',
    'Request: one file of an export as it would be now, and which lines of the topology caused which of it.',
  ],
  ['umtopo/exportsChanged', 'Notification to the client: deployments of which exports were asked for have changed.'],
  [
    'umtopo/expectations',
    'Request: the expectations of a deployment, what became of each, and the line that decides about those that fail.',
  ],
  [
    'umtopo/deploymentsChanged',
    'Notification to the client: the deployments that are new or changed and the roots of those that are gone (`gone`), their users, errors and warnings, what is proved of each (`proofs`: a statement and whether it holds, or null where a fact is missing), and that verdicts on expectations may have changed.',
  ],
  ['$/umtopo/stats', 'Request: what the last change of a document cost, stage by stage, in counts and milliseconds.'],
  [
    'umtopo/listFiles, umtopo/readFile',
    'Requests to a client that sets `initializationOptions.fileAccess`: files that the server cannot read itself.',
  ],
];

const code = (names: string): string =>
  names
    .split(', ')
    .map((name) => `\`${name}\``)
    .join(', ');

const rows = (list: readonly (readonly [string, string])[]) => list.map(([method, doc]) => [code(method), doc]);

/** The page that says which methods of the protocol are supported, from the features themselves. */
export const generateLspPage: Generator = () => {
  const content = [
    '<!-- Generated from the features of the server by "npm run docs". -->',
    '# The language server',
    'Any editor that speaks the Language Server Protocol 3.18 can use it: `umtopo lsp --stdio` (also `--pipe=NAME`, `--socket=PORT`, `--node-ipc`). Nothing is needed of a client but text synchronisation; what it says of itself decides about the rest: snippets, Markdown, links, trees, document versions, pull or push.',
    'The language id is `umtopo`, the files are `**/*.umtopo`. `initializationOptions` may set `fileAccess` (the client answers `umtopo/listFiles` and `umtopo/readFile`), `commands` (the client has the commands of the extension, so lenses may use them) and `documentation` (the URI of a folder with these pages, for links; else they are looked for beside the server).',
    '## Features',
    table(
      ['Method', 'What is supported'],
      features.map(({ methods, doc }) => [methods.map((name) => `\`${name}\``).join(', '), doc]),
    ),
    '## Documents, diagnostics, files',
    table(['Method', 'What is supported'], rows(base)),
    '## Messages of its own',
    table(['Message', 'What it is'], rows(own)),
    '## What it keeps',
    'Of its first start the server keeps compiled code, as the command line does ([what it keeps](cli.md#what-it-keeps)); the extension gives it a folder in its own storage.',
    '## In the browser',
    'Without a server behind VS Code (vscode.dev, github.dev) the server is a web worker and reads files through the client. The extension tests pass in both extension hosts. What is missing there: the command line (`umtopo`), so exports are written by the editor alone, and the PNG of `umtopo preview`; “Reveal in the file manager” after an export.',
    '## Not supported',
    '`documentColor`, `inlineValue`, `moniker`, `typeHierarchy`, notebooks: the language has nothing for them.',
    '## In Neovim',
    "```lua\nvim.filetype.add({ extension = { umtopo = 'umtopo' } })\nvim.lsp.config('umtopo', {\n  cmd = { 'umtopo', 'lsp', '--stdio' },\n  filetypes = { 'umtopo' },\n  root_markers = { 'umtopo.json', '.git' },\n})\nvim.lsp.enable('umtopo')\n```",
  ];
  return [{ path: 'docs/lsp.md', content: `${content.join('\n\n')}\n` }];
};
