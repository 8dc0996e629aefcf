import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type BillOfMaterials, billOfMaterials } from '../bill-of-materials.ts';
import { checkLicenses, nameOf } from '../licenses.ts';
import { fileNameOf, type Manifest, publishedPackages, readManifest } from '../packages.ts';
import { checkPackedFiles } from '../packed-files.ts';
import { obstacles } from '../ready.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const packages = publishedPackages(root);
const read = (...steps: string[]) => readFileSync(join(root, ...steps), 'utf8');

/** Creates a folder with these files. It is removed after the test. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'published package '));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test('the client and the mock are published', () => {
  expect(packages.map(({ folder }) => folder)).toEqual(['apps/mock', 'packages/client']);
  expect(packages.map(({ manifest }) => fileNameOf(manifest))).toEqual([
    expect.stringMatching(/^ax-cloud-channel-mock-\d/),
    expect.stringMatching(/^ax-cloud-channel-client-\d/),
  ]);
});

describe.each(packages)('$manifest.name', ({ folder, manifest }) => {
  test('is published for everybody, with provenance and a license, and names the Node.js that it needs', () => {
    expect(manifest.publishConfig).toMatchObject({ access: 'public', provenance: true });
    expect(manifest).toMatchObject({ license: 'MIT', engines: { node: expect.any(String) } });
    expect(read(folder, 'LICENSE')).toBe(read('LICENSE'));
  });

  test('has its version at the top of its changelog', () => {
    expect(/^## (.+)$/m.exec(read(folder, 'CHANGELOG.md'))?.[1]).toBe(manifest.version);
  });
});

describe('The bill of materials', () => {
  const billOf = (folder: string) =>
    billOfMaterials(join(root, folder)).components.map((one) => `${nameOf(one)} ${one.version}`);

  test('of the mock lists the same packages as its license file', () => {
    const notices = read('apps/mock/dist/THIRD-PARTY-LICENSES.txt');
    const names = [...notices.matchAll(/^={80}\n(.+), .+$/gm)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(50);
    expect(billOf('apps/mock').sort()).toEqual([...new Set(names)].sort());
  });

  test('of the client lists the packages that npm installs with it', () => {
    const { dependencies } = readManifest(join(root, 'packages/client')) as {
      dependencies?: object;
    } & Manifest;
    const names = billOf('packages/client').map((one) => one.replace(/ .*/, ''));
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies ?? {})));
    expect(names.sort()).toEqual(['openapi-fetch', 'openapi-typescript-helpers']);
  });
});

describe('A license', () => {
  const bill = (...components: BillOfMaterials['components']): BillOfMaterials => ({
    bomFormat: 'CycloneDX',
    metadata: { component: { group: '@ax-cloud', name: 'x', version: '1.0.0' } },
    components,
  });

  test('that is listed is allowed', () => {
    const licenses = [{ license: { id: 'MIT' } }];
    expect(checkLicenses(bill({ name: 'a', version: '1.0.0', licenses }))).toEqual([]);
  });

  test.each([
    ['that is not listed', [{ license: { id: 'GPL-3.0-only' } }], 'the license GPL-3.0-only'],
    ['that is a choice', [{ expression: 'MIT OR GPL-2.0-only' }], 'the license MIT OR GPL-2.0-only'],
    ['that has a name only', [{ license: { name: 'SEE LICENSE' } }], 'the license SEE LICENSE'],
    ['that is missing', undefined, 'no license'],
  ])('%s is refused with one line', (_, licenses, what) => {
    const component = { group: '@b', name: 'b', version: '2.0.0', ...(licenses && { licenses }) };
    expect(checkLicenses(bill(component))).toEqual([
      expect.stringMatching(
        `^@ax-cloud/x: @b/b 2\\.0\\.0 has ${what}, which scripts/release/licenses\\.yaml`,
      ),
    ]);
  });
});

describe('A package', () => {
  const manifest = { name: 'x', version: '1.0.0', files: ['CHANGELOG.md', 'dist/index.js'] };
  const files = {
    'package.json': JSON.stringify(manifest),
    'CHANGELOG.md': '',
    'README.md': '',
    'README.ko.md': '',
    LICENSE: '',
    'dist/index.js': '',
  };

  test('passes if its files are those that it lists', () => {
    expect(checkPackedFiles(folderWith(files), manifest)).toEqual([]);
  });

  test('fails with the name of a file of an older build', () => {
    expect(checkPackedFiles(folderWith({ ...files, 'dist/old.js': '' }), manifest)).toEqual([
      expect.stringMatching(/^x: dist\/old\.js is not listed in "files" of package\.json\. Delete it/),
    ]);
  });

  test('fails with the name of each file if it lists a folder', () => {
    const whole = { ...manifest, files: ['CHANGELOG.md', 'dist'] };
    const folder = folderWith({ ...files, 'package.json': JSON.stringify(whole) });
    expect(checkPackedFiles(folder, whole)).toContainEqual(
      expect.stringMatching(/^x: dist\/index\.js would be packed, but is not listed/),
    );
  });

  test.each(['dist/index.js', 'README.ko.md'])('fails with the name of %s if that is missing', (name) => {
    const folder = folderWith(files);
    rmSync(join(folder, name));
    expect(checkPackedFiles(folder, manifest)).toEqual([expect.stringMatching(`^x: ${name} is missing\\.`)]);
  });
});

describe('A release', () => {
  const manifest: Manifest = {
    name: 'x',
    version: '1.0.0',
    repository: 'github:a/b',
    bugs: 'https://x.example',
  };
  const ready = {
    '.changeset/README.md': '',
    'spec/package.json': JSON.stringify({ version: '2.0.0' }),
    'spec/released/2.0.0.yaml': '',
  };

  test('has no obstacles if everything is ready', () => {
    expect(obstacles(folderWith(ready), [{ folder: 'packages/x', manifest }], [])).toEqual([]);
  });

  test('needs repository and bugs in every package.json', () => {
    const { bugs: _, ...without } = manifest;
    const { repository: __, ...neither } = without;
    const lines = obstacles(
      folderWith(ready),
      [
        { folder: 'packages/x', manifest: without },
        { folder: 'packages/y', manifest: neither },
      ],
      [],
    );
    expect(lines).toEqual([
      expect.stringMatching(/^packages\/x\/package\.json does not say .* Set "bugs"; /),
      expect.stringMatching(/^packages\/y\/package\.json does not say .* Set "repository" and "bugs"; /),
    ]);
  });

  test('needs the current contract in spec/released', () => {
    const { 'spec/released/2.0.0.yaml': text, ...others } = ready;
    const root = folderWith({ ...others, 'spec/released/1.0.0.yaml': text });
    expect(obstacles(root, [{ folder: 'packages/x', manifest }], [])).toEqual([
      expect.stringMatching(
        /^The contract is at 2\.0\.0, and spec\/released has 1\.0\.0\.yaml\. Run "pnpm release:version"/,
      ),
    ]);
  });

  test('needs an empty .changeset and a clean working tree', () => {
    const root = folderWith({ ...ready, '.changeset/brave-dogs-sing.md': '' });
    expect(obstacles(root, [{ folder: 'packages/x', manifest }], ['a.ts'])).toEqual([
      expect.stringMatching(/^1 change waits in \.changeset\. Run "pnpm release:version"/),
      expect.stringMatching(/^The working tree has changes \(a\.ts\)\. Commit them first\.$/),
    ]);
  });
});
