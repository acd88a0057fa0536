import Ajv from 'ajv/dist/2020';
import { expect } from 'vitest';
import { readTopologyJson } from '../../../server/src/export/json/fromJson';
import { topologySchema } from '../../../server/src/export/json/schema';
import { topologyFile } from '../../../server/src/export/json/topologyFile';
import type { Declaration } from '../../../server/src/model/declaration';
import type { Deployment } from '../../../server/src/model/deployment';
import { waveOrder } from '../../../server/src/model/waves';
import { userRow } from '../../../server/src/vocabulary';

export const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(topologySchema());

export function jsonOf(deployment: Deployment): string {
  return topologyFile(deployment, []).text();
}

/** It fits its schema, and reads back as the same deployment, byte for byte. */
export function checkTopologyJson(deployment: Deployment): void {
  const json = jsonOf(deployment);
  validate(JSON.parse(json));
  expect(validate.errors ?? []).toEqual([]);
  const again = readTopologyJson(json);
  expect([...again.textProblems()].map(({ problem }) => problem.message)).toEqual([]);
  const [left, right] = [summary(deployment), summary(again)];
  // Of many users a comparison by text is enough, and quick.
  if (JSON.stringify(left) !== JSON.stringify(right)) expect(right).toEqual(left);
  // What was read back says the same again, byte for byte.
  if (jsonOf(again) !== json) expect(jsonOf(again)).toBe(json);
}

/** Everything that rules, routes and export read of a deployment. */
function summary(deployment: Deployment): unknown {
  const { waves } = waveOrder(deployment);
  return {
    declarations: deployment.declarations.map(declared),
    users: [...deployment.users()].map((user) => ({
      address: user.address.replace(/^sip:/i, ''),
      block: user.placement.block.declaration.name,
      facts: userRow.properties.map(({ name }) => shown(user.fact(name)) ?? null),
    })),
    waves: waves.map((wave) => ({
      name: wave.name,
      moves: wave.moves.map((move) => ({
        mailbox: move.mailbox,
        addresses: [...move.addresses],
        written: [...move.written].map(([name, { value }]) => [name, shown(value)]),
      })),
    })),
    expectations: deployment.expectations.length,
  };
}

function declared(declaration: Declaration): unknown {
  const { kind, name, organization, written, rows, node } = declaration;
  return {
    kind: kind.name,
    name,
    organization: organization?.name,
    doc: node.doc?.text,
    facts: [...written]
      .filter(([property]) => property !== 'csv')
      .map(([property, { value }]) => [property, shown(value)]),
    rows: rows.map((row) => [
      row.kind.head,
      row.owner,
      [...row.written].map(([property, { value }]) => [property, shown(value)]),
    ]),
  };
}

function shown(fact: unknown): unknown {
  return typeof fact === 'symbol' ? fact.description : fact;
}
