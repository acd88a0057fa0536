import { withoutMark } from '../base/decode';
import { applyChanges } from '../base/span';
import { formatText } from '../syntax/format';
import { parse } from '../syntax/parse';
import { type PrintedDeclaration, printFile } from '../syntax/print';
import { decodeText } from './decodeText';
import { resolveTopology } from './deployedTopology';
import { deploymentDeclarations } from './deploymentFile';
import { ImportError, wayOut } from './importError';
import { missingFacts } from './missingFacts';
import { siteDeclarations } from './sitesFile';
import type { Note } from './topologyDocument';
import { readTopology } from './topologyReader';

export interface ImportResult {
  /** Paths are relative to the folder of the new deployment. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What a routable deployment needs and the file can't hold. */
  readonly missing: readonly { readonly what: string; readonly how: string }[];
  /** What is worth a look, by line of the imported file (from 1). */
  readonly notes: readonly Note[];
}

/**
 * Turns a file of a real deployment into files of the topology language. Reads the published topology (Get-CsTopology -AsXml) and files of Topology Builder.
 * The same content gives the same files. What the language can't express is kept as comments; what the file can't tell is `unknown` or `incomplete`.
 * @param name of the file, as it is to be told to people
 * @throws ImportError when the file is something else or broken: what it is, where, and how to get the right one
 */
export function importFile(name: string, content: string | Uint8Array): ImportResult {
  const { text, remark } = typeof content === 'string' ? { text: content } : decodeText(name, content);
  const xml = withoutMark(text);
  refuseOther(name, xml);
  const topology = resolveTopology(readTopology(name, xml));
  const files = [
    { path: 'deployment.umtopo', text: fileText(deploymentDeclarations(topology)) },
    { path: 'sites.umtopo', text: fileText(siteDeclarations(topology)) },
  ];
  const notes = [...(remark ? [{ message: remark, line: 1 }] : []), ...topology.notes];
  return {
    files: files.filter((file) => file.text.trim() !== ''),
    missing: missingFacts.map(({ what, how }) => ({ what, how })),
    notes: notes.sort((a, b) => a.line - b.line),
  };
}

/** As `fmt` would write it, so that the first change by hand is the only one in a diff. */
function fileText(declarations: readonly PrintedDeclaration[]): string {
  const text = printFile(declarations);
  return applyChanges(text, formatText(text, parse(text)));
}

/** What isn't XML at all, before a parser says so in its own words. */
function refuseOther(name: string, text: string): void {
  const start = text.search(/\S/);
  if (start < 0) throw new ImportError(`The file is empty. ${wayOut}`, name);
  if (text[start] === '<') return;
  const line = text.slice(0, start).split('\n').length;
  const column = start - text.lastIndexOf('\n', start);
  throw new ImportError(`${what(name, text.slice(start, start + 400))} ${wayOut}`, name, line, column);
}

function what(name: string, head: string): string {
  if (/\.umtopo$/i.test(name)) return 'This is a file of the topology language already.';
  if (/^version:\s*\d|^dn:/i.test(head)) return 'This is LDIF, not XML.';
  if (/^[{[]/.test(head)) return 'This is JSON, not XML.';
  if (/^[\w ]+ : /.test(head)) return 'This is the list that a cmdlet shows, not XML: -AsXml is missing.';
  if (/^"?\w+"?(?:[,;]"?\w+"?)+\r?$/m.test(head.split('\n', 1)[0] ?? '')) return 'This is CSV, not XML.';
  return `This is not XML: it starts with "${head.slice(0, 20).replace(/\s+/g, ' ')}".`;
}
