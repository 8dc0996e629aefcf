import { spawnSync } from 'node:child_process';
import { CommandError } from '@ax-cloud/contract/command-error';
import { REPOSITORY, type Scratch } from '../changes/scratch.ts';

/** The files that settling may change: the contract, and what is derived from it. */
const PLACES = ['spec', 'packages', 'apps', 'README.md', 'README.ko.md'];

/** @throws {CommandError} if the repository has uncommitted changes or is not under git */
export function requireCleanTree(): void {
  const changed = git(['status', '--porcelain']).split('\n').filter(Boolean);
  if (changed.length === 0) return;
  const some = changed.slice(0, 3).map((line) => line.slice(3));
  const more = changed.length > some.length ? ` and ${changed.length - some.length} more` : '';
  throw new CommandError(
    `The working tree has changes (${some.join(', ')}${more}). Commit or stash them first, so that the diff shows what was settled.`,
  );
}

/** The differences of a copy from the repository's last commit, as a patch; empty if there are none. */
export function patchOf(scratch: Scratch, { color = false } = {}): string {
  const gitDir = git(['rev-parse', '--absolute-git-dir']).trim();
  const options = color ? ['--color=always'] : ['--color=never', '--binary'];
  return git([
    `--git-dir=${gitDir}`,
    `--work-tree=${scratch.root}`,
    ...['diff', '--no-ext-diff', ...options, 'HEAD', '--', ...PLACES],
  ]);
}

/** Applies a patch to the repository, completely or not at all. */
export function applyPatch(patch: string): void {
  git(['apply', '--whitespace=nowarn'], patch);
}

function git(args: readonly string[], input?: string): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: REPOSITORY,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
    ...(input === undefined ? {} : { input }),
  });
  if (error !== undefined || status !== 0) {
    const why = (error?.message ?? stderr).trim().split('\n')[0];
    throw new CommandError(`git ${args.find((arg) => !arg.startsWith('-'))} failed: ${why}`);
  }
  return stdout;
}
