import { fold, sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { bareAddress } from '../model/values';
import type { Move } from '../model/waves';
import type { Fix, FixEdit } from './types';
import { removeDeclaration } from './UM0007';

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

/** Lets an address move with those that another move names. A wave that would move nobody any more goes, where nothing depends on it. */
export function moveTogether(deployment: Deployment, from: Move, to: Move, address: string): Fix[] {
  const { selection } = to.node;
  const last = selection?.type === 'addresses' ? selection.addresses[selection.addresses.length - 1] : undefined;
  if (last === undefined || !sameChange(from, to)) return [];
  const removed = removeFromMoveEdits(deployment, from, fold(address));
  const dropped = removed.length === 0 && movesAlone(from, address) && !isNeeded(deployment, from.wave);
  if (removed.length === 0 && !dropped) return [];
  const { end } = to.wave.absolute(last);
  const added = { path: to.wave.path, start: end, end, text: `, ${address}` };
  const title = `Move ${address} in ${to.wave.name}`;
  return dropped
    ? [
        {
          title: `${title}, and drop ${from.wave.name}`,
          edits: [...removeDeclaration(from.wave).edits, added],
          preferred: true,
        },
      ]
    : [{ title, edits: [...removed, added], preferred: true }];
}

/** Whether two moves make the same of those who move. */
function sameChange(a: Move, b: Move): boolean {
  if (a.mailbox !== b.mailbox || a.written.size !== b.written.size) return false;
  return [...a.written].every(([property, { value }]) => String(value) === String(b.written.get(property)?.value));
}

/** Whether a move names one address and no other. */
function movesAlone({ node: { selection } }: Move, address: string): boolean {
  if (selection?.type !== 'addresses' || selection.addresses.length !== 1) return false;
  return selection.addresses.some((each) => fold(bareAddress(each.text)) === fold(address));
}

/** Whether a wave does something else, or something else names it: another wave, an expectation, a label of users. */
function isNeeded(deployment: Deployment, wave: Declaration): boolean {
  const names = (name: unknown): boolean => sameWord(String(name), wave.name);
  return (
    wave.written.has('retire') ||
    deployment.all('wave').some((other) => [other.fact('after')].flat().some(names)) ||
    deployment.expectations.some(({ node }) => node.when !== undefined && names(node.when.wave.text)) ||
    deployment.placements().some((placement) => names(placement.fact('wave')))
  );
}
