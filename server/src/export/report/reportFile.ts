import { count } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { UNKNOWN, UNSET } from '../../model/facts';
import { waveOrder } from '../../model/waves';
import { routeOfPerson } from '../../routing/route';
import type { Analysis } from '../../rules/analyze';
import type { Place } from '../../rules/types';
import { kinds } from '../../vocabulary';
import { placeOf } from '../facts';
import { ExportFile, plainText } from '../file';
import { LineWriter } from '../lines';
import type { Plan } from '../plan';
import { sourcePath } from '../sourceMap';
import { html, style } from './html';

export interface ReportContext {
  readonly deployment: Deployment;
  readonly analysis: Pick<Analysis, 'diagnostics'> & Partial<Analysis>;
  readonly root: readonly Place[];
  readonly source: string;
  readonly warning: string | undefined;
  /** The routing graph as the text of an SVG. */
  readonly graph: (() => string) | undefined;
  /** Of the scripts, by the path of their file. */
  readonly plans: readonly { readonly path: string; readonly plan: Plan }[];
}

/** `report.html`: one file for the change ticket, read without a script and without a network. */
export function reportFile(context: ReportContext): ExportFile {
  const writer = new LineWriter(context.root);
  const { deployment, warning } = context;
  writer.line('<!DOCTYPE html>');
  if (warning !== undefined) writer.line(`<!-- ${warning} -->`);
  writer.line('<html lang="en" xmlns="http://www.w3.org/1999/xhtml">');
  writer.line('<head>');
  writer.line('<meta charset="utf-8" />');
  writer.line('<meta name="viewport" content="width=device-width, initial-scale=1" />');
  writer.line(`<title>${html(deployment.name)}</title>`);
  writer.line('<style>');
  for (const line of style.split('\n')) writer.line(line);
  writer.line('</style>');
  writer.line('</head>');
  writer.line('<body>');
  writer.line('<main>');
  writer.line(`<h1>${html(deployment.name)}</h1>`);
  if (warning !== undefined) writer.line(`<p class="warning" role="alert">${html(warning)}</p>`);
  summary(writer, context);
  validation(writer, context);
  graphOf(writer, context);
  routes(writer, deployment);
  waves(writer, deployment);
  steps(writer, context);
  objects(writer, deployment);
  writer.line('</main>');
  writer.line('</body>');
  writer.line('</html>');
  return ExportFile.of('report.html', plainText, writer.lines);
}

function table(writer: LineWriter, headers: readonly string[], rows: readonly TableRow[]): void {
  writer.line('<table>');
  writer.line(`<thead><tr>${headers.map((header) => `<th scope="col">${html(header)}</th>`).join('')}</tr></thead>`);
  writer.line('<tbody>');
  for (const { cells, causes } of rows) {
    const columns = cells.map((cell) =>
      typeof cell === 'number' ? `<td class="number">${cell}</td>` : `<td>${html(cell)}</td>`,
    );
    writer.line(`<tr>${columns.join('')}</tr>`, causes);
  }
  writer.line('</tbody>');
  writer.line('</table>');
}

interface TableRow {
  readonly cells: readonly (string | number)[];
  readonly causes?: readonly Place[];
}

function summary(writer: LineWriter, { deployment, source }: ReportContext): void {
  const head = deployment.head;
  writer.line('<h2>Summary</h2>');
  const rows: (readonly [string, string])[] = [
    ['Server', textOf(head, 'server')],
    ['Mode', textOf(head, 'mode')],
    ['Users', String(deployment.userCount)],
    [
      'Waves',
      waveOrder(deployment)
        .waves.map((wave) => wave.name)
        .join(', ') || 'none',
    ],
    ['SHA-256 of the topology', source],
  ];
  table(
    writer,
    ['What', 'Value'],
    rows.map((cells) => ({ cells })),
  );
}

function textOf(declaration: Declaration | undefined, property: string): string {
  const fact = declaration?.fact(property);
  return typeof fact === 'string' ? fact : '';
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

function validation(writer: LineWriter, { deployment, analysis }: ReportContext): void {
  writer.line('<h2>What was validated</h2>');
  const { diagnostics, notChecked } = analysis;
  const counts = severities.map((severity) => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return severity === 'information' ? `${number} informations` : count(number, severity);
  });
  writer.line(`<p>${html(counts.join(', '))}.</p>`);
  if (diagnostics.length > 0)
    table(
      writer,
      ['Severity', 'Code', 'Where', 'What'],
      diagnostics.map((diagnostic) => ({
        cells: [diagnostic.severity, diagnostic.code, where(deployment, diagnostic), diagnostic.message],
        causes: [{ path: diagnostic.path, start: diagnostic.start, end: diagnostic.end }],
      })),
    );
  if (notChecked === undefined || notChecked.length === 0) return;
  writer.line('<h3>Not checked, because it hangs on facts that the topology does not know</h3>');
  table(
    writer,
    ['Code', 'Users', 'Needs'],
    notChecked.map(({ code, users, needs }) => ({ cells: [code, users, needs.join(', ')] })),
  );
}

function where(deployment: Deployment, place: Place): string {
  const line = deployment.source(place.path)?.lines.lineAt(place.start) ?? 0;
  return `${sourcePath(deployment, place.path)}:${line + 1}`;
}

/** The picture brings its own title and description. */
function graphOf(writer: LineWriter, { graph }: ReportContext): void {
  if (graph === undefined) return;
  writer.line('<h2>Routing graph</h2>');
  writer.line('<div class="graph">');
  for (const line of graph()
    .trimEnd()
    .split(/\r\n?|\n/))
    writer.line(line);
  writer.line('</div>');
}

/** Where calls go that nobody answers, as declared, by the number of users. */
function routes(writer: LineWriter, deployment: Deployment): void {
  const groups = new Map<string, { cells: readonly [string, string, string]; users: number; causes: Place[] }>();
  for (const placement of deployment.placements()) {
    const route = routeOfPerson(deployment, placement);
    const cells = [route.outcome, route.target ?? '', route.failure?.reason ?? route.needs.join(', ')] as const;
    const key = cells.join('\u0000');
    const group = groups.get(key) ?? { cells, users: 0, causes: [] };
    group.users += placement.count;
    const cause = placeOf(placement.block.declaration);
    if (!group.causes.some((known) => known.path === cause.path && known.start === cause.start))
      group.causes.push(cause);
    groups.set(key, group);
  }
  if (groups.size === 0) return;
  writer.line('<h2>Where calls go that nobody answers</h2>');
  table(
    writer,
    ['Users', 'Outcome', 'Who answers', 'Remark'],
    [...groups.values()]
      .sort((a, b) => b.users - a.users || (a.cells.join() < b.cells.join() ? -1 : 1))
      .map(({ cells, users, causes }) => ({ cells: [users, ...cells], causes })),
  );
}

function waves(writer: LineWriter, deployment: Deployment): void {
  const order = waveOrder(deployment).waves;
  if (order.length === 0) return;
  writer.line('<h2>Waves</h2>');
  table(
    writer,
    ['Wave', 'Date', 'Flag for hosted voice mail', 'Retires'],
    order.map(({ name, declaration }) => ({
      cells: [
        name,
        textOf(declaration, 'date'),
        textOf(declaration, 'hostedVoiceMail'),
        valueText(declaration.fact('retire')),
      ],
      causes: [placeOf(declaration)],
    })),
  );
}

/** What the scripts do, and what is left to be done by hand. */
function steps(writer: LineWriter, { plans }: ReportContext): void {
  for (const { path, plan } of plans) {
    writer.line(`<h2>Steps of ${html(path)}</h2>`);
    table(
      writer,
      ['Step', 'What', 'Way back'],
      plan.steps
        .filter((step) => step.undo.type !== 'nothing')
        .map((step) => ({
          cells: [step.id, step.title, step.undo.type === 'irreversible' ? step.undo.reason : 'from the snapshot'],
          causes: step.causes,
        })),
    );
    const manual = plan.steps.filter((step) => step.action.type === 'manual');
    if (manual.length === 0) continue;
    writer.line('<h3>To be done by hand</h3>');
    writer.line('<ul>');
    for (const step of manual) {
      if (step.action.type !== 'manual') continue;
      const { instructions, fields } = step.action;
      const values = fields.map(({ name, value }) => `${name}: ${value}`).join('; ');
      const text = [step.title, ...instructions, values].filter((part) => part !== '').join(' — ');
      writer.line(`<li class="todo">${html(text)}</li>`, step.causes);
    }
    writer.line('</ul>');
  }
}

/** Everything that is declared, by kind. */
function objects(writer: LineWriter, deployment: Deployment): void {
  writer.line('<h2>Objects</h2>');
  for (const kind of kinds) {
    const declarations = deployment.all(kind.name);
    if (declarations.length === 0 || kind.name === 'deployment') continue;
    writer.line(`<h3>${html(kind.plural.charAt(0).toUpperCase() + kind.plural.slice(1))}</h3>`);
    table(
      writer,
      kind.name === 'users' ? ['Name', 'Users', 'Values of all of them'] : ['Name', 'Values'],
      declarations.map((declaration) => ({
        cells: [
          declaration.organization ? declaration.qualifiedName : declaration.name,
          ...(kind.name === 'users' ? [deployment.block(declaration)?.count ?? 0] : []),
          [
            ...[...declaration.written].map(([property, { value }]) => `${property} ${valueText(value)}`),
            ...(declaration.rows.length > 0 ? [count(declaration.rows.length, 'row')] : []),
          ].join('; '),
        ],
        causes: [placeOf(declaration)],
      })),
    );
  }
}

function valueText(fact: unknown): string {
  if (fact === undefined) return '';
  if (fact === UNSET) return 'unset';
  if (fact === UNKNOWN) return 'unknown';
  if (Array.isArray(fact)) return fact.map(String).join(', ');
  return typeof fact === 'symbol' ? '' : String(fact);
}
