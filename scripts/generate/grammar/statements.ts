import { type KindName, kinds, userRow } from '../../../server/src/vocabulary';
import { anyOf, end, include, lineEnd, operand, type Rule, scope, start, word } from './patterns';
import { propertyRules } from './properties';

const filter: Rule = {
  match: `${start}((?i:in|with))[ \\t]+((?i:group|pool|site|domain|wave|policy|mailbox))[ \\t]+(${operand})`,
  captures: {
    1: { name: scope('keyword.operator.word') },
    2: { name: scope('keyword.other.filter') },
    3: { patterns: [include('string'), { name: scope('variable.other.reference'), match: '.+' }] },
  },
};

const selection: readonly Rule[] = [
  {
    match: `${start}((?i:call))[ \\t]+((?i:to))${end}`,
    captures: { 1: { name: scope('keyword.other') }, 2: { name: scope('keyword.operator.word') } },
  },
  {
    match: `${start}((?i:every|no))[ \\t]+((?i:user|contact))${end}`,
    captures: { 1: { name: scope('keyword.operator.word') }, 2: { name: scope('keyword.other.crowd') } },
  },
  filter,
];

const comma: Rule = { name: scope('punctuation.separator.list'), match: ',' };

const move: Rule = {
  begin: word(['move']),
  beginCaptures: { 1: { name: scope('keyword.control.move') } },
  end: lineEnd,
  patterns: [
    include('comments'),
    ...selection,
    {
      match: `${start}((?i:to))(?:[ \\t]+((?i:hosted|local|none)))?${end}`,
      captures: {
        1: { name: scope('keyword.operator.word') },
        2: { name: scope('constant.language.enum') },
      },
    },
    ...propertyRules(userRow.properties),
    include('sipAddress'),
    include('phone'),
    comma,
  ],
};

const targetKinds: readonly KindName[] = kinds.map(({ name }) => name);

const events = [
  'noAnswer',
  'busy',
  'forwarded',
  'doNotDisturb',
  'direct',
  'callVoicemail',
  'missedCall',
  'mwi',
  'playOnPhone',
  'escape',
  'wanOutage',
];

const expect: Rule = {
  begin: word(['expect']),
  beginCaptures: { 1: { name: scope('keyword.control.expect') } },
  end: lineEnd,
  patterns: [
    include('comments'),
    ...selection,
    {
      match: `${start}((?i:reaches))[ \\t]+(?:((?i:hosted|local|nothing))${end}|(?:(${anyOf(targetKinds)})[ \\t]+(?=[^\\s{}]))?(${operand}))`,
      captures: {
        1: { name: scope('keyword.operator.word') },
        2: { name: scope('constant.language.enum') },
        3: { name: scope('keyword.other.kind') },
        4: { patterns: [include('string'), { name: scope('variable.other.reference'), match: '.+' }] },
      },
    },
    {
      match: `${start}((?i:on))[ \\t]+(${anyOf(events)})${end}`,
      captures: { 1: { name: scope('keyword.operator.word') }, 2: { name: scope('constant.language.enum') } },
    },
    {
      match: `${start}((?i:before|after))[ \\t]+(${operand})`,
      captures: {
        1: { name: scope('keyword.operator.word') },
        2: { patterns: [include('string'), { name: scope('variable.other.reference'), match: '.+' }] },
      },
    },
    { name: scope('keyword.operator.word'), match: `${start}(?i:unreachable|reaches|to|no|every)${end}` },
    include('sipAddress'),
    include('phone'),
    include('string'),
    comma,
  ],
};

const columnWords = ['sipAddress', ...userRow.properties.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])];

const columns: Rule = {
  begin: `${word(['columns'])}\\s*(\\{)`,
  beginCaptures: {
    1: { name: scope('keyword.control.columns') },
    2: { name: scope('punctuation.section.block.begin') },
  },
  end: '\\}',
  endCaptures: { 0: { name: scope('punctuation.section.block.end') } },
  patterns: [
    include('comments'),
    {
      begin: '\\{',
      beginCaptures: { 0: { name: scope('punctuation.section.block.begin') } },
      end: '\\}',
      endCaptures: { 0: { name: scope('punctuation.section.block.end') } },
      patterns: [include('comments'), include('values')],
    },
    { name: scope('variable.other.property'), match: `${start}${anyOf(columnWords)}${end}` },
    include('string'),
  ],
};

/** Lines that are neither declaration nor property. */
export const statementRules: Readonly<Record<string, Rule>> = { move, expect, columns };
