/**
 * Runs before the entries for Node, and gives them their `require`. The shared files are run from code that an earlier start has compiled: a quarter of a short run is compiling functions
 * when they are first called. Node's own compile cache (`module.enableCompileCache`) is made before a file has run, so it holds none of these. What is kept lies in the user's
 * folder for such things, or in UMTOPO_CODE_CACHE; "off" there, or Node's NODE_DISABLE_COMPILE_CACHE, keeps nothing. Whatever is wrong with it is no fault: the file is compiled.
 * @param {NodeJS.Require} nodeRequire @param {string} directory where the entry lies @param {string} entry its name
 */
export function nodeModules(nodeRequire, directory, entry) {
  const fs = nodeRequire('node:fs');
  const path = nodeRequire('node:path');
  const vm = nodeRequire('node:vm');
  const { cachedDataVersionTag } = nodeRequire('node:v8');
  /** Not in the first releases of Node 20: these keep nothing. */
  const crc32 = /** @type {((data: Uint8Array) => number) | undefined} */ (nodeRequire('node:zlib').crc32);
  const { env, argv, platform } = process;
  /** Longer than anybody leaves out a version of Node that is still in use, in milliseconds. */
  const stale = 30 * 24 * 60 * 60 * 1000;
  /** Bytes of a source: a smaller one is compiled sooner than read. */
  const worthKeeping = 20_000;
  /** Before the code: the checksums of the source and of the code, and the length of the source. V8 itself compares nothing but a length. */
  const header = 12;

  /** @type {Record<string, { exports: object }>} */
  const modules = {};
  /** What a file is, from when it has run. @type {Function} */
  let defined;
  /** @type {Map<string, () => void>} what to do to keep a file's code, by its name */
  const unkept = new Map();
  const folder = crc32 && folderOfCache();
  // Each command calls other functions.
  const use = /^[a-z]+$/.test(argv[2] ?? '') ? `${entry}-${argv[2]}` : entry;

  function folderOfCache() {
    const { UMTOPO_CODE_CACHE: chosen } = env;
    if (chosen === 'off' || env.NODE_DISABLE_COMPILE_CACHE) return undefined;
    if (chosen) return chosen;
    try {
      const home = nodeRequire('node:os').homedir();
      if (platform === 'win32') return env.LOCALAPPDATA && path.join(env.LOCALAPPDATA, 'umtopo', 'Cache');
      if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'umtopo');
      return path.join(env.XDG_CACHE_HOME || path.join(home, '.cache'), 'umtopo');
    } catch {
      return undefined;
    }
  }

  /** @param {string} file @param {Buffer} source */
  function kept(file, source) {
    try {
      const data = fs.readFileSync(file);
      const code = data.subarray(header);
      const isOf =
        data.readUInt32LE(0) === crc32?.(source) &&
        data.readUInt32LE(4) === crc32?.(code) &&
        data.readUInt32LE(8) === source.length;
      return isOf ? code : undefined;
    } catch {
      return undefined;
    }
  }

  /** @param {string} file @param {Buffer} source @param {import('node:vm').Script} script */
  function keep(file, source, script) {
    const code = script.createCachedData();
    const data = Buffer.alloc(header);
    data.writeUInt32LE(crc32?.(source) ?? 0, 0);
    data.writeUInt32LE(crc32?.(code) ?? 0, 4);
    data.writeUInt32LE(source.length, 8);
    const unfinished = `${file}.${process.pid}`;
    try {
      fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      fs.writeFileSync(unfinished, Buffer.concat([data, code]), { mode: 0o600 });
      fs.renameSync(unfinished, file);
    } catch {
      fs.rmSync(unfinished, { force: true });
    }
  }

  /** @param {string} folder */
  function removeStale(folder) {
    for (const name of fs.readdirSync(folder)) {
      const file = path.join(folder, name);
      if (/\.code(\.\d+)?$/.test(name) && Date.now() - fs.statSync(file).mtimeMs > stale) fs.rmSync(file);
    }
  }

  /** @param {string} file @returns {Function} what is around the code of a file */
  function compiled(file) {
    const source = fs.readFileSync(file);
    const name = path.basename(file, '.js');
    const keptAs = `${use}-${name}-${cachedDataVersionTag().toString(16)}.code`;
    const cache = folder && source.length > worthKeeping ? path.join(folder, keptAs) : undefined;
    const cachedData = cache ? kept(cache, source) : undefined;
    // What is built is ASCII, which is copied ten times as fast as UTF-8 is read.
    const script = new vm.Script(source.toString('latin1'), { filename: file, ...(cachedData && { cachedData }) });
    if (cache && (!cachedData || script.cachedDataRejected)) unkept.set(name, () => keep(cache, source, script));
    script.runInThisContext();
    return defined;
  }

  /** Keeps the code of files that none was kept of: best when all that a start needs has run, and before anything is forgotten. */
  function keepCode() {
    try {
      for (const each of unkept.values()) each();
      if (folder && unkept.size > 0) removeStale(folder);
    } catch {
      // The next start compiles again.
    }
    unkept.clear();
  }
  process.once('exit', keepCode);
  /** @type {{ umtopo?: object }} */ (globalThis).umtopo = {
    keepCode,
    define(/** @type {string} */ _, /** @type {Function} */ body) {
      defined = body;
    },
  };

  /** @param {string} from */
  const requireFrom = (from) => {
    /** @param {string} id */
    const require = (id) => {
      if (!id.startsWith('.')) return nodeRequire(id);
      const file = path.join(from, id);
      const known = modules[file];
      if (known) return known.exports;
      const module = { exports: {} };
      modules[file] = module;
      compiled(file)(requireFrom(path.dirname(file)), module, module.exports);
      return module.exports;
    };
    return require;
  };
  return requireFrom(directory);
}
