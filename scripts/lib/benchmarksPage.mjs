/**
 * @typedef {{ name: string, unit: string, median: number, p95?: number, spread?: [number, number], runs: number, floor?: number, ratio?: number,
 *   goal?: { of: 'ratio' | 'p95' | 'median', limit: number } }} Measure
 * @typedef {{ title: string, about: string, measures: Measure[], table?: { head: string[], rows: string[][] } }} Section
 * @typedef {{ machine: { cores: number, processor: string, memory: string, system: string, node: string, umtopo: string, libraries: Record<string, string> },
 *   sections: Section[] }} Run
 */

/**
 * The page of published benchmarks.
 * @param {Run} run
 */
export function benchmarksPage({ machine, sections }) {
  const { cores, processor, memory, system, node, umtopo, libraries } = machine;
  const versions = Object.entries(libraries).map(([name, version]) => `${name} ${version}`);
  return `# Benchmarks

Written by \`npm run bench\`, which builds the server and the command line, measures them and takes a few minutes; \`npm run bench -- edit\` runs one of the programs in
\`test/bench\` and writes nothing, \`npm run bench -- --short\` is the form for CI. Inputs are generated, the same each time. The numbers as JSON: \`docs/benchmarks.json\`.

Measured on ${cores} × ${processor}, ${memory}, ${system}, Node ${node.replace(/^v/, '')}; UM Topology ${umtopo}, ${versions.join(', ')}. The ratios count; the times are those of this machine.
A goal that isn't reached is marked; [what it would take](benchmarks-notes.md).

${sections.map(sectionText).join('\n\n')}

What a keystroke costs hardly grows with the file: [Architecture](architecture.md#what-a-keystroke-costs) says why. [Beside other tools](benchmarks-peers.md).
`;
}

/** @param {Section} section */
function sectionText({ title, about, measures, table }) {
  if (table) {
    const lines = [table.head, table.head.map((_, column) => (column === 0 ? '---' : '--:')), ...table.rows];
    return [`## ${title}`, about, lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')].join('\n\n');
  }
  const rows = measures.map(
    (measure) =>
      `| ${measure.name} | ${amount(measure.median, measure.unit)} | ${measure.p95 === undefined ? '' : amount(measure.p95, measure.unit)} | ${
        measure.spread ? `${number(measure.spread[0])} – ${number(measure.spread[1])}` : ''
      } | ${measure.ratio === undefined ? '' : `${measure.ratio.toFixed(1)} × ${number(measure.floor ?? 0)}`} | ${goalText(measure)} |`,
  );
  return [
    `## ${title}`,
    about,
    [
      '| | median | p95 | least – most | times the floor | goal |',
      '| --- | --: | --: | --: | --: | --- |',
      ...rows,
    ].join('\n'),
  ].join('\n\n');
}

/** @param {Measure} measure */
function goalText({ goal, unit, median, p95, ratio }) {
  if (goal === undefined) return '';
  const value = goal.of === 'ratio' ? ratio : goal.of === 'p95' ? (p95 ?? median) : median;
  const limit =
    goal.of === 'ratio' ? `${goal.limit} × floor` : `${amount(goal.limit, unit)}${goal.of === 'p95' ? ', p95' : ''}`;
  return `${limit}${value !== undefined && value > goal.limit ? ' — **not reached**' : ''}`;
}

/**
 * @param {number} value
 * @param {string} unit
 */
function amount(value, unit) {
  return unit === 'exponent' || unit === 'times' ? value.toFixed(2) : `${number(value)} ${unit}`;
}

/** @param {number} value */
function number(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
