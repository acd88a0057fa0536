import { expect, it } from 'vitest';
import { inlayHints } from '../../../server/src/editor/inlayHints';
import type { InlayHintType } from '../../../server/src/editor/inlayHintTypes';
import { deploymentOf } from '../../support/deployment';

const text = `deployment Contoso { server lync2013  mode mixed }
site A { pool p.contoso.com { role frontEnd } }
hostedVoicemailPolicy site:A { }
hostedVoicemailPolicy Cloud { }
mediaConfiguration global { }
users U {
  pool p.contoso.com
  a@contoso.com  mailbox hosted
  b@contoso.com  mailbox hosted  policy Cloud
}
users V {
  c@contoso.com  pool p.contoso.com  mailbox local
}
`;

/** The text with the hints in it. */
function shown(range = { start: 0, end: text.length }, wanted?: ReadonlySet<InlayHintType>): string[] {
  const deployment = deploymentOf(text);
  let result = text;
  for (const { offset, label } of inlayHints(deployment, '/main.umtopo', range, wanted).reverse())
    result = `${result.slice(0, offset)}«${label}»${result.slice(offset)}`;
  return result.split('\n').filter((line) => line.includes('«'));
}

it('shows inherited values, the policy that applies, and defaults', () => {
  expect(shown()).toEqual([
    'mediaConfiguration global {«encryptionLevel requireEncryption» }',
    '  a@contoso.com  mailbox hosted«p.contoso.com»«policy site:A»',
    '  b@contoso.com  mailbox hosted  policy Cloud«p.contoso.com»',
    '  c@contoso.com  pool p.contoso.com  mailbox local«policy site:A»',
  ]);
});

it('shows only what is in the range, and what is wanted', () => {
  const row = text.indexOf('b@contoso.com');
  expect(shown({ start: row, end: row + 50 })).toHaveLength(1);
  expect(shown(undefined, new Set(['defaults']))).toHaveLength(1);
  expect(shown(undefined, new Set())).toEqual([]);
});
