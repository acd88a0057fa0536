import type { Deployment } from '../../model/deployment';
import type { Action, ActionPlace } from './action';
import { declareMissing } from './declareMissing';
import { fixAllInFile, fixAllOfCode } from './fixAll';
import { liftRowValues } from './liftRowValues';
import { moveRows } from './moveRows';
import { organize } from './organize';
import { policyFromSite } from './policyFromSite';
import { csvToRows, rowsToCsv } from './rowsAndCsv';
import { tidy } from './tidy';

/** The quick fixes of the diagnostics at a place, the preferred first. */
function quickFixes({ diagnostics, range }: ActionPlace): Action[] {
  return diagnostics
    .filter(({ start, end }) => start <= range.end && range.start <= end)
    .flatMap((diagnostic) =>
      diagnostic.fixes().map(
        (fix): Action => ({
          title: fix.title,
          kind: 'quickfix',
          edits: () => fix.edits,
          mends: [diagnostic],
          ...(fix.preferred && { preferred: true }),
        }),
      ),
    );
}

function tidied(deployment: Deployment, action: Action): Action {
  return { ...action, edits: () => tidy(deployment, action.edits()) };
}

const makers: Readonly<Record<'quickfix' | 'refactor' | 'source', readonly ((place: ActionPlace) => Action[])[]>> = {
  quickfix: [quickFixes, declareMissing, fixAllOfCode],
  refactor: [liftRowValues, moveRows, rowsToCsv, csvToRows, policyFromSite],
  source: [fixAllInFile, organize],
};

/**
 * What can be done at a place.
 * @param wanted the kinds that are asked for; all but those for a whole file when left out.
 */
export function actionsAt(place: ActionPlace, wanted?: readonly string[]): Action[] {
  const asked = (kind: string): boolean =>
    wanted === undefined
      ? !kind.startsWith('source')
      : wanted.some(
          (each) => each === '' || kind === each || kind.startsWith(`${each}.`) || each.startsWith(`${kind}.`),
        );
  const found = (Object.keys(makers) as (keyof typeof makers)[])
    .filter(asked)
    .flatMap((kind) => makers[kind].flatMap((make) => make(place)))
    .map((action) => (action.kind.startsWith('source') ? action : tidied(place.deployment, action)));
  if (wanted === undefined) return found;
  return found.filter(({ kind }) => wanted.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`)));
}
