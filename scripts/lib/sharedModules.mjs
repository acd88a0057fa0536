// One set of files for the server in Node, the server in a web worker and the command line. What they share lies on disk once, in one file for a few rooms, and a
// file is read when something in it is first used. esbuild splits only ES modules, which neither a worker that VS Code starts nor a synchronous first use can load: each
// file is rewritten as a CommonJS module, in a wrapper that `importScripts` reads too.
import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { build, transform } from 'esbuild';
import { nodeModules } from './nodeModules.mjs';
import { root } from './project.mjs';

/**
 * What lies in one file, and what it builds upon. A file that grows holds back everybody who needs one thing of it.
 * @type {Record<string, { rooms: string[], upon: string[], of: string[] }>}
 */
const files = {
  engine: {
    rooms: ['base', 'vocabulary', 'syntax', 'model', 'routing', 'rules'],
    upon: [],
    of: ['server', 'cli'],
  },
  // Nothing that judges a topology needs these: they are shown, or make a new one.
  sources: { rooms: ['vocabulary/sources.ts'], upon: [], of: ['server', 'cli'] },
  format: { rooms: ['syntax/format.ts', 'syntax/format'], upon: ['engine'], of: ['server', 'cli'] },
  templates: { rooms: ['templates'], upon: ['engine', 'format'], of: ['server', 'cli'] },
  editor: { rooms: ['editor'], upon: ['engine', 'format'], of: ['server'] },
  preview: { rooms: ['preview'], upon: ['engine'], of: ['server', 'cli'] },
  export: { rooms: ['export'], upon: ['engine', 'preview'], of: ['server', 'cli'] },
  import: { rooms: ['import'], upon: ['engine', 'format'], of: ['cli'] },
  pages: { rooms: ['rules/pages.ts'], upon: [], of: ['cli'] },
  // Needed to answer `initialize` and to begin, and nothing else of its room is.
  legend: { rooms: ['editor/semanticLegend.ts', 'editor/inlayHintTypes.ts'], upon: [], of: ['server'] },
  // The same of the command line, which knows the words of all commands when it starts.
  targets: { rooms: ['export/targets.ts'], upon: [], of: ['server', 'cli'] },
};
const sources = join(root, 'server', 'src');

/**
 * @param {import('esbuild').BuildOptions & { entryPoints: Record<string, string> }} options entries whose name ends in `server` serve editors
 * @returns {import('esbuild').BuildOptions}
 */
export function sharedModules({ entryPoints, ...options }) {
  const entries = Object.entries(entryPoints).map(([out, path]) => ({ out, in: `entry:${out}:${path}` }));
  const shared = Object.keys(files).map((name) => ({ out: `shared/${name}-room`, in: `shared:${name}` }));
  return {
    ...options,
    entryPoints: [...entries, ...shared],
    format: 'esm',
    splitting: true,
    chunkNames: 'shared/chunk-[hash]',
    plugins: [together, pagesApart, withoutUnused, asCommonJs],
  };
}

/** esbuild puts into one file what the same entries reach: so all that lies in one file is reached together, by entries that exist only here. */
/** @type {import('esbuild').Plugin} */
const together = {
  name: 'together',
  setup(build) {
    const within = { resolveDir: root, loader: /** @type {const} */ ('ts') };
    build.onResolve({ filter: /^(entry|shared):/ }, ({ path }) => ({ path, namespace: 'together' }));
    build.onLoad({ filter: /^shared:/, namespace: 'together' }, ({ path }) => {
      const name = path.slice('shared:'.length);
      const { rooms, upon } = files[name] ?? { rooms: [], upon: [] };
      const modules = rooms.flatMap((room) => sourcesOf(room, name)).map((each) => `./${relative(root, each)}`);
      return { ...within, contents: imports([...upon.map((each) => `shared:${each}`), ...modules]) };
    });
    build.onLoad({ filter: /^entry:/, namespace: 'together' }, ({ path }) => {
      const [, out = '', entry = ''] = path.split(':');
      const side = basename(out);
      const needs = Object.keys(files).filter((name) => files[name]?.of.includes(side));
      return { ...within, contents: imports([...needs.map((name) => `shared:${name}`), `./${entry}`]) };
    });
  },
};

/** The pages of the rules are for the command line alone. They stand in the files of the rules, so they are taken out of them by a build of their own. */
/** @type {import('esbuild').Plugin} */
const pagesApart = {
  name: 'pages-apart',
  setup(outer) {
    outer.onLoad({ filter: /[\\/]rules[\\/]pages\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'esm',
        sourcemap: 'inline',
        plugins: [unusedIsDropped],
      });
      return { contents: outputFiles?.[0]?.text ?? '', loader: 'js' };
    });
  },
};

/**
 * chevrotain brings a lexer, and a parser of regular expressions for it. The language has a lexer of its own: of chevrotain's it takes a name. And it brings checks of
 * the grammar, which only tests ask for.
 */
/** @type {import('esbuild').Plugin} */
const withoutUnused = {
  name: 'without-unused',
  setup({ onLoad }) {
    const checks = ['Grammar', 'Lookahead', 'RuleIsOverridden', 'AmbiguousAlternationAlternatives'];
    checks.push('EmptyOrAlternative', 'NoLeftRecursion', 'SomeNonEmptyLookaheadPath');
    onLoad({ filter: /[\\/]chevrotain[\\/].*[\\/]grammar[\\/]checks\.js$/ }, () => ({
      contents: checks.map((name) => `export const validate${name} = () => [];\n`).join(''),
    }));
    onLoad({ filter: /[\\/]chevrotain[\\/].*[\\/]lexer_public\.js$/ }, () => ({
      contents: 'export const Lexer = { NA: /NOT_APPLICABLE/ };\nexport const LexerDefinitionErrorType = {};\n',
    }));
  },
};

/** @type {import('esbuild').Plugin} */
const unusedIsDropped = {
  name: 'unused-is-dropped',
  setup(inner) {
    inner.onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === unusedIsDropped || from.kind === 'entry-point') return undefined;
      const found = await inner.resolve(path, { ...from, pluginData: unusedIsDropped });
      return { ...found, sideEffects: false };
    });
  },
};

/** @type {import('esbuild').Plugin} */
const asCommonJs = {
  name: 'as-common-js',
  setup({ initialOptions, onEnd }) {
    const minify = initialOptions.minify ?? false;
    initialOptions.write = false;
    onEnd(async ({ outputFiles = [], metafile }) => {
      if (!metafile) return;
      const modules = modulesOf(metafile);
      metafile.outputs = {};
      for (const module of modules) {
        const code = contentsOf(outputFiles, module.path);
        const map = Buffer.from(contentsOf(outputFiles, `${module.path}.map`)).toString('base64');
        const esm = `${code.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '')}\n//# sourceMappingURL=data:application/json;base64,${map}\n`;
        const options = /** @type {const} */ ({ target: 'node20', sourcefile: basename(module.file) });
        const cjs = await transform(esm, { ...options, format: 'cjs', platform: 'node', sourcemap: 'inline' });
        const lazy = readLater(cjs.code, modules);
        await write(module.file, await transform(lazy, { ...options, minify, sourcemap: 'external' }), minify);
        for (const end of ['', '.map']) metafile.outputs[`${module.file}${end}`] = module.output;
      }
    });
  },
};

/**
 * @typedef {object} Module
 * @property {string} path as esbuild calls it
 * @property {string} file as it is called on disk
 * @property {import('esbuild').Metafile['outputs'][string]} output
 */

/**
 * What is written: all but the entries that exist only to keep together what belongs together.
 * @param {import('esbuild').Metafile} metafile
 * @returns {Module[]}
 */
function modulesOf({ outputs }) {
  const modules = Object.entries(outputs)
    .filter(([path, { entryPoint, exports }]) =>
      entryPoint ? !entryPoint.startsWith('together:shared:') : !path.endsWith('.map') && exports.length > 0,
    )
    .map(([path, output]) => ({
      path,
      output,
      file: output.entryPoint ? path : `${dirname(path)}/${nameOf(output)}.js`,
    }));
  const names = modules.map(({ file }) => file);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two files want to be ${twice}: what lies in them isn't reached together; see \`files\``);
  return modules;
}

/** @param {import('esbuild').OutputFile[]} outputFiles @param {string} path */
function contentsOf(outputFiles, path) {
  return outputFiles.find((file) => relative(root, file.path).replaceAll('\\', '/') === path)?.text ?? '';
}

/**
 * Instead of reading its imports at once, a file reads each when something of it is first used.
 * @param {string} code @param {Module[]} modules
 */
function readLater(code, modules) {
  return code.replace(/^var (\w+) = require\("(\.\.?\/[^"]*)"\);$/gm, (_, variable, from) => {
    const needed = modules.find(({ path }) => basename(path) === basename(from));
    // Nothing of it is used.
    if (!needed) return '';
    const file = `${dirname(from)}/${basename(needed.file)}`;
    return `var ${variable} = umtopoLater(() => ${variable} = require("${file}"), ${JSON.stringify(needed.output.exports)});`;
  });
}

/**
 * A file is named by what most of it comes from.
 * @param {import('esbuild').Metafile['outputs'][string]} output
 */
function nameOf({ inputs }) {
  /** @type {Record<string, number>} */
  const bytes = {};
  for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
    const name = fileOf(input);
    if (name) bytes[name] = (bytes[name] ?? 0) + bytesInOutput;
  }
  const [most] = Object.entries(bytes).sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 'runtime';
}

/** @param {string} input */
function fileOf(input) {
  if (input === 'package.json') return 'package';
  const [, source = ''] = /^server\/src\/(.*)/.exec(input) ?? [];
  if (source.startsWith('lsp/') || input.includes('node_modules/vscode-')) return 'protocol';
  return fileWith(source);
}

/**
 * Where a source lies: of the rooms around it the innermost counts.
 * @param {string} source
 */
function fileWith(source) {
  for (let path = source; path !== '.'; path = dirname(path)) {
    const found = Object.keys(files).find((name) => files[name]?.rooms.includes(path));
    if (found) return found;
  }
  return undefined;
}

/** @param {string} file @param {{ code: string, map: string }} output @param {boolean} minify */
async function write(file, { code, map }, minify) {
  const name = basename(file);
  // A file is read as ASCII. esbuild escapes all but regular expressions, and comments, which aren't kept.
  const foreign = /.{0,40}[^\0-\x7f]/.exec(code);
  if (minify && foreign)
    throw new Error(`${file}: write what isn't ASCII in a regular expression as \\u…: ${foreign[0]}`);
  const inWorker = dirname(file).endsWith('browser');
  const small = async (/** @type {Function} */ source) =>
    (await transform(`_=${source}`, { minify, target: 'node20' })).code.replace(/^_ ?= ?|;?\n$/g, '');
  const loader = inWorker ? `self.umtopo=(${await small(workerModules)})();\n` : '';
  const laterCode = code.includes('umtopoLater') ? `var umtopoLater=${await small(later)};` : '';
  // A function in parentheses is compiled at once; otherwise it would be looked through first, and compiled after.
  const given =
    dirname(file) === 'dist'
      ? `f((${await small(nodeModules)})(require,__dirname,"${name.replace('.js', '')}"),module,exports)`
      : `typeof module=="object"?f(require,module,exports):umtopo.define("${name}",f)`;
  const start = `(f=>{${given}})((function(require,module,exports){${laterCode}\n`;
  const end = `\n}));\n${inWorker ? `umtopo.require("${name}");\n` : ''}`;
  const shifted = JSON.parse(map);
  shifted.mappings = ';'.repeat(`${loader}${start}`.split('\n').length - 1) + shifted.mappings;
  await mkdir(join(root, dirname(file)), { recursive: true });
  await writeFile(join(root, `${file}.map`), JSON.stringify(shifted));
  await writeFile(join(root, file), `${loader}${start}${code.trimEnd()}${end}//# sourceMappingURL=${name}.map\n`);
}

/**
 * The sources of a room that lie in a file.
 * @param {string} room @param {string} name
 */
function sourcesOf(room, name) {
  if (room.endsWith('.ts')) return [join(sources, room)];
  return readdirSync(join(sources, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => fileWith(relative(sources, path).replaceAll('\\', '/')) === name)
    .sort();
}

/** @param {string[]} modules */
function imports(modules) {
  return modules.map((name) => `import ${JSON.stringify(name.replaceAll('\\', '/'))};\n`).join('');
}

/** What stands for the exports of a file that isn't read yet: at the first use of one it is read, and from then on the variable holds the exports themselves. */
function later(/** @type {() => Record<string, unknown>} */ load, /** @type {string[]} */ names) {
  const exports = {};
  for (const name of names) Object.defineProperty(exports, name, { get: () => load()[name] });
  return exports;
}

/**
 * Runs before the entry of a worker, which has no modules. Files are found from the address of the worker's script; VS Code starts workers from a blob, so whoever
 * starts one gives it that address as its name, or puts the files before it: `umtopoFiles`.
 */
function workerModules() {
  /** @typedef {{ importScripts(...urls: string[]): void, umtopoFiles?: Record<string, () => void> }} WorkerScope */
  const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
  /** @type {Record<string, Function>} */
  const defined = {};
  /** @type {Record<string, { exports: object }>} */
  const modules = {};
  const script = /^[a-z-]+:\/\//.test(self.name) ? self.name : self.location.href;
  const define = (/** @type {string} */ name, /** @type {Function} */ body) => {
    defined[name] = body;
  };
  const require = (/** @type {string} */ path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const known = modules[name];
    if (known) return known.exports;
    const given = worker.umtopoFiles?.[name];
    if (given) given();
    else if (!defined[name]) worker.importScripts(new URL(`../shared/${name}`, script).href);
    const module = { exports: {} };
    modules[name] = module;
    defined[name]?.(require, module, module.exports);
    return module.exports;
  };
  return { require, define };
}
