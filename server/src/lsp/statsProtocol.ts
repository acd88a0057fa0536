/** Request: what the last change of a document cost, stage by stage; for whoever wonders where the time goes. */
export const statsRequest = '$/umtopo/stats';

/** Work as numbers that are the same on every machine, and the time it took on this one. */
export interface WorkCounts {
  /** Characters of the text that the lexer went through. */
  readonly charactersLexed: number;
  /** Of these, those that lie in no page of rows that was known already. */
  readonly charactersScanned: number;
  readonly declarationsParsed: number;
  /** Rows of users whose values were read, those of CSV files among them. */
  readonly rowsRead: number;
  /** The pages that they stand in; a row that the fast path leaves alone is a page of its own. */
  readonly pagesRead: number;
  /** Rows put into the index of addresses and numbers, or taken out of it. */
  readonly rowsIndexed: number;
  readonly placementsJudged: number;
  /** Checks that ran, of whatever they look at: of placements that look alike to a check, once. */
  readonly checksRun: number;
  /** Groups of rows, such as those that share an address, that were judged. */
  readonly groupsJudged: number;
  /** Pages of rows that were looked through for who shares something. */
  readonly pagesSearched: number;
  /** Diagnostics of users that were put into words. */
  readonly diagnosticsMade: number;
  readonly diagnosticsSent: number;
  /** How often the diagnostics of a file were sent. */
  readonly filesSent: number;
  readonly previewElementsSent: number;
  readonly ms: {
    /** Taking the edit in: lexing and parsing. */
    readonly text: number;
    /** Facts, placements and rules. */
    readonly analysis: number;
    readonly sending: number;
    readonly preview: number;
  };
}

export interface StatsResult {
  readonly last: WorkCounts;
  /** Since the server was started. */
  readonly total: WorkCounts;
  readonly deployments: readonly {
    readonly root: string;
    readonly name: string;
    readonly files: number;
    readonly users: number;
    /** Distinct combinations of what decides about a user's route. */
    readonly placements: number;
    /** Milliseconds of the last analysis. */
    readonly ms: number;
  }[];
}
