import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './packages.ts';

/** npm packs these files of every package, listed or not. */
const ALWAYS = ['LICENSE', 'README.ko.md', 'README.md', 'package.json'];

/**
 * Compares the built files, `files` in `package.json`, and the files to pack. Every file is listed by name: a build from the
 * cache may leave a file of an older build behind, which must not be packed.
 *
 * @param folder the package's folder
 * @returns the differences, one line each
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
        `${name}: ${file} is not listed in "files" of package.json. Delete it if it is left from an older build, or list it.`,
    ),
    ...unwanted.map((file) => `${name}: ${file} would be packed, but is not listed in "files". List it.`),
    ...left.map((file) => `${name}: ${file} would not be packed.`),
  ];
}

function listPacked(folder: string): string[] {
  const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const output = execFileSync('pnpm', ['pack', '--dry-run', '--json', '--ignore-scripts'], options);
  const { files } = JSON.parse(output) as { files: { path: string }[] };
  return files.map(({ path }) => path);
}
