import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';

/** A workspace that is not private. */
export interface PublishedPackage {
  /** Its path from the root of the repository, with slashes. */
  folder: string;
  manifest: Manifest;
}

/** The used parts of a package.json. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  license?: string;
  engines?: Readonly<Record<string, string>>;
  files?: readonly string[];
  repository?: unknown;
  bugs?: unknown;
  publishConfig?: Readonly<Record<string, unknown>>;
}

/** The published packages of a repository. */
export function publishedPackages(root: string): PublishedPackage[] {
  const { packages } = parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')) as {
    packages: string[];
  };
  return packages
    .flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }))
    .map((file) => dirname(file).replaceAll('\\', '/'))
    .sort()
    .map((folder) => ({ folder, manifest: readManifest(join(root, folder)) }))
    .filter(({ manifest }) => manifest.private !== true);
}

/** The package.json of a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The file name of a packed package, without its extension: npm drops the `@` and puts a hyphen for the slash. */
export function fileNameOf({ name, version }: Manifest): string {
  return `${basename(dirname(name)).replace('@', '')}-${basename(name)}-${version}`;
}
