import { topologyTexts } from '../../../server/src/export/json/fromJson';
import type {
  JsonDeclaration,
  JsonFile,
  JsonProperties,
  JsonTopology,
  JsonValue,
} from '../../../server/src/export/json/shape';
import { topologyFile } from '../../../server/src/export/json/topologyFile';
import type { Deployment } from '../../../server/src/model/deployment';
import { Workspace } from '../../../server/src/model/workspace';
import { kindOf, propertyOf, rowKindOf, rowPropertyOf, userRow } from '../../../server/src/vocabulary';
import type { Kind, Property, RowKind } from '../../../server/src/vocabulary/types';

/** Whether a type takes any text as it is; other types have a form, which hostile text breaks. */
const takesAnyText = (type: string): boolean => type === 'text' || type === 'reference';
const isClosed = (type: string): boolean => /^(?:enum|boolean|number|date|kind|portRange)$/.test(type);

/** A text that went into the deployment, and where. */
export interface Planted {
  readonly where: string;
  readonly text: string;
}

/**
 * The same deployment with a text before each name and each value, references too, so that they still find what they mean. @param everywhere also where the text is
 * none of what the value may be, as in FQDNs and addresses: then there are errors, and an export is forced
 */
export function withText(
  deployment: Deployment,
  evil: string,
  everywhere: boolean,
): { readonly deployment: Deployment; readonly planted: readonly Planted[] } {
  const json = JSON.parse(topologyFile(deployment, []).text()) as JsonTopology;
  const planted: Planted[] = [];
  const plant = (text: string, where: string): string => {
    planted.push({ where, text: evil + text });
    return evil + text;
  };

  const properties = (all: JsonProperties | undefined, of: (word: string) => Property | undefined, kind: string) =>
    Object.fromEntries(
      Object.entries(all ?? {}).map(([word, value]): [string, JsonValue] => {
        const type = of(word)?.type.type ?? 'text';
        if (isClosed(type) || (!everywhere && !takesAnyText(type))) return [word, value];
        const one = (text: string): string => {
          if (type !== 'reference') return plant(text, `${kind}.${word}`);
          if (!everywhere && !isFree(of(word)?.type)) return text;
          return text
            .split('\\')
            .map((part) => (isScope(part) ? part : plant(part, `${kind}.${word}`)))
            .join('\\');
        };
        if (typeof value === 'string') return [word, one(value)];
        if (Array.isArray(value)) return [word, value.map((each) => (typeof each === 'string' ? one(each) : each))];
        return [word, value];
      }),
    );

  const nameOf = (kind: Kind | undefined, name: string, around: string): string => {
    const type = kind?.nameType ?? 'text';
    if (isScope(name)) return everywhere || !name.startsWith('site:') ? name : `site:${evil}${name.slice(5)}`;
    return everywhere || type === 'text' || type === 'scopeOrText' ? plant(name, `${around}${kind?.name}`) : name;
  };

  const rowProperty = (kind: Kind | undefined, head: string) => (word: string) => {
    const row: RowKind | undefined = kind && rowKindOf(kind, head);
    return row && rowPropertyOf(row, word);
  };

  const declaration = (given: JsonDeclaration, around = ''): JsonDeclaration => {
    const kind = kindOf(given.kind);
    return {
      ...given,
      ...(given.name !== undefined && { name: nameOf(kind, given.name, around) }),
      ...(given.doc !== undefined && {
        doc: plant(given.doc, `${given.kind} doc`).replace(/[\r\n\u2028\u2029]/g, ' '),
      }),
      properties: properties(given.properties, (word) => kind && propertyOf(kind, word), given.kind),
      rows: (given.rows ?? []).map((row) => ({
        ...row,
        ...(row.owner !== undefined && { owner: everywhere ? plant(row.owner, `${row.head}`) : row.owner }),
        properties: properties(row.properties, rowProperty(kind, row.head), row.head),
      })),
      moves: (given.moves ?? []).map((move) => ({
        ...move,
        properties: properties(move.properties, (word) => rowPropertyOf(userRow, word), 'move'),
      })),
      children: (given.children ?? []).map((child) => declaration(child, `${given.kind} `)),
      users: (given.users ?? []).map(({ sipAddress, ...own }) => ({
        ...properties(own as JsonProperties, (word) => rowPropertyOf(userRow, word), 'user'),
        sipAddress: everywhere ? plant(sipAddress, 'user') : sipAddress,
      })),
    };
  };
  const files = json.files.map(
    (file): JsonFile => ({
      path: file.path,
      items: file.items.flatMap((item) => ('expect' in item ? [] : [declaration(item)])),
    }),
  );
  const workspace = new Workspace();
  for (const { path, text } of topologyTexts(JSON.stringify({ ...json, files }))) workspace.set(`folder/${path}`, text);
  workspace.refresh();
  const [made] = workspace.deployments;
  if (made === undefined) throw new Error('It is no deployment any more');
  return { deployment: made, planted };
}

/** Objects whose names are FQDNs keep them, and so do the references to them. */
function isFree(type: Property['type'] | undefined): boolean {
  if (type?.type !== 'reference') return false;
  return type.to.every((name) => {
    const named = kindOf(name)?.nameType ?? 'text';
    return named === 'text' || named === 'scopeOrText';
  });
}

function isScope(name: string): boolean {
  return /^(?:global$|site:|service:)/i.test(name);
}
