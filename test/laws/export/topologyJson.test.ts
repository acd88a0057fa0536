import { it } from 'vitest';
import { Random, runSeed } from '../../support/random';
import { randomDeployment } from '../../support/randomDeployment';
import { deploymentOf } from '../../unit/export/deployments';
import { checkTopologyJson } from '../../unit/export/topologyChecks';
import { deployments } from '../conformance/deployments';

it.each(Object.keys(deployments) as (keyof typeof deployments)[])('topology.json of %s is the deployment', (name) => {
  checkTopologyJson(deploymentOf(deployments[name]));
});

it('topology.json of random deployments is the deployment', () => {
  const random = new Random(runSeed());
  for (let i = 0; i < 100; i++) checkTopologyJson(deploymentOf(randomDeployment(random)));
});
