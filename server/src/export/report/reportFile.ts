import type { Deployment } from '../../model/deployment';
import { waveOrder } from '../../model/waves';
import { evaluate } from '../../routing/expectations';
import type { KindName } from '../../vocabulary/types';
import { textFact } from '../facts';
import { ExportFile, plainText } from '../file';
import { LineWriter, oneLine } from '../lines';
import type { Examined, ReportContext } from './context';
import { html } from './html';
import { objects } from './objects';
import { routes } from './routes';
import { style } from './style';
import { expectations, validation, verdictLine } from './validation';
import { manualSteps, scriptSteps, waves } from './work';

/** `report.html`: one file for the change ticket, read without a script and without a network, on a screen or on paper. */
export function reportFile(context: ReportContext): ExportFile {
  return new ExportFile('report.html', plainText, () => {
    const writer = new LineWriter(context.root);
    write(writer, context);
    return writer.lines;
  });
}

function write(writer: LineWriter, context: ReportContext): void {
  const { deployment, source, warning } = context;
  const examined = examine(deployment);
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
  if (warning !== undefined) writer.line(`<p class="warning" role="alert">${html(warning)}</p>`);
  summary(writer, context, examined);
  routes(writer, context);
  waves(writer, deployment);
  manualSteps(writer, context);
  expectations(writer, examined);
  validation(writer, context);
  scriptSteps(writer, context);
  objects(writer, deployment);
  writer.line(`<footer>Made by UM Topology. SHA-256 of the topology: <span class="id">${html(source)}</span></footer>`);
  writer.line('</main>');
  writer.line('</body>');
  writer.line('</html>');
}

function examine(deployment: Deployment): Examined[] {
  return deployment.expectations.map((expectation) => {
    const { item, node, path } = expectation;
    const [start, end] = [item.start + node.start, item.start + node.end];
    const text = oneLine((deployment.source(path)?.text ?? '').slice(start, end)).replace(/^expect /i, '');
    return { text, verdict: evaluate(deployment, expectation), causes: [{ path, start, end }] };
  });
}

const servers: Readonly<Record<string, string>> = {
  lync2010: 'Lync Server 2010',
  lync2013: 'Lync Server 2013',
  sfb2015: 'Skype for Business Server 2015',
  sfb2019: 'Skype for Business Server 2019',
  sfbSE: 'Skype for Business Server Subscription Edition',
};

const modes: Readonly<Record<string, string>> = {
  onPremises: 'on-premises',
  crossPremises: 'cross-premises',
  mixed: 'mixed',
};

function summary(writer: LineWriter, context: ReportContext, examined: readonly Examined[]): void {
  const { deployment } = context;
  const { head } = deployment;
  const server = (head && textFact(head, 'server')) ?? '';
  writer.line(`<h1>${html(deployment.name)}</h1>`);
  writer.line(
    `<p class="about">Unified Messaging on ${html(servers[server] ?? server)}, ${html(modes[String(deployment.mode)] ?? 'no')} mode</p>`,
  );
  verdictLine(writer, context, examined);
  const named = (kind: KindName): string =>
    deployment
      .all(kind)
      .map(({ name }) => name)
      .join(', ') || 'none';
  const rows: readonly (readonly [string, string])[] = [
    ['Users', String(deployment.userCount)],
    ['SIP domains', named('sipDomain')],
    ['Pools', named('pool')],
    ['Hosting providers', named('hostingProvider')],
    ['UM dial plans', named('umDialPlan')],
    [
      'Waves',
      waveOrder(deployment)
        .waves.map((wave) => wave.name)
        .join(', ') || 'none',
    ],
  ];
  writer.line('<dl>');
  for (const [term, value] of rows) writer.line(`<dt>${html(term)}</dt><dd>${html(value)}</dd>`);
  writer.line('</dl>');
}
