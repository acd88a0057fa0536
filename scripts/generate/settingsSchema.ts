import { configurableRules, severityWords } from '../../server/src/rules/severities';
import { type Generator, jsonFile } from './file';

/** The schema of `umtopo.json`, by which an editor completes and checks it. */
export const generateSettingsSchema: Generator = () => [
  jsonFile('schemas/umtopo.schema.json', {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a UM Topology deployment',
    description: 'umtopo.json, beside the file that declares the deployment.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      severity: {
        description: 'How rules are reported: warnings, information and UM2001. Errors stay errors.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          configurableRules.map(({ code, title, severity }) => [
            code,
            { description: `${title}. Not said: ${severity}.`, enum: severityWords },
          ]),
        ),
      },
    },
  }),
];
