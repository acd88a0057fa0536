/** Something that may be written at the cursor. */
export interface Candidate {
  readonly label: string;
  readonly type: 'kind' | 'property' | 'keyword' | 'value' | 'name' | 'user' | 'domain' | 'file';
  /** What is inserted, when that isn't the label. */
  readonly insert?: string;
  /** The same with tab stops, for clients that know them. */
  readonly snippet?: string;
  /** In the line of the label: the type of a property, the organization of a plan. */
  readonly detail?: string;
  /** What the documentation is looked up by; see `documentation.ts`. */
  readonly doc?: string;
  /** 0 is first. */
  readonly rank: number;
  /** A value follows: the client may ask again at once. */
  readonly more?: boolean;
}
