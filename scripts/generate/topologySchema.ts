import { topologySchema } from '../../server/src/export/json/schema';
import { schemaVersion } from '../../server/src/export/json/shape';
import { type Generator, jsonFile } from './file';

/** The schema of `topology.json`, for those who read it with programs of their own; an export has the same beside the file. */
export const generateTopologySchema: Generator = () => [
  jsonFile(`schemas/topology-${schemaVersion}.schema.json`, topologySchema()),
];
