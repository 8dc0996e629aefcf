import { execFile } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { type Manifest, readManifest, targets } from './manifest.ts';

const run = promisify(execFile);
const CLIENT = fileURLToPath(new URL('../../packages/client', import.meta.url));
const SMOKE = fileURLToPath(new URL('../smoke', import.meta.url));

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder outside the repository where the packed client and its dependencies are installed, and nothing else. */
    consumer: string;
    /** The paths in the tarball. */
    packed: string[];
  }
}

/** Packs the client as it is built, and installs the tarball for all tests of the run. */
export default async function installPacked(project: TestProject): Promise<() => Promise<void>> {
  await assertBuilt(await readManifest(CLIENT));
  // The real path, because some runtimes compare it with where a module turns out to be.
  const consumer = await realpath(await mkdtemp(join(tmpdir(), 'packed-client-')));
  const remove = () => rm(consumer, { recursive: true, force: true });
  try {
    project.provide('packed', await unpack(consumer));
    project.provide('consumer', consumer);
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}

async function assertBuilt(manifest: Manifest): Promise<void> {
  for (const target of targets(manifest)) {
    await access(join(CLIENT, target)).catch(() => {
      throw new Error(
        `${join('packages/client', target)} is missing, so the client cannot be packed. ` +
          'Run "pnpm exec turbo run build --filter=@ax-cloud/channel-client", then the tests again.',
      );
    });
  }
}

async function unpack(consumer: string): Promise<string[]> {
  // On Windows pnpm and tar are found by the shell only.
  const shell = process.platform === 'win32';
  await run('pnpm', ['pack', '--pack-destination', consumer], { cwd: CLIENT, shell });
  const tarball = (await readdir(consumer)).find((name) => name.endsWith('.tgz')) ?? '';
  const modules = join(consumer, 'node_modules');
  const client = join(modules, '@ax-cloud/channel-client');
  await mkdir(client, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', 'node_modules/@ax-cloud/channel-client', '--strip-components=1'], {
    cwd: consumer,
    shell,
  });
  await copyDependencies(await readManifest(client), CLIENT, modules);
  const dependencies = { '@ax-cloud/channel-client': `file:${tarball}` };
  await writeFile(join(consumer, 'package.json'), JSON.stringify({ type: 'module', dependencies }));
  await cp(SMOKE, consumer, { recursive: true });
  const { stdout } = await run('tar', ['-tzf', tarball], { cwd: consumer, shell });
  return stdout.split(/\r?\n/).flatMap((line) => (line === '' ? [] : [line.replace('package/', '')]));
}

/** Copies what a manifest asks for out of this repository's installation, so that no test needs a registry. */
async function copyDependencies(manifest: Manifest, folder: string, modules: string): Promise<void> {
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    const installed = await findInstalled(name, folder);
    await cp(installed, join(modules, name), { recursive: true });
    await copyDependencies(await readManifest(installed), installed, modules);
  }
}

async function findInstalled(name: string, folder: string): Promise<string> {
  for (const modules of createRequire(join(folder, 'package.json')).resolve.paths(name) ?? []) {
    const found = await realpath(join(modules, name)).catch(() => undefined);
    if (found !== undefined) return found;
  }
  throw new Error(`${name}, which ${folder} depends on, is not installed. Run "pnpm install".`);
}
