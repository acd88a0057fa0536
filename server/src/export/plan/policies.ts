import type { Declaration } from '../../model/declaration';
import type { KindName } from '../../vocabulary/types';
import { hasSince, listFact, textFact } from '../facts';
import type { Phase } from '../plan';
import { causesOf, type PlanBuilder } from './builder';
import { type ObjectForm, objectAction, undoOf } from './objects';
import { byScope, isGlobal, policyIdentity } from './scopes';

/** What the steps of scoped objects differ in. */
interface Scoped {
  readonly kind: KindName;
  readonly phase: Phase;
  readonly id: string;
  readonly form: Partial<ObjectForm>;
  readonly why: (declaration: Declaration) => string;
  /** What comes first. */
  readonly after?: readonly Phase[];
  readonly source: readonly string[];
}

function addScoped(builder: PlanBuilder, scoped: Scoped): void {
  for (const declaration of byScope(builder.deployment.all(scoped.kind))) {
    const identity = policyIdentity(declaration);
    const action = objectAction(builder, declaration, { ...scoped.form, identity, exists: isGlobal(declaration) });
    // The global one is there; where this server version has none of its declared parameters there is nothing to do.
    if (isGlobal(declaration) && action.change === undefined) continue;
    builder.add(scoped.phase, [scoped.id, identity.replace(':', '.')], {
      title: `${capital(declaration.kind.singular)} ${identity}`,
      why: scoped.why(declaration),
      proof: `${declaration.kind.cmdlets.get} -Identity '${identity}' shows the values below.`,
      action,
      undo: isGlobal(declaration) ? { type: 'restore' } : undoOf(declaration, identity),
      requires: builder.idsOf(...(scoped.after ?? [])),
      source: scoped.source,
      causes: causesOf(declaration),
    });
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How media is encrypted. [PS-MEDIA] */
export function mediaSteps(builder: PlanBuilder): void {
  addScoped(builder, {
    kind: 'mediaConfiguration',
    phase: 'media',
    id: 'MediaConfiguration',
    form: { always: ['encryptionLevel'] },
    why: () =>
      'It has to fit the VoIPSecurity of the UM dial plans: with RequireEncryption, the default, only plans that are Secured answer.',
    source: ['PS-MEDIA', 'EX-LYNC'],
  });
}

/** Where the hosted UM of users and contacts is: the global policy is only ever set. [POL] [PS-NEWHVP] */
export function hostedPolicySteps(builder: PlanBuilder): void {
  addScoped(builder, {
    kind: 'hostedVoicemailPolicy',
    phase: 'policy',
    after: ['provider'],
    id: 'HostedVoicemailPolicy',
    form: {
      always: ['destination', 'organization'],
      lists: ['Organization'],
      joined: ['Organization'],
      described: true,
    },
    why: (declaration) => {
      const destination = textFact(declaration, 'destination');
      if (destination === undefined) return 'It names no destination: nobody under it can have hosted voice mail.';
      const organizations = listFact(declaration, 'organization').join(', ');
      return `It sends the calls of those it applies to to ${destination}${organizations && `, for ${organizations}`}.`;
    },
    source: ['POL', 'PS-NEWHVP'],
  });
}

/** Voice policies, for voice mail escape, and the dial plans of Lync. [ESCAPE] [PS-DIALPLAN] */
export function voiceSteps(builder: PlanBuilder): void {
  const hasTimer = hasSince(builder.server, 'lync2013');
  addScoped(builder, {
    kind: 'voicePolicy',
    phase: 'policy',
    id: 'VoicePolicy',
    form: {
      always: hasTimer ? ['enableVoicemailEscapeTimer', 'pstnVoicemailEscapeTimer'] : [],
      described: true,
    },
    why: () =>
      hasTimer
        ? 'Its timer decides whether the voice mail of a mobile phone may take a call that is meant for Exchange.'
        : 'It is granted to users. Lync Server 2010 has no timer for voice mail escape.',
    source: ['ESCAPE', 'PS-VOICEPOL'],
  });
  addScoped(builder, {
    kind: 'dialPlan',
    phase: 'policy',
    id: 'DialPlan',
    form: { described: true },
    why: () => 'It brings what users dial into the form in which numbers of contacts and users are looked up.',
    source: ['PS-DIALPLAN', 'OP-PROC'],
  });
}

/** Where voice mail of a branch goes while its line is down; the numbers are those of contacts, so these come first. [PS-REROUTE] */
export function reroutingSteps(builder: PlanBuilder): void {
  addScoped(builder, {
    kind: 'voicemailReroutingConfiguration',
    phase: 'rerouting',
    after: ['hostedContacts'],
    id: 'Rerouting',
    form: { always: ['enabled', 'autoAttendantNumber', 'subscriberAccessNumber'] },
    why: () =>
      'While the line to the central site is down, voice mail goes over the telephone network to these numbers. They must be those of contacts that exist.',
    source: ['PS-REROUTE', 'BRANCH'],
  });
}
