#!/usr/bin/env node

// Committed and not built, so that npx finds the command before the first build; kept to syntax that old Nodes read.
const fs = require('node:fs');
const path = require('node:path');

const program = path.join(__dirname, '..', 'dist', 'cli.js');

if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write(`umtopo needs Node 20 or later; this is Node ${process.versions.node}.\n`);
  process.exitCode = 2;
} else if (!fs.existsSync(program)) {
  const project = path.dirname(__dirname);
  process.stderr.write(`umtopo is not built yet: run "npm ci" or "npm run build" in ${project}.\n`);
  process.exitCode = 2;
} else {
  require(program);
}
