import { SaxesParser } from 'saxes';
import { count } from '../base/words';
import { ImportError } from './importError';

/** An element. Prefixes are gone: it is known by its local name and its namespace. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Empty for elements that weren't collected. */
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children and without white space around it. */
  readonly text: string;
  /** Where its tag starts; from 1. */
  readonly line: number;
}

export interface XmlVisitor {
  /**
   * An element opens; `children` and `text` are still empty.
   * @param around the names of the elements around it, the root first
   * @returns whether to collect the element with all that is in it, for `collected`
   */
  open(element: XmlElement, around: readonly string[]): boolean;
  /** An element that `open` asked for is complete. */
  collected(element: XmlElement, around: readonly string[]): void;
}

type Growing = XmlElement & { children: XmlElement[]; text: string };

/** No topology document is deeper than a dozen elements; a deeper one is an attack, or something else. */
const maximumDepth = 64;

/**
 * Reads XML once, from start to end; only what the visitor collects is kept, so memory follows the records and not the file. No document type declaration is
 * accepted, so there are no entities but XML's own five.
 * @throws ImportError with line and column where the text isn't well-formed.
 */
export function readXml(file: string, text: string, visitor: XmlVisitor, wayOut: string): void {
  const parser = new SaxesParser({ xmlns: true });
  const around: { readonly name: string; readonly line: number }[] = [];
  const names: string[] = [];
  const collecting: Growing[] = [];
  let tagLine = 1;
  let ended = false;

  const refuse = (message: string, line = parser.line, column = Math.max(1, parser.columnIndex)): never => {
    throw new ImportError(`${message} ${wayOut}`, file, line, column);
  };
  parser.on('error', (error) => {
    if (ended) refuseEnd();
    refuse(`The XML is not well-formed here: ${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}.`);
  });
  /** The parser complains about the first thing that is missing; what the reader needs is what the file stops in. */
  const refuseEnd = (): void => {
    const last = around[around.length - 1];
    if (last === undefined) return;
    const open = `<${last.name}> of line ${last.line} is not closed`;
    const rest = around.length > 1 ? `, nor ${count(around.length - 1, 'element')} around it` : '';
    refuse(`The file ends too early: ${open}${rest}. It was cut off while it was written or copied.`);
  };
  parser.on('doctype', (declaration) => {
    const line = parser.line - (declaration.match(/\n/g)?.length ?? 0);
    refuse(
      'A document type declaration (<!DOCTYPE …>) is refused: a topology has none, and its entities can be misused.',
      line,
      1,
    );
  });
  parser.on('opentagstart', () => {
    tagLine = parser.line;
  });
  parser.on('opentag', (tag) => {
    if (around.length >= maximumDepth)
      refuse(`More than ${maximumDepth} elements stand in each other: this is no topology.`);
    const attributes = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns') attributes.set(attribute.local, attribute.value);
    }
    const element: Growing = { name: tag.local, namespace: tag.uri, attributes, children: [], text: '', line: tagLine };
    const parent = collecting[collecting.length - 1];
    if (parent) {
      parent.children.push(element);
      collecting.push(element);
    } else if (visitor.open(element, names)) collecting.push(element);
    around.push({ name: tag.local, line: tagLine });
    names.push(tag.local);
  });
  parser.on('text', (value) => {
    const current = collecting[collecting.length - 1];
    if (current) current.text += value;
  });
  parser.on('cdata', (value) => {
    const current = collecting[collecting.length - 1];
    if (current) current.text += value;
  });
  parser.on('closetag', () => {
    around.pop();
    names.pop();
    const element = collecting.pop();
    if (element === undefined) return;
    element.text = element.text.trim();
    if (collecting.length === 0) visitor.collected(element, names);
  });
  parser.write(text);
  ended = true;
  parser.close();
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** An attribute without white space around it; `undefined` when it is missing or empty. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim();
  return value === '' ? undefined : value;
}
