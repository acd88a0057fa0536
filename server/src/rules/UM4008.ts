import { removeProperty, setProperty } from './fixes';
import { modeOf } from './modes';
import type { Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM4008',
  severity: 'warning',
  title: 'Hosted policy or provider in on-premises mode',
  basis: 'documented',
  source: ['POL'],
  checks: [
    {
      looksAt: 'declaration',
      kinds: ['hostedVoicemailPolicy'],
      check(policy, context) {
        if (context.deployment.standalone || modeOf(context) !== 'onPremises') return;
        const destination = context.read.text(policy, 'destination');
        if (destination === undefined) return;
        context.report({
          at: { path: policy.path, ...policy.valueSpan('destination') },
          message: `Policy ${policy.name} sends calls to ${destination}, but in on-premises mode local UM answers: hosted policies are not needed`,
          fixes: () => {
            const remove = removeProperty(policy, 'destination');
            return remove ? [{ ...remove, preferred: true }] : [];
          },
        });
      },
    },
    {
      looksAt: 'declaration',
      kinds: ['hostingProvider'],
      check(provider, context) {
        const { read, report, deployment } = context;
        if (deployment.standalone || modeOf(context) !== 'onPremises') return;
        // One that hosts Lync accounts has its own reason to share the address space.
        if (read.flag(provider, 'enabledSharedAddressSpace') !== true || read.flag(provider, 'hostsOCSUsers') === true)
          return;
        report({
          at: { path: provider.path, ...provider.valueSpan('enabledSharedAddressSpace') },
          message: `${provider.name} is in the shared SIP address space, which on-premises mode doesn't need: local UM answers every call`,
          fixes: () => [setProperty(provider, 'enabledSharedAddressSpace', 'false')],
        });
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `In on-premises mode Exchange UM servers inside answer every call; ExUM Routing finds them by the users' EUM proxy addresses, and no hosted voice mail
policy is consulted. A policy with a destination, or a provider in the shared address space, is left over or in advance: it has no effect until a flag is set by
mistake, and then the call leaves for a service that has no mailbox.

Remove it, or declare \`mode mixed\` when some users are to be hosted.`,
  within: 'onPremises',
  bad: `hostedVoicemailPolicy global { destination um.fabrikam.com  organization fabrikam.com }
                                           ^^^^^^^^^^^^^^^
hostingProvider Fabrikam { proxyFqdn um.fabrikam.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }
                                                                                              ^^^^`,
  good: `hostedVoicemailPolicy global { description "not used" }`,
};
