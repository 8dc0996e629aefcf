/**
 * `pnpm release:version`: raises the versions of the published packages by the changes in `.changeset`, writes their changelogs,
 * and generates the files that contain a version. Later changes of the contract are compared with this version of it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usageExitCode } from '@ax-cloud/contract/command-line';
import { parse } from 'yaml';

const usage = usageExitCode(
  process.argv.slice(2),
  'pnpm release:version   raises the versions by the changes in .changeset, and writes the changelogs',
);
if (usage !== undefined) process.exit(usage);

const root = fileURLToPath(new URL('..', import.meta.url));
const released = join(root, 'spec/released');
const bundle = join(root, 'spec/dist/openapi.yaml');

run('changeset', ['version']);
run('node', ['scripts/turbo.mjs', 'generate', 'check']);
run('pnpm', ['install', '--lockfile-only']);

const { info } = parse(readFileSync(bundle, 'utf8')) as { info: { version: string } };
for (const name of readdirSync(released)) rmSync(join(released, name));
cpSync(bundle, join(released, `${info.version}.yaml`));

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
