import type { FactReader } from '../model/facts';
import type { Person } from '../model/person';
import { type Attribute, attributeOf, attributeText } from './attribute';
import type { Decision } from './types';

/** Which UM the called user belongs to, and why. `open`: no document says. */
export interface Choice {
  readonly um: 'hosted' | 'local' | 'none' | 'open';
  readonly decision: Decision;
  readonly attribute?: Attribute;
  /** The local UM dial plan whose EUM proxy addresses the user has. */
  readonly umDialPlan?: string;
}

/**
 * What ExUM Routing decides for the called user: the attribute first, then the EUM proxy addresses. [ROUTE]
 * @throws UnknownFact when it hangs on a fact that isn't known.
 */
export function chooseUm(read: FactReader, person: Person): Choice {
  const online = read.text(person, 'hostingProvider');
  if (online !== undefined) {
    const because = `The user is homed online at ${online}: voice mail is that provider's affair, ExUM Routing isn't asked`;
    return {
      um: 'none',
      decision: { step: 'chooseUm', because, source: 'MOVEBACK', cause: person.cause('hostingProvider') },
    };
  }
  if (read.flag(person, 'enterpriseVoice') === false) {
    const because = 'The user is not enabled for Enterprise Voice: voice mail is never invoked';
    return {
      um: 'none',
      decision: { step: 'chooseUm', because, source: 'CVM', cause: person.cause('enterpriseVoice') },
    };
  }
  const attribute = attributeOf(read, person);
  const text = attributeText(attribute);
  const said = attribute.property ? '' : ', as export will set it for the declared mailbox';
  const cause = person.cause(attribute.property ?? 'mailbox');
  if (attribute.malformed.length > 0) {
    const because = `msExchUCVoiceMailSettings holds ${text}: no document says what ExUM Routing makes of ${attribute.malformed.join(', ')}`;
    return { um: 'open', attribute, decision: { step: 'chooseUm', because, source: 'USER', inferred: true, cause } };
  }
  if (attribute.exchange !== undefined && attribute.lync !== undefined && attribute.exchange !== attribute.lync) {
    const because = `msExchUCVoiceMailSettings holds ${text}: its two writers disagree, and no document says who wins`;
    return { um: 'open', attribute, decision: { step: 'chooseUm', because, source: 'USER', inferred: true, cause } };
  }
  if (attribute.exchange || attribute.lync) {
    // Whether there are EUM proxies doesn't matter; the plan is only read where it is known, to say that it lost.
    const beaten =
      typeof person.fact('umDialPlan') === 'string'
        ? `, and wins over the EUM proxy addresses of UM dial plan ${String(person.fact('umDialPlan'))}`
        : '';
    const because = `msExchUCVoiceMailSettings holds ${text}${said}: voice mail is hosted${beaten}`;
    return { um: 'hosted', attribute, decision: { step: 'chooseUm', because, source: 'ROUTE', cause } };
  }
  const umDialPlan = read.text(person, 'umDialPlan');
  const empty = attribute.exchange === undefined && attribute.lync === undefined;
  const off = empty
    ? 'msExchUCVoiceMailSettings is empty'
    : `msExchUCVoiceMailSettings holds ${text}, hosted voice mail is off`;
  if (umDialPlan !== undefined) {
    const because = `${off}, and the user has EUM proxy addresses of UM dial plan ${umDialPlan}: local UM answers`;
    const decision: Decision = {
      step: 'chooseUm',
      because,
      source: empty ? 'ROUTE' : 'B-AHAS2',
      cause: person.cause('umDialPlan'),
    };
    return { um: 'local', attribute, umDialPlan, decision };
  }
  const because = `${off}, and the user has no EUM proxy address: there is no voice mail`;
  return { um: 'none', attribute, decision: { step: 'chooseUm', because, source: 'ROUTE', inferred: true, cause } };
}
