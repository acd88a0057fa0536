import { end, type Include, include, type Rule, scope, start } from './patterns';

const atom = (name: string, expression: string): Rule => ({ name: scope(name), match: `${start}${expression}${end}` });

/** What a value looks like, whatever its property. */
const values: readonly (Rule | Include)[] = [
  include('string'),
  atom('variable.other.enummember.boolean', '(?i:\\$?(?:true|false))'),
  atom('variable.other.enummember', '(?i:unset|unknown|\\$null)'),
  include('sipAddress'),
  include('phone'),
  atom('constant.numeric.date', '\\d{4}-\\d{2}-\\d{2}'),
  atom('constant.numeric.ip-address', '\\d{1,3}(?:\\.\\d{1,3}){3}'),
  atom('constant.numeric.ip-address', '(?=[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:)[0-9A-Fa-f:.]+'),
  atom('constant.numeric.range', '\\d+-\\d+'),
  atom('constant.numeric', '\\d+'),
  {
    match: `${start}((?i:site|service))(:)[^\\s{}(),"/]+`,
    captures: {
      1: { name: scope('storage.modifier.scope') },
      2: { name: scope('punctuation.separator.scope') },
    },
  },
  atom('storage.modifier.scope', '(?i:global)'),
  atom(
    'string.unquoted.fqdn',
    '(?:\\*\\.)?[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?(?:\\.[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)+',
  ),
  { name: scope('punctuation.separator.list'), match: ',' },
];

/** The rules about text that every block shares, by their name in the repository. */
export const textRules: Readonly<Record<string, Rule>> = {
  comments: {
    patterns: [
      {
        name: scope('comment.line.documentation'),
        begin: '///',
        beginCaptures: { 0: { name: scope('punctuation.definition.comment') } },
        end: '$',
      },
      {
        name: scope('comment.line.double-slash'),
        begin: '//',
        beginCaptures: { 0: { name: scope('punctuation.definition.comment') } },
        end: '$',
        patterns: [
          {
            match: '\\G[ \\t]*(umtopo-disable(?:-next-line|-line)?)((?:[ \\t,]+UM\\d{4})*)',
            captures: {
              1: { name: scope('keyword.other.suppression') },
              2: { name: scope('constant.other.code') },
            },
          },
        ],
      },
      {
        name: scope('comment.block'),
        begin: '/\\*',
        end: '\\*/',
        captures: { 0: { name: scope('punctuation.definition.comment') } },
      },
    ],
  },
  string: {
    name: scope('string.quoted.double'),
    begin: '"',
    beginCaptures: { 0: { name: scope('punctuation.definition.string.begin') } },
    end: '"|$',
    endCaptures: { 0: { name: scope('punctuation.definition.string.end') } },
    patterns: [
      { name: scope('constant.character.escape'), match: '\\\\(?:["\\\\n]|u[0-9A-Fa-f]{4})' },
      { name: scope('invalid.illegal.escape'), match: '\\\\.' },
    ],
  },
  sipAddress: atom('variable.other.readwrite.sip-address', '(?i:sip:)?[^\\s{}(),"/@]+@[^\\s{}(),"/@]+'),
  phone: atom('constant.numeric.phone', '(?:(?i:tel:)\\+?\\d+|\\+\\d+)(?i:;ext=\\d+)?'),
  values: { patterns: values },
};
