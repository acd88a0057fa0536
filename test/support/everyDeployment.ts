import type { Deployment } from '../../server/src/model/deployment';
import { Workspace } from '../../server/src/model/workspace';
import { pages } from '../../server/src/rules/pages';
import { deployments } from '../laws/conformance/deployments';
import { edges } from '../laws/conformance/edges';
import { faults } from '../laws/conformance/faults';
import { withFault } from '../laws/conformance/withFault';
import { fixture } from './fixture';
import { exampleOf } from './ruleExample';

/** A deployment that some test has, with a name to know it by. */
export interface Named {
  readonly name: string;
  readonly deployments: readonly Deployment[];
}

let known: readonly Named[] | undefined;

/** Every deployment of the rules' pages and of the conformance tests, clean ones and those with a fault; read once. */
export function everyDeployment(): readonly Named[] {
  known ??= [...examples(), ...clean(), ...faulty()].map(([name, files]) => ({ name, deployments: read(files) }));
  return known;
}

type Files = ReadonlyMap<string, string>;

function* examples(): Generator<[string, Files]> {
  for (const [code, { bad, alsoBad = [], good, alsoGood = [], within }] of pages) {
    for (const [i, text] of [bad, ...alsoBad].entries()) yield [`${code} bad ${i + 1}`, exampleOf(text, within).files];
    for (const [i, text] of [good, ...alsoGood].entries())
      yield [`${code} good ${i + 1}`, exampleOf(text, within).files];
  }
}

function* clean(): Generator<[string, Files]> {
  for (const [name, source] of Object.entries(deployments))
    yield [name, new Map(fixture(source).files.map(({ path, text }) => [path, text]))];
}

function* faulty(): Generator<[string, Files]> {
  for (const [i, fault] of [...faults, ...edges].entries())
    yield [`fault ${i + 1} (${fault.code} in ${fault.within})`, withFault(fault)];
}

function read(files: Files): readonly Deployment[] {
  const workspace = new Workspace();
  for (const [path, text] of files) workspace.set(path, text);
  workspace.refresh();
  return workspace.deployments;
}
