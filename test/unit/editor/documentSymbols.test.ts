import { expect, it } from 'vitest';
import { documentSymbols, type OutlineSymbol } from '../../../server/src/editor/documentSymbols';
import { deploymentOf } from '../../support/deployment';

function lines(symbols: readonly OutlineSymbol[], margin = ''): string[] {
  return symbols.flatMap((symbol) => {
    const detail = symbol.detail ? ` — ${symbol.detail}` : '';
    return [`${margin}${symbol.name}${detail}`, ...lines(symbol.children, `${margin}  `)];
  });
}

it('shows declarations as a tree, users by their number', () => {
  const deployment = deploymentOf(`
    deployment Contoso { server lync2013  mode mixed }
    expect no user unreachable
    site Redmond { pool pool01.contoso.com { role frontEnd } }
    accessEdgeConfiguration { }
    users Sales {
      alice@contoso.com
      bob@contoso.com
    }
    publicDnsZone contoso.com {
      a sip ipv4Address 203.0.113.10
    }
    site
  `);
  expect(lines(documentSymbols(deployment, '/main.umtopo'))).toEqual([
    'Contoso — deployment',
    'no user unreachable — expect',
    'Redmond — site',
    '  pool01.contoso.com — pool',
    'accessEdgeConfiguration',
    'Sales — 2 users',
    'contoso.com — publicDnsZone',
    '  a sip',
    'site',
  ]);
});
