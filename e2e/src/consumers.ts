import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SOURCES = fileURLToPath(new URL('../consumers/', import.meta.url));

/** The projects in `consumers`, each with the package manager that installs it. */
export const CONSUMERS = [
  { title: 'Express, run by tsx, installed by npm', folder: 'express', manager: 'npm' },
  { title: "Express, run by tsx, in pnpm's isolated node_modules", folder: 'express', manager: 'pnpm' },
  {
    title: 'NestJS, compiled to CommonJS without strictNullChecks, tested by Jest with ts-jest',
    folder: 'nest',
    manager: 'npm',
  },
  {
    title: 'a route handler of Next.js, which sets "strict" to false by itself, and with "strict"',
    folder: 'next',
    manager: 'npm',
  },
  { title: 'server-side rendering by Vite', folder: 'vite-ssr', manager: 'npm' },
  { title: 'a Lambda bundled by esbuild', folder: 'lambda-esbuild', manager: 'npm' },
  { title: 'a Lambda bundled by webpack with ts-loader', folder: 'lambda-webpack', manager: 'npm' },
] as const satisfies readonly Consumer[];

/** A project that uses the packed client. */
export interface Consumer {
  title: string;
  /** Below `consumers`. */
  folder: string;
  manager: 'npm' | 'pnpm';
}

const INSTALL = {
  npm: ['install', '--no-audit', '--no-fund', '--no-package-lock'],
  pnpm: ['install', '--no-lockfile'],
};

/** What a package manager says when it reaches no registry. A version that a registry does not have is a wrong pin. */
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|ERR_PNPM_(META_)?FETCH_FAIL)\b/;

/** What a program of a consumer printed, where it failed. */
interface Failed {
  stdout?: string;
  stderr?: string;
}

/**
 * Copies a consumer to a folder of its own outside the repository, and installs it with the packed client.
 *
 * @param packed the folder that holds the tarball
 * @returns the folder; or why nothing could be installed here
 * @throws {Error} when an installation fails for any other reason
 */
export async function installConsumer(
  { folder, manager }: Consumer,
  packed: string,
): Promise<{ at: string } | { missing: string }> {
  const at = await realpath(await mkdtemp(join(tmpdir(), `consumer-${folder}-`)));
  await cp(join(SOURCES, folder), at, { recursive: true });
  const tarball = (await readdir(packed)).find((name) => name.endsWith('.tgz')) ?? '';
  await cp(join(packed, tarball), join(at, 'client.tgz'));
  try {
    await runInConsumer(at, manager, INSTALL[manager]);
    return { at };
  } catch (error) {
    await rm(at, { recursive: true });
    const code = UNREACHABLE.exec(String(error))?.[0];
    if (code === undefined) throw error;
    return { missing: `${manager} cannot install it here: ${code}` };
  }
}

/**
 * Runs a program in the folder of a consumer, as from a shell.
 *
 * @throws {Error} with all that it printed
 */
export async function runInConsumer(
  at: string,
  program: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<void> {
  // On Windows the package managers are found by the shell only.
  const options = {
    cwd: at,
    env: { ...ownEnvironment(), ...variables },
    shell: process.platform === 'win32',
  };
  await promisify(execFile)(program, args, { ...options, maxBuffer: 64 * 1024 * 1024 }).catch(
    (cause: Failed) => {
      throw new Error(`${program} ${args.join(' ')} failed:\n${cause.stdout ?? ''}${cause.stderr ?? ''}`, {
        cause,
      });
    },
  );
}

/** The environment without what these tests and the scripts that run them have put there. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const theirs =
    /^(VITEST|NODE_ENV$|NODE_OPTIONS$|NODE_PATH$|TEST$|npm_(lifecycle|package)_|INIT_CWD$|PNPM_SCRIPT)/;
  const entries = Object.entries(process.env).filter(([name]) => !theirs.test(name));
  return { ...Object.fromEntries(entries), CI: 'true', NEXT_TELEMETRY_DISABLED: '1' };
}
