/** The project's pages, where they can be read: beside the server, or where the client says that they are. */
export class Documentation {
  /** @param base URI of the folder of the pages; ends with a slash. */
  constructor(private readonly base: string | undefined) {}

  /** The page of a rule. */
  rule(code: string): string | undefined {
    return this.base && `${this.base}rules/${code}.md`;
  }

  /** The page of a kind in the language reference. */
  kind(name: string): string | undefined {
    return this.base && `${this.base}language/${name}.md`;
  }
}
