import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { features } from '../../../../server/src/lsp/features/all';
import { kinds } from '../../../../server/src/vocabulary';
import type { KindName } from '../../../../server/src/vocabulary/types';
import { Baselines } from '../../../support/baseline';
import { answersAbout, shownAnswers } from './answers';

/**
 * A file a kind: a deployment with an object of it that has one mistake, something that refers to it where the language has such, and a user whom it serves where
 * it serves any; behind it what every feature of the editor answers.
 */
const folder = 'test/baselines/kinds';
const parting = '\n== answers ==\n';
const baselines = new Baselines(folder);

const cases = kinds.map(({ name }) => {
  const file = `${name}.txt`;
  const [source = ''] = readFileSync(join(folder, file), 'utf8').split(parting);
  return { name, file, source, answers: answersAbout(source) };
});

/** The features that are not for every kind, with the kinds that they are for; each of the others is for all. */
const only: Readonly<Record<string, { readonly why: string; readonly kinds: readonly KindName[] }>> = {
  definition: { why: 'has a name', kinds: except('accessEdgeConfiguration') },
  references: { why: 'has a name', kinds: except('accessEdgeConfiguration') },
  documentHighlight: { why: 'has a name', kinds: except('accessEdgeConfiguration') },
  implementation: {
    why: 'serves users',
    kinds: [
      ...(['sipDomain', 'site', 'branchSite', 'pool', 'hostingProvider', 'tenant', 'hostedVoicemailPolicy'] as const),
      ...(['exchange', 'umDialPlan', 'umMailboxPolicy', 'dialPlan', 'voicePolicy', 'users'] as const),
    ],
  },
  linkedEditingRange: {
    why: 'has words that have to repeat each other',
    kinds: ['pool', 'umHuntGroup', 'users', 'certificate'],
  },
  inlayHint: {
    why: 'leaves out an enum that has a default, or a value that its rows take from it',
    kinds: ['hostingProvider', 'publicProvider', 'umServer', 'umIPGateway', 'users', 'wave'],
  },
  codeLens: {
    why: 'serves users and is what people count by, or is the root, or has a number to be called',
    kinds: [
      ...(['deployment', 'pool', 'hostingProvider', 'tenant', 'hostedVoicemailPolicy', 'umDialPlan'] as const),
      ...(['umMailboxPolicy', 'dialPlan', 'voicePolicy', 'exUmContact', 'users'] as const),
    ],
  },
  callHierarchy: {
    why: 'is passed by calls',
    kinds: ['pool', 'hostingProvider', 'tenant', 'umServer', 'umDialPlan', 'exUmContact', 'users'],
  },
  willRenameFiles: { why: 'names files', kinds: ['users'] },
};

function except(...some: readonly KindName[]): KindName[] {
  return kinds.map(({ name }) => name).filter((name) => !some.includes(name));
}

describe('every feature answers for every kind', () => {
  it.each(cases)('$name', ({ file, source, answers }) => {
    baselines.match(file, `${source}${parting}${shownAnswers(answers)}`);
  });

  const asked = Object.keys(cases[0]?.answers ?? {});

  it.each(asked)('%s', (feature) => {
    const answered = cases.filter(({ answers }) => answers[feature]?.length !== 0).map(({ name }) => name);
    expect(answered).toEqual(only[feature]?.kinds ?? except());
  });

  it('and no feature is left out', () => {
    const methods = features
      .flatMap(({ methods: all }) => all)
      .map((method) => method.replace(/^\w+\//, '').split('/')[0] as string);
    /** By what they are asked with: `prepareRename` with `rename`, the steps of a hierarchy with its start. */
    const same: Readonly<Record<string, string>> = {
      declaration: 'definition',
      prepareRename: 'rename',
      rangeFormatting: 'formatting',
      onTypeFormatting: 'formatting',
      prepareCallHierarchy: 'callHierarchy',
      incomingCalls: 'callHierarchy',
      outgoingCalls: 'callHierarchy',
      symbol: 'workspaceSymbol',
      resolve: 'completion',
    };
    const left = methods.map((method) => same[method] ?? method).filter((each) => !asked.includes(each));
    expect(left).toEqual([]);
  });

  it('and has no file of another', () => {
    expect(baselines.leftOver()).toEqual([]);
  });
});
