import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const REDOCLY = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));

/**
 * Runs Redocly CLI, and waits for it.
 *
 * @param folder where `redocly.yaml` is
 */
export function redocly(
  args: readonly string[],
  folder: string = process.cwd(),
): { ok: boolean; stdout: string; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [REDOCLY, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  return { ok: status === 0, stdout, text: `${stdout}\n${stderr}` };
}
