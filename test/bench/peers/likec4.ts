import { Random } from '../../support/random';

/** A model of LikeC4 with as many elements as asked for, in files of five hundred: systems with containers, and relations between neighbours. */
export function generateLikeC4(elements: number, files = 20): ReadonlyMap<string, string> {
  const random = new Random(elements);
  const found = new Map([
    ['specification.c4', 'specification {\n  element system\n  element container\n}\n'],
    ['likec4.config.json', '{ "name": "bench" }\n'],
  ]);
  const each = Math.ceil(elements / files);
  for (let file = 0; file < files; file++) {
    const lines = ['model {'];
    const names: string[] = [];
    for (let system = 0; system * 10 < each; system++) {
      const own = Math.min(10, each - system * 10) - 1;
      lines.push(`  s${file}_${system} = system 'System ${file} ${system}' {`);
      for (let part = 0; part < own; part++) {
        lines.push(`    c${part} = container 'Container ${part}' { description 'An office of contoso.com' }`);
        names.push(`s${file}_${system}.c${part}`);
      }
      lines.push('  }');
    }
    for (let i = 1; i < names.length; i += 5) lines.push(`  ${names[i]} -> ${names[random.below(i)]} 'calls'`);
    lines.push('}', '');
    found.set(`model${file}.c4`, lines.join('\n'));
  }
  return found;
}
