import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from './manifest.ts';

const HERE = fileURLToPath(new URL('..', import.meta.url));

/**
 * Finds the program of a Node.js version. This package depends on one package for each platform.
 *
 * @returns undefined when there is none for this platform
 */
export function findNode(major: number): string | undefined {
  return findProgram(HERE, (name) => name.startsWith(`node-${major}-`), ['bin/node']);
}

/**
 * Finds the program of a package that has one package for each platform. Its own command is a placeholder until an
 * install script has run, and no install script has to run here.
 *
 * @returns undefined when it is not installed, or has none for this platform
 */
export function findProgramOf(name: string): string | undefined {
  const folder = findFolder(name, HERE);
  return folder && findProgram(folder, () => true, [`bin/${name}`, name]);
}

function findProgram(
  owner: string,
  isMeant: (name: string) => boolean,
  places: readonly string[],
): string | undefined {
  const manifest: Manifest = JSON.parse(readFileSync(join(owner, 'package.json'), 'utf8'));
  return Object.keys(manifest.optionalDependencies ?? {})
    .filter(isMeant)
    .map((name) => findFolder(name, owner))
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => places.flatMap((place) => [join(folder, place), join(folder, `${place}.exe`)]))
    .find((file) => existsSync(file));
}

function findFolder(name: string, from: string): string | undefined {
  try {
    return dirname(realpathSync(createRequire(join(from, 'package.json')).resolve(`${name}/package.json`)));
  } catch {
    return undefined;
  }
}
