// @ts-nocheck: its libraries are only in the cache, where `npm run bench:peers` installs them.
// Parses, links and validates deployments with Langium: bundled, a generated parser, default scopes. Prints what it took as JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmptyFileSystem, inject, URI } from 'langium';
import { createDefaultModule, createDefaultSharedModule } from 'langium/lsp';
import { PeerGeneratedSharedModule, UserFilesGeneratedModule } from './generated/module';

const [folder] = process.argv.slice(2);
const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.umtopo'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => [path, readFileSync(path, 'utf8')]);

const shared = inject(createDefaultSharedModule(EmptyFileSystem), PeerGeneratedSharedModule);
const services = inject(createDefaultModule({ shared }), UserFilesGeneratedModule);
shared.ServiceRegistry.register(services);
// What every tool has to look for: an address belongs to one user.
services.validation.ValidationRegistry.register({
  Model(model, accept) {
    const seen = new Set();
    for (const users of model.users) {
      for (const row of users.rows) {
        const address = row.address.toLowerCase();
        if (seen.has(address)) accept('error', `${address} stands twice`, { node: row, property: 'address' });
        seen.add(address);
      }
    }
  },
});

const { DocumentBuilder: builder, LangiumDocuments: documents, LangiumDocumentFactory: factory } = shared.workspace;
globalThis.gc?.();
const heap = process.memoryUsage().heapUsed;
const start = spent();
const all = texts.map(([path, text]) => factory.fromString(text, URI.file(path)));
for (const document of all) documents.addDocument(document);
await builder.build(all, { validation: true });
const cold = spent() - start;
const problems = all.reduce((sum, { diagnostics = [] }) => sum + diagnostics.length, 0);
globalThis.gc?.();
const kept = process.memoryUsage().heapUsed - heap;

// A digit of a number is changed: the text replaced, the document parsed, linked and validated again.
const edits = [];
const largest = all.toSorted((a, b) => b.textDocument.getText().length - a.textDocument.getText().length)[0];
for (let i = 0; i < 40; i++) {
  const text = largest.textDocument.getText();
  const at = text.indexOf('ext=', Math.floor(text.length / 2)) + 4;
  const from = spent();
  const changed = factory.fromString(`${text.slice(0, at)}${(i % 8) + 1}${text.slice(at + 1)}`, largest.uri);
  documents.deleteDocument(largest.uri);
  documents.addDocument(changed);
  await builder.build([changed], { validation: true });
  edits.push(spent() - from);
}
console.log(JSON.stringify({ cold, kept, edits: edits.slice(10), problems }));

/** Milliseconds of processor time so far: others on the machine don't count. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
