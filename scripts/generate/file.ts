/** A file that is made from code: its path in the project, with slashes, and its whole text. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** Makes files; pure, so that a test can compare them with what is committed. */
export type Generator = () => readonly GeneratedFile[];

export function jsonFile(path: string, value: unknown): GeneratedFile {
  return { path, content: `${JSON.stringify(value, null, 2)}\n` };
}
