import { documentSvg, type Theme } from '../svg';
import { cleanText } from '../xml';
import { drawLadder } from './drawLadder';
import type { Ladder } from './ladder';
import { ladderColours, ladderShapes } from './ladderStyle';
import { describeStep } from './words';

/** A ladder as a document of its own, as the routing graph is one. */
export function ladderSvg(ladder: Ladder, theme: Theme = 'auto'): string {
  const { width, height, elements } = drawLadder(ladder);
  return documentSvg(
    {
      title: ladder.title,
      titleOfDocument: `${cleanText(ladder.title)}: the call as a SIP ladder`,
      description: [`${ladder.verdict}.`, ...ladder.steps.map((step) => `${describeStep(ladder, step)}.`)].join(' '),
      subtitle: ladder.verdict.charAt(0).toUpperCase() + ladder.verdict.slice(1),
      width,
      height,
      parts: elements.map((element) => element.svg),
      shapes: ladderShapes,
      colours: ladderColours,
    },
    theme,
  );
}
