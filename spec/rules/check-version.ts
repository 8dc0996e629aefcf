import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { demandedChange } from './demanded-change.ts';
import { isLower, nextVersion } from './version.ts';

/**
 * Checks that the contract's version is the same everywhere, and fits what changed since the last release.
 * Prints one line for each problem: the file, what is wrong, what to do.
 */

const BUNDLE = 'dist/openapi.yaml';
const version = versionOf(BUNDLE);
const lines = [...otherPlaces(), ...sinceRelease()];
for (const line of lines) console.error(line);
if (lines.length > 0) process.exitCode = 1;
else console.log(`Version ${version} of the contract fits what changed, and is the same everywhere.`);

/** The problems of the package and the changelog, which repeat the version. */
function otherPlaces(): string[] {
  const found: string[] = [];
  const here = `and the contract (info.version in spec/openapi.yaml) is at ${version}`;
  const { version: packaged } = JSON.parse(read('package.json')) as { version: string };
  if (packaged !== version)
    found.push(`spec/package.json has version ${packaged}, ${here}. Write the same into both.`);
  const newest = /^## (.+)$/m.exec(read('CHANGELOG.md'))?.[1];
  if (newest !== version)
    found.push(
      `spec/CHANGELOG.md begins with ${newest ?? 'no version'}, ${here}. Say under "## ${version}" what changed for a caller.`,
    );
  return found;
}

/** The problems of the version, compared with what changed since the last release. */
function sinceRelease(): string[] {
  const [file, ...others] = readdirSync('released');
  if (file === undefined || others.length > 0)
    return [
      'spec/released must hold one contract, the one that was released last. "pnpm release:version" puts it there.',
    ];
  const released = versionOf(`released/${file}`);
  if (file !== `${released}.yaml`)
    return [`spec/released/${file} holds version ${released} of the contract. Name it ${released}.yaml.`];
  const { change, reason } = demandedChange('.', `released/${file}`, BUNDLE);
  const demanded = nextVersion(released, change);
  if (!isLower(version, demanded)) return [];
  return [
    `spec/openapi.yaml has version ${version}, and what changed since ${released} demands ${demanded}: ${reason} Raise info.version.`,
  ];
}

function versionOf(file: string): string {
  return (parse(read(file)) as { info: { version: string } }).info.version;
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
