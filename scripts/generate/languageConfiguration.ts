import { type Generator, jsonFile } from './file';

/** Brackets, comments, indentation and words of the editor. */
export const generateLanguageConfiguration: Generator = () => [
  jsonFile('syntaxes/language-configuration.json', {
    comments: { lineComment: '//', blockComment: ['/*', '*/'] },
    brackets: [['{', '}']],
    colorizedBracketPairs: [['{', '}']],
    autoClosingPairs: [
      { open: '{', close: '}', notIn: ['string', 'comment'] },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
      { open: '/*', close: ' */', notIn: ['string', 'comment'] },
    ],
    surroundingPairs: [
      ['{', '}'],
      ['"', '"'],
    ],
    autoCloseBefore: '} \n\t',
    // An atom: a double click takes a whole address, number or FQDN.
    wordPattern: '[^\\s{}(),"/]+',
    folding: {
      markers: {
        start: '^\\s*//\\s*#region\\b',
        end: '^\\s*//\\s*#endregion\\b',
      },
    },
    indentationRules: {
      increaseIndentPattern:
        '^(?:[^"/]|"(?:[^"\\\\]|\\\\.)*"|/(?!/))*\\{(?:[^"/{}]|"(?:[^"\\\\]|\\\\.)*"|/(?!/))*(?://.*)?$',
      decreaseIndentPattern: '^\\s*\\}',
    },
    onEnterRules: [
      // A doc comment goes on, unless its line is empty.
      {
        beforeText: '^\\s*///\\s*\\S.*$',
        action: { indent: 'none', appendText: '/// ' },
      },
      {
        beforeText: '^\\s*/\\*(?!.*\\*/).*$',
        action: { indent: 'none', appendText: ' ' },
      },
      // A comma at the end of a line continues the list of a property or row; the line after it goes back.
      {
        beforeText: '^(?!\\s*//).*\\S\\s*,\\s*$',
        previousLineText: '.*[^,\\s]\\s*$|^\\s*$',
        action: { indent: 'indent' },
      },
      {
        beforeText: '^(?!\\s*//).*[^\\s,{]\\s*$',
        previousLineText: '^(?!\\s*//).*\\S\\s*,\\s*$',
        action: { indent: 'outdent' },
      },
    ],
  }),
];
