/** Taken before, free now: chains of probes must not break. */
const REMOVED = -1;

/** Most deployments are small: there may be thousands of them. */
const FIRST = 16;

/** Numbers by the hash of what they stand for, in one table of numbers: of a million of them none costs an object. Hashes may coincide. */
export class IdTable {
  private hashes = new Int32Array(FIRST);
  /** 0 where a slot is free, else the number and one. */
  private ids = new Int32Array(FIRST);
  private used = 0;
  private live = 0;

  /**
   * The first number with a hash, or the next one after a slot that was answered before.
   * @returns a slot, or -1.
   */
  find(hash: number, after = -1): number {
    const mask = this.ids.length - 1;
    let slot = after < 0 ? (Math.imul(hash, 0x9e3779b1) >>> 0) & mask : (after + 1) & mask;
    for (;;) {
      const id = this.ids[slot] as number;
      if (id === 0) return -1;
      if (id > 0 && this.hashes[slot] === hash) return slot;
      slot = (slot + 1) & mask;
    }
  }

  at(slot: number): number {
    return (this.ids[slot] as number) - 1;
  }

  add(hash: number, id: number): void {
    if ((this.used + 1) * 2 > this.ids.length) this.resize();
    const mask = this.ids.length - 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 0) & mask;
    while ((this.ids[slot] as number) > 0) slot = (slot + 1) & mask;
    if (this.ids[slot] === 0) this.used++;
    this.hashes[slot] = hash;
    this.ids[slot] = id + 1;
    this.live++;
  }

  remove(hash: number, id: number): void {
    for (let slot = this.find(hash); slot >= 0; slot = this.find(hash, slot)) {
      if (this.ids[slot] !== id + 1) continue;
      this.ids[slot] = REMOVED;
      this.live--;
      return;
    }
  }

  private resize(): void {
    const { hashes, ids } = this;
    let size = FIRST;
    while (size < (this.live + 1) * 4) size *= 2;
    this.hashes = new Int32Array(size);
    this.ids = new Int32Array(size);
    this.used = 0;
    this.live = 0;
    for (let slot = 0; slot < ids.length; slot++)
      if ((ids[slot] as number) > 0) this.add(hashes[slot] as number, (ids[slot] as number) - 1);
  }
}
