import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { plainReader } from '../../../server/src/model/facts';
import { firstUsers } from '../../../server/src/model/placement';
import { Survey } from '../../../server/src/model/survey';
import { lookingAtUsers } from '../../../server/src/model/userLooks';
import { Workspace } from '../../../server/src/model/workspace';

const path = '/main.umtopo';

/** A block of many rows, most of them alike. */
class Watched {
  private readonly workspace = new Workspace();
  readonly policies = new Survey((placement) => plainReader.text(placement, 'policy'));

  constructor() {
    const rows = Array.from(
      { length: 1200 },
      (_, i) => `  user${i}@contoso.com  line +14255550101;ext=${10_000 + i}  policy Gold\n`,
    );
    rows[1] = '  ann@contoso.com  line +14255550101;ext=9999  policy Iron\n';
    const head =
      'deployment Contoso { server lync2013  mode mixed }\nhostedVoicemailPolicy Gold { destination one }\nusers A { pool p.contoso.com  mailbox hosted\n';
    this.workspace.set(path, `${head}${rows.join('')}}\n`);
    this.workspace.refresh();
  }

  get deployment(): Deployment {
    return this.workspace.deployments[0] as Deployment;
  }

  edit(from: string, to: string): void {
    const start = this.workspace.file(path)?.text.indexOf(from) ?? -1;
    if (start < 0) throw new Error(`there is no ${from}`);
    this.workspace.edit(path, [{ start, end: start + from.length, text: to }]);
    this.workspace.refresh();
  }

  /** Looks at users. @returns whether who looks again would see the same. */
  look(conclude: () => void): () => boolean {
    const looks = lookingAtUsers(conclude);
    return () => [...looks.values()].every((look) => look.stands());
  }

  first(policy: string, limit: number): () => boolean {
    const placements = this.deployment.placements().filter((placement) => placement.fact('policy') === policy);
    return this.look(() => firstUsers(placements, limit));
  }

  asked(about: (answers: ReturnType<Watched['policies']['of']>) => unknown): () => boolean {
    return this.look(() => about(this.policies.of(this.deployment, () => {})));
  }
}

describe('what was looked at of users stands', () => {
  it('of the first users of a placement, while rows before them move and rows behind them change', () => {
    const watched = new Watched();
    const stands = watched.first('Gold', 2);
    watched.edit('deployment', '// Moved.\ndeployment');
    watched.edit('user1100@', 'other1100@');
    expect(stands()).toBe(true);
    watched.edit('user2@', 'other2@');
    expect(stands()).toBe(false);
  });

  it('of all users of a placement, until there are more of them', () => {
    const watched = new Watched();
    const stands = watched.first('Iron', 3);
    watched.edit('user1100@', 'other1100@');
    expect(stands()).toBe(true);
    watched.edit('ext=11150  policy Gold', 'ext=11150  policy Iron');
    expect(stands()).toBe(false);
  });

  it('of answers, while others give the same ones', () => {
    const watched = new Watched();
    const [values, users, who] = [
      watched.asked((answers) => answers.map(({ value }) => value)),
      watched.asked((answers) => answers.map((answer) => answer.users)),
      watched.asked((answers) => answers.map((answer) => answer.placements)),
    ];
    const stand = () => [values(), users(), who()];
    expect(stand()).toEqual([true, true, true]);
    watched.edit('policy Iron', 'policy Iron  enterpriseVoice true');
    expect(stand()).toEqual([true, true, false]);
    watched.edit('ext=11150  policy Gold', 'ext=11150  policy Iron');
    expect(stand()).toEqual([true, false, false]);
    watched.edit('ext=11151  policy Gold', 'ext=11151  policy Other');
    expect(stand()).toEqual([false, false, false]);
  });

  it('of those of whom it is not known, while the same is not known of as many', () => {
    const watched = new Watched();
    const both = new Survey((placement) =>
      [plainReader.text(placement, 'policy'), plainReader.text(placement, 'mailbox')].join(),
    );
    const ask = () => watched.look(() => both.of(watched.deployment, () => {}));
    watched.edit('ext=11151  policy Gold', 'ext=11151  policy unknown');
    let stands = ask();
    watched.edit('policy unknown', 'policy unknown  enterpriseVoice true');
    expect(stands()).toBe(true);
    watched.edit('policy unknown', 'mailbox unknown  policy Gold');
    expect(stands()).toBe(false);
    stands = ask();
    watched.edit('ext=11152  policy Gold', 'ext=11152  mailbox unknown  policy Gold  enterpriseVoice true');
    expect(stands()).toBe(false);
  });

  it('of the first who gave an answer, while it is the same one', () => {
    const watched = new Watched();
    const firsts = watched.asked((answers) => answers.map(({ first }) => first));
    watched.edit('ext=11150  policy Gold', 'ext=11150  policy Gold  enterpriseVoice true');
    expect(firsts()).toBe(true);
    watched.edit('user0@contoso.com  line +14255550101;ext=10000  policy Gold', 'user0@contoso.com  policy Gold');
    expect(firsts()).toBe(false);
  });

  it('of some answers, while these are given, whatever others are', () => {
    const watched = new Watched();
    const given: unknown[] = [];
    const stands = watched.look(() => {
      given.push(...watched.policies.among(watched.deployment, new Set(['Gold', 'Tin']), () => {}));
    });
    expect(given).toEqual(['Gold']);
    watched.edit('policy Iron', 'policy Lead');
    expect(stands()).toBe(true);
    watched.edit('policy Lead', 'policy Tin');
    expect(stands()).toBe(false);
    watched.edit('policy Tin', 'policy unknown');
    expect(stands()).toBe(false);
  });

  it('of those whose fact is broken, for who wants to hear of these', () => {
    const watched = new Watched();
    const voice = new Survey((placement) => plainReader.flag(placement, 'enterpriseVoice'));
    const heard: string[] = [];
    const hear = () => void heard.push('not known');
    const deaf = watched.look(() => voice.of(watched.deployment, hear));
    let hearing = watched.look(() => voice.of(watched.deployment, hear, () => void heard.push('broken')));
    watched.edit('policy Iron', 'policy Iron  enterpriseVoice perhaps');
    expect([deaf(), hearing()]).toEqual([true, false]);
    hearing = watched.look(() => voice.of(watched.deployment, hear, () => void heard.push('broken')));
    expect(heard).toEqual(['broken']);
    watched.edit('ext=11150  policy Gold', 'ext=11150  policy Gold  enterpriseVoice perhaps');
    expect([deaf(), hearing()]).toEqual([true, false]);
    watched.edit('enterpriseVoice perhaps', 'enterpriseVoice unknown');
    expect(deaf()).toBe(false);
  });

  it('of answers that are told apart by less than they say, while they say the same', () => {
    const watched = new Watched();
    const destinations = new Survey(
      (placement) => {
        const policy = placement.deployment.find('hostedVoicemailPolicy', plainReader.text(placement, 'policy'));
        return policy && plainReader.text(policy, 'destination');
      },
      () => 'any',
    );
    const stands = watched.look(() => destinations.of(watched.deployment, () => {}));
    watched.edit('ext=11151  policy Gold', 'ext=11151  policy Iron');
    expect(stands()).toBe(true);
    watched.edit('destination one', 'destination two');
    expect(stands()).toBe(false);
  });
});
