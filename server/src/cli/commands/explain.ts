import { nearest } from '../../base/words';
import { pages } from '../../rules/pages';
import { ruleOf, rules } from '../../rules/registry';
import { sourceOf } from '../../vocabulary';
import { textValue } from '../arguments';
import { type Command, formatOption } from '../command';
import { styleFor } from '../io';
import { exitCodes, UsageError } from '../usage';

const bases = {
  documented: 'Documented',
  recommended: 'A recommendation of this tool: it follows from the documents and stands in none of them',
  language: 'A rule of the language',
} as const;

export const explain: Command = {
  name: 'explain',
  usage: 'CODE',
  doc: 'Shows the page of a rule: what, why, a bad and a good example, the source.',
  options: [formatOption('text', 'json')],
  async run({ values, paths }, io) {
    const [code, more] = paths;
    if (code === undefined || more !== undefined) throw new UsageError('which rule? umtopo explain UM2002');
    const rule = ruleOf(code.toUpperCase());
    const page = rule && pages.get(rule.code);
    if (rule === undefined || page === undefined) {
      const guess = nearest(
        code,
        rules.map((candidate) => candidate.code),
      );
      throw new UsageError(`there is no rule ${code}${guess ? `; did you mean ${guess}?` : ''}`);
    }
    const { title, severity, basis } = rule;
    const source = rule.source.map((key) => ({
      key,
      title: sourceOf(key)?.title ?? key,
      location: sourceOf(key)?.location ?? '',
    }));
    if (textValue(values, 'format') === 'json') {
      const { explanation, bad, good } = page;
      io.out(
        `${JSON.stringify({ code: rule.code, title, severity, basis, explanation, bad, good, source }, undefined, 2)}\n`,
      );
      return exitCodes.clean;
    }
    const style = styleFor(textValue(values, 'color') ?? 'auto', io);
    const lines = [
      `${style.bold(`${rule.code} ${title}`)} (${severity})`,
      '',
      page.explanation.trim(),
      '',
      style.bold('Wrong'),
      indented(page.bad),
      '',
      style.bold('Right'),
      indented(page.good),
      '',
      `${style.bold('Basis')} ${bases[basis]}`,
      ...source.map((entry) => `  ${entry.key} ${entry.title} ${style.dim(entry.location)}`),
    ];
    io.out(`${lines.join('\n')}\n`);
    return exitCodes.clean;
  },
};

function indented(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
