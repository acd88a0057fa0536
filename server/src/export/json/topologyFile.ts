import { relativePath } from '../../base/paths';
import type { Deployment } from '../../model/deployment';
import { UserRow } from '../../model/placement';
import type { Place } from '../../rules/types';
import { placeOf } from '../facts';
import { ExportFile, type ExportLine, plainText } from '../file';
import { schemaVersion } from './shape';
import { declarationJson, expectationJson, userJson } from './toJson';

/**
 * `topology.json`: the whole deployment, one user a line, in the order of its files.
 * @param warning stands in it when it was exported although there are errors.
 */
export function topologyFile(deployment: Deployment, root: readonly Place[], warning?: string): ExportFile {
  return new ExportFile('topology.json', plainText, () => topologyLines(deployment, root, warning));
}

function* topologyLines(
  deployment: Deployment,
  root: readonly Place[],
  warning: string | undefined,
): Generator<ExportLine> {
  const own = (text: string): ExportLine => ({ text, causes: root });
  yield own('{');
  if (warning !== undefined) yield own(`  "warning": ${JSON.stringify(warning)},`);
  yield own('  "$schema": "topology.schema.json",');
  yield own(`  "schemaVersion": ${schemaVersion},`);
  yield own(`  "name": ${JSON.stringify(deployment.name)},`);
  yield own('  "files": [');
  const { files } = deployment;
  for (const [i, file] of files.entries()) {
    yield own('    {');
    yield own(`      "path": ${JSON.stringify(relativePath(file.path, deployment.root))},`);
    yield own('      "items": [');
    yield* commas(itemsOf(deployment, file.path));
    yield own('      ]');
    yield own(i < files.length - 1 ? '    },' : '    }');
  }
  yield own('  ]');
  yield own('}');
}

/** The items of a file, each the lines of one JSON value, in the order in which they stand. */
function* itemsOf(deployment: Deployment, path: string): Generator<Iterable<ExportLine>> {
  const items: { start: number; lines: () => Iterable<ExportLine> }[] = [];
  for (const declaration of deployment.declarations) {
    if (declaration.path !== path || declaration.parent) continue;
    const causes = [placeOf(declaration)];
    const text = JSON.stringify(declarationJson(deployment, declaration), undefined, 2);
    const block = declaration.kind.name === 'users' ? deployment.block(declaration) : undefined;
    items.push({
      start: declaration.item.start,
      lines: () => (block && block.count > 0 ? withUsers(deployment, text, block, causes) : indented(text, causes)),
    });
  }
  for (const expectation of deployment.expectations) {
    const json = expectation.path === path ? expectationJson(expectation) : undefined;
    if (json === undefined) continue;
    const { item, node } = expectation;
    const causes = [{ path, start: item.start + node.start, end: item.start + node.end }];
    const text = JSON.stringify(json, undefined, 2);
    items.push({ start: item.start, lines: () => indented(text, causes) });
  }
  for (const item of items.sort((a, b) => a.start - b.start)) yield item.lines();
}

const margin = ' '.repeat(8);

function indented(text: string, causes: readonly Place[]): ExportLine[] {
  return text.split('\n').map((line) => ({ text: margin + line, causes }));
}

/** The block's own text with its users before the closing brace. */
function* withUsers(
  deployment: Deployment,
  text: string,
  block: NonNullable<ReturnType<Deployment['block']>>,
  causes: readonly Place[],
): Generator<ExportLine> {
  const lines = text.split('\n');
  yield* indented(lines.slice(0, -2).join('\n'), causes);
  yield { text: `${margin}${lines[lines.length - 2]},`, causes };
  yield { text: `${margin}  "users": [`, causes };
  let before: ExportLine | undefined;
  for (const segment of block.segments) {
    for (let row = 0; row < segment.page.count; row++) {
      const user = new UserRow(deployment.placement(block, segment.page.shapes[row] as number), segment, row);
      if (before) yield { ...before, text: `${before.text},` };
      before = {
        text: `${margin}    ${JSON.stringify(userJson(user))}`,
        causes: [{ path: user.path, ...user.span }],
      };
    }
  }
  if (before) yield before;
  yield { text: `${margin}  ]`, causes };
  yield { text: `${margin}}`, causes };
}

/** Values one behind the other, with commas between them. */
function* commas(values: Iterable<Iterable<ExportLine>>): Generator<ExportLine> {
  let last: ExportLine | undefined;
  for (const lines of values) {
    if (last) {
      yield { ...last, text: `${last.text},` };
      last = undefined;
    }
    for (const line of lines) {
      if (last) yield last;
      last = line;
    }
  }
  if (last) yield last;
}
