import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

const sources = new URL('../src/', import.meta.url);

describe('Prism', () => {
  it.each(['prism-core', 'prism-http', 'prism-cli'])('has the expected version of %s', (name) => {
    // If this fails, check each import of src/prism.ts and the differences from Prism, then write the new version.
    const { version } = createRequire(import.meta.url)(`@stoplight/${name}/package.json`);
    expect(version).toBe('5.16.0');
  });

  it('is imported in one file', async () => {
    const files = (await readdir(sources, { recursive: true })).filter((file) => /(?<!\.d)\.ts$/.test(file));
    const importing = [];
    for (const file of files)
      if (/from '@stoplight/.test(await readFile(new URL(file, sources), 'utf8'))) importing.push(file);
    expect(importing).toEqual(['prism.ts']);
  });
});
