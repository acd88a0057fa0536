import { describe, expect, it } from 'vitest';
import { CsvNames } from '../../../server/src/model/csvNames';
import { deploymentOf } from '../../support/deployment';

describe('the groups of users that may mean a CSV file', () => {
  const deployment = deploymentOf(`
deployment Contoso { server lync2013  mode onPremises }
users All { csv "east.csv", "lists/west.csv", "lists\\\\north.csv", "../contoso/south.csv", "east.csv/." }
users Again { csv "./east.csv" }
users None { pool pool01.contoso.com }
`);
  const names = new CsvNames(deployment.all('users'));
  const like = (path: string): string[] =>
    names.like(path).map(({ declaration, name }) => `${declaration.name} ${name}`);

  it.each([
    ['/contoso/east.csv', ['All east.csv', 'Again ./east.csv', 'All east.csv/.']],
    ['/contoso/lists/west.csv', ['All lists/west.csv', 'All east.csv/.']],
    ['/contoso/lists/north.csv', ['All lists\\north.csv', 'All east.csv/.']],
    ['/contoso/south.csv', ['All ../contoso/south.csv', 'All east.csv/.']],
    ['/contoso/other.csv', ['All east.csv/.']],
  ])('%s: those of the same last part, and those without one', (path, found) => {
    expect(like(path)).toEqual(found);
  });
});
