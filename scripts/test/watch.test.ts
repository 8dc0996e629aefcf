import { globSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { watchContract } from '../watch.ts';

/** Watches a folder with the layout of `spec`, and collects the files of each call. */
function watched(): { folder: string; calls: string[][] } {
  const folder = mkdtempSync(join(tmpdir(), 'watched-'));
  for (const name of ['rules', 'samples', 'dist']) mkdirSync(join(folder, name));
  const calls: string[][] = [];
  const stop = watchContract(folder, async (files) => void calls.push(files));
  onTestFinished(() => {
    stop();
    rmSync(folder, { recursive: true });
  });
  return { folder, calls };
}

test('every save is noticed, even if the editor replaces the file', async () => {
  const { folder, calls } = watched();
  writeFileSync(join(folder, 'openapi.yaml'), 'one');
  await expect.poll(() => calls).toEqual([['openapi.yaml']]);
  for (const count of [2, 3]) {
    writeFileSync(join(folder, '.openapi.yaml.swp'), 'next');
    renameSync(join(folder, '.openapi.yaml.swp'), join(folder, 'openapi.yaml'));
    await expect.poll(() => calls.length).toBe(count);
  }
  expect(calls.flat()).toEqual(['openapi.yaml', 'openapi.yaml', 'openapi.yaml']);
});

test('a derived file does not count as a save', async () => {
  const { folder, calls } = watched();
  writeFileSync(join(folder, 'dist', 'openapi.yaml'), 'derived');
  writeFileSync(join(folder, 'samples', 'curl.sh'), 'sample');
  await expect.poll(() => calls).toEqual([[join('samples', 'curl.sh')]]);
});

test('every file of spec/ from which something is derived is watched', async () => {
  const { folder, calls } = watched();
  const spec = fileURLToPath(new URL('../../spec', import.meta.url));
  const files = globSync(['*.{md,yaml,json}', 'rules/*', 'samples/*', 'readings/*/*'], { cwd: spec });
  const folders = [...new Set(files.map((file) => dirname(file)))];
  for (const path of folders) mkdirSync(join(folder, path), { recursive: true });
  // The folders of the readings are new to it, as when a question is added.
  writeFileSync(join(folder, 'openapi.yaml'), 'first');
  await expect.poll(() => calls.length).toBe(1);
  for (const file of files) writeFileSync(join(folder, file), basename(file));
  await expect.poll(() => calls.slice(1).flat().sort()).toEqual(files.sort());
});
