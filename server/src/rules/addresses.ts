import type { Deployment } from '../model/deployment';

/** Addresses of contacts and of users, as far as a typing error can be looked for among them. */
export function* addresses(deployment: Deployment): Generator<string> {
  for (const contact of deployment.all('exUmContact')) yield contact.name;
  let left = 20_000;
  for (const user of deployment.users()) {
    if (left-- === 0) return;
    yield user.address;
  }
}
