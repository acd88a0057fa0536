import { sameWord } from '../base/words';
import type { Deployment, Expectation } from '../model/deployment';
import type { Filter, Crowd as Selected, Word } from '../syntax/ast';
import { mailboxPlaces } from '../syntax/keywords';
import type { KindName } from '../vocabulary/types';
import { livePlace } from './livePlace';
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
  return livePlace({ path }, () => ({ start: item.start + word.start, end: item.start + word.end }));
}
