import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CONTRACT_TESTS = fileURLToPath(new URL('../../contract-tests/src/main.ts', import.meta.url));
const ended = new Map<string, { stdout: string; stderr: string }>();

/** Runs the command of the contract tests. A second call with the same option and variables gets the first output. */
export function contractTests(option: string, variables: object = {}): { stdout: string; stderr: string } {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AX_')));
  const call = JSON.stringify([option, variables]);
  const known =
    ended.get(call) ??
    spawnSync(process.execPath, [CONTRACT_TESTS, option], {
      encoding: 'utf8',
      env: { ...own, ...variables },
    });
  ended.set(call, known);
  return known;
}
