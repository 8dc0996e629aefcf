import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const files = globSync('.github/workflows/*.yml', { cwd: root }).map((name) => name.replaceAll('\\', '/'));
const read = (name: string) => readFileSync(`${root}/${name}`, 'utf8');

interface Workflow {
  permissions: unknown;
  jobs: Record<string, { permissions?: Record<string, string>; 'timeout-minutes'?: number }>;
}

test('there are workflows', () => expect(files).not.toEqual([]));

test.each(files)('%s pins every action by its commit and names the version beside it', (name) => {
  const uses = [...read(name).matchAll(/uses: *(.+)/g)].map(([, what]) => what);
  expect(uses).not.toEqual([]);
  for (const what of uses) expect(what).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(files)('every job of %s names its permissions and its time limit', (name) => {
  const { permissions, jobs } = parse(read(name)) as Workflow;
  expect(permissions).toEqual({});
  for (const [id, job] of Object.entries(jobs)) {
    expect([id, typeof job.permissions]).toEqual([id, 'object']);
    expect([id, job['timeout-minutes']]).toEqual([id, expect.any(Number)]);
  }
});

test('only the publishing jobs may have an identity token, and only the release jobs may write', () => {
  const may = (permission: string, access: string) =>
    files.flatMap((name) =>
      Object.entries((parse(read(name)) as Workflow).jobs)
        .filter(([, job]) => job.permissions?.[permission] === access)
        .map(([id]) => `${name.replace(/^.*\/|\.yml$/g, '')}/${id}`),
    );
  expect(may('id-token', 'write')).toEqual(['docs/deploy', 'release/publish']);
  expect(may('contents', 'write')).toEqual(['release/version', 'release/publish']);
});

test('publishing requires provenance', () => {
  expect(read('.github/workflows/release.yml')).toMatch(
    /action\/publish@.+\n +env:\n(?: +#.*\n)* +PNPM_CONFIG_PROVENANCE: 'true'/,
  );
});

test('version managers and scripts get the same Node.js', () => {
  const { catalog, nodeVersion } = parse(read('pnpm-workspace.yaml')) as {
    catalog: Record<string, string>;
    nodeVersion: string;
  };
  expect(read('.node-version').trim()).toBe(catalog.node);
  expect(nodeVersion).toBe(catalog.node);
});
