import { fold } from '../base/words';
import type { Deployment } from '../model/deployment';
import { bareAddress } from '../model/values';
import type { Move } from '../model/waves';
import type { Fix, FixEdit } from './types';

/** Takes an address out of a move's list; the whole line where it is the only one. Nothing where the wave would move nobody any more. */
export function removeFromMoveEdits(deployment: Deployment, move: Move, address: string): FixEdit[] {
  const { selection } = move.node;
  if (selection?.type !== 'addresses') return [];
  const { path } = move.wave;
  const { addresses } = selection;
  const index = addresses.findIndex((each) => fold(bareAddress(each.text)) === address);
  const word = addresses[index];
  if (word === undefined) return [];
  if (addresses.length === 1) {
    const others = move.wave.node.body?.elements.filter((element) => element.type === 'move' && element !== move.node);
    if (others === undefined || others.length === 0) return [];
    const { start, end } = move.wave.absolute(move.node);
    const text = deployment.textOf(path);
    const blanks = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    return [{ path, start: start - blanks, end, text: '' }];
  }
  const before = addresses[index - 1];
  const after = addresses[index + 1];
  const span = before ? { start: before.end, end: word.end } : { start: word.start, end: after?.start ?? word.end };
  return [{ path, ...move.wave.absolute(span), text: '' }];
}

export function removeFromMove(deployment: Deployment, move: Move, address: string, title: string): Fix[] {
  const edits = removeFromMoveEdits(deployment, move, address);
  return edits.length === 0 ? [] : [{ title, edits, preferred: true }];
}

/** Lets an address move with those that another move names. */
export function moveTogether(deployment: Deployment, from: Move, to: Move, address: string): Fix[] {
  const { selection } = to.node;
  const last = selection?.type === 'addresses' ? selection.addresses[selection.addresses.length - 1] : undefined;
  const removed = removeFromMoveEdits(deployment, from, fold(address));
  if (last === undefined || removed.length === 0) return [];
  const { end } = to.wave.absolute(last);
  const added = { path: to.wave.path, start: end, end, text: `, ${address}` };
  return [{ title: `Move ${address} in ${to.wave.name}`, edits: [...removed, added], preferred: true }];
}
