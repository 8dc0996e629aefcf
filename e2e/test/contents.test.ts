import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { readManifest, targets } from '../src/manifest.ts';
import { CLIENT } from '../src/modules.ts';
import { runProgram } from '../src/run-program.ts';

const packed = inject('packed');
const client = join(inject('consumer'), 'node_modules/@ax-cloud/channel-client');
const folder = fileURLToPath(new URL('../../packages/client', import.meta.url));

test('the package holds what is built, its documents and its manifest, and nothing else', async () => {
  const documents = (await readdir(folder)).filter((name) => name === 'CHANGELOG.md');
  expect(packed.filter((path) => !path.startsWith('dist/')).sort()).toEqual(
    [...documents, 'LICENSE', 'README.ko.md', 'README.md', 'package.json'].sort(),
  );
  expect(packed.some((path) => path.startsWith('dist/'))).toBe(true);
});

test('every file that the package exports is in it', async () => {
  const exported = targets(await readManifest(client)).map((path) => path.replace('./', ''));
  expect(exported).not.toEqual([]);
  expect(packed).toEqual(expect.arrayContaining(exported));
});

test('installing the package needs only openapi-fetch, at one version, and runs nothing', async () => {
  const { dependencies, scripts = {}, bin } = await readManifest(client);
  expect(dependencies).toEqual({ 'openapi-fetch': expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  expect(Object.keys(scripts)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/install$|^prepare$/)]),
  );
  expect(bin).toBeUndefined();
});

test('every link in the documents of the package leads into it, or to an address', async () => {
  for (const path of packed.filter((name) => name.endsWith('.md'))) {
    const text = await readFile(join(client, path), 'utf8');
    const targets = [...text.matchAll(/\]\(([^)\s]+)[^)]*\)|^\[[^\]]+\]:\s*(\S+)/gm)].map(
      ([, a, b]) => a ?? b ?? '',
    );
    const relative = targets.filter((target) => !/^(https?:\/\/|#)/.test(target));
    expect(packed, path).toEqual(expect.arrayContaining(relative.map((target) => target.replace(/#.*/, ''))));
  }
});

test('no file of the package names the folder that it was built in', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
  for (const path of packed) {
    expect(await readFile(join(client, path), 'utf8'), path).not.toContain(root);
  }
});

/** The exports of every entry, as Node.js loads them. */
async function listExports(load: 'import' | 'require'): Promise<unknown> {
  const { exports = {} } = await readManifest(client);
  const names = Object.keys(exports).map((path) => `${CLIENT}${path.slice(1)}`);
  const program = `
    const { createRequire } = process.getBuiltinModule('node:module');
    const require = createRequire(import.meta.resolve('${CLIENT}'));
    const modules = await Promise.all(${JSON.stringify(names)}.map((name) => ${load}(name)));
    console.log(JSON.stringify(modules.map((module) => Object.keys(module).sort())));`;
  return runProgram(process.execPath, ['--input-type=module', '-e', program], inject('consumer'));
}

test('every entry of the package gives the same names to import and to require', async () => {
  const imported = await listExports('import');
  expect(imported).toContainEqual(['ChannelCancelError', 'createChannelClient', 'orThrow']);
  expect(imported).not.toContainEqual([]);
  expect(await listExports('require')).toEqual(imported);
});
