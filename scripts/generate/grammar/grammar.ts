import { type Generator, jsonFile } from '../file';
import { declarationRules, topLevel } from './blocks';
import { statementRules } from './statements';
import { textRules } from './values';

/** The TextMate grammar: colours before the server has started, and in places that have no server. */
export const generateGrammar: Generator = () => [
  jsonFile('syntaxes/umtopo.tmLanguage.json', {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    comment: 'Generated from the vocabulary by "npm run docs".',
    name: 'UM Topology',
    scopeName: 'source.umtopo',
    fileTypes: ['umtopo'],
    patterns: topLevel,
    repository: { ...textRules, ...statementRules, ...declarationRules },
  }),
];
