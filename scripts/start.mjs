// `npm start`: the editor on an example, or on a folder of one's own.
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from './lib/processes.mjs';
import { cacheFolder, requireTools, root } from './lib/project.mjs';
import { canDownloadDesktop, findDesktop, openDesktop } from './workbench/desktop.mjs';
import { installWorkbench, workbenchSupported } from './workbench/install.mjs';
import { createProfile, linkExtension, startServer } from './workbench/server.mjs';

const help = `npm start [-- [FOLDER] [options]]

Builds the extension and opens FOLDER (default: examples/mixed) in VS Code with it: in desktop VS Code where the
command "code" and a display are there, else in the workbench that the project installs for itself (Linux), shown by
a browser. Ends with Ctrl+C.

  --desktop     in desktop VS Code, or not at all
  --browser     in a browser, also where there is a desktop VS Code
  --port PORT   where the workbench is served (default: the first free one from 8710 on)
  --help        this text
`;

const defaultPorts = '8710-8799';

/** Nobody looks at a page longer; a server that was forgotten ends then. */
const timeLimitMs = 12 * 60 * 60 * 1000;

// Before any other listener: who ends it as the text says has not met an error.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));

await main();

async function main() {
  const options = readArguments();
  if (options.help) {
    console.log(help);
    return;
  }
  requireTools();
  if (options.port !== undefined && !isPort(options.port))
    fail(`--port ${options.port} is not a port (1 to 65535).`, 2);
  const folder = resolve(process.env.INIT_CWD ?? root, options.folder ?? join(root, 'examples', 'mixed'));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) fail(`There is no folder ${folder}.`, 2);

  try {
    const desktop = useDesktop(options);
    if (!desktop && options.port !== undefined && !(await isFree(Number(options.port)))) {
      fail(`Port ${options.port} is in use. Without --port, a free one is taken.`, 2);
    }
    await build();
    if (desktop) await openInDesktop(folder);
    else await openInBrowser(folder, options.port ?? defaultPorts);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error), 1);
  }
}

/** @returns {{ folder?: string | undefined, port?: string, desktop?: boolean, browser?: boolean, help?: boolean }} */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        desktop: { type: 'boolean' },
        browser: { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (positionals.length > 1) throw new Error(`One folder can be opened at a time, not ${positionals.length}.`);
    if (values.desktop && values.browser) throw new Error('Choose one of --desktop and --browser.');
    return { ...values, folder: positionals[0] };
  } catch (error) {
    // Node's own advice after the first sentence is about its option parser.
    const [message] = (error instanceof Error ? error.message : String(error)).split('. To specify');
    return fail(`${message}\nnpm start -- --help says what there is.`, 2);
  }
}

/** @param {string} text */
function isPort(text) {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** @param {{ desktop?: boolean, browser?: boolean }} options */
function useDesktop({ desktop = false, browser = false }) {
  const available = findDesktop() !== undefined || canDownloadDesktop;
  if (desktop && !available) {
    throw new Error('No desktop VS Code here: that needs the command "code" on the PATH and a display.');
  }
  if (browser && !workbenchSupported) {
    throw new Error('The workbench for a browser runs on Linux only. Without --browser, desktop VS Code is used.');
  }
  return desktop || (available && !browser);
}

async function build() {
  console.log('Building the extension …');
  await run(process.execPath, [join(root, 'scripts', 'build.mjs'), '--production']);
}

/** @param {string} folder */
async function openInDesktop(folder) {
  console.log(`Opening ${shown(folder)} in desktop VS Code. This ends when its window is closed.\n${toTry()}`);
  await openDesktop(folder, console.log);
}

/**
 * @param {string} folder
 * @param {string} port
 */
async function openInBrowser(folder, port) {
  const program = await installWorkbench(console.log).catch((error) => {
    const advice = "A second try goes on from npm's cache. Where desktop VS Code is installed, this is not needed.";
    throw new Error(`The workbench could not be installed. ${advice}\n${error.message}`);
  });
  const profile = createProfile(join(cacheFolder, 'workbench', 'profile'));
  linkExtension(profile);
  const server = await startServer({ program, profile, port, timeLimitMs });
  console.log(`
UM Topology: ${shown(folder)} is open at

  ${server.address(folder)}

${toTry()}
Ctrl+C ends it.`);
  await server.ended;
  console.log('The workbench has ended.');
}

/** @param {string} folder */
function shown(folder) {
  const path = relative(root, folder);
  return path.startsWith('..') ? folder : path;
}

function toTry() {
  return `What to try
  · open a .umtopo file and change the name of a pool in a users block: the mistake is underlined, Ctrl+. offers a fix
  · F1, "UM Topology": the routing preview beside the editor, the export of the configuration
`;
}

/**
 * @param {string} message
 * @param {number} exitCode 1 it does not work here, 2 wrong usage
 * @returns {never}
 */
function fail(message, exitCode) {
  console.error(message);
  process.exit(exitCode);
}
