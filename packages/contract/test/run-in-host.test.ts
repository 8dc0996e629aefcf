import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runInHost } from '../src/programs/run-in-host.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'programs-')));
afterAll(() => rmSync(root, { recursive: true }));

/** Writes a program and runs it. */
function run(source: string, { args = [], env = {} }: { args?: string[]; env?: NodeJS.ProcessEnv } = {}) {
  const entry = join(root, 'program.ts');
  writeFileSync(entry, source);
  return runInHost({ root, cwd: root, entry, args, env: { PATH: process.env.PATH, ...env } });
}

test('a program has its own arguments, folder and environment, and its streams are kept apart', async () => {
  const source =
    'console.log(process.argv.slice(2), process.cwd(), process.env.A, process.env.B); console.error("e")';
  const { code, stdout, stderr, output } = await run(source, { args: ['x'], env: { A: '1' } });
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: `[ 'x' ] ${root} 1 undefined\n`,
    stderr: 'e\n',
  });
  expect(output).toBe(`${stdout}e\n`);
  expect((await run(source, { env: { B: '2' } })).stdout).toBe(`[] ${root} undefined 2\n`);
});

test('a program ends when its event loop is empty, with the exit code that it has then', async () => {
  const later = 'setTimeout(() => { console.log("late"); process.exitCode = 3; }, 20)';
  expect(await run(later)).toMatchObject({ code: 3, stdout: 'late\n' });
  const atTheEnd = `${later}; process.once('beforeExit', () => process.exit(4))`;
  expect((await run(atTheEnd)).code).toBe(4);
});

test('the modules of its folder that a program imports are loaded anew', async () => {
  const part = join(root, 'part.ts');
  const program = 'import { one } from "./part.ts"; console.log(one)';
  writeFileSync(part, 'export const one = 1;');
  expect((await run(program)).stdout).toBe('1\n');
  writeFileSync(part, 'export const one = 2;');
  expect((await run(program)).stdout).toBe('2\n');
});

test.each([
  ['throws', 'throw new Error("It is broken.")', 1],
  ['cannot be loaded', 'import "./not-there.ts"', 1],
  ['rejects and nobody catches it', 'setTimeout(() => Promise.reject(new Error("Not caught.")))', 1],
  ['exits before its work is done', 'console.log("so far"); process.exit(5)', 5],
  ['waits for something that never comes', 'await new Promise(() => {})', 13],
])('a program that %s fails, and the next one runs', async (_, source, code) => {
  expect((await run(source)).code).toBe(code);
  expect(await run('console.log("next")')).toMatchObject({ code: 0, stdout: 'next\n' });
});

test('what a program printed before it ended the process is kept', async () => {
  expect((await run('console.log("so far"); process.exit(5)')).output).toBe('so far\n');
});

test('a program that runs others leaves no process behind', async () => {
  const source = `
    import { runInHost } from ${JSON.stringify(new URL('../src/programs/run-in-host.ts', import.meta.url).href)};
    const job = { root: '/nowhere', cwd: process.cwd(), entry: process.cwd() + '/inner.ts', args: [], env: {} };
    console.log((await runInHost(job)).stdout);`;
  writeFileSync(join(root, 'inner.ts'), 'console.log(process.pid)');
  const pid = Number((await run(source)).stdout);
  expect(pid).toBeGreaterThan(0);
  await expect.poll(() => isRunning(pid)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a signal that ends an idle host, as Ctrl-C does, harms neither the next program nor the end of the caller', async () => {
  const idle = Number((await run('console.log(process.pid)')).stdout);
  process.kill(idle, 'SIGINT');
  await expect.poll(() => isRunning(idle)).toBe(false);
  const next = await run('console.log(process.pid)');
  expect(next).toMatchObject({ code: 0, stderr: '' });
  expect(Number(next.stdout)).not.toBe(idle);

  const caller = join(root, 'caller.mjs');
  const job = { root, cwd: root, entry: join(root, 'program.ts'), args: [], env: {} };
  writeFileSync(
    caller,
    `import { runInHost } from ${JSON.stringify(new URL('../src/programs/run-in-host.ts', import.meta.url).href)};
    const { stdout } = await runInHost(${JSON.stringify(job)});
    // Not 0, which would be this whole process group.
    process.kill(Number(stdout) || process.pid, 'SIGINT');
    setTimeout(() => console.log('ended'), 500);`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [caller], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'ended\n', stderr: '' });
});
