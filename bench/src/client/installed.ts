import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What an application installs for a library. */
export interface Installed {
  packages: number;
  /** Kilobytes (1000 bytes) of all files, not counting what the file system rounds up. */
  kilobytes: number;
}

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

interface Manifest {
  version: string;
  files?: string[];
  dependencies?: Record<string, string>;
}

/** Counts a package and all that it depends on at run time. */
export async function measureInstalled(name: string): Promise<Installed> {
  const found = new Set<string>();
  let bytes = 0;
  async function visit(dependency: string, from: string): Promise<void> {
    const folder = await findPackage(dependency, from);
    if (found.has(folder)) return;
    found.add(folder);
    const manifest = await readManifest(folder);
    // A package of this repository holds more than it publishes; an installed one does not.
    const published = folder.includes('node_modules')
      ? ['']
      : ['package.json', 'README.md', 'LICENSE', ...(manifest.files ?? [])];
    for (const path of published) bytes += await measureFiles(join(folder, path));
    for (const next of Object.keys(manifest.dependencies ?? {})) await visit(next, folder);
  }
  await visit(name, PACKAGE);
  return { packages: found.size, kilobytes: Math.round(bytes / 1000) };
}

/** The version of an installed package. */
export async function readVersion(name: string): Promise<string> {
  return (await readManifest(await findPackage(name, PACKAGE))).version;
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}

/** Looks in the `node_modules` of this folder and of those above it, as Node.js does. */
async function findPackage(name: string, from: string): Promise<string> {
  const folder = await realpath(join(from, 'node_modules', name)).catch(() => undefined);
  if (folder !== undefined) return folder;
  const parent = dirname(from);
  if (parent === from) throw new Error(`The package ${name} is not installed. Run "pnpm install".`);
  return findPackage(name, parent);
}

async function measureFiles(path: string): Promise<number> {
  const status = await stat(path);
  if (status.isFile()) return status.size;
  let bytes = 0;
  for (const entry of await readdir(path)) {
    if (entry !== 'node_modules') bytes += await measureFiles(join(path, entry));
  }
  return bytes;
}
