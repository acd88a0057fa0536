import { hues } from './hues';

/** Every colour of the picture. The panel gives the theme's variables, the stand-alone picture its own two palettes. */
export interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly rule: string;
  readonly card: string;
  readonly border: string;
  readonly neutral: string;
  readonly lync: string;
  readonly local: string;
  readonly hosted: string;
  readonly broken: string;
  readonly unknown: string;
  readonly onSign: string;
}

export const lightPalette: Palette = {
  background: '#ffffff',
  foreground: '#1b2330',
  muted: '#586474',
  rule: '#dfe4ea',
  card: '#ffffff',
  border: '#cdd4dd',
  neutral: '#66758a',
  lync: '#2b62cc',
  local: '#0c7c6b',
  hosted: '#7a43c4',
  broken: '#c4242d',
  unknown: '#8a5a00',
  onSign: '#ffffff',
};

export const darkPalette: Palette = {
  background: '#15181e',
  foreground: '#e9edf3',
  muted: '#9ca8b7',
  rule: '#2c333e',
  card: '#1d222a',
  border: '#3b4451',
  neutral: '#8d9cb1',
  lync: '#79a6fa',
  local: '#4ac4ae',
  hosted: '#b794f6',
  broken: '#ff7a7a',
  unknown: '#e8b450',
  onSign: '#15181e',
};

/** The theme of VS Code; the charts' colours are those that themes tune to be told apart. */
export const themePalette: Palette = {
  background: 'var(--vscode-editor-background)',
  foreground: 'var(--vscode-editor-foreground)',
  muted: 'var(--vscode-descriptionForeground)',
  rule: 'var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-editor-foreground) 16%, transparent))',
  card: 'var(--vscode-editorWidget-background, var(--vscode-editor-background))',
  border: 'var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-editor-foreground) 26%, transparent))',
  neutral: 'var(--vscode-descriptionForeground)',
  lync: 'var(--vscode-charts-blue)',
  local: 'var(--vscode-charts-green)',
  hosted: 'var(--vscode-charts-purple)',
  broken: 'var(--vscode-editorError-foreground, var(--vscode-charts-red))',
  unknown: 'var(--vscode-editorWarning-foreground, var(--vscode-charts-yellow))',
  onSign: 'var(--vscode-editor-background)',
};

const fonts = "'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

/** Sizes, weights and strokes: what does not change with the palette. */
export function shapeStyle(font = fonts): string {
  return `.umtopo{font-family:${font};font-size:12px}
.umtopo .caption{font-size:10.5px;font-weight:600;letter-spacing:.09em}
.umtopo .name{font-size:15px;font-weight:600}
.umtopo .name.small{font-size:12.5px}
.umtopo .rest{font-size:12px}
.umtopo .eyebrow,.umtopo .why,.umtopo .users{font-size:11px}
.umtopo .users,.umtopo .count,.umtopo .via{font-variant-numeric:tabular-nums}
.umtopo .heading .name{font-size:12px}
.umtopo .gate .name{font-size:13px}
.umtopo .icon{fill:none;stroke-width:1.4;stroke-linecap:round;stroke-linejoin:round}
.umtopo .dots{stroke-width:2.4}
.umtopo .sign{fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
.umtopo .frame{stroke-width:1}
.umtopo .behind{fill:none}
.umtopo .gate .frame.tint{fill-opacity:.07}
.umtopo .ribbon{fill:none;stroke-opacity:.34}
.umtopo .count{font-size:11px;font-weight:600}
.umtopo .via,.umtopo .count.quiet{font-size:10px;font-weight:400}
.umtopo .count:not(.inside),.umtopo .via{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}
.umtopo .badge .name{font-size:10px;font-weight:600}
.umtopo .badge .plate{stroke-width:1.4}
.umtopo .broken .frame{stroke-width:2;stroke-dasharray:6 3}
.umtopo .broken .ribbon{stroke-opacity:.8;stroke-dasharray:7 4}
.umtopo .disabled .frame{stroke-dasharray:4 3}
.umtopo .disabled .ribbon{stroke-opacity:.6;stroke-dasharray:5 4}
.umtopo .unknown .frame{stroke-width:1.4;stroke-dasharray:.1 4;stroke-linecap:round}
.umtopo .unknown .ribbon{stroke-opacity:.8;stroke-dasharray:.1 5;stroke-linecap:round}
`;
}

/** The colours of everything, written out: programs that draw SVG outside browsers know no CSS variables. */
export function colourStyle(palette: Palette): string {
  const fill = (selector: string, colour: string) => `${selector}{fill:${colour}}\n`;
  const stroke = (selector: string, colour: string) => `${selector}{stroke:${colour}}\n`;
  const rules = [
    fill('.umtopo .background', palette.background),
    fill('.umtopo text', palette.foreground),
    fill('.umtopo .caption,.umtopo .eyebrow,.umtopo .rest,.umtopo .users,.umtopo .via,.umtopo .quiet', palette.muted),
    stroke('.umtopo .rule', palette.rule),
    fill('.umtopo .frame', palette.card),
    stroke('.umtopo .frame', palette.border),
    stroke('.umtopo .count:not(.inside),.umtopo .via', palette.background),
    stroke('.umtopo .users .sign,.umtopo .fold-sign', palette.muted),
    stroke('.umtopo .edge-badge circle,.umtopo .edge-badge .sign', palette.unknown),
    fill('.umtopo .edge-badge circle', palette.background),
  ];
  for (const hue of hues) {
    rules.push(
      stroke(`.umtopo .${hue} .icon,.umtopo .${hue} .ribbon`, palette[hue]),
      `.umtopo .${hue}.gate .tint{fill:${palette[hue]};stroke:${palette[hue]}}\n`,
    );
  }
  for (const state of ['broken', 'unknown'] as const) {
    const colour = palette[state];
    rules.push(
      stroke(`.umtopo .${state} .frame,.umtopo .${state} .ribbon,.umtopo .${state} .icon`, colour),
      fill(`.umtopo .mark.${state}`, colour),
      stroke(`.umtopo .badge.${state} .plate,.umtopo .badge.${state} .sign`, colour),
    );
  }
  rules.push(
    fill('.umtopo .mark.disabled', palette.muted),
    stroke('.umtopo .disabled .frame', palette.neutral),
    stroke('.umtopo .mark+.sign', palette.onSign),
    fill('.umtopo .badge .plate', palette.background),
  );
  return rules.join('');
}

/** The style of the fragments inside a page that has the theme's variables. */
export const panelStyle = `${shapeStyle('var(--vscode-font-family)')}${colourStyle(themePalette)}`;
