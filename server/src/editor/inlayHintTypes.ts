/** What the editor may show behind a place of the text, in the words of the settings. */
export const inlayHintTypes = ['inherited', 'effectivePolicy', 'defaults'] as const;
export type InlayHintType = (typeof inlayHintTypes)[number];
