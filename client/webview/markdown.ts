import { element } from './dom';

/**
 * The Markdown of the server's hovers as elements: paragraphs, lists, code, bold, links as their text. Everything else stays as it is written; nothing is read as HTML.
 */
export function renderMarkdown(text: string): HTMLElement {
  const root = element('div', { class: 'markdown' });
  for (const block of blocksOf(text)) root.append(block);
  return root;
}

function blocksOf(text: string): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) blocks.push(paragraph(lines));
    lines = [];
  };
  let fence: string[] | undefined;
  for (const line of text.split('\n')) {
    if (fence) {
      if (/^```/.test(line)) {
        blocks.push(element('pre', {}, fence.join('\n')));
        fence = undefined;
      } else fence.push(line);
    } else if (/^```/.test(line)) {
      flush();
      fence = [];
    } else if (line.trim() === '' || /^-{3,}$/.test(line)) flush();
    else lines.push(line);
  }
  if (fence) blocks.push(element('pre', {}, fence.join('\n')));
  flush();
  return blocks;
}

function paragraph(lines: readonly string[]): HTMLElement {
  if (lines.every((line) => /^(?:[-*]|\d+\.) /.test(line))) {
    const items = lines.map((line) => element('li', {}, ...inline(line.replace(/^(?:[-*]|\d+\.) /, ''))));
    return element(/^\d/.test(lines[0] ?? '') ? 'ol' : 'ul', {}, ...items);
  }
  const parts = lines.flatMap((line, index) => [...(index > 0 ? [element('br')] : []), ...inline(line.trimEnd())]);
  return element('p', {}, ...parts);
}

const token = /\\([!-/:-@[-`{-~])|(`+) ?(.+?) ?\2(?!`)|\*\*(.+?)\*\*|\[((?:\\.|[^\]\\])+)\]\([^)]*\)/g;

function inline(line: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of line.matchAll(token)) {
    const [whole, escaped, , code, bold, link] = match;
    parts.push(line.slice(end, match.index));
    end = match.index + whole.length;
    if (escaped !== undefined) parts.push(escaped);
    else if (code !== undefined) parts.push(element('code', {}, code));
    else if (bold !== undefined) parts.push(element('strong', {}, ...inline(bold)));
    else parts.push(...inline(link ?? ''));
  }
  parts.push(line.slice(end));
  return parts;
}
