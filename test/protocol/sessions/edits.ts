import type { Random } from '../../support/random';
import { applyEdit, randomEdit } from '../../support/topologies';
import type { Change, Editor } from './editor';

/** What was done. */
export interface Edit {
  readonly kind: Kind;
  readonly note: string;
  /** How many rows of users it touched. */
  readonly rows: number;
  /** Of the files that it changed, before or after, whichever is more. */
  readonly characters: number;
  /** About how many rows share an address or a number by now. */
  readonly shared: number;
}

type Told = Pick<Edit, 'kind' | 'note'> & Partial<Edit>;

export type Kind =
  | 'nothing'
  | 'character in a row'
  | 'rows'
  | 'records'
  | 'group'
  | 'policy'
  | 'declaration'
  | 'rename'
  | 'file'
  | 'anything';

const groups = ['users/Group01.umtopo', 'users/Group02.umtopo'] as const;
const csv = 'users/Sales.csv';
const typedRows = [
  '  n@contoso.com',
  'o@contoso.com mailbox local',
  'p@fabrikam.com  policy T',
  'q@contoso.com line +142',
];
const typedRecords = ['n@contoso.com,', ',,,', 'sip:o@contoso.com,,tel:+1'];
const topology = ['deployment.umtopo', 'waves.umtopo'] as const;

/** Somebody at work: types, pastes, deletes, undoes, renames; opens, closes, adds and removes files; tears a file apart and takes that back. */
export class Work {
  /** What takes the last edits back, the last one last. */
  private readonly undo: { readonly path: string; readonly changes: readonly Change[]; readonly edit: Told }[] = [];
  /** Of the file that is torn apart: how it was. */
  private torn: { readonly path: string; readonly text: string } | undefined;
  /** What is still to be typed, a character at a time. */
  private typing: { readonly path: string; readonly text: string; at: number; readonly kind: Kind } | undefined;
  private names = 0;
  private shared = 0;

  constructor(
    private readonly editor: Editor,
    private readonly random: Random,
  ) {}

  async next(): Promise<Edit> {
    return { rows: 0, characters: 0, ...(await this.one()), shared: this.shared };
  }

  private async one(): Promise<Told> {
    const { random } = this;
    if (this.torn) return this.tear(this.torn.path);
    if (this.typing) return this.type();
    const others: readonly (() => Told | Promise<Told>)[] = [
      () => this.nothing(),
      () => this.begin(random.pick(groups), random.pick(typedRows), 'character in a row'),
      () => this.inRow(random.pick(groups), 'character in a row'),
      () => this.inRow(csv, 'records'),
      () => this.begin(csv, random.pick(typedRecords), 'records'),
      () => this.paste(random.pick(groups), 'rows'),
      () => this.paste(csv, 'records'),
      () => this.delete(random.pick(groups), 'rows'),
      () => this.delete(csv, 'records'),
      () => this.back(),
      () => this.back(),
      () => this.group(),
      () => this.policy(),
      () => this.declaration(),
      () => this.rename(),
      () => this.file(),
      () => this.openOrClose(),
      () => this.tear(random.pick([...groups, csv, ...topology])),
    ];
    return random.pick(others)();
  }

  /** Changes a file; what takes it back is kept. */
  private change(path: string, change: Change, edit: Told): Told {
    const text = this.editor.text(path);
    const back = {
      start: change.start,
      end: change.start + change.text.length,
      text: text.slice(change.start, change.end),
    };
    this.undo.push({ path, changes: [back], edit });
    this.editor.change(path, change);
    return edit;
  }

  /** The text is the same afterwards. */
  private nothing(): Told {
    const path = this.random.pick([...groups, csv, ...topology]);
    const text = this.editor.text(path);
    const start = this.random.below(text.length);
    this.editor.change(path, { start, end: start + 3, text: text.slice(start, start + 3) });
    return { kind: 'nothing', note: `nothing in ${path}` };
  }

  /** The start of a line of users, somewhere in a file. */
  private row(path: string): number {
    const text = this.editor.text(path);
    const first = text.indexOf('@');
    const end = text.lastIndexOf('@');
    const at = text.indexOf('\n', first + this.random.below(end - first)) + 1;
    return at <= end ? at : text.lastIndexOf('\n', end) + 1;
  }

  /** Begins a new line of users. */
  private begin(path: string, text: string, kind: Kind): Told {
    const start = this.row(path);
    this.shared++;
    this.typing = { path, text, at: start, kind };
    return this.change(
      path,
      { start, end: start, text: '\n' },
      { kind, rows: 1, note: `a new line in ${path} at ${start}` },
    );
  }

  private type(): Told {
    const { path, text, at, kind } = this.typing as NonNullable<typeof this.typing>;
    const [first = ''] = text;
    this.typing = text.length > 1 ? { path, text: text.slice(1), at: at + 1, kind } : undefined;
    return this.change(
      path,
      { start: at, end: at, text: first },
      { kind, rows: 1, note: `${first} typed in ${path} at ${at}` },
    );
  }

  /** A character in a row typed, deleted or replaced. */
  private inRow(path: string, kind: Kind): Told {
    const text = this.editor.text(path);
    const start = this.row(path);
    const lineEnd = text.indexOf('\n', start);
    const at = Math.min(lineEnd, start + 3 + this.random.below(60));
    const end = Math.min(lineEnd, at + this.random.below(2));
    const typed = this.random.pick(['x', '7', '.', '', 'é', '_']);
    return this.change(
      path,
      { start: at, end, text: typed },
      { kind, rows: 2, note: `${typed} in ${path} at ${at}-${end} of ${JSON.stringify(text.slice(start, lineEnd))}` },
    );
  }

  /** New rows, or a few copied ones. */
  private paste(path: string, kind: Kind): Told {
    const { random } = this;
    const at = this.row(path);
    const text = this.editor.text(path);
    const from = this.row(path);
    const copied = text.slice(from, text.indexOf('\n', from + 200) + 1);
    const made = Array.from({ length: random.pick([1, 5, 400]) }, () => (path === csv ? this.record() : this.newRow()));
    const pasted = random.chance(0.3) ? copied : made.join('');
    if (pasted === copied) this.shared += lines(pasted);
    const edit: Told = { kind, rows: lines(pasted), note: `rows pasted in ${path} at ${at}` };
    return this.change(path, { start: at, end: at, text: pasted }, edit);
  }

  private newRow(): string {
    const number = this.names++;
    return `  new${number}@contoso.com  line +14255550100;ext=${5_000_000 + number}\n`;
  }

  private record(): string {
    const number = this.names++;
    return `sip:new${number}@fabrikam.com,"${number}, new",tel:+14255550100;ext=${5_000_000 + number},local,,\n`;
  }

  private delete(path: string, kind: Kind): Told {
    const text = this.editor.text(path);
    const start = this.row(path);
    const end = text.lastIndexOf('\n', start + this.random.pick([100, 1000, 9000])) + 1;
    if (end <= start) return this.nothing();
    return this.change(
      path,
      { start, end, text: '' },
      { kind, rows: lines(text.slice(start, end)), note: `${start}-${end} of ${path} deleted` },
    );
  }

  private back(): Told {
    const last = this.undo.pop();
    if (last === undefined) return this.nothing();
    this.editor.change(last.path, ...last.changes);
    return { ...last.edit, note: `undone: ${last.edit.note}` };
  }

  /** Another value in the head of a group. */
  private group(): Told {
    const path = this.random.pick([...groups, 'users/Sales.umtopo']);
    const text = this.editor.text(path);
    const found = this.random.pick([...text.matchAll(/^ {2}(?:pool|mailbox|umDialPlan) \w+/gm)]);
    const end = found.index + found[0].length;
    const local = found[0].endsWith('local');
    const start = local || found[0].endsWith('hosted') ? text.lastIndexOf(' ', end) + 1 : end;
    const typed = start === end ? 'x' : local ? 'hosted' : 'local';
    return this.change(path, { start, end, text: typed }, { kind: 'group', note: `${typed} in ${path} at ${start}` });
  }

  /** Another destination, organization or switch of what hosted calls go by. */
  private policy(): Told {
    const [path] = topology;
    const text = this.editor.text(path);
    const places = [...text.matchAll(/destination exap\.|enabled (?:true|false)|organization contoso/g)];
    const { index = 0, 0: found = '' } = this.random.pick(places) ?? {};
    const end = index + found.length;
    const typed = found.endsWith('false') ? 'enabled true' : found.endsWith('true') ? 'enabled false' : `${found}x`;
    return this.change(
      path,
      { start: index, end, text: typed },
      { kind: 'policy', note: `${typed} in ${path} at ${index}` },
    );
  }

  /** A declaration more, or a character in one. */
  private declaration(): Told {
    const [path] = topology;
    const text = this.editor.text(path);
    const added = this.random.pick([
      `hostedVoicemailPolicy More${this.names++} { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }\n`,
      `sipDomain more${this.names++}.com\n`,
      'site Tulsa { siteId 8 }\n',
      'expect no user unreachable\n',
    ]);
    const start = text.lastIndexOf('\n', this.random.below(text.indexOf('exchange OnPrem'))) + 1;
    return this.change(
      path,
      { start, end: start, text: added },
      { kind: 'declaration', note: `${added.trim()} at ${start}` },
    );
  }

  private async rename(): Promise<Told> {
    const [path] = topology;
    const places = [...this.editor.text(path).matchAll(/(?:hostedVoicemailPolicy|umDialPlan|site) (?=[A-Z])/g)];
    const { index = 0, 0: found = '' } = this.random.pick(places);
    const before = new Map(this.editor.texts);
    const name = `Name${this.names++}`;
    const files = await this.editor.rename(path, index + found.length, name);
    this.undo.length = 0;
    if (files.length === 0) return { kind: 'nothing', note: `no rename at ${index}` };
    const changed = files.reduce(
      (sum, file) => sum + differingLines(before.get(file) ?? '', this.editor.text(file)),
      0,
    );
    const characters = files.reduce((sum, file) => sum + this.editor.text(file).length, 0);
    return { kind: 'rename', rows: changed, characters, note: `${name} at ${index}` };
  }

  /** A file comes, goes or is written by somebody else. */
  private file(): Told {
    const path = `more/File${this.random.below(3)}.umtopo`;
    const note = `${path} on the disk`;
    if (this.editor.texts.has(path) && this.random.chance(0.5)) this.editor.remove(path);
    else {
      const rows = Array.from({ length: 30 }, (_, i) => `  more${this.names}.${i}@contoso.com`).join('\n');
      this.editor.write(path, `users More${this.names++} {\n  pool pool-dallas.contoso.com\n${rows}\n}\n`, 1);
    }
    return { kind: 'file', rows: 30, note };
  }

  private openOrClose(): Told {
    const path = this.random.pick([...groups, csv, ...topology]);
    if (this.editor.isOpen(path)) this.editor.close(path, true);
    else this.editor.open(path);
    return { kind: 'nothing', note: `${path} opened or closed` };
  }

  /** Any edit at all, to the syntax of the file too; then all of them are taken back at once. */
  private tear(path: string): Told {
    const text = this.editor.text(path);
    if (this.torn && this.random.chance(0.3)) {
      const characters = Math.max(text.length, this.torn.text.length);
      this.editor.change(path, { start: 0, end: text.length, text: this.torn.text });
      this.torn = undefined;
      return { kind: 'anything', characters, note: `${path} as it was` };
    }
    this.torn ??= { path, text };
    const edit = randomEdit(this.random, text);
    // A file with a NUL on the disk is no text.
    const change = { ...edit, text: edit.text.replaceAll('\0', '') };
    this.editor.change(path, change);
    if (applyEdit(text, change) !== this.editor.text(path)) throw new Error('the editor has another text');
    const characters = Math.max(text.length, this.editor.text(path).length);
    return { kind: 'anything', characters, note: `${JSON.stringify(change)} in ${path}` };
  }
}

function lines(text: string): number {
  return text.split('\n').length;
}

function differingLines(before: string, after: string): number {
  const [one, other] = [before.split('\n'), after.split('\n')];
  return one.filter((line, i) => line !== other[i]).length;
}
