import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The other packages that each workspace may import outside its tests. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  spec: [],
  'packages/contract': ['@ax-cloud/channel-spec'],
  // The examples in the client's READMEs import the client.
  'packages/client': ['@ax-cloud/contract', '@ax-cloud/channel-client'],
  'apps/mock': ['@ax-cloud/channel-spec', '@ax-cloud/contract'],
  'apps/docs': ['@ax-cloud/channel-spec', '@ax-cloud/contract'],
  // A run without a server starts the mock.
  'apps/contract-tests': ['@ax-cloud/channel-spec', '@ax-cloud/contract', '@ax-cloud/channel-mock'],
  // They start the apps as programs.
  scripts: ['@ax-cloud/channel-spec', '@ax-cloud/contract', '@ax-cloud/channel-client'],
};

const files = execFileSync('git', ['ls-files', '*.ts', '*.js', '*.mjs'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '');

/** All imports of a file, static and dynamic. */
async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(join(root, file), 'utf8').catch(() => '');
  const found = text.matchAll(/\b(?:from|import)\s*\(?\s*'([^'\n]+)'/g);
  return Array.from(found, ([, specifier = '']) => specifier);
}

/** A test may import more. The template of a code sample does not run in its own folder. */
function isFree(file: string): boolean {
  return /\/(?:test|faults|samples)\/|\.test\.ts$/.test(file);
}

test.each(Object.entries(ALLOWED))(
  '%s imports only the other workspaces that it may, and by their package names',
  async (workspace, allowed) => {
    const own = files.filter((file) => file.startsWith(`${workspace}/`));
    expect(own.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const file of own) {
      for (const specifier of await importsOf(file)) {
        const leaves =
          specifier.startsWith('.') && !join(dirname(file), specifier).startsWith(`${workspace}/`);
        const name = /^@ax-cloud\/[^/]+/.exec(specifier)?.[0];
        const isForbidden = name !== undefined && !isFree(file) && !allowed.includes(name);
        if (leaves || isForbidden) wrong.push(`${file} imports ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);
