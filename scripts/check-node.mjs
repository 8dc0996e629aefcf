/**
 * Runs before every command, on whatever Node.js the machine has, and says in one line why the command cannot run here. The
 * scripts are TypeScript, which Node.js runs as it is; Prism needs 24.18. The npm package `node` brings such a version, unless
 * its install script could not run.
 */
import { fileURLToPath } from 'node:url';

const NEEDED = [24, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const folder = fileURLToPath(new URL('..', import.meta.url));

if (folder.includes('#')) {
  refuse(
    `The path of this checkout, ${folder}, has a "#", at which a URL ends, so no tool finds its files. Move the checkout to a folder without one.`,
  );
}
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  refuse(
    `This runs on Node.js ${process.versions.node} and needs ${NEEDED.join('.')} or later: the npm package "node", which brings it, could not install itself ` +
      '(install scripts are off, or the home folder is read-only). Install Node.js 24.18 or later, or allow install scripts and run "npx pnpm@12 install --force".',
  );
}

/** @param {string} reason */
function refuse(reason) {
  console.error(reason);
  process.exit(1);
}
