import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { runInHost } from '@ax-cloud/contract/programs/run-in-host';
import type { Scratch } from './scratch.ts';

const QUIET = { NO_COLOR: '1', FORCE_COLOR: '0', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
/** The module that a command of the registry loads, relative to a workspace that has it. */
const MODULES: Readonly<Record<string, string>> = {
  redocly: 'node_modules/@redocly/cli/lib/index.js',
  tsdown: 'node_modules/tsdown/dist/run.mjs',
};

/** How a command ended. */
export interface Ended {
  ok: boolean;
  /** The output of both streams, in order. */
  output: string;
}

/** The options of a command. */
export interface RunOptions {
  args?: readonly string[];
  env?: NodeJS.ProcessEnv;
}

/**
 * Runs a script of a package.json in a scratch copy.
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

/**
 * Runs a command line in a folder of a scratch copy, with the commands of that workspace on the path. Scripts of the copy, Redocly
 * and tsdown run in a reused process.
 */
export async function runIn(
  scratch: Scratch,
  folder: string,
  command: string,
  { env = {} }: RunOptions = {},
): Promise<Ended> {
  const bins = [scratch.path(folder, 'node_modules/.bin'), scratch.path('node_modules/.bin')];
  const PATH = [...bins, process.env.PATH].join(delimiter);
  const whole = { ...process.env, ...QUIET, ...env, PATH };
  const program = programOf(command);
  if (program === undefined) return spawnIn(scratch.path(folder), command, whole);
  const [entry, ...args] = program;
  const { root } = scratch;
  const cwd = join(root, folder);
  const { code, output } = await runInHost({ root, cwd, entry: join(cwd, entry), args, env: whole });
  return { ok: code === 0, output };
}

/** The module and the arguments of a command line; undefined if a host cannot run it. */
function programOf(command: string): [entry: string, ...args: string[]] | undefined {
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const [name = '', ...args] = words;
  const entry = name === 'node' ? args.shift() : MODULES[name];
  return entry === undefined || /^-/.test(entry) ? undefined : [entry, ...args];
}

function spawnIn(cwd: string, command: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { cwd, shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
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

/** @throws {Error} with its output, if a command failed */
export function succeeded({ ok, output }: Ended): undefined {
  if (!ok) throw new Error(output.trim());
}

interface Package {
  scripts: Readonly<Record<string, string>>;
}
