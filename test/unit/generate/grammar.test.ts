import { describe, expect, it } from 'vitest';
import { kinds, userRow } from '../../../server/src/vocabulary';
import { scopesOf, tokensOf } from './tokens';

const kind = 'keyword.control.declaration';
const name = 'entity.name.type.class';
const property = 'variable.other.property';
const reference = 'entity.name.type.class.reference';

const scopeIn = async (text: string, word: string) =>
  (await tokensOf(text)).filter((token) => token.text === word).map(({ scope }) => scope);

describe('the grammar', () => {
  it('colours declarations, properties and values', async () => {
    expect(await scopesOf('deployment Contoso { server lync2013  transitional TRUE }')).toBe(
      `deployment:${kind} Contoso:${name} server:${property} lync2013:variable.other.enummember transitional:${property} TRUE:variable.other.enummember.boolean`,
    );
  });

  it('tells a kind from a property of the same word by the block around it', async () => {
    expect(await scopesOf('site Redmond { pool pool01.contoso.com { role edge } }')).toContain(`pool:${kind}`);
    expect(await scopesOf('users Finance { pool pool01.contoso.com }')).toContain(`pool:${property}`);
  });

  it('reserves no word', async () => {
    expect(await scopesOf('hostedVoicemailPolicy users { destination exap.um.outlook.com }')).toContain(
      `users:${name}`,
    );
    expect(await scopesOf('users deployment { policy users }')).toBe(
      `users:${kind} deployment:${name} policy:${property} users:${reference}`,
    );
  });

  it('colours the rows of users, short and long', async () => {
    const text =
      "users A {\n  o'hara@contoso.com line +14255550101;ext=101\n  b@contoso.com {\n    mailbox hosted\n  }\n}";
    expect(await scopesOf(text)).toBe(
      `users:${kind} A:${name} o'hara@contoso.com:variable.other.readwrite.sip-address line:${property} +14255550101;ext=101:constant.numeric.phone b@contoso.com:variable.other.readwrite.sip-address mailbox:${property} hosted:variable.other.enummember`,
    );
  });

  it('colours the rows of zones and firewalls', async () => {
    expect(await scopesOf('publicDnsZone contoso.com {\n  srv _sip._tls port 443 domainName sip.contoso.com\n}')).toBe(
      `publicDnsZone:${kind} contoso.com:${name} srv:keyword.control.row _sip._tls:entity.name.type.class.owner port:${property} 443:constant.numeric domainName:${property} sip.contoso.com:string.unquoted.fqdn`,
    );
    expect(await scopesOf('firewall F { allow from internet to accessEdge protocol tcp ports 50000-59999 }')).toBe(
      `firewall:${kind} F:${name} allow:keyword.control.row from:${property} internet:variable.other.enummember to:${property} accessEdge:variable.other.enummember protocol:${property} tcp:variable.other.enummember ports:${property} 50000-59999:constant.numeric.range`,
    );
  });

  it('colours waves and expectations', async () => {
    expect(await scopesOf('wave W {\n  move every user with mailbox local to hosted policy Cloud\n}')).toContain(
      'move:keyword.control.move every:keyword.control.word user:keyword.control.crowd with:keyword.control.word mailbox:keyword.control.filter',
    );
    expect(await scopesOf('expect a@contoso.com reaches umDialPlan Redmond on busy before Pilot')).toBe(
      'expect:keyword.control.expect a@contoso.com:variable.other.readwrite.sip-address reaches:keyword.control.word umDialPlan:keyword.control.kind Redmond:entity.name.type.class.reference on:keyword.control.word busy:variable.other.enummember before:keyword.control.word Pilot:entity.name.type.class.reference',
    );
  });

  it('continues a list behind a comma at the end of a line, and nothing else', async () => {
    const text =
      'site S {\n  pool p.contoso.com {\n    computers a.contoso.com,\n      b.contoso.com\n    role\n    edgePool e.contoso.com\n  }\n}';
    const tokens = await tokensOf(text);
    const scopeOf = (word: string) => tokens.find((token) => token.text === word)?.scope;
    expect(scopeOf('b.contoso.com')).toBe('string.unquoted.fqdn');
    expect(scopeOf('role')).toBe(property);
    expect(scopeOf('edgePool')).toBe(property);
    expect(scopeOf('e.contoso.com')).toBe(reference);
  });

  it('goes on where a brace is missing', async () => {
    const text = 'site Redmond {\n  pool p.contoso.com {\n    role edge\n\nsipDomain contoso.com { isDefault true }';
    expect(await scopesOf(text)).toContain(`sipDomain:${kind} contoso.com:${name} isDefault:${property}`);
  });

  it('ends an open string and an unfinished declaration with their line', async () => {
    expect(await scopesOf('allowedDomain "fabrikam\nsipDomain contoso.com')).toContain(`sipDomain:${kind}`);
    expect(await scopesOf('deployment\nsipDomain contoso.com')).toBe(
      `deployment:${kind} sipDomain:${kind} contoso.com:${name}`,
    );
  });

  it('takes a brace on the next line', async () => {
    expect(await scopesOf('sipDomain contoso.com // ours\n{\n  isDefault true\n}')).toContain(`isDefault:${property}`);
  });

  it('colours strings, escapes and comments', async () => {
    expect(await scopeIn('blockedDomain a.b { comment "x\\"\\u00e9\\q" }', '\\"')).toEqual([
      'constant.character.escape',
    ]);
    expect(await scopeIn('blockedDomain a.b { comment "x\\q" }', '\\q')).toEqual(['invalid.illegal.escape']);
    expect((await tokensOf('/// about\nsite S'))[1]?.scope).toBe('comment.line.documentation');
    expect(await scopeIn('// umtopo-disable-next-line UM4006, UM4037: reason', 'umtopo-disable-next-line')).toEqual([
      'keyword.other.suppression',
    ]);
    expect(await scopesOf('/* site\n x */ site S')).toContain(`site:${kind} S:${name}`);
  });

  it('colours what is known to be empty or not known', async () => {
    expect(await scopesOf('users A {\n a@b.c hostedVoiceMail unset policy unknown\n}')).toContain(
      `hostedVoiceMail:${property} unset:variable.other.enummember policy:${property} unknown:variable.other.enummember`,
    );
  });

  it.each(kinds.map((each) => [each.name, each] as const))('knows every word of %s', async (_, each) => {
    const properties = each.rows?.includes(userRow) ? userRow.properties : each.properties;
    const words = properties.flatMap((own) => [own.name, ...(own.aliases ?? [])]);
    const title = each.nameType === 'none' ? '' : ' "N"';
    const tokens = await tokensOf(`${each.name}${title} {\n${words.map((word) => `  ${word} "v"`).join('\n')}\n}`);
    const coloured = tokens.filter(({ scope }) => scope === property).map(({ text }) => text);
    expect(coloured).toEqual(words);
  });
});

describe('the Markdown injection', () => {
  it('colours fences of the language, and ends with them', async () => {
    const text = '# Title\n\n```umtopo\nsipDomain contoso.com\n```\n\nsipDomain contoso.com';
    const tokens = await tokensOf(text, 'text.html.markdown');
    expect(tokens.filter(({ text: word }) => word === 'sipDomain').map(({ scope }) => scope)).toEqual([kind]);
  });
});
