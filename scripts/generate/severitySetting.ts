import { readFileSync } from 'node:fs';
import { configurableRules, severityWords } from '../../server/src/rules/severities';
import { type Generator, jsonFile } from './file';

const MANIFEST = 'package.json';

/** The setting `umtopo.severity` in the manifest: a severity for each rule that may have another than its own. */
export const generateSeveritySetting: Generator = () => {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  manifest.contributes.configuration.properties['umtopo.severity'] = {
    type: 'object',
    default: {},
    order: 7,
    markdownDescription:
      'How grave rules are: warnings, information and UM2001 can be changed, other errors stay errors. For everybody who works on a deployment, and for `umtopo check`, write it into a `umtopo.json` beside the deployment instead: `{ "severity": { "UM2001": "warning" } }`. What is said there comes before this setting.',
    additionalProperties: false,
    properties: Object.fromEntries(
      configurableRules.map(({ code, title, severity }) => [
        code,
        { type: 'string', enum: severityWords, description: `${title}. Not said: ${severity}.` },
      ]),
    ),
  };
  return [jsonFile(MANIFEST, manifest)];
};
