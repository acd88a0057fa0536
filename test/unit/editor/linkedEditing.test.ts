import { describe, expect, it } from 'vitest';
import { linkedRanges } from '../../../server/src/editor/linkedEditing';
import { atCursor, shown } from './support';

function linked(source: string): string[] {
  const at = atCursor(source);
  return linkedRanges(at.deployment, at.path, at.offset).map((span) => shown(at.deployment, at.path, span));
}

describe('linked editing', () => {
  it('changes the pilot of a hunt group with its dial plan', () => {
    const group =
      'exchange E { version 2013  umHuntGroup H { umDialPlan Red$0mond  umIPGateway G  pilotIdentifier Redmond } }';
    expect(linked(group)).toEqual(['/main.umtopo 1:55 Redmond', '/main.umtopo 1:95 Redmond']);
    expect(linked(group.replace('pilotIdentifier Redmond', 'pilotIdentifier Spokane'))).toEqual([]);
    expect(linked(group.replace('pilotIdentifier Redmond', 'pilotIdentifier redmond'))).toEqual([]);
    expect(linked(group.replace('$0', '').replace('umIPGateway G', 'umIPGateway $0G'))).toEqual([]);
  });

  it('changes the names of a certificate with its subject, in quotes as well', () => {
    expect(linked('certificate C { subject sip.contoso.com  san "sip.con$0toso.com", av.contoso.com }')).toEqual([
      '/main.umtopo 1:25 sip.contoso.com',
      '/main.umtopo 1:47 sip.contoso.com',
    ]);
  });

  it('changes the principal name of a user with the address, in this row only', () => {
    const rows = `users U {
  al$0ice@contoso.com  userPrincipalName alice@contoso.com
  bob@contoso.com  userPrincipalName alice@contoso.com
}`;
    expect(linked(rows)).toEqual(['/main.umtopo 2:3 alice@contoso.com', '/main.umtopo 2:40 alice@contoso.com']);
  });
});
