import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command of the root, as its script in package.json does. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/command.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, lines: stdout.trimEnd().split('\n'), errors: stderr.trimEnd().split('\n') };
}

test('a command prints nothing of the build before its own output, so that it can be piped', () => {
  const { status, lines } = run('contract', '--list');
  expect(status).toBe(0);
  for (const line of lines) expect(line).toMatch(/^[\w.-]+ +(documented|inferred|open) +\S+ +\S/);
});

test.each([
  ['an unknown question', 'no-such=reading', '"no-such=reading" names no question of the ledger. '],
  ['no reading', '', '--reading names no reading. '],
])('%s ends pnpm contract with 2, because 1 means that a case failed', (_, reading, message) => {
  const { status, errors } = run('contract', '--reading', reading);
  expect(status).toBe(2);
  expect(errors.at(-1)).toContain(message);
});
