import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Run, type RunnableSample, runSample } from './runtimes.ts';

/** A project as a reader has it, with one folder for each sample, and beside them the installed client. */
export interface Project {
  folder: string;
  /** Writes a source, compiles it where its language does, and gives what runs it. */
  build(sample: RunnableSample, source: string): Promise<RunSample>;
  remove(): Promise<void>;
}

/** Runs a sample against a server; without a key, the variable is not set. */
export type RunSample = (server: string, apiKey?: string, signal?: AbortSignal) => Promise<Run>;

/** Makes an empty project in the system's folder for temporary files. */
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
