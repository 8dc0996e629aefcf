import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@ax-cloud/channel-mock';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

test('README example: the built package cancels the order', async () => {
  const mock = await startMock({ port: 0, log: 'off' });
  onTestFinished(() => mock.close());
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const example = /```ts\n([\s\S]+?)```/.exec(readme)?.[1] ?? '';
  expect(example).toContain("environment: 'test'");

  // Inside the package, so that its own name leads to what it exports.
  await mkdir(join(root, '.tmp'), { recursive: true });
  const folder = await mkdtemp(join(root, '.tmp/readme-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'example.ts');
  await writeFile(file, example.replace("environment: 'test'", `baseUrl: '${mock.url}'`));
  const env = { ...process.env, AX_API_KEY: 'key' };
  const { stdout } = await promisify(execFile)(process.execPath, [file], { env });
  expect(stdout).toBe('Traveler cancel\n');
});
