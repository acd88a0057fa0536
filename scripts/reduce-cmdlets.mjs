// Reduces the full list of cmdlets to what this project generates or mentions: `node scripts/reduce-cmdlets.mjs CMDLETS.json`.
// Run by hand when the list or the set of cmdlets changes; the tests read its result, test/data/cmdlets.json.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/project.mjs';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/reduce-cmdlets.mjs CMDLETS.json');
  process.exit(2);
}

/** Whole families: every verb of these nouns. */
const nouns = [
  /^Cs(?!Announcement|AnalogDevice|CommonAreaPhone|NetworkInterface|OnlineUser|OnlineVoicemail|PoolBackup|PstnUsage)/,
  /^UM/,
  /^(?:AcceptedDomain|ExchangeCertificate|ExchangeServer|MoveRequest|MigrationBatch)$/,
  /^DnsServer(?:ResourceRecord|Zone|PrimaryZone)/,
  /^(?:AD(?:User|Object)|DnsName)$/,
];

/** Common switches that every cmdlet of its kind has; they say nothing about the field. */
const common = new Set(['Verbose', 'Debug', 'ErrorAction', 'OutVariable']);

/** @typedef {{ name: string, mandatory: boolean }} SetParameter */
/** @typedef {{ type: string, acceptedValues: string[] | null, applicable: string[] | null, notes: string | null }} Parameter */
/**
 * @typedef {object} Cmdlet
 * @property {string} module
 * @property {string[]} applicable
 * @property {boolean} supportsShouldProcess
 * @property {{ repo: string, path: string }} source
 * @property {{ name: string, parameters: SetParameter[] }[]} parameterSets
 * @property {Record<string, Parameter>} parameters
 */

/** @type {{ generatedFrom: Record<string, string>, cmdlets: Record<string, Cmdlet> }} */
const full = JSON.parse(readFileSync(file, 'utf8'));

/** @param {string} name */
const isWanted = (name) => nouns.some((noun) => noun.test(name.slice(name.indexOf('-') + 1)));

/** @param {Cmdlet} cmdlet */
function reduce({ module, applicable, supportsShouldProcess, parameterSets, parameters }) {
  return {
    module,
    applicable,
    supportsShouldProcess,
    parameterSets: parameterSets.map((set) => ({
      name: set.name,
      mandatory: set.parameters.filter((each) => each.mandatory).map((each) => each.name),
      optional: set.parameters.filter((each) => !each.mandatory && !common.has(each.name)).map((each) => each.name),
    })),
    parameters: Object.fromEntries(
      Object.entries(parameters)
        .filter(([name]) => !common.has(name))
        .map(([name, { type, acceptedValues, applicable: products, notes }]) => [
          name,
          {
            type,
            ...(acceptedValues ? { acceptedValues } : {}),
            ...(products ? { applicable: products } : {}),
            ...(notes ? { notes } : {}),
          },
        ]),
    ),
  };
}

const wanted = Object.keys(full.cmdlets).filter(isWanted).sort();
const reduced = {
  origin:
    'Syntax blocks and parameter tables of the public cmdlet reference, reduced by scripts/reduce-cmdlets.mjs to the cmdlets this project generates or mentions',
  generatedFrom: full.generatedFrom,
  cmdlets: Object.fromEntries(wanted.map((name) => [name, reduce(/** @type {Cmdlet} */ (full.cmdlets[name]))])),
};

const target = join(root, 'test', 'data', 'cmdlets.json');
writeFileSync(target, `${JSON.stringify(reduced)}\n`);
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
const { status } = spawnSync(process.execPath, [biome, 'format', '--write', target], { cwd: root, stdio: 'inherit' });
console.log(`${wanted.length} of ${Object.keys(full.cmdlets).length} cmdlets in test/data/cmdlets.json`);
process.exitCode = status ?? 1;
