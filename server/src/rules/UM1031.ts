import { replace } from './fixes';
import type { Fix, Rule, RulePage } from './types';

const form = /^https:\/\/[^\s/]+(\/\S*)?$/i;

export const rule: Rule = {
  code: 'UM1031',
  severity: 'error',
  title: 'AutodiscoverUrl that is no https URL',
  basis: 'recommended',
  source: ['PS-NEWHP', 'FEDLO'],
  checks: [
    {
      looksAt: 'text',
      fixes({ path, start, end }, deployment): Fix[] {
        const written = deployment.textOf(path).slice(start, end).replaceAll('"', '').trim();
        const url = `https://${written.replace(/^[a-z]*:?\/*/i, (scheme) => (/[:/]/.test(scheme) ? '' : scheme))}`;
        return form.test(url) ? [replace(path, { start, end }, JSON.stringify(url), `Change to "${url}"`)] : [];
      },
    },
  ],
};

export const page: RulePage = {
  explanation: `\`-AutodiscoverUrl\` is where clients of accounts that the provider hosts find their server: an absolute address with \`https\`, such as
\`https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root\`. That it must be https is a recommendation: all documented values are.`,
  bad: `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  verificationLevel useSourceVerification
  autodiscoverUrl "http://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  good: `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  verificationLevel useSourceVerification
  autodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
}`,
  alsoBad: [
    `hostingProvider LyncOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  verificationLevel useSourceVerification
  autodiscoverUrl webdir.online.lync.com
                  ^^^^^^^^^^^^^^^^^^^^^^
}`,
  ],
};
