import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The parts of a package.json that matter to those who install it. */
export interface Manifest {
  exports?: Exports;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  scripts?: Record<string, string>;
  bin?: string | Record<string, string>;
}

/** A file, or conditions and subpaths that lead to files. */
type Exports = string | { [condition: string]: Exports };

/** Reads the package.json of a folder. */
export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}

/** Every file that the exports of a package lead to. */
export function targets({ exports = {} }: Pick<Manifest, 'exports'>): string[] {
  return typeof exports === 'string'
    ? [exports]
    : Object.values(exports).flatMap((entry) => targets({ exports: entry }));
}
