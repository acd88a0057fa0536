/** A text from a file as Markdown that shows it as it is. */
export function shown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/^(\s*\d*)([#+.)-])/gm, '$1\\$2')
    .replace(/\s*\r?\n\s*/g, '  \n');
}

/** A text as code: what it holds of back-ticks doesn't end it. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${text.replace(/\r?\n/g, ' ')}${space}${fence}`;
}

/** Source text in the language's colours. */
export function source(text: string): string {
  return `\`\`\`umtopo\n${text.replace(/^```/gm, ' ```')}\n\`\`\``;
}

/** Markdown of this room as plain text, for clients that show no other. */
export function plain(markdown: string): string {
  return markdown
    .replace(/^```\w*\n?/gm, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/(?<!\\)`/g, '')
    .replace(/ {2}\n/g, '\n')
    .replace(/\\([\\`*_[\]<>|~#+.)-])/g, '$1');
}
