/** Something that was looked at of many users. */
export interface UserLook {
  /** The block, or the deployment, without a change of which it stands, as long as the declarations do. */
  readonly of: object;
  /** Whether who looks again sees the same. */
  stands(): boolean;
}

export type UserLooks = ReadonlyMap<unknown, UserLook>;

/** Of what looks at no users. */
const none: UserLooks = new Map();

/** What is being looked at: most look at no users. */
interface Looking {
  looks: Map<unknown, UserLook> | undefined;
}

let current: Looking | undefined;

function add(to: Looking, key: unknown, look: UserLook): void {
  to.looks ??= new Map();
  to.looks.set(key, look);
}

/**
 * Notes what something that is being concluded looks at.
 * @param key what looks at the same are told by.
 */
export function noteUserLook(key: unknown, make: () => UserLook): void {
  if (current !== undefined && !current.looks?.has(key)) add(current, key, make());
}

/** Notes what a conclusion that was drawn before looked at. */
export function noteUserLooks(looks: UserLooks): void {
  if (current) for (const [key, look] of looks) add(current, key, look);
}

/** Concludes something about many users, noting what it looks at; what is concluded within it, looks at the same. */
export function lookingAtUsers(conclude: () => void): UserLooks {
  const outer = current;
  const found: Looking = { looks: undefined };
  current = found;
  try {
    conclude();
  } finally {
    current = outer;
    if (found.looks) noteUserLooks(found.looks);
  }
  return found.looks ?? none;
}

interface Counted {
  readonly countsVersion: number;
}

interface Versioned {
  readonly version: number;
}

/** That it was asked how many users of a block there are. */
class CountsLook implements UserLook {
  constructor(
    readonly of: Counted,
    private readonly version: number,
  ) {}

  stands(): boolean {
    return this.of.countsVersion === this.version;
  }
}

/** That rows were read. */
class RowsLook implements UserLook {
  constructor(
    readonly of: Versioned,
    private readonly version: number,
  ) {}

  stands(): boolean {
    return this.of.version === this.version;
  }
}

/** Notes that it was asked how many users of a block there are, of some placement or in all. */
export function noteCounts(block: Counted): void {
  if (current === undefined) return;
  const key = countsKey(block);
  if (current.looks?.has(key)) return;
  // Beside the block itself, which stands for its rows.
  add(current, key, new CountsLook(block, block.countsVersion));
}

/** Notes that rows of a block were read; or of a deployment, whichever. */
export function noteRows(of: Versioned): void {
  if (current === undefined) return;
  if (!current.looks?.has(of)) add(current, of, new RowsLook(of, of.version));
}

interface Paged extends Versioned {
  readonly segments: readonly unknown[];
}

/** Who looks at more than so much hangs on all rows. */
const FEW = 64;

/**
 * Notes that the rows of the first pages of a block were read. That they move doesn't matter: what is found of them moves with them.
 * @param pages how many.
 * @param users how many there are, where more of them would have been read.
 */
export function noteFirstRows(block: Paged, pages: number, users: () => number = () => 0): void {
  if (current === undefined) return;
  if (current.looks && current.looks.size > FEW) {
    noteRows(block);
    return;
  }
  let { version } = block;
  const read = block.segments.slice(0, pages);
  const count = users();
  const look: UserLook = {
    of: block,
    stands: () => {
      if (block.version === version) return true;
      if (users() !== count || read.some((page, i) => page !== block.segments[i])) return false;
      version = block.version;
      return true;
    },
  };
  add(current, look, look);
}

const keys = new WeakMap<object, object>();

function countsKey(block: object): object {
  let key = keys.get(block);
  if (key === undefined) {
    key = {};
    keys.set(block, key);
  }
  return key;
}
