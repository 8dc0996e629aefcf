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

test.each(files)('every action that %s uses is pinned by commit, with its version beside it', (name) => {
  const uses = [...read(name).matchAll(/uses: *(.+)/g)].map(([, what]) => what);
  expect(uses).not.toEqual([]);
  for (const what of uses) expect(what).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(files)('no job of %s has a permission that it does not name', (name) => {
  const { permissions, jobs } = parse(read(name)) as Workflow;
  expect(permissions).toEqual({});
  for (const [id, job] of Object.entries(jobs)) {
    expect([id, typeof job.permissions]).toEqual([id, 'object']);
    expect([id, job['timeout-minutes']]).toEqual([id, expect.any(Number)]);
  }
});

test('only the jobs that publish may say who they are, and only those that release may write', () => {
  const may = (permission: string, access: string) =>
    files.flatMap((name) =>
      Object.entries((parse(read(name)) as Workflow).jobs)
        .filter(([, job]) => job.permissions?.[permission] === access)
        .map(([id]) => `${name.replace(/^.*\/|\.yml$/g, '')}/${id}`),
    );
  expect(may('id-token', 'write')).toEqual(['docs/deploy', 'release/publish']);
  expect(may('contents', 'write')).toEqual(['release/version', 'release/publish']);
});

test('publishing fails where it cannot say which workflow it was', () => {
  expect(read('.github/workflows/release.yml')).toMatch(
    /action\/publish@.+\n +env:\n(?: +#.*\n)* +PNPM_CONFIG_PROVENANCE: 'true'/,
  );
});

test('the same Node.js is named for version managers and for the scripts', () => {
  const { catalog, nodeVersion } = parse(read('pnpm-workspace.yaml')) as {
    catalog: Record<string, string>;
    nodeVersion: string;
  };
  expect(read('.node-version').trim()).toBe(catalog.node);
  expect(nodeVersion).toBe(catalog.node);
});
