/**
 * A plugin of Stryker that leaves texts for people alone: the page of a rule, and every string with a blank in it, which is a sentence or a part of one. Words
 * without blanks are names of properties, values and kinds: those are changed.
 */
const sentence = 'a text for people';

/** @param {any} node of Babel's tree. */
function isSentence(node) {
  if (node.type === 'StringLiteral') return node.value.includes(' ');
  return node.type === 'TemplateLiteral' && node.quasis.some((/** @type {any} */ { value }) => value.raw.includes(' '));
}

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'messages',
    value: {
      /** @param {any} path */
      shouldIgnore({ node }) {
        if (node.type === 'VariableDeclarator' && node.id.name === 'page') return 'the page of a rule';
        return isSentence(node) ? sentence : undefined;
      },
    },
  },
];
