import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { Scratch } from './scratch.ts';

/** How a command ended. */
export interface Ended {
  ok: boolean;
  /** What it printed, both streams as they came. */
  output: string;
}

/** How a command is run. */
export interface RunOptions {
  args?: readonly string[];
  env?: NodeJS.ProcessEnv;
}

/**
 * Runs the script of a package in a scratch copy, as its package.json has it.
 *
 * @param workspace the package's folder in the copy
 */
export async function runScript(
  scratch: Scratch,
  workspace: string,
  name: string,
  options: RunOptions = {},
): Promise<Ended> {
  const { scripts } = JSON.parse(await scratch.read(workspace, 'package.json')) as Package;
  const script = scripts[name];
  if (script === undefined) throw new Error(`${workspace} has no script "${name}".`);
  const args = (options.args ?? []).map((arg) => `'${arg}'`);
  return runIn(scratch, workspace, [script, ...args].join(' '), options);
}

/** Runs a command line in a folder of a scratch copy, with the commands of that workspace on the path. */
export function runIn(
  scratch: Scratch,
  folder: string,
  command: string,
  { env = {} }: RunOptions = {},
): Promise<Ended> {
  const bins = [scratch.path(folder, 'node_modules/.bin'), scratch.path('node_modules/.bin')];
  const PATH = [...bins, process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd: join(scratch.root, folder),
      shell: true,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env, PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** @throws {Error} with its output, when a command failed */
export function succeeded({ ok, output }: Ended): undefined {
  if (!ok) throw new Error(output.trim());
}

interface Package {
  scripts: Readonly<Record<string, string>>;
}
