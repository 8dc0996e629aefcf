import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runInProcess } from './in-process.ts';

const REDOCLY = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
/** The module that this command loads. */
const MODULE = new URL(import.meta.resolve('@redocly/cli/lib/index.js'));
const QUIET = { NO_COLOR: '1', FORCE_COLOR: '0', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

/** The result of a run. */
export interface EndedRedocly {
  ok: boolean;
  stdout: string;
  /** What it printed on both streams. */
  text: string;
}

/**
 * Runs Redocly CLI, and waits for it.
 *
 * @param folder where `redocly.yaml` is
 */
export function redocly(args: readonly string[], folder: string): EndedRedocly {
  const { status, stdout, stderr } = spawnSync(process.execPath, [REDOCLY, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    env: { ...process.env, ...QUIET },
  });
  return { ok: status === 0, stdout, text: `${stdout}\n${stderr}` };
}

/** Runs Redocly CLI in this folder and this process, which must have nothing else to do. Loading it takes longer than linting. */
export async function redoclyInProcess(args: readonly string[]): Promise<EndedRedocly> {
  Object.assign(process.env, QUIET);
  const { code, stdout, output } = await runInProcess(MODULE, args);
  return { ok: code === 0, stdout, text: output };
}
