/**
 * Runs before every command, on any Node.js, and says in one line if the command cannot run on it. The scripts are TypeScript,
 * which Node.js runs directly; Prism needs 24.18. The npm package `node` installs such a version, unless install scripts are off.
 */
import { fileURLToPath } from 'node:url';

const NEEDED = [24, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const folder = fileURLToPath(new URL('..', import.meta.url));

if (folder.includes('#')) {
  refuse(
    `The path of this checkout, ${folder}, has a "#". In a URL the path ends there, so the tools do not find their files. Move the checkout to a path without "#".`,
  );
}
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  refuse(
    `This runs on Node.js ${process.versions.node} and needs ${NEEDED.join('.')} or later. The npm package "node" could not install it ` +
      '(install scripts are off, or the home folder is read-only). Install Node.js 24.18 or later, or allow install scripts and run "npx pnpm@12 install --force".',
  );
}

/** @param {string} reason */
function refuse(reason) {
  console.error(reason);
  process.exit(1);
}
