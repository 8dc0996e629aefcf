import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './packages.ts';

/** What npm packs of every package, whether it is listed or not. */
const ALWAYS = ['LICENSE', 'README.ko.md', 'README.md', 'package.json'];

/**
 * Compares what is built, what `package.json` lists in `files`, and what would be packed. Every file is listed by its name, so
 * that a file of an older build, which a build from the cache leaves behind, is not packed.
 *
 * @param folder the package's folder
 * @returns what does not fit, one line each
 */
export function checkPackedFiles(folder: string, { name, files = [] }: Manifest): string[] {
  const wanted = [...files, ...ALWAYS];
  const missing = wanted.filter((file) => !existsSync(join(folder, file)));
  const built = readdirSync(join(folder, 'dist')).map((file) => `dist/${file}`);
  const unlisted = built.filter((file) => !files.includes(file));
  const packed = listPacked(folder);
  const unwanted = packed.filter((file) => !wanted.includes(file));
  const left = wanted.filter((file) => !packed.includes(file) && !missing.includes(file));
  return [
    ...missing.map((file) => `${name}: ${file} is missing. Build the package, or take it out of "files".`),
    ...unlisted.map(
      (file) =>
        `${name}: ${file} is not listed in "files" of package.json. Delete it if an older build has left it behind, or list it.`,
    ),
    ...unwanted.map((file) => `${name}: ${file} would be packed and is not listed in "files". List it.`),
    ...left.map((file) => `${name}: ${file} would not be packed.`),
  ];
}

function listPacked(folder: string): string[] {
  const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const output = execFileSync('pnpm', ['pack', '--dry-run', '--json', '--ignore-scripts'], options);
  const { files } = JSON.parse(output) as { files: { path: string }[] };
  return files.map(({ path }) => path);
}
