import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { differences, fingerprintsOf } from '../derived.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { files } = JSON.parse(readFileSync(join(root, 'packages/client/package.json'), 'utf8')) as {
  files: string[];
};
const inClient = files.filter((file) => file.endsWith('.js')).map((file) => `packages/client/${file}`);
const pages = globSync('*.html', { cwd: join(root, 'apps/docs/dist') });

test.each([
  ...inClient.map((file) => ['client', file]),
  ...pages.map((page) => ['Korean docs', `apps/docs/dist/${page}`]),
  ['English docs', 'apps/docs/dist/en/index.html'],
  ['types', 'packages/client/src/generated/openapi.d.ts'],
  ['Korean bundle', 'spec/dist/openapi.ko.yaml'],
  ['English bundle', 'spec/dist/openapi.json'],
])('%s: named as changed if only %s differs', async (name, file) => {
  const folder = mkdtempSync(join(tmpdir(), 'derived-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), 'one');
  const before = await fingerprintsOf(folder);
  expect(differences(before, await fingerprintsOf(folder))).toEqual([]);
  writeFileSync(join(folder, file), 'two');
  expect(differences(before, await fingerprintsOf(folder))).toEqual([name]);
});
