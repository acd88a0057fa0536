/** Room for the shapes of a small deployment, of which there may be thousands. */
const [FEW_NUMBERS, FEW_SHAPES] = [64, 16];

/** What shapes are made of, one behind the other in one array of numbers: for each its length, the symbol of its domain, and pairs of property and symbol. */
export class ShapeEntries {
  private data = new Int32Array(FEW_NUMBERS);
  private end = 0;
  /** By the shape's number. */
  private starts = new Int32Array(FEW_SHAPES);
  /** Places that are free again, by how many entries fit. */
  private readonly free = new Map<number, number[]>();

  set(id: number, domain: number, entries: Int32Array, length: number): void {
    const start = this.free.get(length)?.pop() ?? this.behind(length + 2);
    this.data[start] = length;
    this.data[start + 1] = domain;
    for (let i = 0; i < length; i++) this.data[start + 2 + i] = entries[i] as number;
    if (id >= this.starts.length) this.starts = grown(this.starts, id + 1);
    this.starts[id] = start;
  }

  private behind(size: number): number {
    const start = this.end;
    this.end += size;
    if (this.end > this.data.length) this.data = grown(this.data, this.end);
    return start;
  }

  remove(id: number): void {
    const length = this.length(id);
    const places = this.free.get(length);
    if (places) places.push(this.starts[id] as number);
    else this.free.set(length, [this.starts[id] as number]);
  }

  equals(id: number, domain: number, entries: Int32Array, length: number): boolean {
    const { data } = this;
    const start = this.starts[id] as number;
    if (data[start] !== length || data[start + 1] !== domain) return false;
    for (let i = 0; i < length; i++) if (data[start + 2 + i] !== entries[i]) return false;
    return true;
  }

  domain(id: number): number {
    return this.data[(this.starts[id] as number) + 1] as number;
  }

  length(id: number): number {
    return this.data[this.starts[id] as number] as number;
  }

  at(id: number, index: number): number {
    return this.data[(this.starts[id] as number) + 2 + index] as number;
  }
}

function grown(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(size, array.length * 2));
  larger.set(array);
  return larger;
}
