import { sameWord } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import type { Deployment, Expectation } from '../../model/deployment';
import { type Fact, INVALID, UNKNOWN, UNSET } from '../../model/facts';
import type { UserRow } from '../../model/placement';
import { bareAddress } from '../../model/values';
import { type Move, waveOrder } from '../../model/waves';
import type { WrittenProperties } from '../../model/writtenProperties';
import type { Crowd, Selection } from '../../syntax/ast';
import { targetWords } from '../../syntax/keywords';
import type {
  JsonCrowd,
  JsonDeclaration,
  JsonExpectation,
  JsonMove,
  JsonProperties,
  JsonScalar,
  JsonSelection,
  JsonTarget,
  JsonValue,
} from './shape';

/** Users' rows of CSV files become rows of their block, so what names and reads these files isn't written. */
const readWithUsers = new Set(['csv']);

/** A declaration without its users: these are many, and written one by one. */
export function declarationJson(deployment: Deployment, declaration: Declaration): JsonDeclaration {
  const { kind, name, node, rows, children } = declaration;
  const properties = propertiesJson(declaration.written);
  const moves = kind.name === 'wave' ? movesOf(deployment, declaration).map(moveJson) : [];
  return {
    kind: kind.name,
    ...(node.name && { name }),
    ...(node.doc && { doc: node.doc.text }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(rows.length > 0 && {
      rows: rows.map((row) => ({
        head: row.kind.head,
        ...(row.kind.owner && { owner: row.owner }),
        ...(row.written.size > 0 && { properties: propertiesJson(row.written) }),
      })),
    }),
    ...(moves.length > 0 && { moves }),
    ...(children.length > 0 && { children: children.map((child) => declarationJson(deployment, child)) }),
  };
}

function movesOf(deployment: Deployment, declaration: Declaration): readonly Move[] {
  return waveOrder(deployment).waves.find((wave) => wave.declaration === declaration)?.moves ?? [];
}

function propertiesJson(written: WrittenProperties): JsonProperties {
  const properties: Record<string, JsonValue> = {};
  for (const [name, { value, node }] of written) {
    if (!readWithUsers.has(name))
      properties[name] = valueJson(
        value,
        node.values.map((word) => word.text),
      );
  }
  return properties;
}

/** @param texts as they are written: all that is left of a value that is none of its type. */
function valueJson(fact: Fact, texts: readonly string[]): JsonValue {
  if (fact === UNSET) return null;
  if (fact === UNKNOWN) return { unknown: true };
  if (fact === INVALID) return { invalid: texts };
  return fact as JsonScalar | readonly JsonScalar[];
}

function moveJson({ node, selection, mailbox, written }: Move): JsonMove {
  return {
    move: selection ? selectionJson(selection) : { addresses: [] },
    ...(mailbox ? { mailbox } : node.mailbox ? { mailbox: node.mailbox.text } : {}),
    ...(written.size > 0 && { properties: propertiesJson(written) }),
  };
}

function selectionJson(selection: Selection): JsonSelection {
  if (selection.type === 'addresses') return { addresses: selection.addresses.map((word) => bareAddress(word.text)) };
  if (selection.type === 'call') return { callTo: selection.number.text };
  return crowdJson(selection.crowd);
}

function crowdJson({ of, filters }: Crowd): JsonCrowd {
  return {
    every: of,
    ...(filters.length > 0 && { filters: filters.map(({ by, name }) => ({ by, name: name.text })) }),
  };
}

/** An expectation; `undefined` for one that is half written. */
export function expectationJson({ node }: Expectation): JsonExpectation | undefined {
  const { claim, event, when } = node;
  if (claim === undefined) return undefined;
  return {
    expect:
      claim.type === 'noneUnreachable'
        ? { noneUnreachable: crowdJson(claim.crowd) }
        : { selection: selectionJson(claim.selection), reaches: targetJson(claim.target, claim.kind?.text) },
    ...(event && { on: event.text }),
    ...(when && { [when.relation]: when.wave.text }),
  };
}

function targetJson(target: { readonly text: string; readonly quoted: boolean }, kind: string | undefined): JsonTarget {
  const own = targetWords.find((word) => !target.quoted && kind === undefined && sameWord(word, target.text));
  if (own) return { word: own };
  return { ...(kind !== undefined && { kind }), name: target.text };
}

/** A user: what the row itself says. What it takes from its block stands there. */
export function userJson(user: UserRow): Record<string, JsonValue> {
  const json: Record<string, JsonValue> = { sipAddress: bareAddress(user.address) };
  for (const { property } of user.written) {
    if (property in json) continue;
    json[property] = valueJson(user.fact(property) ?? INVALID, user.texts(property));
  }
  return json;
}
