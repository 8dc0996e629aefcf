/**
 * Derives `src/generated/`, the examples and tables of the package's READMEs, and the example in the repository's. With `--check`
 * it writes nothing and fails when a file is stale, so that no stale file is released.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { loadContract } from '@ax-cloud/contract/contract';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { deriveClient, HEADER } from './derive.ts';
import { fillReadme, fillRootReadme } from './readme.ts';
import { userAgentModule } from './user-agent-module.ts';

const root = new URL('../', import.meta.url);
const GENERATED = 'src/generated/';
const READMES = { en: 'README.md', ko: 'README.ko.md' } as const;

try {
  const wanted = await derive();
  if (process.argv.includes('--check')) await check(wanted);
  else await write(wanted);
} catch (error) {
  // The files that were derived before belong to another contract and must not pass for this one's.
  if (!process.argv.includes('--check')) await rm(new URL(GENERATED, root), { recursive: true, force: true });
  console.error(`The client was not derived. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** All that is derived, before anything is written: path in this package → text. */
async function derive(): Promise<Map<string, string>> {
  const contract = await loadContract();
  const scenarios = await loadScenarios();
  const files = new Map<string, string>();
  for (const [name, text] of await deriveClient(contract, scenarios)) files.set(GENERATED + name, text);
  const manifest = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  files.set(`${GENERATED}user-agent.ts`, HEADER + userAgentModule(manifest));
  for (const language of ['en', 'ko'] as const) {
    const path = READMES[language];
    const readme = await readFile(new URL(path, root), 'utf8');
    files.set(path, fillReadme(readme, contract, scenarios, language));
    const rootPath = `../../${path}`;
    files.set(rootPath, fillRootReadme(await readFile(new URL(rootPath, root), 'utf8'), contract));
  }
  return files;
}

async function write(wanted: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(new URL(GENERATED, root), { recursive: true });
  for (const path of await superfluous(wanted)) await rm(new URL(path, root));
  for (const [path, text] of wanted) {
    if ((await current(path)) !== text) await writeFile(new URL(path, root), text);
  }
}

async function check(wanted: ReadonlyMap<string, string>): Promise<void> {
  const stale = await superfluous(wanted);
  for (const [path, text] of wanted) if ((await current(path)) !== text) stale.push(path);
  for (const path of stale) {
    console.error(
      `${posix.join('packages/client', path)} is not what the contract gives. Run "pnpm generate" and commit the file.`,
    );
    process.exitCode = 1;
  }
}

/** Files of an earlier generation that are not written any more. */
async function superfluous(wanted: ReadonlyMap<string, string>): Promise<string[]> {
  const names = await readdir(new URL(GENERATED, root)).catch(() => []);
  return names.map((name) => GENERATED + name).filter((path) => !wanted.has(path));
}

function current(path: string): Promise<string | undefined> {
  return readFile(new URL(path, root), 'utf8').catch(() => undefined);
}
