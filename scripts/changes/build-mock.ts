import { cp, link, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { REPOSITORY, type Scratch } from './scratch.ts';

const DIST = 'apps/mock/dist';
const CONTRACT = 'openapi.json';
const SCENARIOS = 'scenarios.json';

/** The files of a built mock that do not depend on the contract. */
export async function codeOfMock(root: string): Promise<string[]> {
  return (await readdir(join(root, DIST))).filter((name) => name !== CONTRACT && name !== SCENARIOS).sort();
}

/**
 * Builds the mock of a copy from the repository's built code and the copy's contract. Building the code again would take most of
 * the time and give the same code; build-mock.test.ts checks that.
 */
export async function buildMock(scratch: Scratch): Promise<undefined> {
  await mkdir(scratch.path(DIST), { recursive: true });
  for (const name of await codeOfMock(REPOSITORY))
    await link(join(REPOSITORY, DIST, name), scratch.path(DIST, name));
  await cp(scratch.path('spec/dist/openapi.json'), scratch.path(DIST, CONTRACT));
  const { scenarios } = parse(await readFile(scratch.path('spec/scenarios.yaml'), 'utf8'));
  await writeFile(scratch.path(DIST, SCENARIOS), JSON.stringify(scenarios));
}
