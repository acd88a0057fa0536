import {
  Disposable,
  OverviewRulerLane,
  Range,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { exportScheme } from './exportUri';
import { exportsOf, type Lines } from './linkedLines';
import type { LiveExports } from './liveExports';

/** Lights the lines of exports that the cursor's line of the topology caused, and the other way round. */
export class LinkedDecorations implements Disposable {
  readonly #decoration = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('umtopo.linkedLineBackground'),
    borderColor: new ThemeColor('umtopo.linkedLineBorder'),
    borderStyle: 'solid',
    borderWidth: '1px',
    overviewRulerColor: new ThemeColor('umtopo.linkedLineBackground'),
    overviewRulerLane: OverviewRulerLane.Full,
  });
  readonly #listeners: Disposable;

  constructor(private readonly exports: LiveExports) {
    const again = (): void => this.#follow(window.activeTextEditor, false);
    this.#listeners = Disposable.from(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) this.#follow(textEditor, true);
      }),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor, true)),
      window.onDidChangeVisibleTextEditors(again),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.scheme === exportScheme) again();
      }),
      exports.onDidLink(again),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#decoration.dispose();
  }

  /** @param reveals whether what is lit is scrolled into sight: when the cursor moved, and not when a text changed */
  #follow(origin: TextEditor | undefined, reveals: boolean): void {
    if (origin === undefined) return;
    const isExport = origin.document.uri.scheme === exportScheme;
    const line = origin.selection.active.line;
    const sources = isExport ? this.exports.sources(origin.document.uri, line) : [];
    for (const editor of window.visibleTextEditors) {
      const uri = editor.document.uri;
      const shows = uri.scheme === exportScheme;
      let lit: readonly Lines[] = [];
      if (isExport && !shows) lit = sources.filter((source) => source.uri === uri.toString());
      if (!isExport && shows) lit = exportsOf(this.exports.runs(uri), origin.document.uri.toString(), line);
      this.#light(editor, lit, reveals);
    }
  }

  #light(editor: TextEditor, lit: readonly Lines[], reveals: boolean): void {
    const ranges = lit.map(({ first, last }) => new Range(first, 0, last, 0));
    editor.setDecorations(this.#decoration, ranges);
    const [first] = ranges;
    const isSeen = ranges.some((range) => editor.visibleRanges.some((seen) => seen.intersection(range)));
    if (reveals && first && !isSeen) editor.revealRange(first, TextEditorRevealType.InCenter);
  }
}
