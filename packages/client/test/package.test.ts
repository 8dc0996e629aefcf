import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@ax-cloud/channel-mock';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program against the mock that imports the built package by its name, and gives what it prints. */
async function runWithPackage(name: string, program: (mockUrl: string) => string): Promise<string> {
  const mock = await startMock({ port: 0, log: 'off' });
  onTestFinished(() => mock.close());
  // Inside the package, so that its own name leads to what it exports.
  await mkdir(join(root, '.tmp'), { recursive: true });
  const folder = await mkdtemp(join(root, '.tmp/package-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, name);
  await writeFile(file, program(mock.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file], {
    env: { ...process.env, AX_API_KEY: 'key' },
  });
  return stdout;
}

const readme = await readFile(join(root, 'README.md'), 'utf8');
const [example = '', testExample = '', ...more] = [...readme.matchAll(/```ts\n([\s\S]+?)```/g)].map(
  ([, code = '']) => code,
);

test('every README example is run here', () => {
  expect(more).toEqual([]);
});

test('README example of a unit test: the mock fetch answers and records', async () => {
  expect(await runWithPackage('example.ts', () => testExample)).toBe(
    "not_found\n{\n  ax_status: 'Unavoidable cancel',\n  channel_status: 'Unavoidable cancel'\n}\n",
  );
});

test('README example: the built package cancels the order', async () => {
  expect(example).toContain("environment: 'test'");
  const printed = await runWithPackage('example.ts', (url) =>
    example.replace("environment: 'test'", `baseUrl: '${url}'`),
  );
  expect(printed).toBe('Traveler cancel\n');
});

test('the testing entry can be required', async () => {
  const program = "console.log(typeof require('@ax-cloud/channel-client/testing').createMockFetch);";
  expect(await runWithPackage('example.cjs', () => program)).toBe('function\n');
});

test('the built package can be required', async () => {
  const printed = await runWithPackage(
    'example.cjs',
    (url) => `
      const { createChannelClient } = require('@ax-cloud/channel-client');
      createChannelClient({ apiKey: 'key', baseUrl: '${url}' })
        .cancelTourOrder('order', { status: 'Traveler cancel' })
        .then((result) => console.log(result.ok && result.order.ax_order_code));`,
  );
  expect(printed).toBe('order\n');
});
