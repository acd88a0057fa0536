import { addTo } from '../base/lists';
import type { Declaration } from './declaration';

/** A group of users that names a CSV file. */
interface Naming {
  readonly declaration: Declaration;
  readonly name: string;
}

/** What names CSV files, by the last part of the name: which groups mean one of thousands of files is found without trying each name. */
export class CsvNames {
  private readonly byLastPart = new Map<string, Naming[]>();

  constructor(groups: Iterable<Declaration>) {
    for (const declaration of groups) {
      const written = declaration.written.get('csv');
      if (!Array.isArray(written?.value)) continue;
      for (const { text } of written.node.values) addTo(this.byLastPart, lastPart(text), { declaration, name: text });
    }
  }

  /** Those that may mean a path. */
  like(path: string): readonly Naming[] {
    return [...(this.byLastPart.get(lastPart(path)) ?? []), ...(this.byLastPart.get(NONE) ?? [])];
  }
}

/** Of a name that doesn't end with that of a file. */
const NONE = '';

function lastPart(path: string): string {
  const last = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return last === '.' || last === '..' ? NONE : last;
}
