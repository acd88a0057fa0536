import { fold, nearest, orList } from '../base/words';
import { enumValueOf, kindOf, kinds, parameterOf } from '../vocabulary';
import type { Property, ValueType } from '../vocabulary/types';
import { type Fact, INVALID, type Scalar, UNKNOWN, UNSET } from './facts';

/** Why a text is no value of its type, with what it probably should be. */
export interface ValueFault {
  readonly code: string;
  readonly message: string;
  /** Texts that would be right, best first. */
  readonly suggestions: readonly string[];
}

const strictLabel = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/** Labels of 1 to 63 letters, digits and inner hyphens, at least two of them, 255 characters in all. */
export function isFqdn(text: string): boolean {
  if (text.length > 255) return false;
  const labels = text.split('.');
  return labels.length >= 2 && labels.every((part) => part.length <= 63 && strictLabel.test(part));
}

/** An address without its `sip:`. */
export function bareAddress(text: string): string {
  return /^sip:/i.test(text) ? text.slice(4) : text;
}

/** A number without its `tel:`. */
export function bareNumber(text: string): string {
  return /^tel:/i.test(text) ? text.slice(4) : text;
}

const addressForm = /^[^\s@:;<>"]+@[^\s@:;<>"]+$/;
const lineForm = /^\+?\d+(?:;ext=\d+)?$/i;
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

function isIpv6(text: string): boolean {
  if (!/^[0-9a-f:.]+$/i.test(text) || !text.includes(':')) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups[groups.length - 1];
  const width = last !== undefined && ipv4.test(last) ? groups.length + 1 : groups.length;
  if (!groups.every((group, i) => /^[0-9a-f]{1,4}$/i.test(group) || (i === groups.length - 1 && ipv4.test(group))))
    return false;
  return halves.length === 2 ? width < 8 : width === 8;
}

function isIPAddress(text: string, version?: 4 | 6): boolean {
  return (version !== 6 && ipv4.test(text)) || (version !== 4 && isIpv6(text));
}

function fault(code: string, message: string, ...suggestions: (string | undefined)[]): ValueFault {
  return {
    code,
    message,
    suggestions: suggestions.filter((text): text is string => text !== undefined && text !== ''),
  };
}

const booleans: Readonly<Record<string, boolean>> = { true: true, $true: true, false: false, $false: false };

function parseDate(text: string): ValueFault | string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const date = match && new Date(`${text}T00:00:00Z`);
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  return fault('UM0004', `"${text}" is no date; write it as year-month-day: 2013-06-03`);
}

/** Why a SIP address can't be one (UM1006, UM1007). */
export function addressFault(text: string): ValueFault | undefined {
  const bare = bareAddress(text);
  if (addressForm.test(bare) && isFqdnOrLabel(bare.slice(bare.indexOf('@') + 1))) return undefined;
  const parts = bare.split('@');
  if (parts.length === 2 && parts[0] && parts[1] && /\s|:\d+$|;/.test(bare)) {
    const part = /\s/.test(bare) ? 'blanks' : /;/.test(bare) ? 'parameters' : 'a port';
    return fault(
      'UM1007',
      `The SIP address "${text}" must not carry ${part}`,
      bare.replace(/\s+/g, '').replace(/[:;].*$/, ''),
    );
  }
  const why =
    parts.length < 2
      ? 'it has no @'
      : parts.length > 2
        ? 'it has more than one @'
        : !parts[0]
          ? 'the part before the @ is missing'
          : 'the domain behind the @ is missing or wrong';
  return fault('UM1006', `"${text}" must have the form user@domain (sip:user@domain in the cmdlets): ${why}`);
}

function isFqdnOrLabel(domain: string): boolean {
  return domain.split('.').every((part) => /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?$/u.test(part));
}

/** How many digits E.164 allows. */
const E164_DIGITS = 15;

/** What is doubtful about a number that has the right form: no number by E.164, or too long for one. The value stands. */
export function phoneRemark(property: Property, text: string): ValueFault | undefined {
  if (property.type.type !== 'phone' || stateWord(text, false)) return undefined;
  const bare = bareNumber(text);
  const digits = /^\+?(\d+)/.exec(bare)?.[1] ?? '';
  if (digits.length > E164_DIGITS)
    return fault('UM1009', `"${text}" has ${digits.length} digits; E.164 allows ${E164_DIGITS}`);
  if (property.limits?.code !== 'UM1008' || bare.startsWith('+')) return undefined;
  const why = 'without + and country code it is not E.164: look-ups and normalisation may fail';
  return fault('UM1010', `"${text}": ${why}`, `+${bare}`);
}

const forms = new Map<string, RegExp>();

/** The form that a property's values have: made once, as there may be a million of them. */
function formOf(pattern: string): RegExp {
  let form = forms.get(pattern);
  if (form === undefined) {
    form = new RegExp(pattern);
    forms.set(pattern, form);
  }
  return form;
}

function phoneFault(text: string, property: Property): ValueFault | undefined {
  const bare = bareNumber(text);
  const { maximumLength, code } = property.limits ?? {};
  if (maximumLength !== undefined && bare.length > maximumLength) {
    const [written = ''] = /^\+?[\d\s().-]*(?:;ext=\d+)?/.exec(bare) ?? [];
    const short = written.replace(/[\s().-]/g, '');
    return fault(
      code ?? 'UM0004',
      `\`${property.name}\`: "${text}" has ${bare.length} characters; the limit is ${maximumLength}`,
      lineForm.test(short) && short.length <= maximumLength ? short : undefined,
    );
  }
  const pattern = property.limits?.pattern === undefined ? lineForm : formOf(property.limits.pattern);
  if (pattern.test(bare)) return undefined;
  const digits = bare.replace(/[\s().-]/g, '');
  const suggestion = pattern.test(digits) ? digits : undefined;
  switch (property.limits?.pattern && property.limits.code) {
    case undefined:
      return fault('UM0004', `"${text}" is no phone number; write + and digits: +14255550100`, suggestion);
    case 'UM1008': {
      const form = 'must be +E164 or +E164;ext=NNN (tel:+14255550101;ext=101 in the cmdlets)';
      return fault('UM1008', `${parameterOf(property)} "${text}" ${form}`, suggestion);
    }
    default: {
      const form = 'only digits with an optional + before them, the first digit 1-9';
      return fault(property.limits?.code ?? 'UM0004', `${parameterOf(property)} "${text}": ${form}`, suggestion);
    }
  }
}

function limitFault(text: string, value: Scalar, property: Property): ValueFault | undefined {
  const limits = property.limits;
  if (limits === undefined) return undefined;
  const { minimum, maximum, maximumLength, pattern } = limits;
  const code = limits.code ?? 'UM0004';
  if (typeof value === 'number') {
    if ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum)) {
      const range =
        minimum === undefined
          ? `at most ${maximum}`
          : maximum === undefined
            ? `at least ${minimum}`
            : `${minimum} to ${maximum}`;
      const clamp = minimum !== undefined && value < minimum ? (limits.usual ?? minimum) : maximum;
      const suggestion = limits.clamped === false ? undefined : String(clamp);
      return fault(code, `\`${property.name}\` ${text} is outside its range: ${range}`, suggestion);
    }
    return undefined;
  }
  if (maximumLength !== undefined && String(value).length > maximumLength) {
    return fault(code, `\`${property.name}\` has ${String(value).length} characters; the limit is ${maximumLength}`);
  }
  if (pattern !== undefined && !formOf(pattern).test(String(value))) {
    return fault(code, `${parameterOf(property)} "${text}" must be ${limits.form}`);
  }
  return undefined;
}

/** Reads one value of a property. Spelling of enums and booleans is normalised; addresses lose `sip:`, numbers `tel:`. */
export function parseValue(
  property: Property,
  text: string,
): { readonly value: Scalar; readonly fault?: undefined } | { readonly fault: ValueFault } {
  const result = parseType(property, text);
  if (typeof result === 'object') return { fault: result };
  const limited = property.type.type === 'phone' ? undefined : limitFault(text, result, property);
  return limited ? { fault: limited } : { value: result };
}

function parseType(property: Property, text: string): Scalar | ValueFault {
  const type: ValueType = property.type;
  switch (type.type) {
    case 'boolean': {
      const value = booleans[fold(text)];
      if (value !== undefined) return value;
      const guess = /^(yes|on|1)$/i.test(text)
        ? 'true'
        : /^(no|off|0)$/i.test(text)
          ? 'false'
          : nearest(text, ['true', 'false']);
      return fault('UM0004', `\`${property.name}\` is \`true\` or \`false\`, not "${text}"`, guess);
    }
    case 'number':
      if (/^\d+$/.test(text)) return Number(text);
      // Below a range that has a code of its own, that one speaks.
      if (/^-\d*[1-9]\d*$/.test(text) && property.limits?.minimum !== undefined) return Number(text);
      return fault('UM0004', `\`${property.name}\` is a number, not "${text}"`);
    case 'portRange': {
      const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
      const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
      if (match && from <= to && to <= 65535) return text;
      return fault('UM0004', `"${text}" is no port or range of ports; write 5061 or 50000-59999`);
    }
    case 'date':
      return parseDate(text);
    case 'fqdn':
      if (property.limits?.pattern) return text;
      if (type.orIPAddress && isIPAddress(text)) return text;
      return fqdnFault(type.wildcard ? text.replace(/^\*\./, '') : text, property.limits?.code) ?? text;
    case 'sipAddress':
      return addressFault(text) ?? bareAddress(text);
    case 'phone':
      return phoneFault(text, property) ?? bareNumber(text);
    case 'ipAddress':
      if (isIPAddress(type.orNetwork ? text.replace(/\/\d{1,3}$/, '') : text, type.version)) return text;
      return fault('UM0004', `"${text}" is no ${type.version ? `IPv${type.version}` : 'IP'} address`);
    case 'kind': {
      const kind = kindOf(text);
      if (kind) return kind.name;
      return fault(
        'UM0004',
        `"${text}" is no kind of the language`,
        nearest(
          text,
          kinds.map((candidate) => candidate.name),
        ),
      );
    }
    case 'enum': {
      const found = enumValueOf(property, text);
      if (found) return found.value;
      const names = type.values.map((candidate) => candidate.value);
      const guess = nearest(text, names) ?? onlyOneThat(text, names);
      return fault('UM1029', `"${text}" is not one of ${orList(names)}`, ...(guess ? [guess] : names));
    }
    case 'text':
    case 'scope':
    case 'distinguishedName':
    case 'reference':
      return text;
  }
}

/** An internationalized domain name as it stands in DNS and in certificates. */
function asciiName(text: string): string | undefined {
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(text) || /^[\x20-\x7e]*$/.test(text)) return undefined;
  try {
    const { hostname } = new URL(`http://${text}/`);
    return isFqdn(hostname) ? hostname : undefined;
  } catch {
    return undefined;
  }
}

/** Why a text can't be an FQDN. */
export function fqdnFault(text: string, code = 'UM1001'): ValueFault | undefined {
  if (isFqdn(text)) return undefined;
  const inDns = asciiName(text);
  if (inDns)
    return fault(code, `"${text}" has letters that DNS does not carry; it is called ${inDns} there: write that`, inDns);
  const stripped = text
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[:/].*$/, '')
    .replace(/^\.+|\.+$/g, '')
    .replace(/\.{2,}/g, '.');
  return fault(
    code,
    code === 'UM1004'
      ? `The organization "${text}" is not a fully qualified domain name`
      : `"${text}" is not a fully qualified domain name`,
    stripped !== text && isFqdn(stripped) ? stripped : undefined,
  );
}

/** `unset` and `unknown`, unless they stand in quotes. */
export function stateWord(text: string, quoted: boolean): typeof UNSET | typeof UNKNOWN | undefined {
  if (quoted) return undefined;
  const word = fold(text);
  if (word === 'unset' || word === '$null') return UNSET;
  return word === 'unknown' ? UNKNOWN : undefined;
}

/** The value of a default as it stands in the vocabulary. */
export function defaultOf(property: Property): Fact | undefined {
  if (property.default === undefined) return undefined;
  const parsed = parseValue(property, property.default);
  if (parsed.fault) return INVALID;
  return property.list ? [parsed.value] : parsed.value;
}

/** The one name that begins with a text of some letters: `sip` is `sipName` where that is all it can be. */
function onlyOneThat(text: string, names: readonly string[]): string | undefined {
  const [only, other] = names.filter((name) => text.length > 1 && fold(name).startsWith(fold(text)));
  return other === undefined ? only : undefined;
}
