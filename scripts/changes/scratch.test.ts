import { existsSync, readlinkSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { runIn, runScript } from './run.ts';
import { createScratch, REPOSITORY, type Scratch } from './scratch.ts';

const scratches: Scratch[] = [];
afterEach(async () => {
  for (const scratch of scratches.splice(0)) await scratch.remove();
});

async function scratch(name: string): Promise<Scratch> {
  const made = await createScratch(name);
  scratches.push(made);
  return made;
}

test('the workspaces of a copy link to each other inside the copy', async () => {
  const { root, path } = await scratch('links');
  const link = path('packages/client/node_modules/@ax-cloud/channel-spec');
  expect(await realpath(link)).toBe(await realpath(path('spec')));
  expect(root).not.toContain('node_modules');
  expect(readlinkSync(path('node_modules/.pnpm'))).toBe(`${REPOSITORY}node_modules/.pnpm`);
});

test('a copy has no derived files', async () => {
  const { path } = await scratch('derived');
  for (const derived of [
    'spec/dist',
    'packages/client/dist',
    'packages/client/src/generated',
    'apps/docs/dist',
  ]) {
    expect(existsSync(path(derived)), derived).toBe(false);
  }
});

test('a copy of a linked worktree does not belong to its git repository', async () => {
  const worktree = await mkdtemp(join(tmpdir(), 'worktree-'));
  for (const folder of ['packages', 'apps', 'spec', 'scripts']) await mkdir(join(worktree, folder));
  await writeFile(join(worktree, '.git'), 'gitdir: ../repository/.git/worktrees/worktree\n');
  await writeFile(join(worktree, 'package.json'), '{}');
  const made = await createScratch('worktree', worktree);
  expect(existsSync(made.path('package.json'))).toBe(true);
  expect(existsSync(made.path('.git'))).toBe(false);
  await rm(worktree, { recursive: true });
});

test('an import in a copy loads the code of the copy', async () => {
  const made = await scratch('code');
  await made.write('packages/contract/src/expression.ts', 'export const here = import.meta.url;\n');
  await made.write(
    'scripts/where.ts',
    "import { here } from '@ax-cloud/contract/expression';\nconsole.log(here);\n",
  );
  const { output } = await runIn(made, 'scripts', 'node where.ts');
  expect(output).toContain(made.root.split('/').at(-1));
});

test('package scripts run in a folder whose name has a space, a percent sign and Hangul', async () => {
  const made = await scratch('a b%20%한글');
  for (const [workspace, script] of [
    ['spec', 'lint'],
    ['spec', 'bundle'],
    ['packages/client', 'generate'],
    ['apps/docs', 'build'],
  ] as const) {
    const { ok, output } = await runScript(made, workspace, script);
    expect(ok, `${workspace} ${script}: ${output}`).toBe(true);
  }
});

test('two copies with the same name have separate folders, and removing one keeps the other', async () => {
  const [one, other] = await Promise.all([scratch('same'), scratch('same')]);
  expect(one.root).not.toBe(other.root);
  await one.remove();
  expect(existsSync(one.root)).toBe(false);
  expect(existsSync(other.path('spec/openapi.yaml'))).toBe(true);
  expect(existsSync(`${REPOSITORY}node_modules/.pnpm`)).toBe(true);
});
