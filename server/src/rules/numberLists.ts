import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { bareNumber } from '../model/values';
import { setProperty, setPropertyEdit } from './fixes';
import type { Fix } from './types';

/** Whether a list of numbers holds one; the extension counts, `tel:` doesn't. */
export function holdsNumber(numbers: readonly string[], number: string): boolean {
  return numbers.some((other) => sameWord(bareNumber(other), bareNumber(number)));
}

/** Another number for a contact, of those that nobody has; none where rerouting sends calls to the one it has. */
export function otherNumbers(deployment: Deployment, contact: Declaration, numbers: readonly string[]): Fix[] {
  const own = String(contact.fact('displayNumber'));
  const isRerouted = deployment
    .all('voicemailReroutingConfiguration')
    .some((each) =>
      holdsNumber([String(each.fact('autoAttendantNumber')), String(each.fact('subscriberAccessNumber'))], own),
    );
  if (isRerouted) return [];
  const isTaken = (number: string): boolean =>
    deployment.all('exUmContact').some((each) => holdsNumber([String(each.fact('displayNumber'))], number)) ||
    deployment.usersWithLine(number).length > 0;
  return numbers
    .filter((number) => !isTaken(number))
    .slice(0, 2)
    .map((number) => ({
      ...setProperty(contact, 'displayNumber', number, `Change the number to ${number}`),
      preferred: false,
    }));
}

/** Adds a number to a list of an object. */
export function addNumber(declaration: Declaration, property: string, number: string): Fix {
  const node = declaration.written.get(property)?.node;
  const last = node?.values.at(-1);
  const fact = declaration.fact(property);
  const title = `Add ${number} to \`${property}\` of ${declaration.name}`;
  if (last === undefined || !Array.isArray(fact))
    return { title, edits: [setPropertyEdit(declaration, property, number)], preferred: true };
  const { end } = declaration.absolute(last);
  return { title, edits: [{ path: declaration.path, start: end, end, text: `, ${number}` }], preferred: true };
}
