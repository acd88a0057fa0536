import type { Fact } from './facts';
import { grounding, Notes } from './grounds';
import type { Placement } from './placement';

/** What was looked at of a placement while something was concluded about it. */
export interface Look {
  readonly of: Placement;
  /** In the order of the first look: `property` a fact, `?property` where it is said, `@` the SIP domain, `#` the block. */
  readonly keys: string[];
  /** Whether it matters which users these are, and how many. */
  readonly countsUsers: boolean;
  /** Something was looked at that another placement with the same facts needn't have. */
  apart: boolean;
  /** What of the declarations was asked for. */
  grounds: Notes;
}

const none = new Notes();

let current: Look | undefined;

/** Whether looks are being noted: asked first, as facts are read without end. */
export function isLooking(): boolean {
  return current !== undefined;
}

/** Notes a look at a placement. */
export function lookAt(placement: Placement, key: string): void {
  if (current === undefined) return;
  if (current.of !== placement) current.apart = true;
  else if (!current.keys.includes(key)) current.keys.push(key);
}

/** Notes that it was asked which users a placement has, or how many. */
export function lookAtUsers(): void {
  if (current?.countsUsers) current.apart = true;
}

/**
 * Concludes something about a placement, noting what is looked at. What a conclusion within it looks at, it looks at itself.
 * @param countsUsers whether it matters which users these are. That is then a matter of this conclusion alone, and not of what is concluded around it.
 */
export function looking(of: Placement, countsUsers: boolean, conclude: () => void): Look {
  const outer = current;
  const look: Look = { of, keys: [], countsUsers, apart: false, grounds: none };
  current = look;
  try {
    look.grounds = grounding(conclude);
  } finally {
    current = outer;
  }
  if (outer) {
    for (const key of look.keys) lookAt(of, key);
    if (look.apart && !countsUsers) outer.apart = true;
  }
  return look;
}

/** Keys of where properties are said, and the properties by these. */
const origins = new Map<string, string>();
const properties = new Map<string, string>();

/** The key of where a property is said. */
export function originKey(property: string): string {
  let key = origins.get(property);
  if (key === undefined) {
    key = `?${property}`;
    origins.set(property, key);
    properties.set(key, property);
  }
  return key;
}

/** What a look at a key sees; lists are compared by what stands in them, and have no key of their own. */
export function seen(placement: Placement, key: string): Fact | object | undefined {
  switch (key.charCodeAt(0)) {
    case 35:
      return placement.block;
    case 63:
      return placement.origin(properties.get(key) as string);
    case 64:
      return placement.domain;
    default:
      return placement.fact(key);
  }
}
