import type { Declaration } from '../model/declaration';
import { kinds } from '../vocabulary';
import type { KindName } from '../vocabulary/types';
import { replace } from './fixes';
import { freeName, writtenName } from './names';
import type { Fix, Rule, RulePage } from './types';

/** Kinds whose repetition has a code of its own: UM0010, UM3001, UM3005, UM3008, UM3009, UM3011. */
const others: ReadonlySet<KindName> = new Set<KindName>([
  'deployment',
  'exUmContact',
  'hostingProvider',
  'publicProvider',
  'sipDomain',
  'hostedVoicemailPolicy',
]);

/** Kinds whose name is nothing but a label. */
const labels: ReadonlySet<KindName> = new Set<KindName>(['users', 'wave', 'certificate', 'firewall', 'rgsAgentGroup']);

export const rule: Rule = {
  code: 'UM0007',
  severity: 'error',
  title: 'Declared twice',
  basis: 'language',
  source: [],
  checks: [
    {
      looksAt: 'declaration',
      kinds: kinds.map((kind) => kind.name).filter((name) => !others.has(name)),
      check(declaration, { deployment, report }) {
        const { kind } = declaration;
        if (kind.nameType !== 'none' && (declaration.nameFault || declaration.key === '')) return;
        const first = (
          kind.nameType === 'none' ? deployment.all(kind.name) : deployment.named(kind.name, declaration.name)
        ).find((other) => other.organization === declaration.organization);
        if (first === undefined || first === declaration) return;
        const what = kind.nameType === 'none' ? `The ${kind.singular}` : `${kind.singular} ${declaration.name}`;
        report({
          at: { path: declaration.path, ...declaration.head },
          message: `${what.charAt(0).toUpperCase()}${what.slice(1)} is declared twice: no declaration is continued elsewhere, and the first one counts`,
          related: [{ at: { path: first.path, ...first.head }, message: 'The first declaration' }],
          fixes: () => {
            const label = labels.has(kind.name);
            const name = freeName(deployment, kind.name, (n) => `${declaration.name}${n + 1}`);
            return [
              ...(label
                ? [replace(declaration.path, declaration.head, writtenName(name), `Rename this one to ${name}`, true)]
                : []),
              ...(kind.name === 'users' ? [] : [removeDeclaration(declaration)]),
            ];
          },
        });
      },
    },
  ],
};

/** Takes a whole declaration out of its file. */
export function removeDeclaration(declaration: Declaration, title = 'Remove this declaration'): Fix {
  const { node, path, span } = declaration;
  // Its doc comment goes with it: left behind, it would belong to the next one.
  const start = node.doc ? declaration.absolute(node.doc).start : span.start;
  return replace(path, { start, end: span.end }, '', title);
}

export const page: RulePage = {
  explanation: `A name stands for one object. Names are global in a deployment, whatever file they are in, one namespace for each kind; inside \`exchange\` and \`tenant\`
they belong to that organization. Case makes no difference. A second declaration neither adds to the first nor replaces it: only the first one counts, and export
would write the object once.

Put the properties into one block, or give the second object a name of its own.`,
  bad: `voicePolicy Escape { enableVoicemailEscapeTimer true }
voicePolicy escape { pstnVoicemailEscapeTimer 2000 }
            ^^^^^^`,
  good: `voicePolicy Escape {
  enableVoicemailEscapeTimer true
  pstnVoicemailEscapeTimer 2000
}`,
  alsoBad: [
    `accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true }
accessEdgeConfiguration { enablePartnerDiscovery false }
^^^^^^^^^^^^^^^^^^^^^^^`,
    `users Sales { pool pool01.contoso.com  mailbox hosted  policy Cloud  erin@contoso.com { line +14255550105 } }
users Sales { pool pool01.contoso.com  mailbox hosted  policy Cloud  frank@contoso.com { line +14255550106 } }
      ^^^^^`,
  ],
  alsoGood: [
    `// Two organizations may have a dial plan of the same name.
exchange Europe {
  version 2013
  umDialPlan Plant { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 44 }
  umServer ex11.contoso.com { umStartupMode dual  dialPlans Plant }
  umServer ex12.contoso.com { umStartupMode dual  dialPlans Plant }
}
exchange Asia {
  version 2013
  umDialPlan Plant { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 81 }
  umServer ex21.contoso.com { umStartupMode dual  dialPlans Plant }
  umServer ex22.contoso.com { umStartupMode dual  dialPlans Plant }
}`,
  ],
};
