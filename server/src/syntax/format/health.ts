import type { Span } from '../../base/span';
import type { Body, Element, Item } from '../ast';

/** What of an item stays as it is: the innermost nodes around its faults. */
export function brokenNodes(item: Item): ReadonlySet<Span> {
  const broken = new Set<Span>();
  for (const problem of item.problems) {
    let node: Span | undefined = item.node;
    for (let inner = node; inner !== undefined; inner = childAround(inner as Element, problem)) node = inner;
    if (node) broken.add(node);
  }
  return broken;
}

function childAround(node: { readonly type?: string; readonly body?: Body }, problem: Span): Element | undefined {
  if (node.type !== 'declaration') return undefined;
  const elements = node.body?.elements ?? [];
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((elements[middle] as Element).start <= problem.start) low = middle;
    else high = middle - 1;
  }
  const element = elements[low];
  return element && element.start <= problem.start && problem.end <= element.end ? element : undefined;
}

/** Whether an item stays as it is as a whole. */
export function isBroken(item: Item): boolean {
  if (item.problems.length === 0) return false;
  return item.node === undefined || brokenNodes(item).has(item.node);
}
