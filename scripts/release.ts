/**
 * `pnpm release`: prints each reason why the packages may not be published yet, one a line. Without a reason it builds them
 * without the cache, checks the files to pack, and writes the bill of materials of each package to `release/`. It does not
 * publish: `changeset publish` does.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usageExitCode } from '@ax-cloud/contract/command-line';
import { billOfMaterials } from './release/bill-of-materials.ts';
import { fileNameOf, publishedPackages } from './release/packages.ts';
import { obstacles } from './release/ready.ts';

const usage = usageExitCode(
  process.argv.slice(2),
  'pnpm release   builds the packages to publish, or says in one line each why they may not be published yet',
);
if (usage !== undefined) process.exit(usage);

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = publishedPackages(root);
const status = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
const changed = status.split('\n').flatMap((line) => line.slice(3) || []);
const lines = obstacles(root, packages, changed);
for (const line of lines) console.error(line);
if (lines.length > 0) process.exit(1);

for (const { folder } of packages) rmSync(join(root, folder, 'dist'), { recursive: true, force: true });
const filters = packages.map(({ manifest }) => `--filter=${manifest.name}`);
const turbo = join(root, 'scripts/turbo.mjs');
const built = spawnSync(process.execPath, [turbo, 'package', ...filters, '--force'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);

rmSync(join(root, 'release'), { recursive: true, force: true });
mkdirSync(join(root, 'release'));
for (const { folder, manifest } of packages) {
  const bill = JSON.stringify(billOfMaterials(join(root, folder)), null, 2);
  writeFileSync(join(root, 'release', `${fileNameOf(manifest)}.cdx.json`), `${bill}\n`);
  console.log(`${manifest.name} ${manifest.version} is built and may be published.`);
}
