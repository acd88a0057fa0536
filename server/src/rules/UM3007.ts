import type { Declaration } from '../model/declaration';
import { addDeclaration, setProperty } from './fixes';
import type { Fix, Rule, RulePage } from './types';

export const rule: Rule = {
  code: 'UM3007',
  severity: 'error',
  title: 'Not exactly one default SIP domain',
  basis: 'documented',
  source: ['PS-SIPDOM'],
  checks: [
    {
      looksAt: 'deployment',
      check({ deployment, read, report, complete }) {
        const seen = new Set<string>();
        const isDefault = (domain: Declaration): boolean => read.flag(domain, 'isDefault') === true;
        // A domain declared twice is UM3008; it is the default when one of its declarations says so.
        const domains = [...deployment.all('sipDomain')]
          .sort((a, b) => Number(isDefault(b)) - Number(isDefault(a)))
          .filter(({ key }) => !seen.has(key) && seen.add(key));
        const each = new Set(domains);
        const inOrder = deployment.all('sipDomain').filter((domain) => each.has(domain));
        const defaults = inOrder.filter(isDefault);
        const [first] = defaults;
        const { head } = deployment;
        if (first === undefined) {
          complete('sipDomain');
          const [candidate] = inOrder;
          const at = candidate ?? head;
          if (at === undefined) return;
          const forest = head?.fact('forest');
          report({
            at: {
              path: at.path,
              ...(candidate?.written.has('isDefault') ? candidate.valueSpan('isDefault') : at.head),
            },
            message: `Exactly one SIP domain must be the default; found none${candidate ? '' : ', as no SIP domain is declared'}. Calls from the telephone network carry the default domain`,
            fixes: () => {
              if (inOrder.length > 0)
                return inOrder.slice(0, 4).map((domain, i) => ({
                  ...setProperty(domain, 'isDefault', 'true', `Make ${domain.name} the default`),
                  preferred: i === 0,
                }));
              return typeof forest === 'string'
                ? [
                    addDeclaration(
                      deployment,
                      `sipDomain ${forest} { isDefault true }`,
                      head,
                      `Declare SIP domain ${forest}`,
                    ),
                  ]
                : [];
            },
          });
          return;
        }
        for (const domain of defaults.slice(1)) {
          report({
            at: { path: domain.path, ...domain.valueSpan('isDefault') },
            message: `Exactly one SIP domain must be the default; found ${defaults.length}: making ${domain.name} the default demotes ${first.name}`,
            related: [
              { at: { path: first.path, ...first.valueSpan('isDefault') }, message: `${first.name} is the default` },
            ],
            fixes: () => [
              setProperty(domain, 'isDefault', 'false', `Keep ${first.name} as the default`),
              ...(defaults.length <= FEW ? [demote(domain, defaults)] : []),
            ],
          });
        }
      },
    },
  ],
};

/** Every one of them says how to demote all others: with more, the fix that keeps the first is enough. */
const FEW = 20;

function demote(domain: Declaration, defaults: readonly Declaration[]): Fix {
  return {
    title: `Make ${domain.name} the default`,
    edits: defaults
      .filter((other) => other !== domain)
      .flatMap((other) => setProperty(other, 'isDefault', 'false').edits),
  };
}

export const page: RulePage = {
  explanation: `One SIP domain is the default, never none and never two: marking another one demotes the first, and \`-IsDefault $False\` is refused. Calls from the telephone
network to hosted UM carry the default domain, so it decides whether the provider can look up where they come from. After a change RTCCAA and RTCCAS must be
restarted.`,
  bad: `sipDomain contoso.com { isDefault true }
sipDomain fabrikam.com { isDefault true }
                                   ^^^^`,
  good: `sipDomain contoso.com { isDefault true }
sipDomain fabrikam.com`,
  within: 'onPremises',
  alsoBad: [
    `sipDomain contoso.com
          ^^^^^^^^^^^`,
    `sipDomain contoso.com { isDefault false }
                                  ^^^^^
sipDomain fabrikam.com`,
    `// Without sipDomain, users, exUmContact
deployment Contoso { server lync2013  mode onPremises  forest contoso.com }
           ^^^^^^^`,
  ],
};
