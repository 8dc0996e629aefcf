import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The file that each command runs, with what it is called. */
const COMMANDS = [
  ['pnpm start', 'scripts/start.ts'],
  ['pnpm reading', 'scripts/reading.ts'],
  ['pnpm settle', 'scripts/settle.ts'],
  ['pnpm release', 'scripts/release.ts'],
  ['pnpm release:version', 'scripts/release-version.ts'],
  ['pnpm site', 'apps/docs/src/main.ts'],
  ['channel-proxy', 'apps/mock/src/proxy/main.ts'],
  ['channel-mock', 'apps/mock/src/main.ts'],
  ['pnpm contract', 'apps/contract-tests/src/main.ts'],
] as const;

function run(file: string, option: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, option], {
    cwd: root,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}

test.each(COMMANDS)('%s --help prints the usage and does nothing else', (name, file) => {
  const { status, stdout, stderr } = run(file, '--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(name);
});

test.each(COMMANDS)(
  '%s names an unknown option, says where the known ones are, and does nothing',
  (_, file) => {
    const { status, stdout, stderr } = run(file, '--no-such');
    expect(stdout).toBe('');
    expect(status).toBeGreaterThan(0);
    expect(stderr).toMatch(/^Unknown option '--no-such'\.(\n| See --help\.)/);
  },
);
