/** A file that can't be imported: what it is, where it goes wrong, and the way out, in the administrator's words. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(
    message: string,
    readonly file: string,
    /** From 1, where the fault has a place. */
    readonly line?: number,
    /** From 1, in UTF-16 code units. */
    readonly column?: number,
  ) {
    super(message);
  }
}

/** The sentence that ends every refusal, with the command that writes the file that import reads. [PS-TOPO] */
export const wayOut =
  'Import reads a published topology or a file of Topology Builder (.tbxml); for the first, run in the Lync Server or Skype for Business Server Management Shell: Get-CsTopology -AsXml | Out-File topology.xml -Encoding UTF8';
