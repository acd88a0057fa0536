import { ImportError, wayOut } from './importError';
import { PublishedTopologyReader } from './publishedTopology';
import type { TopologyReader } from './readParts';
import { TopologyBuilderReader } from './topologyBuilder';
import type { TopologyDocument } from './topologyDocument';
import { readXml, type XmlElement, type XmlVisitor } from './xml';

/**
 * Reads a topology document of either form, told by its root.
 * @throws ImportError for anything else, saying what it is where that can be told.
 */
export function readTopology(file: string, text: string): TopologyDocument {
  let reader: TopologyReader | undefined;
  const visitor: XmlVisitor = {
    open(element, around) {
      if (around.length > 0) return reader?.open(element, around) ?? false;
      reader = readerFor(file, element);
      return false;
    },
    collected: (element, around) => reader?.collected(element, around),
  };
  readXml(file, text, visitor, wayOut);
  if (reader === undefined) throw new ImportError(`The XML has no element. ${wayOut}`, file, 1, 1);
  return reader.finish();
}

function readerFor(file: string, root: XmlElement): TopologyReader {
  if (PublishedTopologyReader.reads(root)) return new PublishedTopologyReader(file, root);
  if (TopologyBuilderReader.reads(root)) return new TopologyBuilderReader(file, root);
  throw new ImportError(`${describe(root)} ${wayOut}`, file, root.line, 1);
}

/** What a file with another root is, for those that people have at hand. */
function describe(root: XmlElement): string {
  const { name, namespace } = root;
  switch (name) {
    case 'Topology':
      return `This is a Topology of another kind: its namespace is "${namespace}", not urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008.`;
    case 'TopologyBuilder':
      return `This looks like a Topology Builder file, but its namespace is "${namespace}".`;
    case 'Objs':
      return 'This is CLIXML, written by Export-Clixml: objects, not the topology document.';
    case 'AnchoredXml':
    case 'DocItemSet':
    case 'DocItem':
      return `This is a document of the Central Management store (${name}), as Export-CsConfiguration writes it, not the topology.`;
    case 'html':
      return 'This is a web page.';
    default:
      return `This is XML with the root <${name}>, not a topology.`;
  }
}
