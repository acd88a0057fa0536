import { describe, expect, it } from 'vitest';
import { csvCell, isFormulaGuarded } from '../../../server/src/base/csvText';
import type { Deployment } from '../../../server/src/model/deployment';
import { UNSET } from '../../../server/src/model/facts';
import { deploymentOf } from '../../support/deployment';

const head = 'deployment D { server lync2013  mode mixed }\n';

function withCsv(csv: string, users = 'users U { csv "u.csv"  pool pool01.contoso.com }', more = ''): Deployment {
  return deploymentOf(`//- /d/main.umtopo\n${head}${more}${users}\n//- /d/u.csv\n${csv}`);
}

const told = (deployment: Deployment): string[] =>
  [...deployment.users()].map((user) =>
    ['address', 'line', 'mailbox', 'policy', 'enterpriseVoice', 'extensions']
      .map((name) => (name === 'address' ? user.address : String(user.fact(name))))
      .join(' '),
  );

const problems = (deployment: Deployment): string[] =>
  [...deployment.textProblems()].map(
    ({ path, start, end, problem }) => `${problem.code} ${path} "${deployment.textOf(path).slice(start, end)}"`,
  );

describe('users from CSV files', () => {
  it('have the headers of the cmdlets, in any case and order; other columns are ignored', () => {
    const deployment = withCsv(
      'MAILBOXLOCATION,SipAddress,Office,LineURI,Extension\nhosted,sip:a@contoso.com,"Main, 2nd",tel:+14255550101;ext=101,101;102\n',
    );
    expect(told(deployment)).toEqual(['a@contoso.com +14255550101;ext=101 hosted undefined true 101,102']);
    expect(problems(deployment)).toEqual([]);
  });

  it('take from the block what an empty cell leaves out', () => {
    const deployment = withCsv(
      'SipAddress,MailboxLocation,HostedVoicemailPolicy\na@contoso.com,,Cloud\nb@contoso.com,local,\n',
      'users U { csv "u.csv"  mailbox hosted  policy Other }',
    );
    expect(told(deployment)).toEqual([
      'a@contoso.com undefined hosted Cloud true undefined',
      'b@contoso.com undefined local Other true undefined',
    ]);
  });

  it('may mean two properties by one column, and have several columns of a list', () => {
    const columns = 'columns { sipAddress "Mail"  policy "Unit"  mailbox "Unit" { hosted "Cloud" } }';
    const mapped = withCsv('Unit,Mail\nCloud,a@contoso.com\n', `users U { csv "u.csv" ${columns} }`);
    expect(told(mapped)).toEqual(['a@contoso.com undefined hosted Cloud true undefined']);
    const listed = withCsv('SipAddress,Extension,Extension\na@contoso.com,101,102\n');
    expect(told(listed)).toEqual(['a@contoso.com undefined undefined undefined true 101,102']);
    expect(problems(mapped).concat(problems(listed))).toEqual([]);
  });

  it('may come from Get-CsUser by Export-Csv as they are', () => {
    const deployment = withCsv(
      '#TYPE Microsoft.Rtc.Management.ADConnect.Schema.OCSADUser\n"SipAddress","HostingProvider","LineURI"\n"sip:a@contoso.com","SRV:","tel:+14255550101"\n',
    );
    expect(
      [...deployment.users()].map((user) => [user.address, user.fact('line'), user.fact('hostingProvider')]),
    ).toEqual([['a@contoso.com', '+14255550101', UNSET]]);
    expect(problems(deployment)).toEqual([]);
  });

  it('say a property once', () => {
    const twice = withCsv('SipAddress,RegistrarPool,Pool\na@contoso.com,one.contoso.com,two.contoso.com\n');
    expect(problems(twice)).toEqual(['UM0006 /d/u.csv "Pool"']);
    const columns = 'columns { sipAddress "Mail"  mailbox "Mail"  mailbox "Unit" }';
    expect(problems(withCsv('Mail,Unit\n', `users U { csv "u.csv" ${columns} }`))).toEqual([
      'UM0006 /d/main.umtopo "mailbox"',
    ]);
  });

  it('are told once what `columns` makes of their cells wrongly', () => {
    const columns = 'columns { sipAddress "Mail"  mailbox "Unit" { nowhere "HQ" } }';
    const deployment = withCsv('Mail,Unit\na@contoso.com,HQ\nb@contoso.com,HQ\n', `users U { csv "u.csv" ${columns} }`);
    expect(problems(deployment)).toEqual(['UM1029 /d/main.umtopo "nowhere"']);
  });

  it('close the quotes of a cell, with nothing behind them; lines of delimiters are blank', () => {
    const open = '"+14255550102\n,\n';
    const deployment = withCsv(`SipAddress,LineURI\n,\na@contoso.com,"+14255550101"5\n,,\nb@contoso.com,${open}`);
    expect(problems(deployment)).toEqual(['UM0012 /d/u.csv """', 'UM0012 /d/u.csv """', `UM1008 /d/u.csv "${open}"`]);
    expect([...deployment.users()].map(({ address }) => address)).toEqual(['a@contoso.com', 'b@contoso.com']);
  });

  it('are none where `csv` is unset or not known', () => {
    expect(problems(withCsv('', 'users U { csv unset }\nusers V { csv unknown }'))).toEqual([]);
  });

  it('may have unset and unknown, booleans as 1 and 0, yes and no', () => {
    const deployment = withCsv(
      'SipAddress,EnterpriseVoiceEnabled,HostedVoicemailPolicy\na@contoso.com,No,unset\nb@contoso.com,1,unknown\n',
    );
    expect([...deployment.users()].map((user) => [user.fact('enterpriseVoice'), String(user.fact('policy'))])).toEqual([
      [false, 'Symbol(unset)'],
      [true, 'Symbol(unknown)'],
    ]);
  });

  it('have the columns that `columns` names, of the block before those of the deployment', () => {
    const columns = 'columns { sipAddress "Mail"  mailbox "Where" { hosted "O365", "Cloud"  local "HQ" } }';
    const csv = 'Mail;Where\na@contoso.com;CLOUD\nb@contoso.com;hq\nc@contoso.com;local\n';
    const deployment = withCsv(csv, `users U { csv "u.csv"  delimiter ";"  ${columns} }`);
    expect(told(deployment).map((text) => text.split(' ')[2])).toEqual(['hosted', 'local', 'local']);
  });

  it('may be quoted, with doubled quotes, delimiters and line ends inside; blank lines are skipped', () => {
    const deployment = withCsv('SipAddress,DisplayName\n\n"a@contoso.com","A ""B"", C\nD"\n\n\nb@contoso.com,E\n');
    expect([...deployment.users()].map((user) => user.fact('displayName'))).toEqual(['A "B", C\nD', 'E']);
    expect(problems(deployment)).toEqual([]);
  });

  it('have their mistakes reported at the cell', () => {
    const deployment = withCsv(
      'SipAddress,LineURI,MailboxLocation\na@contoso.com,call me,hosted\nb@contoso.com,+14255550102,somewhere\nc,+14255550103,local\n',
    );
    expect(problems(deployment)).toEqual([
      'UM1008 /d/u.csv "call me"',
      'UM1029 /d/u.csv "somewhere"',
      'UM1006 /d/u.csv "c"',
    ]);
  });

  it('have columns that stand for properties, and cells for values', () => {
    const columns = 'columns { sipAddress "Mail"  mailbx "Where"  mailbox "Where" { hostd "O365" } }';
    const deployment = withCsv('Mail,Where\na@contoso.com,local\n', `users U { csv "u.csv"  ${columns} }`);
    expect(problems(deployment)).toEqual(['UM0003 /d/main.umtopo "mailbx"', 'UM1029 /d/main.umtopo "hostd"']);
  });

  it('lose the values of a column that is missing, and nothing is concluded from it', () => {
    const deployment = withCsv(
      'Mail,Where\na@contoso.com,local\n',
      'users U { csv "u.csv"  columns { sipAddress "Mail"  line "Phone" } }',
    );
    expect(problems(deployment)).toEqual(['UM0012 /d/u.csv "Mail,Where"']);
    expect([...deployment.users()].map((user) => String(user.fact('line')))).toEqual(['Symbol(invalid)']);
  });

  it('warn of a ragged row and go on', () => {
    const deployment = withCsv(
      'SipAddress,MailboxLocation\na@contoso.com\nb@contoso.com,local,what\nc@contoso.com,local\n',
    );
    expect(problems(deployment)).toEqual([
      'UM0012 /d/u.csv "a@contoso.com"',
      'UM0012 /d/u.csv "b@contoso.com,local,what"',
    ]);
    expect(deployment.userCount).toBe(3);
  });

  it('say once that a column is missing, with the delimiter that the file seems to have', () => {
    const deployment = withCsv('SipAddress;MailboxLocation\na@contoso.com;local\n');
    const [problem, other] = [...deployment.textProblems()];
    expect(problem?.problem.message).toContain('";": say so by `delimiter`');
    expect(other).toBeUndefined();
  });

  it.each([
    ['csv "gone.csv"', 'UM0011'],
    ['csv "../outside.csv"', 'UM0011'],
    ['csv "/etc/users.csv"', 'UM0011'],
  ])('%s: %s at the name', (csv, code) => {
    expect(problems(withCsv('', `users U { ${csv} }`))).toEqual([`${code} /d/main.umtopo "${csv.slice(4)}"`]);
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+14255550101', '-x', '@cmd', "'=quoted", "''@", 'a,b', 'say "x"', ' blank ', 'line\nend', 'plain'])(
    '%j reads back as it was',
    (text) => {
      const written = csvCell(text);
      const inner = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
      expect(isFormulaGuarded(inner) ? inner.slice(1) : inner).toBe(text);
      expect(/^[=+\-@]/.test(inner)).toBe(false);
    },
  );
});
