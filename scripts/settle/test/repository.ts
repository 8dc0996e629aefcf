import { spawnSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ended, runIn, runScript, succeeded } from '../../changes/run.ts';
import { createScratch, REPOSITORY, type Scratch } from '../../changes/scratch.ts';
import type { Server } from './server.ts';

const GENERATED = 'packages/client/src/generated';

/** Copies the repository, commits everything in a git repository of the copy, and bundles the contract. */
export async function createRepository(): Promise<Scratch> {
  const scratch = await createScratch('settle-test');
  await cp(join(REPOSITORY, GENERATED), scratch.path(GENERATED), { recursive: true });
  git(scratch, 'init', '--quiet');
  git(scratch, 'add', '--all');
  commit(scratch);
  succeeded(await runScript(scratch, 'spec', 'bundle'));
  return scratch;
}

/** Runs git in the copy, and returns its output. */
export function git(scratch: Scratch, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: scratch.root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Commits all changes in the copy. */
export function commit(scratch: Scratch): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  git(scratch, ...who, 'commit', '--quiet', '--all', '--allow-empty', '--message', 'A state');
}

/** Runs `pnpm settle` in the copy. */
export function settle(scratch: Scratch, ...args: string[]): Promise<Ended> {
  const quoted = args.map((arg) => `'${arg}'`);
  return runIn(scratch, '.', ['node scripts/settle.ts', ...quoted].join(' '));
}

/** Runs the contract tests of the copy against a server, and returns the path of the report. */
export async function runContractTests(scratch: Scratch, server: Server, name: string): Promise<string> {
  const folder = scratch.path('.tmp', name);
  const { output } = await runIn(scratch, 'apps/contract-tests', 'node src/main.ts --quiet', {
    env: {
      AX_BASE_URL: server.url,
      AX_API_KEY: server.key,
      AX_ORDER_CODES: server.orders.join(','),
      AX_FOREIGN_ORDER_CODE: server.foreign,
      AX_REPORT_DIR: folder,
    },
  });
  if (!output.includes('passed')) throw new Error(output);
  return `.tmp/${name}/contract.json`;
}
