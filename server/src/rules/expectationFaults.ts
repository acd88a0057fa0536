import { sameWord } from '../base/words';
import type { Deployment, Expectation } from '../model/deployment';
import { type Grounded, grounded, stands } from '../model/grounds';
import { evaluate, type Verdict } from '../routing/expectations';
import type { Filter, Crowd as Selected, Word } from '../syntax/ast';
import { mailboxPlaces } from '../syntax/keywords';
import type { KindName } from '../vocabulary/types';
import type { Crowd } from './crowd';
import type { Place } from './types';

/** What the name behind a filter of `every …` stands for. */
export const filterKinds: Readonly<Record<Exclude<Filter['by'], 'mailbox'>, readonly KindName[]>> = {
  group: ['users'],
  pool: ['pool'],
  site: ['site', 'branchSite'],
  domain: ['sipDomain'],
  wave: ['wave'],
  policy: ['hostedVoicemailPolicy'],
};

/** Whether something declared has the name of a filter, or the mailbox is one; the global policy exists undeclared. */
export function isFilterNamed(deployment: Deployment, { by, name }: Filter): boolean {
  if (by === 'mailbox') return mailboxPlaces.some((place) => sameWord(place, name.text));
  if (by === 'policy' && /^global$/i.test(name.text)) return true;
  return filterKinds[by].some((kind) => deployment.named(kind, name.text).length > 0);
}

/** The crowd that an expectation is about, when it is about one. */
export function crowdOf({ node }: Expectation): Selected | undefined {
  const { claim } = node;
  if (claim?.type === 'noneUnreachable') return claim.crowd;
  return claim?.type === 'reaches' && claim.selection.type === 'every' ? claim.selection.crowd : undefined;
}

export function wordPlace({ path, item }: Expectation, word: Word): Place {
  return { path, start: item.start + word.start, end: item.start + word.end };
}

interface Passed extends Grounded {
  readonly counts: number;
  readonly value: Verdict;
}

const passed = new WeakMap<Expectation['node'], Passed>();

/** The verdict on an expectation. One about a crowd that passed isn't asked again until the placements change, or declarations that it hangs on. */
export function verdictOf(crowd: Crowd, expectation: Expectation): Verdict {
  const { deployment, signature: counts } = crowd;
  if (crowdOf(expectation) === undefined) return evaluate(deployment, expectation);
  const known = passed.get(expectation.node);
  if (known?.counts === counts && stands(known)) return known.value;
  const verdict = grounded(deployment.grounds, () => evaluate(deployment, expectation));
  if (verdict.value.passed === true) passed.set(expectation.node, { ...verdict, counts });
  return verdict.value;
}
