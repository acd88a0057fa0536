import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import { activeTopology, type Deployments } from './deployments';
import { describeDeployment } from './statusText';

/** The state of the deployment that the active editor belongs to, in the language status of the status bar. */
export function registerStatus(deployments: Deployments): Disposable {
  const item = languages.createLanguageStatusItem('umtopo.deployment', { language: 'umtopo' });
  item.name = 'UM Topology deployment';
  const update = () => show(item, deployments);
  update();
  return Disposable.from(item, deployments.onDidChange(update), window.onDidChangeActiveTextEditor(update));
}

function show(item: LanguageStatusItem, deployments: Deployments): void {
  const uri = activeTopology();
  const deployment = uri && deployments.of(uri);
  const { text, detail, severity } = describeDeployment(deployments.loading, deployment);
  item.busy = deployments.loading && !deployment;
  item.text = text;
  item.detail = detail;
  item.severity = LanguageStatusSeverity[severity];
  item.command =
    deployment && deployment.errors + deployment.warnings > 0
      ? { title: 'Show Problems', command: 'workbench.actions.view.problems' }
      : { title: 'Open Preview', command: 'umtopo.showPreview' };
}
