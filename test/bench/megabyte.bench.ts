import { EditedServer } from './editedServer';
import { isShort, measuredBoth, publish } from './measure';
import { generateProvider } from './provider';

/** What a keystroke costs in a file of 1 MB, in processor time inside the server: from the change to the diagnostics, as they are sent. */

const root = 'file:///bench';
const generated = [...generateProvider({ users: 14_000, files: 1 })];
const server = new EditedServer(root, new Map(generated.map(([path, text]) => [`${root}/${path}`, text])));
await server.load();
const group = server.open('users/Group01.umtopo');

/** A program's first runs are slow: they say nothing of a day's work. */
server.type(group, 1);
const limit = { of: 'p95', limit: 10 } as const;
const measures = [
  ...measuredBoth('type a character in a new row → diagnostics', server.type(group, isShort ? 2 : 6), limit),
  ...measuredBoth('correct a digit → diagnostics', server.correct(group, isShort ? 40 : 200), limit),
];
const size = ((server.session.workspace.file(group)?.text.length ?? 0) / 1e6).toFixed(1);
console.log(`a file of ${size} MB`);
for (const { name, median, p95 } of measures)
  console.log(`${name.padEnd(48)} ${median.toFixed(1)} ms  p95 ${p95?.toFixed(1)}  goal ${limit.limit}`);
publish({
  title: `In a file of ${size} MB`,
  about:
    'Time inside the server on the clock, and the processor time of all its threads; an edit ends with the diagnostics as they are sent.',
  measures,
});
