import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);

/** The versions of TypeScript that the declarations are promised to, by the names that they are installed under. */
export const COMPILERS = ['typescript-5.4', 'typescript-5.9', 'typescript'] as const;

/** Compiler options of two kinds of consumers, as strict as TypeScript goes, the package's declarations included. */
export const CONSUMERS = {
  'a back end under node16': {
    extensions: ['mts', 'cts'],
    options: {
      module: 'node16',
      moduleResolution: 'node16',
      lib: ['ES2022'],
      types: ['node'],
      typeRoots: [fileURLToPath(new URL('../node_modules/@types', import.meta.url))],
    },
  },
  'a bundled page': {
    extensions: ['ts'],
    options: { module: 'esnext', moduleResolution: 'bundler', lib: ['ES2022', 'DOM'], types: [] },
  },
} as const;

/** Options that every consumer has. */
export const STRICTEST = {
  target: 'es2022',
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
} as const;

/**
 * Compiles the project in a folder.
 *
 * @returns the errors, sorted, each as `file:line code`; an error without a place is left as printed
 * @throws {Error} when the compiler fails without an error that it names
 */
export async function compile(compiler: (typeof COMPILERS)[number], folder: string): Promise<string[]> {
  const tsc = join(dirname(require.resolve(`${compiler}/package.json`)), 'bin/tsc');
  try {
    await promisify(execFile)(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], { cwd: folder });
    return [];
  } catch (cause) {
    const { stdout } = cause as { stdout?: string };
    const errors = (stdout ?? '').split(/\r?\n/).filter((line) => /\berror TS\d+:/.test(line));
    if (errors.length === 0) throw new Error(`${compiler} failed without an error: ${stdout}`, { cause });
    return errors.map((line) => line.replace(/^(.+)\((\d+),\d+\): error (TS\d+):.*$/, '$1:$2 $3')).sort();
  }
}

/** The compiler's version, for example `5.4.5`. */
export function versionOf(compiler: (typeof COMPILERS)[number]): string {
  const { version }: { version: string } = require(`${compiler}/package.json`);
  return version;
}
