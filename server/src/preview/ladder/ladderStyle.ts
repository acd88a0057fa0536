import { hues } from '../hues';
import { type Palette, themePalette } from '../style';

/** Sizes, weights and strokes of a ladder, beside those of all pictures. */
export const ladderShapes = `.umtopo .lifeline{fill:none;stroke-width:1}
.umtopo .lifeline.missing{stroke-dasharray:3 4}
.umtopo .head .frame{stroke-width:1}
.umtopo .step .label{font-size:12px}
.umtopo .step .method{font-weight:600}
.umtopo .step .quiet,.umtopo .step .number{font-size:11px;font-variant-numeric:tabular-nums}
.umtopo .step .detail,.umtopo .footer{font-size:11px}
.umtopo .dot{stroke-width:1}
.umtopo .head .rest{font-size:11px}
.umtopo .step .detail.undocumented,.umtopo .step .unsure{font-style:italic}
.umtopo .message .label,.umtopo .message .detail{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}
.umtopo .arrow,.umtopo .tack{fill:none;stroke-width:1.6}
.umtopo .response .arrow,.umtopo .event .arrow{stroke-width:1.3}
.umtopo .undocumented .arrow{stroke-dasharray:6 4}
.umtopo .inferred .arrow{stroke-dasharray:11 3}
.umtopo .undocumented .band{stroke-dasharray:6 4}
.umtopo .lost .arrow{stroke-width:2.2;stroke-dasharray:none}
.umtopo .tip{stroke-width:1.4;stroke-linejoin:round;stroke-linecap:round}
.umtopo .tip.open{fill:none}
.umtopo .band{fill-opacity:.3;stroke-width:1}
.umtopo .note .frame{stroke-width:1}
`;

/** The colours of a ladder. */
export function ladderColours(palette: Palette): string {
  const rules = [
    `.umtopo .lifeline{stroke:${palette.border}}`,
    `.umtopo .lifeline.missing{stroke:${palette.broken}}`,
    `.umtopo .step .quiet,.umtopo .step .number,.umtopo .step .detail,.umtopo .step .unsure,.umtopo .footer{fill:${palette.muted}}`,
    `.umtopo .dot{fill:${palette.muted};stroke:${palette.muted}}`,
    '.umtopo .dot.undocumented{fill:none}',
    `.umtopo .step .target{fill:${palette.foreground}}`,
    `.umtopo .message .label,.umtopo .message .detail{stroke:${palette.background}}`,
    `.umtopo .tack{stroke:${palette.border}}`,
  ];
  for (const hue of hues) {
    const colour = palette[hue];
    rules.push(
      `.umtopo .${hue}.message .arrow,.umtopo .${hue}.message .tip,.umtopo .${hue}.message .band{stroke:${colour}}`,
      `.umtopo .${hue}.message .tip.full,.umtopo .${hue}.message .band{fill:${colour}}`,
    );
  }
  rules.push(`.umtopo .lost.message .arrow{stroke:${palette.broken}}`);
  return rules.join('\n');
}

/** The style of a ladder inside a page that has the theme's variables. */
export const ladderPanelStyle = `${ladderShapes}${ladderColours(themePalette)}`;
