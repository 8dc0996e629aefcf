import { CommandError } from '@ax-cloud/contract/command-error';
import packageJson from '../package.json' with { type: 'json' };

const RANGES = packageJson.engines.node.split(' || ');

/**
 * Makes sure that the mock supports this Node.js. Call it before Prism is loaded, because an older Node.js may not even parse Prism.
 *
 * @throws {CommandError} which says which version is needed
 */
export function checkNodeVersion(version: string = process.versions.node): void {
  if (RANGES.some((range) => includes(range, version))) return;
  const needed = RANGES.map((range) =>
    range.replace(/^\^(\d+)(.*)$/, '$1 from $1$2').replace(/^>=(.*)$/, '$1 or later'),
  );
  throw new CommandError(
    `This is Node.js ${version}, and the mock needs Node.js ${needed.join(', or ')}. Install one, or run the mock in a container.`,
  );
}

/** @param range a caret or a lower limit with major and minor version, as the manifest has them */
function includes(range: string, version: string): boolean {
  const [least = 0, leastMinor = 0] = range.replace(/^\D+/, '').split('.').map(Number);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === least) return minor >= leastMinor;
  return major > least && !range.startsWith('^');
}
