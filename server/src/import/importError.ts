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

/** The command that writes the file that import reads. [PS-TOPO] */
export const exportTopology = 'Get-CsTopology -AsXml | Out-File topology.xml -Encoding UTF8';

/** The sentence that ends every refusal. */
export const wayOut = `Import reads a published topology; in the Lync Server or Skype for Business Server Management Shell run: ${exportTopology}`;
