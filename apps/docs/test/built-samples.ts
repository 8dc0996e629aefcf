import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Run, type RunnableSample, runSample } from './runtimes.ts';

/** A project like a reader's, with one folder for each sample and with the client installed. */
export interface Project {
  folder: string;
  /** Writes a source file, compiles it if its language needs that, and returns a function that runs it. */
  build(sample: RunnableSample, source: string): Promise<RunSample>;
  remove(): Promise<void>;
}

/** Runs a sample against a server. Without a key, `AX_API_KEY` is not set. */
export type RunSample = (server: string, apiKey?: string, signal?: AbortSignal) => Promise<Run>;

/** Makes an empty project in the system's temporary folder. */
export async function makeProject(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'samples-'));
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
  await symlink(modules, join(folder, 'node_modules'), 'junction');
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  let built = 0;
  return {
    folder,
    async build(sample, source) {
      built += 1;
      const file = join(folder, `sample-${built}`, sample.file);
      await mkdir(join(file, '..'));
      await writeFile(file, source);
      const command = await sample.build(file);
      return (server, apiKey, signal) => runSample(command, server, apiKey, signal);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
